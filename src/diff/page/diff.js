const items = [...document.querySelectorAll('#list li')], at = document.getElementById('at'), state = document.getElementById('state');
let current = -1;
function show(n, focus) {
  if (n >= items.length || 0 > n) return;
  current = n;
  document.querySelectorAll('.current').forEach((e) => e.classList.remove('current'));
  const item = items[n], place = document.getElementById('c' + (n + 1)), link = item.firstElementChild;
  item.classList.add('current');
  document.querySelectorAll('[data-c="' + (n + 1) + '"]').forEach((e) => e.classList.add('current'));
  at.textContent = n + 1 + '/' + items.length;
  item.scrollIntoView({ block: 'nearest' });
  if (focus) link.focus({ preventScroll: true });
  // What moved or was turned over two pages: its first box, in the middle.
  place.scrollIntoView({ block: 'center', inline: 'nearest' });
  place.scrollIntoView({ block: 'center', inline: 'nearest' }); // pages on the way have their size only now
  state.textContent = at.textContent + ': ' + link.textContent;
}
doing.next = () => show(items.length > current + 1 ? current + 1 : 0, true);
doing.previous = () => show(current > 0 ? current - 1 : items.length - 1, true);
keys.n = 'next';
keys.p = 'previous';
document.addEventListener('click', (e) => {
  const link = e.target.closest('a[href^="#c"], a[href^="#l"]');
  if (!link) return;
  const n = Number(link.hash.slice(2)) - 1;
  if (!items[n] || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  show(n, !link.classList.contains('chip'));
});
if (/^#[cl]\d+$/.test(location.hash)) show(Number(location.hash.slice(2)) - 1, false);
