// listed.js - a change in the list of a comparison, and what the list's colours mean.
import { say, make } from './words.js';
import { link } from './messages.js';

const WORDED = ['changed', 'added', 'removed', 'running', 'paper'];

function clip(text) {
  return text.length > 170 ? `${text.slice(0, 110).replace(/\s\S*$/, '')} … ${text.slice(-50).replace(/^\S*\s/, '')}` : text;
}

const spokenWord = (tag, name, text) => text ? make(tag, {}, make('span', { class: 'unseen' }, `${say(name)} `), clip(text)) : null;

function words(change) {
  const { a, b } = change, p = b && b.text ? b : a || b, soft = text => text ? make('span', { class: 'soft' }, text) : null;
  const differ = WORDED.includes(change.kind) && !(a && b && a.text === b.text);
  if (differ && p) return [soft(p.before), ' ', spokenWord('del', 'gone_word', a && a.text), ' ', spokenWord('ins', 'new_word', b && b.text), ' ', soft(p.after)];
  return p && p.text ? [clip(p.text) + (p.after && change.kind !== 'look' ? p.after : '')] : [];
}

// number: of the documents; the first has none when it is what a file was before it was saved.
function places(change, [a, b]) {
  if (change.b && change.b.at) return link(change.b.at, '', b, change.b.text || ' ');
  return change.a && change.a.at && a !== null ? link(change.a.at, '', a, change.a.text || ' ') : null;
}

export function item(change, i, address, numbers) {
  return make('li', { class: change.kind, id: `l${i + 1}` }, make('a', { href: address, 'data-i': i }, make('b', { class: 'sign', 'aria-hidden': 'true' }, change.sign),
    make('span', { class: 'what' }, `${change.where} · ${change.what}`), ' ', make('span', { class: 'said' }, ...words(change))), places(change, numbers));
}

export function legend(counts) {
  const names = say('kinds'), some = kinds => kinds.some(kind => counts[kind]);
  return make('p', { class: 'legend', 'aria-hidden': 'true' }, some(['changed', 'removed']) ? make('del', {}, names.gone) : null, ' ', some(['changed', 'added']) ? make('ins', {}, names.fresh) : null,
    ...['look', 'moved', 'reflowed', 'running', 'rules', 'paper'].filter(kind => counts[kind]).flatMap(kind => [' ', make('span', { class: `key ${kind}` }, names[kind])]));
}
