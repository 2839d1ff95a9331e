// messages.js - what the program has to say of the document, and the lines of the files that it speaks of.
import { say, make } from './words.js';
import { ask } from './net.js';

const side = document.getElementById('side'), list = document.getElementById('messages'), all = document.getElementById('said-all'), source = document.getElementById('source');
const button = document.getElementById('said'), toasts = document.getElementById('toast');
let doc = 0, at = null, wanted = false, kinds = '', fading = 0, told = [], found = 0;

export function toast(text) {
  toasts.textContent = text;
  toasts.className = 'on';
  clearTimeout(fading);
  fading = setTimeout(() => { toasts.className = ''; }, 2600);
}

const short = file => file.replace(/^.*\//, '');

// of: the document whose file it is, if not the one that is shown; words: that stand there, or soon after.
export function link(place, before = '', of = undefined, words = '') {
  if (!place) return null;
  const name = place.line ? `${short(place.file)}:${place.line}:${place.column}` : short(place.file);
  return make('p', { class: 'place' }, before, make('button', { class: 'link', title: place.file, onclick: () => openSource(place.file, place.line || 1, place.column, !words, of, words) }, name));
}

const item = m => make('li', { class: m.severity }, make('p', {}, make('span', { class: `badge ${m.severity}` }, say(m.severity)), ' ', m.message),
  link(m.at), link(m.wanted, say('wanted')), m.hint ? make('p', { class: 'remedy' }, say('remedy'), m.hint) : null, make('code', {}, m.code));

function count() {
  const n = kind => told.filter(m => m.severity === kind).length;
  const parts = ['error', 'warning', 'note'].filter(n).map(kind => say(kind + 's', n(kind)));
  if (found) parts.push(say('faults', found));
  button.textContent = parts.length ? parts.join(', ') : say('none_said');
  button.setAttribute('aria-label', `${say('said').replace(/ \(.*/, '')}: ${button.textContent}`);
  button.className = n('error') ? 'error' : n('warning') || found ? 'warning' : '';
  return n('error') ? 'error' : n('warning') ? 'warning' : '';
}

function show() {
  const before = side.hidden;
  all.hidden = !wanted;
  side.hidden = !wanted && source.hidden;
  if (side.hidden !== before) dispatchEvent(new Event('resize')); // the pages have less room, or more
  button.setAttribute('aria-pressed', wanted);
}

// Errors open the panel, and their end closes it again, unless it was asked for.
export function take(view, number, first) {
  const all = view.messages || [], order = ['error', 'warning', 'note'];
  doc = number;
  told = all;
  all.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  list.replaceChildren(make('h2', {}, say('said').replace(/ \(.*/, '')), all.length ? make('ul', {}, ...all.map(item)) : make('p', {}, say('nothing_said')));
  const kind = count();
  if (kind === 'error') wanted = true;
  else if (kinds === 'error') {
    wanted = false;
    source.hidden = true;
  } else if (first) wanted = false;
  kinds = kind;
  if (at && !source.hidden) openSource(at.file, at.line, at.column, at.fault, at.of, at.words);
  show();
}

// How many findings are faults.
export function faults(n) {
  found = n;
  count();
}

export function toggle(is = !wanted) {
  wanted = is;
  show();
}

// ---- the source ----------------------------------------------------------------------------------------------

function marked(text, column, is) {
  const letters = [...text];
  if (!is || !column || column > letters.length) return [text];
  const rest = letters.slice(column - 1).join(''), word = rest.match(/^(<\/?[^\s<>]+|[^\s<>]+|.)/u)[0];
  return [letters.slice(0, column - 1).join(''), make('mark', {}, word), rest.slice(word.length)];
}

// A text's place is where it begins: its words are looked for from there on, all of them or else the first.
function placeOf({ lines, first }, line, column, words) {
  for (const sought of [words, words.split(/\s+/)[0]])
    for (let i = line - first; i >= 0 && i < lines.length; i++) {
      const from = i === line - first ? [...lines[i]].slice(0, column - 1).join('').length : 0, here = lines[i].indexOf(sought, from);
      if (here >= 0) return { line: first + i, column: [...lines[i].slice(0, here)].length + 1 };
    }
  return { line, column };
}

export async function openSource(file, line, column = 0, fault = false, of = doc, words = '') {
  const same = at && !source.hidden && at.file === file && at.line === line;
  at = { file, line, column, fault, of, words };
  let answer = null;
  try {
    answer = await ask(`doc/${of}/source?file=${encodeURIComponent(file)}&line=${line}`);
  } catch { /* said below */ }
  if (answer && words) ({ line, column } = placeOf(answer, line, column, words));
  const rows = answer ? answer.lines.map((text, i) => {
    const number = answer.first + i, here = number === line;
    return make('li', { value: number, class: here ? (fault ? 'fault' : 'here') : null, 'aria-current': here ? 'true' : null }, make('code', {}, ...(here ? marked(text, column, fault || words) : [text])));
  }) : [];
  const scrolled = same ? source.querySelector('ol').scrollTop : null, lines = make('ol', { tabindex: '0' }, ...rows);
  source.replaceChildren(make('h2', { title: file }, `${short(file)}:${line}`, make('button', { class: 'round', 'aria-label': say('close'), title: say('close'), onclick: closeSource }, '×')),
    answer ? lines : make('p', {}, say('no_source')));
  source.hidden = false;
  show();
  const here = lines.querySelector('[aria-current]');
  if (here) lines.scrollTop = scrolled === null ? here.offsetTop - lines.offsetTop - lines.clientHeight / 3 : scrolled;
}

export function closeSource() {
  source.hidden = true;
  at = null;
  show();
}

export function ready() {
  addEventListener('hashchange', () => {
    closeSource();
    wanted = false;
    kinds = '';
    found = 0;
  });
}
