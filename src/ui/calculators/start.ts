import type { CalculatorKind } from '~/words/calculators.ts';

/** A calculator is loaded a little before it is seen, and not at all by a reader who does not come to it. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      watcher.unobserve(target);
      const kind = target.dataset['calculator'] as CalculatorKind;
      const language = document.documentElement.lang === 'ja' ? 'ja' : 'en';
      // Where it cannot be loaded (offline, say), the worked example stays.
      import('./mount.tsx').then(({ mount }) => mount(target, kind, language)).catch(() => {});
    }
  },
  { rootMargin: '200px' },
);

for (const place of document.querySelectorAll('[data-calculator]')) watcher.observe(place);
