// net.js - what is asked of the program. One question stays open; its answer comes when something has changed.
import { say } from './words.js';

const state = document.getElementById('state');
let lost = ''; // in which way the program does not answer

export function tell(text, kind = '') {
  state.textContent = text;
  state.className = kind;
}

function met(fault) {
  if (fault === lost) return;
  lost = fault;
  tell(say(lost || 'again'), lost ? 'bad' : '');
  if (!lost) setTimeout(() => state.textContent === say('again') && tell(''), 3000);
}

// Who answers, but not this: a program that was started anew has another address.
async function faultOf(error) {
  if (error.message !== '404') return 'lost';
  const list = await fetch('list', { cache: 'no-store' }).catch(() => null);
  return !list ? 'lost' : list.ok ? 'no_document' : 'moved';
}

const pause = ms => new Promise(done => setTimeout(done, ms));
const seen = () => document.hidden && new Promise(done => document.addEventListener('visibilitychange', done, { once: true }));

export async function ask(url, signal) {
  const answer = await fetch(url, { signal, cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// Gives each new answer to take() until `signal` ends it. A hidden page does not keep a connection.
export async function follow(url, take, signal) {
  let revision = 0, wait = 200;
  while (!signal.aborted) {
    await seen();
    const stop = new AbortController(), end = () => stop.abort(), leave = () => document.hidden && end();
    signal.addEventListener('abort', end);
    document.addEventListener('visibilitychange', leave);
    try {
      const answer = await ask(`${url}${url.includes('?') ? '&' : '?'}revision=${revision}`, stop.signal);
      met('');
      wait = 200;
      if (answer.revision !== revision) {
        revision = answer.revision;
        await take(answer);
      }
    } catch (error) {
      if (stop.signal.aborted) continue;
      if (!(error instanceof TypeError) && !/^\d+$/.test(error.message)) throw error;
      met(await faultOf(error));
      await pause(wait = Math.min(wait * 2, 5000));
    } finally {
      signal.removeEventListener('abort', end);
      document.removeEventListener('visibilitychange', leave);
    }
  }
}

// A page: kept for as long as it may be shown again.
export async function pageText(number, hash) {
  const answer = await fetch(`doc/${number}/page/${hash}`);
  return answer.ok ? answer.text() : null;
}
