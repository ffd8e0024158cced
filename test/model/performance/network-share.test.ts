import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkShare } from '../../../src/model/performance/network-share.ts';

const count = fc.integer({ min: 1, max: 1000 });

test('all together never get more than the cards carry, and nobody more than one card', () => {
  fc.assert(
    fc.property(
      count,
      count,
      fc.double({ min: 0.1, max: 400, noNaN: true }),
      (vms, cards, speed) => {
        const share = networkShare({ vmCount: vms, cardCount: cards, cardGigabits: speed });
        expect(share.perVmGigabits * vms).toBeLessThanOrEqual(share.totalGigabits * (1 + 1e-12));
        expect(share.shareRatio).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('four machines on one saturated card get a quarter each, on two teamed cards a half', () => {
  expect(networkShare({ vmCount: 4, cardCount: 1, cardGigabits: 1 })).toMatchObject({
    shareRatio: 0.25,
    perVmGigabits: 0.25,
  });
  const teamed = networkShare({ vmCount: 4, cardCount: 2, cardGigabits: 10 });
  expect(teamed).toMatchObject({ shareRatio: 0.5, perVmGigabits: 5, totalGigabits: 20 });
  // 5·10⁹ bits are 625·10⁶ bytes.
  expect(teamed.perVmMibPerSecond).toBeCloseTo(625e6 / 2 ** 20, 9);
});
