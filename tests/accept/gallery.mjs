// The gallery without a server as Chromium shows it from the disk:
//   node gallery.mjs NODE_MODULES_DIR FOLDER
// A card leads to its document, the strip to its pages, and back; zoom; nothing is asked of any server. Pictures beside
// FOLDER. Exit status: 1 when not.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { end, fail, holds, launch } from './browser.mjs';

const [modules, folder] = process.argv.slice(2);
const browser = await launch(modules, '--disable-gpu');
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.on('request', (r) => r.url().startsWith('file:') || r.url().startsWith('data:') || fail('asks for', r.url()));
page.on('pageerror', (e) => fail(e.message));
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
await page.keyboard.press('+');
await holds(async () => await page.textContent('#zoom') === '120%', 'zoom');
await page.click('.back');
await holds(async () => await page.locator('.cards > li > a').count() === cards.length, 'back');
await end(`${cards.length} documents, ${sheets} pages of one`);
