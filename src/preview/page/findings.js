// findings.js - what vanban check has to say of the pages: in the panel, and at its places on the pages. It comes behind the pages.
import { say, make } from './words.js';
import { follow } from './net.js';
import * as messages from './messages.js';
import * as overlay from './overlay.js';

const section = document.getElementById('findings');
let list = [], lookAt = null, current = -1, faults = 0;

// What breaks the decree or its forms, what practice advises, what a person should know, what could not be judged.
const isFault = one => one.state === 'finding' && one.level !== 'practice';
const kindOf = one => isFault(one) ? 'fault' : one.state === 'finding' ? 'practice' : one.state === 'not-judged' ? 'unjudged' : 'known';
const order = ['fault', 'practice', 'known', 'unjudged'];

function row(name, value) {
  return value ? [make('dt', {}, say(name)), make('dd', {}, value)] : [];
}

function item(one, i) {
  const kind = kindOf(one), page = one.sheet === undefined ? null
    : make('button', { class: 'link', onclick: () => look(i) }, `${say('page')} ${one.sheet + 1}`, one.words ? make('span', { class: 'words' }, ` «${one.words}»`) : null);
  return make('li', { class: kind, id: `finding${i}`, tabindex: '-1' },
    make('p', {}, make('span', { class: `badge ${kind}` }, say(`found_${kind}`)), ' ', make('strong', {}, `${one.rule} `), one.title), page,
    make('dl', {}, ...row('measured', one.measured), ...row('allowed', one.allowed), ...row('clause', one.clause), ...row('mend', kind === 'known' ? '' : one.remedy)),
    messages.link(one.at), messages.link(one.wanted, say('template_at')));
}

function unjudged(all) {
  return all.length ? make('details', {}, make('summary', {}, say('unjudged', all.length)),
    make('ul', {}, ...all.map(one => make('li', { class: 'unjudged' }, make('p', {}, make('strong', {}, `${one.rule} `), one.title), make('p', { class: 'remedy' }, one.why))))) : null;
}

function show(found) {
  const open = section.querySelector('details[open]') !== null, rules = found && found.rules, focus = document.activeElement && document.activeElement.id;
  const judged = list.map((one, i) => ({ one, i })).filter(({ one }) => kindOf(one) !== 'unjudged');
  section.replaceChildren(...[make('h2', {}, say('found')), found ? make('p', { class: 'sum' }, say('rules', rules.pass, rules['does-not-apply'])) : make('p', { class: 'sum' }, say('not_measured')),
    judged.length ? make('ul', {}, ...judged.map(({ one, i }) => item(one, i))) : null, found && found.left ? make('p', { class: 'sum' }, say('left', found.left)) : null,
    unjudged(list.filter(one => kindOf(one) === 'unjudged'))].filter(Boolean));
  if (open && section.querySelector('details')) section.querySelector('details').open = true;
  if (/^finding\d/.test(focus || '') && document.getElementById(focus)) document.getElementById(focus).focus({ preventScroll: true });
}

function take(answer) {
  list = answer.findings ? answer.findings.list : [];
  list.sort((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)) || (a.sheet ?? -1) - (b.sheet ?? -1));
  current = -1;
  show(answer.findings);
  const n = list.filter(isFault).length;
  if (n !== faults && section.dataset.revision) document.getElementById('spoken').textContent = say('faults', n);
  messages.faults(faults = n);
  overlay.redraw();
  section.dataset.revision = answer.revision;
}

// ---- on the pages ------------------------------------------------------------------------------------------------

function look(i) {
  current = i;
  if (!overlay.is('findings')) overlay.toggle('findings');
  lookAt(list[i].sheet, list[i].mm);
  overlay.redraw();
}

function point(i) {
  messages.toggle(true);
  current = i;
  const entry = document.getElementById(`finding${i}`);
  if (entry) {
    entry.scrollIntoView({ block: 'center' });
    entry.focus({ preventScroll: true });
  }
  overlay.redraw();
}

// A box each, and a flag with the rule's name at its left; flags of one place stand below one another.
function draw(page, put) {
  const flags = [];
  list.forEach((one, i) => {
    if (one.sheet !== page.i || !one.mm || kindOf(one) === 'unjudged') return;
    const { x, y_from_top: y, width, height } = one.mm, kind = `${kindOf(one)}${i === current ? ' current' : ''}`;
    const wide = 2.4 + one.rule.length * 1.75, left = Math.min(Math.max(0.5, x - wide - 1.6), page.w - wide - 0.5);
    let top = Math.min(Math.max(0.5, y), page.h - 5);
    while (flags.some(flag => Math.abs(flag.left - left) < wide && Math.abs(flag.top - top) < 4.8)) top += 4.9;
    flags.push({ left, top });
    put(null, 'rect', { x: x - 0.8, y: y - 0.6, width: width + 1.6, height: height + 1.2, rx: 0.6, class: `found ${kind}` });
    const flag = put(null, 'g', { class: `flag ${kind}`, 'data-finding': i });
    put(flag, 'title', {}, `${one.rule} · ${one.title}\n${one.measured}`);
    put(flag, 'rect', { x: left, y: top, width: wide, height: 4.4, rx: 1 });
    put(flag, 'text', { x: left + wide / 2, y: top + 3.25 }, one.rule);
    flag.addEventListener('click', event => {
      event.stopPropagation();
      point(i);
    });
  });
}

overlay.layer('findings', draw);

export function open(number, look, signal) {
  lookAt = look;
  list = [];
  current = -1;
  section.replaceChildren();
  follow(`doc/${number}/findings`, take, signal);
}

export function close() {
  list = [];
  section.replaceChildren();
  delete section.dataset.revision;
}
