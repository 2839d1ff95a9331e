// browser.mjs - Chromium, and how a test that looks at what it shows asks, complains and ends.
import { createRequire } from 'node:module';
import path from 'node:path';

let failed = 0, running;
const name = path.basename(process.argv[1], '.mjs');
export const fail = (...what) => { failed++; console.error(`${name}:`, ...what); };
export const check = (good, ...what) => good || fail(...what);

// A browser answers when it has come to it: asked again until it holds, for at most this long.
const PATIENCE_MS = 10000;
export async function holds(asked, what) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await asked().catch(() => false)) return;
    if (Date.now() > until) return fail(typeof what === 'string' ? what : await what());
    await new Promise(done => setTimeout(done, 20));
  }
}

export async function launch(modules, ...args) {
  const { chromium } = createRequire(path.resolve(modules, 'x.js'))('playwright-core');
  return running = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', ...args] });
}

// The last word, if there is one; ends the program.
export async function end(words) {
  await running.close();
  if (words) console.log(`${name}: ${words}`);
  process.exit(failed ? 1 : 0);
}
