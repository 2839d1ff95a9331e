// flash.js - what is new on pages that were drawn again lights up. New is what stands on none of the pages before: what
// has only moved does not; where nothing is new but something has moved, the page's edge lights up.
const MOST = 120, idle = window.requestIdleCallback || (then => setTimeout(then, 100));

const svgOf = page => page.sheet.querySelector(':scope > svg:not(.over)');

// Lines of text, of which each may be several runs, and pictures.
function read(page) {
  const svg = svgOf(page), lines = [];
  let last = null;
  for (const e of svg ? svg.querySelectorAll('tspan, image') : []) {
    const y = e.getAttribute('y');
    if (last && last.of === e.parentNode && last.y === y && e.localName === 'tspan') {
      last.runs.push(e);
      last.key += e.textContent;
    } else {
      last = { of: e.parentNode, y, x: e.getAttribute('x'), runs: [e], key: e.localName === 'image' ? e.getAttribute('href') : e.textContent };
      lines.push(last);
    }
  }
  for (const line of lines) {
    line.key = line.key.trim();
    line.place = `${line.key}@${line.x},${line.y}`;
  }
  return lines;
}

// When there is time, so that there is none to lose when it changes.
export function remember(page) {
  page.lines = null;
  idle(() => { page.lines = page.lines || read(page); }, { timeout: 500 });
}

const linesOf = page => page.lines || (page.shown ? read(page) : []);

export function wordsOf(pages) {
  const words = new Set(), places = new Map();
  for (const page of pages) {
    const lines = linesOf(page);
    lines.forEach(one => words.add(one.key));
    if (lines.length) places.set(page, lines.map(one => one.place).join('\n'));
  }
  return { words, places };
}

function light(sheet, svg, line) {
  const boxes = line.runs.map(e => e.getBBox()), view = svg.viewBox.baseVal, spot = document.createElement('span');
  const left = Math.min(...boxes.map(b => b.x)), right = Math.max(...boxes.map(b => b.x + b.width));
  const top = Math.min(...boxes.map(b => b.y)), bottom = Math.max(...boxes.map(b => b.y + b.height));
  spot.className = 'flash';
  spot.style.left = `${left / view.width * 100}%`;
  spot.style.top = `${top / view.height * 100}%`;
  spot.style.width = `${(right - left) / view.width * 100}%`;
  spot.style.height = `${(bottom - top) / view.height * 100}%`;
  spot.addEventListener('animationend', () => spot.remove());
  setTimeout(() => spot.remove(), 4000);
  sheet.append(spot);
}

export function flash(pages, before) {
  for (const page of pages) {
    const svg = svgOf(page);
    if (!svg || !before.places.has(page)) continue;
    const all = page.lines = read(page), fresh = all.filter(one => one.key && !before.words.has(one.key));
    fresh.slice(0, MOST).forEach(one => light(page.sheet, svg, one));
    const moved = !fresh.length && all.map(one => one.place).join('\n') !== before.places.get(page);
    page.sheet.classList.remove('moved');
    if (moved) {
      void page.sheet.offsetWidth;
      page.sheet.classList.add('moved');
    }
  }
}
