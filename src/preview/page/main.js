// main.js - which of the two is shown: the gallery, or a document; and the keys.
import { speak, say, make } from './words.js';
import { ask, tell } from './net.js';
import * as gallery from './gallery.js';
import * as pages from './pages.js';
import * as overlay from './overlay.js';
import * as messages from './messages.js';

const by = id => document.getElementById(id);
const main = by('main'), keys = by('keys');
let list = null;

const actions = {
  previous: () => pages.step(-1), next: () => pages.step(1), first: () => pages.goTo(0), last: () => pages.goTo(Infinity),
  in: () => pages.zoomBy(1.2), out: () => pages.zoomBy(1 / 1.2), whole: () => pages.zoomTo(1), width: () => pages.fit('width'), fit: () => pages.fit('page'),
  boxes: () => overlay.toggle('boxes'), rulers: () => overlay.toggle('rulers'), strip: () => pages.toggleStrip(), said: () => messages.toggle(),
  print: () => pages.print(), help: () => keys.open ? keys.close() : keys.showModal(),
  home: () => { if (!by('home').hidden) location.hash = ''; },
};
const of_key = {
  ArrowLeft: 'previous', ArrowRight: 'next', PageUp: 'previous', PageDown: 'next', Home: 'first', End: 'last', '+': 'in', '=': 'in', '-': 'out', 0: 'whole',
  f: 'width', w: 'fit', b: 'boxes', r: 'rulers', t: 'strip', m: 'said', p: 'print', g: 'home', '?': 'help',
};

function help() {
  const rows = say('keys').map(([key, what]) => make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, key)), make('td', {}, what)));
  keys.setAttribute('aria-label', say('help').replace(/ \(.*/, ''));
  keys.replaceChildren(make('table', {}, ...rows), make('button', { onclick: () => keys.close() }, say('close')));
}

function route() {
  const number = /^#(\d+)$/.test(location.hash) ? Number(location.hash.slice(1)) : list.list.length === 1 && location.hash !== '#all' ? list.list[0].number : -1;
  const one = number >= 0;
  gallery.close();
  pages.close();
  tell('');
  by('tools').hidden = !one;
  by('strip').hidden = true;
  by('side').hidden = true;
  by('home').hidden = !one || list.list.length < 2;
  by('title').textContent = one ? '' : list.folder === '.' ? 'vanban' : list.folder;
  document.title = by('title').textContent || 'vanban';
  document.body.className = one ? 'document' : 'gallery';
  if (one) pages.open(number);
  else gallery.open(main, list);
  main.focus({ preventScroll: true });
}

addEventListener('keydown', event => {
  const writes = event.target.closest && event.target.closest('input, textarea');
  if (event.key === 'Escape') messages.closeSource();
  if (writes || keys.open && event.key !== '?') return;
  const shown = document.body.classList.contains('document');
  if ((event.ctrlKey || event.metaKey) && event.key === 'p' && shown) {
    event.preventDefault();
    pages.print();
    return;
  }
  const action = !event.ctrlKey && !event.metaKey && !event.altKey && of_key[event.key];
  const inside = event.target.closest && event.target.closest('#side, #strip') && event.key.length > 1;
  if (!action || inside || !shown && action !== 'help') return;
  event.preventDefault();
  actions[action]();
});

addEventListener('click', event => {
  const button = event.target.closest && event.target.closest('[data-do]');
  if (button) actions[button.dataset.do]();
});

addEventListener('hashchange', route);
by('home').href = '#all';
list = await ask('list');
speak(list.lang);
help();
messages.ready();
route();
