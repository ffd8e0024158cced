import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryPressure } from '../../../src/model/performance/memory-pressure.ts';

const gib = fc.double({ min: 0, max: 4096, noNaN: true });
const hosts = fc.record({ capacityGib: gib, wantedGib: gib, shareableGib: gib, idleGib: gib });
const techniques = fc.record({
  sharing: fc.constantFrom('none' as const, 'when-short' as const, 'always' as const),
  identicalRatio: fc.constant(0.3),
  ballooning: fc.boolean(),
});

test('what is missing is shared, taken back or short, and nothing of it twice', () => {
  fc.assert(
    fc.property(hosts, techniques, (host, product) => {
      const found = memoryPressure(host, product);
      const missing = Math.max(0, host.wantedGib - host.capacityGib);
      const covered = found.sharedGib + found.balloonedGib + found.shortGib;
      if (product.sharing === 'always') expect(covered).toBeGreaterThanOrEqual(missing - 1e-9);
      else expect(covered).toBeCloseTo(missing, 9);
      expect(found.balloonedGib).toBeLessThanOrEqual(host.idleGib);
      if (!product.ballooning) expect(found.balloonedGib).toBe(0);
      if (product.sharing === 'none') expect(found.sharedGib).toBe(0);
    }),
  );
});

test.each([
  ['room for all', 80, { sharing: 'when-short', ballooning: true }, 'enough'],
  ['a little too much, shared', 105, { sharing: 'when-short', ballooning: true }, 'shared'],
  ['too much to share, taken back', 125, { sharing: 'when-short', ballooning: true }, 'ballooned'],
  ['too much for both', 200, { sharing: 'when-short', ballooning: true }, 'short'],
  ['a product that does neither', 105, { sharing: 'none', ballooning: false }, 'short'],
] as const)('%s', (_, wantedGib, product, state) => {
  const host = { capacityGib: 100, wantedGib, shareableGib: 10, idleGib: 20 };
  expect(memoryPressure(host, { ...product, identicalRatio: 0.3 }).state).toBe(state);
});
