// served.mjs - `vanban preview` and a browser, for the tests that look at it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check, end as leave, launch } from './browser.mjs';

export { check, holds } from './browser.mjs';

export const [vanban, modules, out] = process.argv.slice(2).map(p => path.resolve(p));
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

const browser = await launch(modules, '--force-color-profile=srgb');
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
export const page = await context.newPage();
const complaints = [], foreign = [];
page.on('pageerror', error => complaints.push(String(error)));
page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
page.on('request', request => /^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url()) || foreign.push(request.url()));
export const here = () => page.evaluate(() => location.hash); // page.url() comes behind
export const shot = name => page.screenshot({ path: path.join(out, `${name}.png`) });
export const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

// A report of 12 pages, to be written over, and its page.
export async function report() {
  fs.cpSync('samples/bac-giang-bao-cao-2020-02', path.join(work, 'report'), { recursive: true });
  const data = path.join(work, 'report/data.xml'), template = path.join(work, 'report/template.xml'), whole = fs.readFileSync(data, 'utf8');
  const url = await serve(data);
  await page.goto(url);
  await page.waitForSelector('.sheet svg text');
  return { data, template, whole, url };
}

// The last word; ends the program.
export async function end(words) {
  check(!foreign.length, `asked for ${foreign}`);
  const real = complaints.filter(text => !/net::ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(text)); // servers are ended
  check(!real.length, `the browser complains: ${real.slice(0, 5).join(' | ')}`);
  await leave(words);
}
