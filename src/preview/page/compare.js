// compare.js - two documents side by side, or one before it was saved and now: what is different is outlined, marked and listed.
// Pages are fetched as they come into view; a file that is saved is compared again.
import { say, make } from './words.js';
import { follow, pageText, tell } from './net.js';
import { parse } from './drawing.js';
import { dress } from './marks.js';
import { item, legend } from './listed.js';
import * as messages from './messages.js';

const main = document.getElementById('main'), list = document.getElementById('list');
const counter = document.getElementById('change'), spoken = document.getElementById('spoken'), NEAR = '120% 0px', FAR = '900% 0px';
let ending = null, pair = null, near = null, far = null, zoom = Number(localStorage.getItem('vanban.compare')) || 1;

const changes = () => pair && pair.answer && pair.answer.diff ? pair.answer.diff.changes : [];
const address = i => `#${pair.a}~${pair.b === null ? 'before' : pair.b}${i >= 0 ? `~${i + 1}` : ''}`;

// ---- a page ----------------------------------------------------------------------------------------------------

// Names of places and links stand twice, on both sides.
function bare(svg) {
  for (const e of svg.querySelectorAll('[id]')) e.removeAttribute('id');
  for (const e of svg.querySelectorAll('a')) e.removeAttribute('href');
  return svg;
}

function put(figure, svg) {
  if (figure.svg) return;
  figure.svg = svg;
  figure.sheet.prepend(svg);
  figure.sheet.classList.remove('blank');
  dress(figure, { changes: changes(), on: pair.on, current: pair.current, address });
}

async function load(figure) {
  if (figure.svg || figure.busy) return;
  figure.busy = true;
  const text = await pageText(figure.number, figure.hash);
  figure.busy = false;
  if (text && figure.near && figure.sheet.isConnected) put(figure, bare(parse(text)));
}

function drop(figure) {
  if (!figure.svg) return;
  figure.svg = null;
  figure.sheet.replaceChildren();
  figure.sheet.classList.add('blank');
}

// ---- side by side ------------------------------------------------------------------------------------------------

function makeFigure(answer, side, page) {
  const of = answer['ab'[side]], one = of.pages[page - 1], [w, h] = (one.size || '210 297').split(' ').map(Number);
  const same = !pair.on[side].has(page), name = `${'AB'[side]} · ${say('page')} ${page}${same ? ` · ${say('as_before')}` : ''}`;
  const sheet = make('div', { class: 'sheet blank', role: 'group', 'aria-label': name });
  const figure = { side, page, hash: one.hash, number: of.number, w, h, sheet, svg: null, near: false, busy: false };
  figure.box = make('figure', { class: `side ${side ? 'new' : 'old'}` }, make('figcaption', {}, name), sheet);
  sheet.figure = figure;
  sheet.style.setProperty('--w', w);
  sheet.style.setProperty('--h', h);
  return figure;
}

function none(side, like) {
  const box = make('div', { class: 'none' }, make('p', {}, `${'AB'[side]}: ${say('no_page')}`));
  box.style.setProperty('--w', like.w);
  box.style.setProperty('--h', like.h);
  return make('div', { class: 'side none' }, box);
}

function heads(answer) {
  const last = path => path.replace(/^.*\//, ''), twice = answer.a.path === answer.b.path, tell = last(answer.a.path) !== last(answer.b.path) || twice;
  return make('div', { class: 'row heads' }, ...['a', 'b'].map((side, i) => {
    const of = answer[side], name = !answer.before && twice ? `${last(of.path)} · ${of.template ? last(of.template) : say('by_type')}` : tell ? last(of.label) : of.label;
    const word = answer.before ? ` · ${say(i ? 'now' : 'before')}` : '';
    return make('div', { class: 'side', title: of.template ? `${of.path}\n${of.template}` : of.path }, make('b', {}, `${'AB'[i]}${word}`), ' ',
      make('span', { class: 'name' }, name), make('span', { class: 'soft' }, ` · ${say('pages', of.pages.length)}`));
  }));
}

function index(diff) {
  pair.on = [new Map(), new Map()];
  diff.changes.forEach((change, i) => ['a', 'b'].forEach((name, side) => {
    for (const box of change[name] ? change[name].boxes : []) {
      const on = pair.on[side].get(box[0]) || [];
      if (on.at(-1) !== i) on.push(i);
      pair.on[side].set(box[0], on);
    }
  }));
}

// What was shown and is shown again is ready before any of it is replaced: nothing goes blank.
async function show(answer) {
  const old = pair.figures, kept = new Map(old.filter(f => f.svg).map(f => [`${f.side} ${f.hash}`, f.svg])), seen = new Set(old.filter(f => f.svg).map(f => `${f.side} ${f.page}`));
  index(answer.diff);
  const figures = [], rows = answer.diff.rows.map(row => {
    const two = row.map((page, side) => page ? makeFigure(answer, side, page) : null);
    figures.push(...two.filter(Boolean));
    return make('section', { class: 'row' }, ...two.map((figure, side) => figure ? figure.box : none(side, two[1 - side])));
  });
  const fresh = await Promise.all(figures.filter(f => seen.has(`${f.side} ${f.page}`) && !kept.has(`${f.side} ${f.hash}`)).map(async f => [f, await pageText(f.number, f.hash)]));
  if (!pair) return;
  const top = main.scrollTop;
  pair.figures = figures;
  near.disconnect();
  far.disconnect();
  main.replaceChildren(heads(answer), ...rows);
  for (const figure of figures) {
    const svg = kept.get(`${figure.side} ${figure.hash}`);
    if (svg && seen.has(`${figure.side} ${figure.page}`)) put(figure, svg);
  }
  fresh.forEach(([figure, text]) => text && put(figure, bare(parse(text))));
  for (const { sheet } of figures) {
    near.observe(sheet);
    far.observe(sheet);
  }
  main.scrollTop = top;
}

// ---- the list ------------------------------------------------------------------------------------------------------

function fill({ diff, a, b, before }) {
  const top = list.scrollTop;
  list.replaceChildren(make('h2', {}, diff.changes.length ? say('n_changes', diff.changes.length) : say('no_changes')), make('p', { id: 'sum' }, diff.headline),
    legend(diff.counts), make('ol', {}, ...diff.changes.map((change, i) => item(change, i, address(i), [before ? null : a.number, b.number]))));
  list.hidden = false;
  list.scrollTop = top;
}

function count() {
  const n = changes().length;
  counter.textContent = n ? `${pair.current + 1}/${n}` : '';
  document.querySelectorAll('[data-do=change_next], [data-do=change_previous]').forEach(e => { e.disabled = !n; });
}

function select(i, focus) {
  const change = changes()[i];
  if (!change) return;
  pair.current = i;
  document.querySelectorAll('#list .current, #main .current').forEach(e => e.classList.remove('current'));
  list.querySelectorAll('[aria-current]').forEach(e => e.removeAttribute('aria-current'));
  main.querySelectorAll(`[data-c="${i}"]`).forEach(e => e.classList.add('current'));
  const entry = document.getElementById(`l${i + 1}`), link = entry.firstElementChild, side = change.b && change.b.boxes.length ? 1 : 0, [page, , y] = change['ab'[side]].boxes[0];
  entry.classList.add('current');
  link.setAttribute('aria-current', 'true');
  entry.scrollIntoView({ block: 'nearest' });
  if (focus) link.focus({ preventScroll: true });
  const figure = pair.figures.find(f => f.side === side && f.page === page);
  if (figure) main.scrollTop = figure.sheet.offsetTop + y / figure.h * figure.sheet.offsetHeight - main.clientHeight / 3;
  history.replaceState(null, '', address(i));
  count();
  spoken.textContent = `${counter.textContent}: ${link.querySelector('.what').textContent}: ${link.querySelector('.said').textContent}`;
}

// ---- an answer ------------------------------------------------------------------------------------------------------

function setStyle(side, number, hash) {
  const id = `fonts-${side}`, old = document.getElementById(id), href = `doc/${number}/page/${hash}`;
  if (!hash || old && old.getAttribute('href') === href) return;
  const link = make('link', { rel: 'stylesheet', href, id });
  if (old) {
    old.removeAttribute('id');
    link.addEventListener('load', () => old.remove());
  }
  document.head.append(link);
}

function setState(answer) {
  const { a, b } = answer, bad = [b, a].find(side => side.status && side.status !== 'done'), part = (b.parts || a.parts || [])[0];
  document.getElementById('title').textContent = part && part.title || b.label;
  document.title = answer.before ? `${b.label}: ${say('before')} ↔ ${say('now')}` : `${a.label} ↔ ${b.label}`;
  tell(bad ? `${bad.label.replace(/^.*\//, "")}: ${say(answer.diff ? 'kept' : 'failed')}` : answer.failed ? say('not_compared') : '', bad || answer.failed ? 'bad' : '');
  document.body.classList.toggle('stale', !!bad);
  const told = bad || b;
  messages.take({ messages: told.messages || [] }, told.number, !pair.answer);
}

function notice(answer) {
  list.hidden = true;
  const [head, more] = answer.before ? ['nothing_before', 'nothing_before_more'] : ['nothing_yet', 'nothing_yet_more'];
  main.replaceChildren(make('div', { class: 'empty' }, make('strong', {}, say(head)), make('p', {}, say(more))));
  pair.figures = [];
}

async function take(answer) {
  const first = !pair.answer, of = pair, wanted = first ? pair.wanted : pair.current, before = changes()[pair.current];
  setStyle('a', answer.a.number, answer.a.style);
  setStyle('b', answer.b.number, answer.b.style);
  setState(answer);
  const same = !first && JSON.stringify(answer.diff) === JSON.stringify(pair.answer.diff) && ['a', 'b'].every(side => answer[side].style === of.answer[side].style
    && JSON.stringify(answer[side].pages) === JSON.stringify(of.answer[side].pages));
  pair.answer = answer;
  if (!answer.diff) notice(answer);
  else if (!same) {
    // The same change stays the current one, wherever it is in the list now.
    pair.current = before ? changes().findIndex(one => one.kind === before.kind && JSON.stringify([one.a && one.a.text, one.b && one.b.text]) === JSON.stringify([before.a && before.a.text, before.b && before.b.text])) : -1;
    await show(answer);
    if (pair !== of) return;
    fill(answer);
    if (first && wanted >= 0) select(wanted, false);
    else if (pair.current >= 0) document.getElementById(`l${pair.current + 1}`).classList.add('current');
    if (!first) spoken.textContent = `${say('compared')} ${answer.diff.headline}`;
  }
  count();
  main.dataset.compared = answer.revision;
}

// ---- doing ------------------------------------------------------------------------------------------------------------

export function next(by) {
  const n = changes().length;
  if (n) select((pair.current < 0 ? (by > 0 ? 0 : n - 1) : pair.current + by + n) % n, true);
}

export function step(by) {
  const tops = [...main.querySelectorAll('.row:not(.heads)')].map(row => row.offsetTop - 40), at = main.scrollTop;
  const to = by > 0 ? tops.find(top => top > at + 4) : tops.findLast(top => top < at - 4);
  if (to !== undefined) main.scrollTop = to;
}

export function zoomTo(to) {
  const part = main.scrollTop / main.scrollHeight;
  zoom = Math.max(0.4, Math.min(to, 4));
  main.style.setProperty('--zoom', zoom);
  main.scrollTop = part * main.scrollHeight;
  localStorage.setItem('vanban.compare', zoom);
  document.getElementById('zoom').textContent = `${Math.round(zoom * 100)}%`;
}

export const zoomBy = by => zoomTo(zoom * by);

function click(event) {
  const link = event.target.closest('#list a, .chip');
  if (!pair || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  select(Number(link.dataset.i ?? link.dataset.c), link.matches('#list a'));
}
list.addEventListener('click', click);
main.addEventListener('click', click);

const observe = (margin, then) => new IntersectionObserver(entries => entries.forEach(e => then(e.target.figure, e.isIntersecting)), { root: main, rootMargin: margin });

// The list, then a sheet for each two pages: all of them are needed.
export async function print() {
  if (!pair) return;
  const due = pair.figures.filter(f => !f.svg);
  await Promise.all(due.map(async f => {
    f.near = true;
    await load(f);
  }));
  window.print();
}

// b null: a itself, before it was saved. wanted: a change of the list, from 0.
export function open(a, b, wanted) {
  ending = new AbortController();
  pair = { a, b, wanted, answer: null, figures: [], current: -1, on: [new Map(), new Map()] };
  document.getElementById('diff-style').disabled = false;
  delete main.dataset.compared;
  main.replaceChildren();
  near = observe(NEAR, (figure, is) => { figure.near = is; if (is) load(figure); });
  far = observe(FAR, (figure, is) => is || drop(figure));
  zoomTo(zoom);
  count();
  tell(say('comparing'));
  follow(`compare?a=${a}${b === null ? '' : `&b=${b}`}`, take, ending.signal);
}

export function close() {
  if (!ending) return;
  ending.abort();
  near.disconnect();
  far.disconnect();
  list.hidden = true;
  list.replaceChildren();
  document.getElementById('diff-style').disabled = true;
  ['fonts-a', 'fonts-b'].forEach(id => document.getElementById(id) && document.getElementById(id).remove());
  document.body.classList.remove('stale');
  spoken.textContent = '';
  ending = pair = null;
}
