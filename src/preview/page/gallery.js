// gallery.js - all documents, by their first pages; each is set when it comes into view.
import { say, make } from './words.js';
import { follow, ask } from './net.js';

let ending = null, cards = new Map(), watcher = null, grid = null, find = null, count = null, both = null, picked = [];

const badge = (n, kind) => n ? make('span', { class: `badge ${kind}` }, say(kind + 's', n)) : null;
const plain = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

function show(card, view) {
  const first = view.pages && view.pages[0], part = view.parts && view.parts[0];
  const n = kind => (view.messages || []).filter(m => m.severity === kind).length;
  const title = part && part.title || card.label;
  const pages = part ? view.parts.reduce((all, p) => all + p.pages, 0) : 0;
  card.thumb.replaceChildren(first ? make('img', { src: `doc/${card.number}/small/${first.hash}`, alt: '', draggable: 'false' })
    : make('span', { class: 'nothing' }, say('unseen')));
  card.name.textContent = title;
  card.line.replaceChildren(make('span', { class: 'label' }, card.label), pages ? make('span', {}, say('pages', pages)) : '',
    badge(n('error'), 'error') || '', badge(n('warning'), 'warning') || '');
  card.link.classList.toggle('failed', view.status !== 'done');
  const message = (view.messages || []).find(m => m.severity === 'error');
  card.link.title = message ? message.message : title;
  card.words = plain(`${title} ${card.label}`);
  card.tick.setAttribute('aria-label', say('pick', title));
  filter();
}

async function look(card) {
  if (card.busy) {
    card.again = true;
    return;
  }
  card.busy = true;
  do {
    card.again = false;
    try {
      const view = await ask(`doc/${card.number}/card?revision=${card.revision}`, ending.signal);
      const fresh = view.revision !== card.revision;
      card.revision = view.revision;
      if (fresh && view.status) show(card, view);
      else card.again = !fresh && card.changes !== card.met;
      card.met = fresh ? card.changes : card.met;
    } catch { /* the list says when it is there again */ }
  } while (card.again && !ending.signal.aborted);
  card.busy = false;
}

function add(one) {
  const thumb = make('div', { class: 'thumb' }), name = make('strong', {}, one.label), line = make('small');
  const link = make('a', { class: 'card', href: `#${one.number}` }, thumb, name, line);
  const tick = make('input', { type: 'checkbox', 'aria-label': say('pick', one.label), onchange: () => pick(card) });
  const slot = make('div', { class: 'slot' }, link, make('label', { class: 'pick', title: say('pick', '').trim() }, tick, make('span', { 'aria-hidden': 'true' }, say('pick_short'))));
  const card = { ...one, link, slot, tick, thumb, name, line, revision: 0, busy: false, again: false, met: one.changes, words: plain(one.label) };
  link.card = card;
  line.append(make('span', { class: 'label' }, one.label));
  cards.set(one.number, card);
  watcher.observe(link);
  return card;
}

// Two are compared; of three the first is let go.
function pick(card) {
  picked = card.tick.checked ? [...picked, card] : picked.filter(one => one !== card);
  while (picked.length > 2) picked.shift().tick.checked = false;
  for (const one of cards.values()) one.slot.classList.toggle('picked', picked.includes(one));
  both.hidden = !picked.length;
  both.textContent = picked.length === 2 ? say('compare_both') : say('pick_another');
  both.classList.toggle('ready', picked.length === 2);
  if (picked.length === 2) both.href = `#${picked[0].number}~${picked[1].number}`;
  else both.removeAttribute('href');
}

export const compare = () => both.href && both.click();

function filter() {
  const words = plain(find.value).split(/\s+/).filter(Boolean);
  let n = 0;
  for (const card of cards.values()) {
    card.slot.hidden = card.link.hidden = !words.every(w => card.words.includes(w));
    n += !card.link.hidden;
  }
  count.textContent = n === cards.size ? say('count', n) : say('found', n, cards.size);
}

function take(answer) {
  const empty = grid.querySelector('.empty');
  if (empty) empty.remove();
  for (const [number, card] of cards)
    if (!answer.list.some(one => one.number === number)) {
      card.slot.remove();
      if (picked.includes(card)) {
        card.tick.checked = false;
        pick(card);
      }
      cards.delete(number);
    }
  answer.list.forEach((one, i) => {
    const card = cards.get(one.number) || add(one);
    if (grid.children[i] !== card.slot) grid.insertBefore(card.slot, grid.children[i] || null); // what a file holds stands together
    if (card.label !== one.label) {
      card.label = one.label;
      card.line.querySelector('.label').textContent = one.label;
    }
    if (card.changes !== one.changes) {
      card.changes = one.changes;
      if (card.revision) look(card);
    }
  });
  if (!answer.list.length) grid.append(make('div', { class: 'empty' }, make('strong', {}, say('empty', answer.folder)), make('p', {}, say('empty_more'))));
  filter();
}

export function open(main, first) {
  ending = new AbortController();
  cards = new Map();
  watcher = new IntersectionObserver(entries => {
    for (const e of entries)
      if (e.isIntersecting) {
        watcher.unobserve(e.target);
        look(e.target.card);
      }
  }, { root: main, rootMargin: '300px' });
  grid = make('div', { id: 'grid' });
  find = make('input', { type: 'search', id: 'find', placeholder: say('find'), 'aria-label': say('find'), oninput: filter });
  count = make('span', { id: 'count', role: 'status' });
  both = make('a', { id: 'both', role: 'status', hidden: true });
  picked = [];
  main.replaceChildren(make('div', { id: 'finder' }, find, count, both), grid);
  if (first) take(first);
  follow('list', take, ending.signal);
}

export function close() {
  if (ending) ending.abort();
  if (watcher) watcher.disconnect();
  ending = null;
}
