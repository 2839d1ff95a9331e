// Comparisons (vanban diff -o) as Chromium shows them from the disk:
//   node diff.mjs NODE_MODULES_DIR [FILE.html PNG]...
// Each of the file's changes has a mark and a chip that can be seen, n goes through all of them and p back, a link of
// the list shows its place, and nothing is asked of any server. Pictures of it beside PNG. Exit status: 1 when not.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...args] = process.argv.slice(2);
const { chromium } = createRequire(resolve(modules, 'x.js'))('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
let status = 0;
const fail = (file, ...what) => {
  console.error(`diff: ${file}:`, ...what);
  status = 1;
};

async function look(file, png) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  page.on('pageerror', (e) => fail(file, e.message));
  page.on('console', (m) => m.type() === 'error' && fail(file, m.text()));
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
  if (asked.some((url) => !url.startsWith('file:') && !url.startsWith('data:'))) fail(file, 'asks for', asked);
  if (found.marked !== found.items || found.chips !== found.items || found.fonts || found.twice.length) fail(file, JSON.stringify(found));
  if (png) await page.screenshot({ path: `${png}.png` });
  for (let n = 1; n <= found.items; n++) {
    await page.keyboard.press('n');
    const at = await page.evaluate((c) => {
      const chip = document.getElementById(`c${c}`), box = chip.getBoundingClientRect(), view = document.querySelector('main').getBoundingClientRect();
      const focus = document.activeElement.closest('li');
      return { now: chip.classList.contains('current'), seen: box.top >= view.top && view.bottom >= box.bottom, focus: focus && focus.id };
    }, n);
    if (!at.now || !at.seen || at.focus !== `l${n}`) fail(file, `n, ${n}:`, JSON.stringify(at));
    if (n === 1 && png) await page.screenshot({ path: `${png}-n.png` });
  }
  if (found.items > 1) {
    await page.keyboard.press('p');
    if ((await page.evaluate(() => document.querySelector('#list .current').id)) !== `l${found.items - 1}`) fail(file, 'p');
    await page.click('#l1 a');
    if ((await page.evaluate(() => document.querySelector('#list .current').id)) !== 'l1') fail(file, 'a link of the list');
  }
  await page.keyboard.press('+');
  if ((await page.textContent('#zoom')) !== '120%') fail(file, 'zoom', await page.textContent('#zoom'));
  if (png) await page.pdf({ path: `${png}.pdf`, preferCSSPageSize: true, printBackground: true });
  await page.close();
  console.log(`diff: ${file}: ${found.items} changes, ${found.sheets} pages`);
}

for (let i = 0; i + 1 < args.length; i += 2) await look(args[i], args[i + 1]);
await browser.close();
process.exit(status);
