// marks.js - over a page that is compared: words struck out or underlined, boxes round what moved, a chip where a change begins.
import { say, make, locale } from './words.js';

const SVG = 'http://www.w3.org/2000/svg', TINTED = ['changed', 'added', 'removed', 'running'], HIGH = 6; // mm, of a chip

function draw(parent, tag, attributes) {
  const e = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  parent.append(e);
  return e;
}

function mark(parent, side, kind, [, x, y, width, height]) {
  const rect = (name, x, y, width, height) => draw(parent, 'rect', { class: name, x, y, width, height });
  if (TINTED.includes(kind)) {
    rect('tint', x - 0.4, y, width + 0.8, height);
    rect('line', x - 0.4, side ? y + height - 0.2 : y + height * 0.56, width + 0.8, side ? 0.6 : 0.45);
  } else if (kind === 'look') rect('line', x, y + height - 0.2, width, 0.5);
  else rect('outline', x - 1, y - 0.5, width + 2, height + 1);
}

function chipText(change, i, side, page) {
  const mm = change.kind === 'moved' && !change.elsewhere ? change.down_mm || change.right_mm : 0, other = change[side ? 'a' : 'b'];
  const leads = change.kind === 'moved' && other && other.boxes[0][0] !== page ? ` ${side ? '←' : '→'} ${say('page_short')}${other.boxes[0][0]}` : '';
  return `${i + 1} ${leads ? '' : change.sign}${mm ? ` ${locale(Math.abs(mm).toFixed(1))} mm` : ''}${leads}`.replace('  ', ' ');
}

// Marks of a page: all boxes of changes on it; a chip where each begins.
export function dress(figure, { changes, on, current, address }) {
  const { sheet, side, page, w, h } = figure, over = draw(sheet, 'svg', { class: 'marks', viewBox: `0 0 ${w} ${h}`, 'aria-hidden': 'true' }), chips = [];
  for (const i of on[side].get(page) || []) {
    const change = changes[i], boxes = change['ab'[side]].boxes.filter(box => box[0] === page);
    const group = draw(over, 'g', { class: `${change.kind}${i === current ? ' current' : ''}`, 'data-c': i });
    boxes.forEach(box => mark(group, side, change.kind, box));
    chips.push({ i, y: boxes[0][2], text: chipText(change, i, side, page) });
  }
  let free = 0;
  for (const { i, y, text } of chips.sort((a, b) => a.y - b.y)) {
    const chip = make('a', { class: `chip ${changes[i].kind}${i === current ? ' current' : ''}`, href: address(i), tabindex: '-1', 'data-c': i }, text);
    chip.style.top = `${Math.max(y, free) / h * 100}%`;
    free = Math.max(y, free) + HIGH;
    sheet.append(chip);
  }
}
