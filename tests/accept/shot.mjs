// Pictures of SVG files as headless Chromium paints them, each a page of paper, at a resolution:
//   node shot.mjs NODE_MODULES_DIR DPI [SVG PNG]...
// and beside each, PNG.txt, the text that is there when all is selected. A file may ask for nothing but
// itself, and no letter may stand elsewhere than it says. Exit status: 1 when one does, or a font does not load.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { end, fail, launch } from './browser.mjs';

const [modules, dpi, ...files] = process.argv.slice(2);
const browser = await launch(modules, '--disable-gpu');
// Chromium stretches a drawing to whole pixels; other renderers take a whole pixel more of the paper.
function paper(dpi) {
  const svg = document.documentElement, [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const box = { x: 0, y: 0, width: Math.ceil((width * dpi) / 72), height: Math.ceil((height * dpi) / 72) };
  svg.setAttribute('width', box.width);
  svg.setAttribute('height', box.height);
  svg.setAttribute('viewBox', `0 0 ${(box.width * 72) / dpi} ${(box.height * 72) / dpi}`);
  return box;
}

// The letters that Chromium has more than a twentieth of a point from their place.
function astray() {
  const found = [];
  let last, before = 0;
  for (const span of document.querySelectorAll('tspan')) {
    const text = span.closest('text'), y = Number(span.getAttribute('y'));
    before = text === last ? before : 0;
    last = text;
    span.getAttribute('x').split(' ').forEach((x, i) => {
      if (before + i === text.getNumberOfChars() && span.textContent.slice(i) === ' ') return; // it drops the last blank
      const at = text.getStartPositionOfChar(before + i);
      if (Math.abs(at.x - x) > 0.05 || Math.abs(at.y - y) > 0.05) found.push(`${span.textContent[i]} at ${at.x} ${at.y}, not ${x} ${y}`);
    });
    before += span.textContent.length;
  }
  return found;
}

const side = Math.ceil(20 * Number(dpi));
const context = await browser.newContext({ viewport: { width: side, height: side }, offline: true });
const page = await context.newPage();
for (let i = 0; i + 1 < files.length; i += 2) {
  const url = pathToFileURL(resolve(files[i])).href;
  const asked = (request) => request.url() !== url && !request.url().startsWith('data:') && fail(`${files[i]}:`, `asks for ${request.url()}`);
  page.on('request', asked);
  await page.goto(url);
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map((f) => `${f.family} ${f.status}`);
  });
  for (const face of faces) if (!face.endsWith(' loaded')) fail(`${files[i]}:`, `font ${face}`);
  const box = await page.evaluate(paper, Number(dpi));
  await page.screenshot({ path: files[i + 1], clip: box });
  writeFileSync(`${files[i + 1]}.txt`, await page.evaluate(() => {
    getSelection().selectAllChildren(document.documentElement);
    return getSelection().toString();
  }));
  for (const letter of (await page.evaluate(astray)).slice(0, 3)) fail(`${files[i]}:`, letter);
  page.off('request', asked);
}
await end();
