const links = new Map([...document.querySelectorAll('#strip a')].map((a) => [a.hash.slice(1), a]));
const seen = new Map();
const watch = new IntersectionObserver((entries) => {
  for (const e of entries) seen.set(e.target.id, e.intersectionRatio * e.intersectionRect.height);
  const most = [...seen].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
  for (const [id, a] of links) {
    if (id !== most) a.removeAttribute('aria-current');
    else if (!a.hasAttribute('aria-current')) {
      a.setAttribute('aria-current', 'page');
      a.scrollIntoView({ block: 'nearest' });
    }
  }
}, { root: main, threshold: [0, 0.25, 0.5, 0.75, 1] });
document.querySelectorAll('main .sheet').forEach((s) => watch.observe(s));
