// main.js - which of the three is shown: the gallery, a document, or two side by side; and the keys.
import { speak, say, make } from './words.js';
import { ask, tell } from './net.js';
import * as gallery from './gallery.js';
import * as pages from './pages.js';
import * as overlay from './overlay.js';
import * as compare from './compare.js';
import * as messages from './messages.js';

const by = id => document.getElementById(id);
const main = by('main'), keys = by('keys');
let list = null, shown = null;

const now = () => document.body.classList.contains('compare') ? compare : pages; // what pages there are
const actions = {
  previous: () => now().step(-1), next: () => now().step(1), first: () => pages.goTo(0), last: () => pages.goTo(Infinity),
  in: () => now().zoomBy(1.2), out: () => now().zoomBy(1 / 1.2), whole: () => now().zoomTo(1), width: () => pages.fit('width'), fit: () => pages.fit('page'),
  boxes: () => overlay.toggle('boxes'), rulers: () => overlay.toggle('rulers'), findings: () => overlay.toggle('findings'), strip: () => pages.toggleStrip(), said: () => messages.toggle(),
  compare: () => {
    if (!shown) gallery.compare();
    else location.hash = shown.both ? `#${shown.b ?? shown.a}` : `#${shown.a}~before`;
  },
  change_next: () => compare.next(1), change_previous: () => compare.next(-1), ground: () => ground(root.dataset.ground !== 'light'),
  print: () => now().print(), help: () => keys.open ? keys.close() : keys.showModal(),
  home: () => { if (!by('home').hidden) location.hash = ''; },
};
const of_key = {
  ArrowLeft: 'previous', ArrowRight: 'next', PageUp: 'previous', PageDown: 'next', Home: 'first', End: 'last', '+': 'in', '=': 'in', '-': 'out', 0: 'whole',
  f: 'width', w: 'fit', b: 'boxes', r: 'rulers', t: 'strip', k: 'findings', c: 'compare', n: 'change_next', N: 'change_previous', d: 'ground', m: 'said', p: 'print', g: 'home', '?': 'help',
};

// Where what is done by a key or a button can be done; the rest: where pages are shown.
const anywhere = ['help', 'ground', 'compare'], in_document = ['first', 'last', 'width', 'fit', 'boxes', 'rulers', 'findings', 'strip'], in_compare = ['change_next', 'change_previous'];
const has = name => document.body.classList.contains(name);
const can = action => anywhere.includes(action) || (in_document.includes(action) ? has('document') : in_compare.includes(action) ? has('compare') : has('document') || has('compare'));

const root = document.documentElement;

function ground(light) {
  root.dataset.ground = light ? 'light' : 'dark';
  localStorage.setItem('vanban.ground', root.dataset.ground);
  document.querySelector('[data-do=ground]').setAttribute('aria-pressed', light);
}

function help() {
  const rows = say('keys').map(([key, what]) => make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, key)), make('td', {}, what)));
  keys.setAttribute('aria-label', say('help').replace(/ \(.*/, ''));
  keys.replaceChildren(make('table', {}, ...rows), make('button', { onclick: () => keys.close() }, say('close')));
}

// "#3": a document; "#3~5": two of them; "#3~before": one before it was saved and now; behind them "~7": the change that is looked at.
function wanted() {
  const [, a, b, change] = location.hash.match(/^#(\d+)(?:~(\d+|before))?(?:~(\d+))?$/) || [];
  if (a !== undefined) return { a: Number(a), b: b === undefined || b === 'before' ? null : Number(b), both: b !== undefined, change: change ? Number(change) - 1 : -1 };
  return list.list.length && list.list.every(one => one.file === list.list[0].file) && location.hash !== '#all' ? { a: list.list[0].number, b: null, both: false } : null;
}

function route() {
  shown = wanted();
  const both = shown && shown.both;
  gallery.close();
  pages.close();
  compare.close();
  tell('');
  by('tools').hidden = !shown;
  by('strip').hidden = true;
  by('side').hidden = true;
  by('home').hidden = !shown || list.list.length < 2;
  by('title').textContent = shown ? '' : list.folder === '.' ? 'vanban' : list.folder;
  document.title = by('title').textContent || 'vanban';
  document.body.className = both ? 'compare' : shown ? 'document' : 'gallery';
  document.querySelector('[data-do=compare]').setAttribute('aria-pressed', !!both);
  if (both) compare.open(shown.a, shown.b, shown.change);
  else if (shown) pages.open(shown.a);
  else gallery.open(main, list);
  main.focus({ preventScroll: true });
}

addEventListener('keydown', event => {
  const writes = event.target.closest && event.target.closest('input:not([type=checkbox]), select, textarea');
  if (event.key === 'Escape') messages.closeSource();
  if (writes || keys.open && event.key !== '?') return;
  if ((event.ctrlKey || event.metaKey) && event.key === 'p' && can('print')) {
    event.preventDefault();
    now().print();
    return;
  }
  const action = !event.ctrlKey && !event.metaKey && !event.altKey && of_key[event.key];
  const inside = event.target.closest && event.target.closest('#side, #strip, #list') && event.key.length > 1;
  if (!action || inside || !can(action)) return;
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
ground(localStorage.getItem('vanban.ground') === 'light');
help();
messages.ready();
route();
