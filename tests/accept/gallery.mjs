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
await page.waitForFunction(() => location.hash === '#d0-p3' && document.querySelector('#strip [aria-current]')?.hash === '#d0-p3'
  && [...document.fonts].some((f) => f.status === 'loaded')).catch(() => fail('the strip does not lead to the page'));
await page.screenshot({ path: `${folder}-page.png` });
await page.keyboard.press('+');
await page.waitForFunction(() => document.querySelector('#zoom').textContent === '120%').catch(() => fail('zoom'));
await page.click('.back');
await page.waitForFunction((all) => document.querySelectorAll('.cards > li > a').length === all, cards.length).catch(() => fail('back'));
await browser.close();
console.log(`gallery: ${cards.length} documents, ${sheets} pages of one`);
process.exit(status);
