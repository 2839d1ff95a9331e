'use strict';
const root = document.documentElement, main = document.querySelector('main');
const steps = [0.25, 0.35, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2, 2.5, 3, 4];
let zoom = 1;
// The place in the middle of the view stays there.
function setZoom(to) {
  const x = (main.scrollLeft + main.clientWidth / 2) / main.scrollWidth, y = (main.scrollTop + main.clientHeight / 2) / main.scrollHeight;
  zoom = to;
  root.style.setProperty('--zoom', zoom);
  document.getElementById('zoom').textContent = Math.round(zoom * 100) + '%';
  main.scrollTo(x * main.scrollWidth - main.clientWidth / 2, y * main.scrollHeight - main.clientHeight / 2);
}
const nearest = () => steps.reduce((best, s, i) => (Math.abs(steps[best] - zoom) > Math.abs(s - zoom) ? i : best), 0);
const doing = {
  in: () => setZoom(steps[Math.min(steps.length - 1, nearest() + 1)]),
  out: () => setZoom(steps[Math.max(0, nearest() - 1)]),
  whole: () => setZoom(1),
  ground: () => { root.dataset.ground = root.dataset.ground === 'light' ? 'dark' : 'light'; },
  print: () => window.print(),
};
const keys = { '+': 'in', '=': 'in', '-': 'out', 0: 'whole', d: 'ground' };
document.addEventListener('click', (e) => {
  const button = e.target.closest('[data-do]');
  if (button) doing[button.dataset.do]();
});
document.addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || !doing[keys[e.key]]) return;
  e.preventDefault();
  doing[keys[e.key]]();
});
