// drawing.js - a page's drawing: read, and turned into another with as little as must be drawn anew.
const reader = new DOMParser();

// Its look is the style sheet's: the page's rules forbid styles that stand in a document.
export function parse(text) {
  const bare = text.replace(/<style>[^<]*<\/style>/, '').replaceAll(/(<(?:svg|g)\s[^<>]*?) style="[^"]*"/g, '$1');
  const svg = reader.parseFromString(bare, 'application/xml').documentElement;
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  return document.adoptNode(svg);
}

// ---- one becomes another: what is the same stays -----------------------------------------------------------

const same = (a, b) => a.isEqualNode(b);

function attributes(a, b) {
  for (const { name } of [...a.attributes]) if (!b.hasAttribute(name)) a.removeAttribute(name);
  for (const { name, value } of b.attributes) if (a.getAttribute(name) !== value) a.setAttribute(name, value);
}

function children(a, b) {
  const from = [...a.childNodes], to = [...b.childNodes];
  let head = 0, tail = 0;
  const most = Math.min(from.length, to.length);
  while (head < most && same(from[head], to[head])) head++;
  while (tail < most - head && same(from[from.length - 1 - tail], to[to.length - 1 - tail])) tail++;
  const old = from.slice(head, from.length - tail), fresh = to.slice(head, to.length - tail), pairs = Math.min(old.length, fresh.length);
  const before = from[from.length - tail] || null;
  for (let i = 0; i < pairs; i++) become(old[i], fresh[i]);
  old.slice(pairs).forEach(e => e.remove());
  fresh.slice(pairs).forEach(e => a.insertBefore(e, before));
}

export function become(a, b) {
  if (same(a, b)) return;
  if (a.nodeType !== 1 || a.nodeName !== b.nodeName || a.localName === 'text') {
    a.replaceWith(b);
    return;
  }
  attributes(a, b);
  children(a, b);
}
