// overlay.js - over a page and never in it: boxes with the decree's numbers, rulers and margins in mm, what a block is made
// of, and which mark belongs to which note.
import { say, make, locale } from './words.js';
import * as messages from './messages.js';

const SVG = 'http://www.w3.org/2000/svg', main = document.getElementById('main'), tip = document.getElementById('tip');
const shown = new Set(JSON.parse(localStorage.getItem('vanban.over') || '["findings"]'));
const pages = new Set(), layers = new Map();
let doc = 0;

export const is = what => shown.has(what);

// What others have to put over a page, when `name` is on: put(page, draw).
export const layer = (name, put) => layers.set(name, put);

function draw(parent, tag, attributes, text) {
  const e = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  if (text !== undefined) e.textContent = text;
  parent.append(e);
  return e;
}

const numbers = s => (s || '').split(' ').map(Number);
const svgOf = page => page.sheet.querySelector(':scope > svg:not(.over)');

// ---- boxes ---------------------------------------------------------------------------------------------------

function boxes(page, over) {
  for (const g of svgOf(page).querySelectorAll('[data-box]')) {
    const [x, y, width, height] = numbers(g.dataset.box), role = g.dataset.role, field = g.dataset.field;
    if (!(width > 0 && height > 0)) continue;
    const number = role && /^o\d/.test(role) && !g.parentNode.closest(`[data-role="${role}"]`) ? role.slice(1) : null;
    draw(over, 'rect', { x, y, width, height, class: field ? 'field' : number ? 'numbered' : 'plain' });
    if (!number || page.tags.has(number) && !number.startsWith('7')) continue; // several may sign
    page.tags.add(number);
    const wide = 3.4 + number.length * 1.7, tag = draw(over, 'g', { class: 'tag' });
    draw(tag, 'rect', { x: Math.max(0.5, x - wide - 0.6), y, width: wide, height: 4.6, rx: 1 });
    draw(tag, 'text', { x: Math.max(0.5, x - wide - 0.6) + wide / 2, y: y + 3.45 }, number);
  }
}

// ---- notes -----------------------------------------------------------------------------------------------------

const centre = (e, svg) => {
  const box = e.getBoundingClientRect(), all = svg.getBoundingClientRect(), mm = Number(svg.dataset.size.split(' ')[0]) / all.width;
  return { x: (box.left - all.left) * mm, y: (box.top - all.top) * mm, right: (box.right - all.left) * mm, bottom: (box.bottom - all.top) * mm };
};

function tie(page, over, note) {
  const svg = svgOf(page), ends = [...svg.querySelectorAll(`[data-note="${CSS.escape(note)}"]`)].map(e => centre(e, svg)).sort((a, b) => a.y - b.y);
  if (ends.length < 2) return;
  const [from, to] = [ends[0], ends[ends.length - 1]], x = (from.x + from.right) / 2;
  const path = `M${x} ${from.bottom} C${x} ${from.bottom + 12} ${to.x - 12} ${(from.bottom + to.y) / 2} ${to.x - 1} ${to.y + 1.6}`;
  draw(over, 'path', { d: path, class: 'tie' });
  draw(over, 'circle', { cx: x, cy: (from.y + from.bottom) / 2, r: 2, class: 'tie' });
}

function ties(page, over) {
  new Set([...svgOf(page).querySelectorAll('[data-note]')].map(e => e.dataset.note)).forEach(note => tie(page, over, note));
}

// ---- rulers ------------------------------------------------------------------------------------------------------

function ruler(over, length, at) {
  for (let mm = 0; mm <= length; mm++) {
    const size = mm % 10 === 0 ? 4 : mm % 5 === 0 ? 2.8 : 1.6;
    draw(over, 'line', at(mm, size));
    if (mm % 10 === 0 && mm < length - 2) {
      const end = at(mm, 5.6);
      draw(over, 'text', end.x1 === end.x2 ? { x: end.x2, y: -4.8, class: 'across' } : { x: -4.8, y: end.y2 + 0.8, class: 'down' }, mm);
    }
  }
}

function rulers(page, over) {
  const [top, right, bottom, left] = numbers(page.margins), { w, h } = page;
  ruler(over, w, (mm, size) => ({ x1: mm, x2: mm, y1: 0, y2: -size, class: 'mark' }));
  ruler(over, h, (mm, size) => ({ x1: 0, x2: -size, y1: mm, y2: mm, class: 'mark' }));
  draw(over, 'rect', { x: left, y: top, width: w - left - right, height: h - top - bottom, class: 'margin' });
  for (const [x, y, n] of [[w / 2, top / 2, top], [w / 2, h - bottom / 2, bottom], [left / 2, h / 2, left], [w - right / 2, h / 2, right]])
    draw(over, 'text', { x, y: y + 1.2, class: 'length' }, `${locale(n)} mm`);
}

// ---- over a page ---------------------------------------------------------------------------------------------------

export function dress(page) {
  pages.add(page);
  page.sheet.querySelectorAll(':scope > svg.over').forEach(e => e.remove());
  if (!svgOf(page) || !shown.size) return;
  const over = draw(page.sheet, 'svg', { class: 'over', viewBox: `0 0 ${page.w} ${page.h}`, 'aria-hidden': 'true' });
  page.tags = new Set();
  if (shown.has('rulers')) rulers(page, over);
  if (shown.has('boxes')) {
    boxes(page, over);
    ties(page, over);
  }
  for (const [name, put] of layers)
    if (shown.has(name)) put(page, (parent, ...what) => draw(parent || over, ...what));
}

export const redraw = () => [...pages].forEach(page => page.sheet.isConnected && dress(page));

export function toggle(what) {
  if (!shown.delete(what)) shown.add(what);
  localStorage.setItem('vanban.over', JSON.stringify([...shown]));
  show();
}

function show() {
  tip.hidden = true;
  for (const what of ['boxes', 'rulers', 'findings']) {
    document.querySelector(`[data-do=${what}]`).setAttribute('aria-pressed', shown.has(what));
    document.body.classList.toggle(what, shown.has(what));
  }
  for (const page of pages)
    if (page.sheet.isConnected) dress(page);
    else pages.delete(page);
}

// ---- pointing ------------------------------------------------------------------------------------------------------

const short = place => place.replace(/^.*\//, '');
const blockOf = target => target.closest && target.closest('.sheet [data-name], .sheet [data-field]');

function placesOf(target, block) {
  const words = target.closest('[data-words]');
  return { data: words && block.contains(words) ? words.dataset.words : block.dataset.data, template: block.dataset.tmpl };
}

function describe(target, block) {
  const places = placesOf(target, block), role = block.closest('[data-role]'), [x, y, w, h] = numbers(block.dataset.box), names = say('o');
  const number = role && /^o\d/.test(role.dataset.role) ? role.dataset.role.slice(1) : null;
  const rows = [[say('element'), block.dataset.field ? `field ${block.dataset.fieldName || ''} (${block.dataset.field})` : `<${block.dataset.name}>`]];
  if (places.template) rows.push([say('template'), short(places.template)]);
  if (places.data) rows.push([say('words'), short(places.data)]);
  const head = number ? `${say('box', number)} · ${names[number] || ''}` : role ? role.dataset.role : null;
  tip.replaceChildren(...[head && make('strong', {}, head), make('dl', {}, ...rows.flatMap(([a, b]) => [make('dt', {}, a), make('dd', {}, b)])),
    block.dataset.box && make('p', {}, say('size', ...[w, h, x, y].map(n => locale(n.toFixed(1))))), make('p', { class: 'hint' }, say('click'))].filter(Boolean));
}

function point(event) {
  const block = shown.has('boxes') && blockOf(event.target), sheet = event.target.closest && event.target.closest('.sheet');
  main.querySelectorAll('.over .here, .over .tie.one').forEach(e => e.remove());
  tip.hidden = !block;
  const note = event.target.closest && event.target.closest('[data-note]');
  if (note && sheet && !shown.has('boxes')) {
    const over = sheet.querySelector(':scope > svg.over') || draw(sheet, 'svg', { class: 'over', viewBox: `0 0 ${sheet.page.w} ${sheet.page.h}`, 'aria-hidden': 'true' });
    tie(sheet.page, over, note.dataset.note);
    over.querySelectorAll('.tie').forEach(e => e.classList.add('one'));
  }
  if (!block) return;
  const [x, y, width, height] = numbers(block.dataset.box), over = sheet.querySelector(':scope > svg.over');
  if (over && width > 0) draw(over, 'rect', { x, y, width, height, class: 'here' });
  describe(event.target, block);
  const room = main.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX + 14, room.right - tip.offsetWidth - 8)}px`;
  tip.style.top = `${event.clientY + 20 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : event.clientY + 20}px`;
}

async function copy(place) {
  try {
    await navigator.clipboard.writeText(place);
    messages.toast(say('copied', place));
  } catch {
    messages.toast(say('not_copied', place));
  }
}

function click(event) {
  const block = shown.has('boxes') && !event.target.closest('a') && blockOf(event.target);
  if (!block) return;
  const places = placesOf(event.target, block), place = event.shiftKey ? places.template || places.data : places.data || places.template;
  if (!place) return;
  tip.hidden = true;
  copy(place);
  const colon = place.lastIndexOf(':');
  messages.openSource(place.slice(0, colon), Number(place.slice(colon + 1)));
}

main.addEventListener('pointermove', point);
main.addEventListener('pointerleave', () => { tip.hidden = true; });
main.addEventListener('click', click);

export function open(number) {
  doc = number;
  pages.clear();
  show();
  return doc;
}

export function close() {
  tip.hidden = true;
  pages.clear();
}
