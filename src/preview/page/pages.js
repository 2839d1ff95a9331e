// pages.js - one document: its pages, fetched as they come into view, and drawn again when they change.
import { say, make } from './words.js';
import { follow, pageText, tell } from './net.js';
import { wordsOf, remember, flash } from './flash.js';
import { become, parse } from './drawing.js';
import * as overlay from './overlay.js';
import * as messages from './messages.js';
import * as strip from './strip.js';
import * as findings from './findings.js';
import * as records from './records.js';

const main = document.getElementById('main'), at = document.getElementById('at'), of = document.getElementById('of');
const PX = 96 / 25.4, NEAR = '120%', FAR = '900%';
const kept = JSON.parse(localStorage.getItem('vanban.preview') || '{}');
let ending = null, doc = null, near = null, far = null, mode = kept.mode === undefined ? 'start' : kept.mode, zoom = kept.zoom || 1;

const keep = () => localStorage.setItem('vanban.preview', JSON.stringify({ mode, zoom }));

// ---- a page --------------------------------------------------------------------------------------------

async function fetched(page) {
  const hash = page.hash, text = await pageText(doc.number, hash);
  return text === null || page.hash !== hash ? null : { page, hash, svg: parse(text) };
}

function put({ page, hash, svg }) {
  if (page.hash !== hash || !page.sheet.isConnected) return;
  const old = page.shown && page.sheet.querySelector(':scope > svg:not(.over)');
  page.shown = hash;
  if (old) become(old, svg);
  else page.sheet.prepend(svg);
  remember(page);
  page.sheet.classList.remove('blank');
  overlay.dress(page);
}

async function load(page) {
  if (page.shown === page.hash || page.loading === page.hash) return;
  page.loading = page.hash;
  const got = await fetched(page);
  page.loading = null;
  if (got && page.near) put(got);
}

function drop(page) {
  if (!page.shown) return;
  page.shown = page.lines = null;
  page.sheet.replaceChildren();
  page.sheet.classList.add('blank');
}

function addPage(i) {
  const sheet = make('section', { class: 'sheet blank', role: 'group', 'data-i': i });
  const page = { sheet, near: false, shown: null, loading: null };
  sheet.page = page;
  main.append(sheet);
  near.observe(sheet);
  far.observe(sheet);
  return page;
}

function describe(page, one, i) {
  const [w, h] = (one.size || '210 297').split(' ').map(Number);
  Object.assign(page, { hash: one.hash, look: one.look, number: one.number, part: one.part, w, h, margins: one.margins, i });
  page.sheet.style.setProperty('--w', w);
  page.sheet.style.setProperty('--h', h);
  page.sheet.setAttribute('aria-label', `${say('page')} ${i + 1}`);
}

// ---- an answer -----------------------------------------------------------------------------------------

function setStyle(hash) {
  if (!hash || doc.style === hash) return;
  const old = document.getElementById('fonts'), link = make('link', { rel: 'stylesheet', href: `doc/${doc.number}/page/${hash}`, id: 'fonts' });
  link.addEventListener('load', () => old && old.remove());
  document.head.append(link);
  doc.style = hash;
}

function setState(view) {
  const part = view.parts && view.parts[0];
  document.getElementById('title').textContent = part && part.title || view.label;
  document.title = view.label;
  document.getElementById('title').title = view.path;
  if (view.gone) tell(say('gone'), 'bad');
  else if (view.status !== 'done') tell(say(view.pages ? 'kept' : 'failed'), 'bad');
  else tell('');
  document.body.classList.toggle('stale', view.status !== 'done');
}

const painted = then => requestAnimationFrame(() => setTimeout(then));
const isSeen = ({ sheet }) => sheet.offsetTop < main.scrollTop + main.clientHeight && sheet.offsetTop + sheet.offsetHeight > main.scrollTop;

async function replaced(pages) {
  const got = (await Promise.all(pages.map(fetched))).filter(Boolean);
  got.forEach(put);
  return got.map(one => one.page);
}

// What is in view is fetched whole before any of it is replaced: all of it changes at once. The rest
// of the pages, lights and small pages come behind it.
async function take(view) {
  const first = !doc.pages.length, list = view.pages || [];
  setStyle(view.style);
  const before = doc.pages.map(page => page.look);
  while (doc.pages.length > list.length) doc.pages.pop().sheet.remove();
  while (doc.pages.length < list.length) doc.pages.push(addPage(doc.pages.length));
  list.forEach((one, i) => describe(doc.pages[i], one, i));
  if (first && mode) fit(mode);
  const changed = doc.pages.filter((page, i) => before[i] !== page.look);
  const words = first ? null : wordsOf(doc.pages);
  const due = doc.pages.filter(page => page.near && page.shown !== page.hash), seen = due.filter(isSeen), of = doc;
  const got = await replaced(seen);
  if (doc !== of) return;
  setState(view);
  records.take(view, ending.signal);
  messages.take(view, doc.number, first);
  showAt();
  main.dataset.revision = view.revision;
  painted(async () => {
    if (doc !== of) return;
    got.push(...await replaced(due.filter(page => !seen.includes(page))));
    if (doc !== of) return;
    if (words) flash(got, words);
    strip.take(doc.pages, first ? [] : changed, doc.number);
    strip.mark(current());
  });
}

// ---- where one is ----------------------------------------------------------------------------------------

function current() {
  const middle = main.scrollTop + main.clientHeight / 3;
  const pages = doc ? doc.pages : [];
  let low = 0, high = pages.length - 1;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (pages[half].sheet.offsetTop <= middle) low = half;
    else high = half - 1;
  }
  return low;
}

function showAt() {
  if (!doc || !doc.pages.length) return;
  const i = current(), number = doc.pages.length;
  if (document.activeElement !== at) at.value = i + 1;
  of.textContent = say('of', number);
  document.getElementById('zoom').textContent = `${Math.round(zoom * 100)}%`;
  for (const [name, is] of [['width', mode === 'width'], ['fit', mode === 'page']])
    document.querySelector(`[data-do=${name}]`).setAttribute('aria-pressed', is);
  strip.mark(i);
}

export function goTo(i) {
  if (!doc || !doc.pages.length) return;
  const page = doc.pages[Math.max(0, Math.min(i, doc.pages.length - 1))];
  main.scrollTop = page.sheet.offsetTop - 20;
}

// A box of a page, in the middle of the view.
function lookAt(i, mm) {
  const page = doc && doc.pages[i];
  if (!page) return;
  const scale = page.sheet.offsetHeight / page.h;
  main.scrollTop = page.sheet.offsetTop + (mm ? mm.y_from_top * scale - main.clientHeight / 3 : -20);
}

export function step(by) {
  const i = current(), top = doc && doc.pages[i] ? doc.pages[i].sheet.offsetTop - 20 : 0;
  goTo(by < 0 && main.scrollTop > top + 40 ? i : i + by);
}

// ---- size --------------------------------------------------------------------------------------------------

function setZoom(to) {
  if (!doc || !doc.pages.length) return;
  const sheet = doc.pages[current()].sheet, part = (main.scrollTop - sheet.offsetTop) / sheet.offsetHeight;
  zoom = Math.max(0.2, Math.min(to, 5));
  main.style.setProperty('--zoom', zoom);
  main.scrollTop = sheet.offsetTop + part * sheet.offsetHeight;
  showAt();
}

export function zoomTo(to) {
  mode = null;
  setZoom(to);
  keep();
}

export const zoomBy = by => zoomTo(zoom * by);

// 'start': true size, unless the window is too narrow for it.
export function fit(how) {
  if (!doc || !doc.pages.length) return;
  mode = how;
  const page = doc.pages[current()], side = overlay.is('rulers') ? 72 : 48;
  const wide = (main.clientWidth - side) / (page.w * PX), high = (main.clientHeight - 40) / (page.h * PX);
  setZoom(how === 'page' ? Math.min(wide, high) : how === 'start' ? Math.min(1.15, wide) : wide);
  keep();
}

export function toggleStrip() {
  strip.toggle();
  if (mode) fit(mode);
}

addEventListener('resize', () => mode && fit(mode));
main.addEventListener('scroll', () => requestAnimationFrame(showAt), { passive: true });
at.addEventListener('change', () => {
  if (Number(at.value)) goTo(Number(at.value) - 1);
  main.focus({ preventScroll: true });
});
main.addEventListener('wheel', event => {
  if (!event.ctrlKey || !doc) return;
  event.preventDefault();
  zoomBy(event.deltaY < 0 ? 1.1 : 1 / 1.1);
}, { passive: false });

// ---- links, paper -------------------------------------------------------------------------------------------

async function lead(id) {
  for (const page of doc.pages)
    if (!document.getElementById(id) && page.shown !== page.hash) {
      const text = await pageText(doc.number, page.hash);
      if (text && text.includes(`id="${id}"`)) {
        page.near = true;
        put({ page, hash: page.hash, svg: parse(text) });
      }
    }
  const target = document.getElementById(id);
  if (target) target.scrollIntoView({ block: 'center' });
}

main.addEventListener('click', event => {
  const link = event.target.closest('.sheet a'), href = link && link.getAttribute('href');
  if (!href) return;
  event.preventDefault();
  if (href.startsWith('#')) lead(href.slice(1));
  else window.open(href, '_blank', 'noopener,noreferrer');
});

// All pages are needed, each on paper of its own size.
export async function print() {
  if (!doc) return;
  for (const page of doc.pages) page.near = true;
  (await Promise.all(doc.pages.filter(page => page.shown !== page.hash).map(fetched))).filter(Boolean).forEach(put);
  const sizes = new Map(doc.pages.map(page => [`p${page.w}x${page.h}`.replaceAll('.', '_'), page]));
  const rules = new CSSStyleSheet();
  rules.replaceSync([...sizes].map(([name, page]) => `@page ${name} { size: ${page.w}mm ${page.h}mm; margin: 0 }`).join('\n'));
  document.adoptedStyleSheets = [rules];
  for (const page of doc.pages) page.sheet.style.page = `p${page.w}x${page.h}`.replaceAll('.', '_');
  window.print();
}

// ---- opening ---------------------------------------------------------------------------------------------------

const observe = (margin, then) => new IntersectionObserver(entries => entries.forEach(e => then(e.target.page, e.isIntersecting)),
  { root: main, rootMargin: `${margin} 0px` });

export function open(number) {
  ending = new AbortController();
  doc = { number, pages: [], style: null };
  main.replaceChildren();
  main.scrollTop = 0;
  delete main.dataset.revision;
  main.style.setProperty('--zoom', zoom);
  near = observe(NEAR, (page, is) => { page.near = is; if (is) load(page); });
  far = observe(FAR, (page, is) => is || drop(page));
  tell(say('working'));
  overlay.open(number);
  strip.open(goTo);
  follow(`doc/${number}/pages`, take, ending.signal);
  findings.open(number, lookAt, ending.signal);
}

export function close() {
  records.close();
  if (!ending) return;
  ending.abort();
  near.disconnect();
  far.disconnect();
  strip.close();
  overlay.close();
  findings.close();
  const old = document.getElementById('fonts');
  if (old) old.remove();
  document.body.classList.remove('stale');
  ending = doc = null;
}
