// served.mjs - `vanban preview` and a browser, for the tests that look at it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const [vanban, modules, out] = process.argv.slice(2).map(p => path.resolve(p));
const { chromium } = createRequire(path.join(modules, 'x.js'))('playwright-core');
let failed = 0;
const name = path.basename(process.argv[1], '.mjs');
export const check = (good, what) => { if (!good) { failed++; console.log(`${name}: ${what}`); } };
// A browser answers when it has come to it: asked again until it holds, for at most this long.
const PATIENCE_MS = 10000;
export async function holds(asked, what) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await asked().catch(() => false)) return;
    if (Date.now() > until) return check(false, typeof what === 'string' ? what : await what());
    await new Promise(done => setTimeout(done, 20));
  }
}

fs.mkdirSync(out, { recursive: true });
export const work = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-'));
export const running = [];
process.on('exit', () => {
  running.forEach(p => p.kill('SIGKILL'));
  fs.rmSync(work, { recursive: true, force: true });
});

export async function serve(...args) {
  const lang = args.includes('--lang') ? [] : ['--lang', 'vi'];
  const server = spawn(vanban, ['preview', '--no-browser', ...lang, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(server);
  const [url] = await new Promise(done => server.stdout.once('data', data => done(String(data).split('\n'))));
  return url;
}

export const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--force-color-profile=srgb'] });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
export const page = await context.newPage();
const complaints = [], foreign = [];
page.on('pageerror', error => complaints.push(String(error)));
page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
page.on('request', request => /^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url()) || foreign.push(request.url()));
export const here = () => page.evaluate(() => location.hash); // page.url() comes behind
export const shot = name => page.screenshot({ path: path.join(out, `${name}.png`) });
export const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

// The last word; ends the program.
export async function end(words) {
  check(!foreign.length, `asked for ${foreign}`);
  const real = complaints.filter(text => !/net::ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(text)); // servers are ended
  check(!real.length, `the browser complains: ${real.slice(0, 5).join(' | ')}`);
  await browser.close();
  console.log(`${name}: ${words}`);
  process.exit(failed ? 1 : 0);
}
