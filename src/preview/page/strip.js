// strip.js - the small pages at the side: copies of the large ones, for those in view alone.
import { say, make } from './words.js';
import { pageText } from './net.js';
import { become, parse } from './drawing.js';

const nav = document.getElementById('strip');
let items = [], watcher = null, shown = localStorage.getItem('vanban.strip') !== 'no', doc = 0, here = -1;

// Names of places belong to the large page.
function bare(svg) {
  for (const e of svg.querySelectorAll('[id]')) e.removeAttribute('id');
  for (const e of svg.querySelectorAll('a')) e.removeAttribute('href');
  svg.setAttribute('aria-hidden', 'true');
  svg.removeAttribute('role');
  return svg;
}

async function draw(item) {
  const hash = item.page.hash;
  if (item.shown === hash) return;
  item.shown = hash;
  const own = item.page.sheet.querySelector(':scope > svg:not(.over)');
  const text = item.page.shown === hash && own ? null : await pageText(doc, hash);
  if (item.page.hash !== hash) return;
  if (!text && !own) return;
  const svg = bare(text ? parse(text) : own.cloneNode(true)), old = item.paper.firstElementChild;
  if (old) become(old, svg);
  else item.paper.append(svg);
}

function add(goTo) {
  const paper = make('span', { class: 'paper' }), number = make('span', { class: 'number' });
  const link = make('button', { onclick: () => goTo(item.page.i) }, paper, number);
  const item = { link, paper, number, page: null, shown: null, seen: false };
  link.item = item;
  nav.append(link);
  watcher.observe(link);
  return item;
}

let goTo = () => {};
let later = 0;

export function take(pages, changed, of) {
  doc = of;
  nav.hidden = !shown || pages.length < 2;
  while (items.length > pages.length) items.pop().link.remove();
  while (items.length < pages.length) items.push(add(goTo));
  pages.forEach((page, i) => {
    const item = items[i];
    item.page = page;
    item.number.textContent = i + 1;
    item.link.setAttribute('aria-label', `${say('page')} ${i + 1}`);
    item.paper.style.setProperty('--w', page.w);
    item.paper.style.setProperty('--h', page.h);
  });
  for (const page of changed) {
    items[page.i].link.classList.remove('changed');
    requestAnimationFrame(() => items[page.i] && items[page.i].link.classList.add('changed'));
  }
  clearTimeout(later); // the large pages come first
  later = setTimeout(async () => {
    for (const item of items.filter(one => one.seen)) await draw(item);
  }, 150);
}

export function mark(i) {
  if (here === i && items[i] && items[i].link.hasAttribute('aria-current')) return;
  for (const item of items) item.link.removeAttribute('aria-current');
  here = i;
  if (!items[i]) return;
  items[i].link.setAttribute('aria-current', 'page');
  const top = items[i].link.offsetTop, bottom = top + items[i].link.offsetHeight;
  if (top < nav.scrollTop || bottom > nav.scrollTop + nav.clientHeight) nav.scrollTop = top - nav.clientHeight / 2;
}

export function toggle() {
  shown = !shown;
  localStorage.setItem('vanban.strip', shown ? 'yes' : 'no');
  nav.hidden = !shown || items.length < 2;
  document.querySelector('[data-do=strip]').setAttribute('aria-pressed', shown);
}

export function open(lead) {
  goTo = lead;
  items = [];
  here = -1;
  nav.replaceChildren();
  document.querySelector('[data-do=strip]').setAttribute('aria-pressed', shown);
  watcher = new IntersectionObserver(entries => {
    for (const e of entries) {
      const item = e.target.item;
      item.seen = e.isIntersecting;
      if (item.seen) draw(item);
      else if (item.shown) {
        item.paper.replaceChildren();
        item.shown = null;
      }
    }
  }, { root: nav, rootMargin: '400px 0px' });
}

export function close() {
  clearTimeout(later);
  if (watcher) watcher.disconnect();
  nav.replaceChildren();
  items = [];
}
