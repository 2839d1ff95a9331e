// Comparisons (vanban diff -o) as Chromium shows them from the disk:
//   node diff.mjs NODE_MODULES_DIR [FILE.html PNG]...
// Each of the file's changes has a mark and a chip that can be seen, n goes through all of them and p back, a link of
// the list shows its place, and nothing is asked of any server. Pictures of it beside PNG. Exit status: 1 when not.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { end, fail, holds, launch } from './browser.mjs';

const [modules, ...args] = process.argv.slice(2);
const browser = await launch(modules, '--disable-gpu');
// Where the chip of a change is, in the page.
function place(c) {
  const chip = document.getElementById(`c${c}`), box = chip.getBoundingClientRect(), view = document.querySelector('main').getBoundingClientRect();
  const focus = document.activeElement.closest('li');
  return { now: chip.classList.contains('current'), seen: box.top >= view.top && view.bottom >= box.bottom, focus: focus && focus.id };
}

async function look(file, png) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  page.on('pageerror', (e) => fail(`${file}:`, e.message));
  page.on('console', (m) => m.type() === 'error' && fail(`${file}:`, m.text()));
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(() => document.fonts.ready);
  const found = await page.evaluate(() => ({
    items: document.querySelectorAll('#list li').length,
    marked: new Set([...document.querySelectorAll('.marks [data-c]')].map((e) => e.dataset.c)).size,
    chips: new Set([...document.querySelectorAll('.chip')].map((e) => e.dataset.c)).size,
    fonts: [...document.fonts].filter((f) => f.status === 'error').length,
    sheets: document.querySelectorAll('.sheet').length,
    twice: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
  }));
  if (asked.some((url) => !url.startsWith('file:') && !url.startsWith('data:'))) fail(`${file}:`, 'asks for', asked);
  if (found.marked !== found.items || found.chips !== found.items || found.fonts || found.twice.length) fail(`${file}:`, JSON.stringify(found));
  if (png) await page.screenshot({ path: `${png}.png` });
  for (let n = 1; n <= found.items; n++) {
    await page.keyboard.press('n');
    let at;
    await holds(async () => {
      at = await page.evaluate(place, n);
      return at.now && at.seen && at.focus === `l${n}`;
    }, () => `${file}: n, ${n}: ${JSON.stringify(at)}`);
    if (n === 1 && png) await page.screenshot({ path: `${png}-n.png` });
  }
  const current = () => page.evaluate(() => document.querySelector('#list .current').id);
  if (found.items > 1) {
    await page.keyboard.press('p');
    await holds(async () => await current() === `l${found.items - 1}`, `${file}: p`);
    await page.click('#l1 a');
    await holds(async () => await current() === 'l1', `${file}: a link of the list`);
  }
  await page.keyboard.press('+');
  await holds(async () => await page.textContent('#zoom') === '120%', async () => `${file}: zoom ${await page.textContent('#zoom')}`);
  if (png) await page.pdf({ path: `${png}.pdf`, preferCSSPageSize: true, printBackground: true });
  await page.close();
  console.log(`diff: ${file}: ${found.items} changes, ${found.sheets} pages`);
}

for (let i = 0; i + 1 < args.length; i += 2) await look(args[i], args[i + 1]);
await end();
