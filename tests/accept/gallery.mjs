// The gallery without a server as Chromium shows it from the disk:
//   node gallery.mjs NODE_MODULES_DIR FOLDER
// A card leads to its document, the strip to its pages, and back; zoom; nothing is asked of any server. Pictures beside
// FOLDER. Exit status: 1 when not.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, folder] = process.argv.slice(2);
const { chromium } = createRequire(resolve(modules, 'x.js'))('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
let status = 0;
const fail = (...what) => {
  console.error('gallery:', ...what);
  status = 1;
};
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
await page.waitForTimeout(300);
const now = await page.evaluate(() => [location.hash, document.querySelector('#strip [aria-current]')?.hash, [...document.fonts].filter((f) => f.status === 'loaded').length]);
if (now[0] !== '#d0-p3' || now[1] !== '#d0-p3' || now[2] === 0) fail('strip', now);
await page.screenshot({ path: `${folder}-page.png` });
await page.keyboard.press('+');
if ((await page.textContent('#zoom')) !== '120%') fail('zoom');
await page.click('.back');
await page.waitForSelector('.cards > li > a');
await page.waitForLoadState();
if ((await page.$$('.cards > li > a')).length !== cards.length) fail('back');
await browser.close();
console.log(`gallery: ${cards.length} documents, ${sheets} pages of one`);
process.exit(status);
