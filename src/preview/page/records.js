// records.js - a file that holds several documents: one of them is shown, the others are at hand.
import { say, make } from './words.js';
import { ask } from './net.js';

const select = document.getElementById('record'), title = document.getElementById('title');
let unnamed = [], signal = null;

const name = (i, all, words) => `${say('which', i + 1, all)}${words ? ` · ${words}` : ''}`;

function show(is) {
  select.hidden = !is;
  title.classList.toggle('unseen', is);
}

export function take({ record, of: all, records = [] }, ends) {
  signal = ends;
  show(records.length > 0);
  const options = records.map((one, i) => make('option', { value: one.number, selected: i + 1 === record }, name(i, all, one.title)));
  unnamed = records.map((one, i) => ({ number: one.number, i, all, option: options[i], title: one.title })).filter(one => !one.title);
  select.replaceChildren(...options);
  if (records.length) document.getElementById('home').hidden = false;
}

// What they are called is known when their first pages have been set: not before somebody wants to choose.
async function nameAll() {
  const ends = signal;
  for (const one of unnamed.splice(0)) {
    const view = await ask(`doc/${one.number}/card`, ends).catch(() => null);
    if (ends.aborted) return;
    if (view && view.parts) one.option.textContent = name(one.i, one.all, view.parts[0].title);
  }
}

export function close() {
  show(false);
  unnamed = [];
}

select.addEventListener('change', () => { location.hash = `#${select.value}`; });
select.addEventListener('focus', nameAll);
