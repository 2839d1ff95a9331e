// The gallery without a server as Chromium shows it from the disk:
//   node gallery.mjs NODE_MODULES_DIR FOLDER
// A card leads to its document, the strip to its pages, and back; zoom; nothing is asked of any server. Pictures beside
// FOLDER. Exit status: 1 when not.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, end, fail, holds, launch } from './browser.mjs';

const [modules, folder] = process.argv.slice(2);
const browser = await launch(modules, '--disable-gpu');
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.on('request', (r) => r.url().startsWith('file:') || r.url().startsWith('data:') || fail('asks for', r.url()));
page.on('pageerror', (e) => fail(e.message));
// On paper: a sheet for each page, of its size and on its side, whatever paper the printer would take by itself.
async function paper() {
  const landscape = await page.$$eval('section.sheet', (all) => all.map((s) => Number(s.style.getPropertyValue('--w')) > Number(s.style.getPropertyValue('--h'))));
  for (const preferCSSPageSize of [true, false]) {
    const boxes = [...(await page.pdf({ preferCSSPageSize })).toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) => m.slice(1).map(Number));
    check(boxes.length === landscape.length, `${boxes.length} sheets of paper for ${landscape.length} pages`);
    boxes.forEach(([w, h], i) => {
      check(w > h === landscape[i], `page ${i + 1} stands on the wrong side`);
      if (preferCSSPageSize) check(Math.abs(w * h - 594.96 * 841.92) <= 2000, `page ${i + 1} is ${w} x ${h}`);
    });
  }
  return landscape.filter(Boolean).length;
}
await page.goto(pathToFileURL(resolve(folder, 'index.html')).href);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: `${folder}.png` });
const cards = await page.$$('.cards > li > a');
await page.click('.cards > li > a[href*="bac-giang"]');
await page.waitForLoadState();
await page.evaluate(() => document.fonts.ready);
const sheets = (await page.$$('section.sheet')).length;
await page.click('#strip a:nth-child(3)');
await holds(() => page.evaluate(() => location.hash === '#d0-p3' && document.querySelector('#strip [aria-current]')?.hash === '#d0-p3'
  && [...document.fonts].some((f) => f.status === 'loaded')), 'the strip does not lead to the page');
await page.screenshot({ path: `${folder}-page.png` });
await paper();
await page.keyboard.press('+');
await holds(async () => await page.textContent('#zoom') === '120%', 'zoom');
await page.click('.back');
await holds(async () => await page.locator('.cards > li > a').count() === cards.length, 'back');
await page.click('.cards > li > a[href*="de-an"]');
await page.waitForURL(/de-an/);
await page.waitForLoadState();
check(await paper() >= 1, 'no page of the plan lies on its side');
await end(`${cards.length} documents, ${sheets} pages of one`);
