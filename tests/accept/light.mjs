// Pages as SVG with a place for each letter, and without (light): where Chromium puts each letter of both.
//   node light.mjs NODE_MODULES_DIR [FULL.svg LIGHT.svg]...      Exit status: 1 when one is a tenth of a point off.
import { readFileSync } from 'node:fs';
import { check, end, launch } from './browser.mjs';

const [modules, ...files] = process.argv.slice(2);
const browser = await launch(modules, '--disable-gpu');
const page = await browser.newPage({ offline: true });

// In a page of HTML, as a preview has it. The time is that of the layout.
async function letters(file) {
  await page.setContent('<!doctype html><div></div>');
  return page.evaluate(async (svg) => {
    const div = document.querySelector('div'), start = performance.now();
    div.innerHTML = svg;
    const texts = [...document.querySelectorAll('text')];
    texts.forEach((text) => text.getBBox());
    const ms = performance.now() - start;
    await document.fonts.ready;
    const found = texts.flatMap((text) => Array.from({ length: text.getNumberOfChars() }, (_, i) => {
      const { x, y } = text.getStartPositionOfChar(i);
      return [text.textContent[i], x, y];
    }));
    return { ms, found };
  }, readFileSync(file, 'utf8'));
}

let worst = 0, count = 0;
const ms = [0, 0];
for (let i = 0; i + 1 < files.length; i += 2) {
  const [full, light] = [await letters(files[i]), await letters(files[i + 1])];
  ms[0] += full.ms;
  ms[1] += light.ms;
  if (full.found.length !== light.found.length) throw new Error(`${files[i + 1]} has other letters`);
  full.found.forEach(([c, x, y], k) => {
    const [other, x1, y1] = light.found[k];
    if (c !== other) throw new Error(`${files[i + 1]}: ${other}, not ${c}`);
    worst = Math.max(worst, Math.abs(x - x1), Math.abs(y - y1));
    count++;
  });
}
check(worst < 0.1, 'a letter stands elsewhere');
await end(`${count} letters, at most ${worst.toFixed(3)} pt off; laid out in ${ms[1].toFixed()} ms, with a place for each in ${ms[0].toFixed()} ms`);
