import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  busyRatio,
  contention,
  contentionSlope,
  sharedDeviceRatio,
  usableRatio,
} from '../../../src/model/performance/contention.ts';

const ratio = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('contention', () => {
  test('never gains, and never grows with how busy the host is', () => {
    fc.assert(
      fc.property(ratio, ratio, ratio, (fourVms, a, b) => {
        const slope = contentionSlope(fourVms);
        const [calm, busy] = a < b ? [a, b] : [b, a];
        expect(contention(slope, calm)).toBeLessThanOrEqual(1);
        expect(contention(slope, busy)).toBeLessThanOrEqual(contention(slope, calm));
      }),
    );
  });

  test('meets both measured points: 1 at a quarter, the measured ratio at a full host', () => {
    fc.assert(
      fc.property(ratio, (fourVms) => {
        expect(contention(contentionSlope(fourVms), 0.25)).toBe(1);
        expect(contention(contentionSlope(fourVms), 1)).toBeCloseTo(fourVms, 12);
      }),
    );
  });

  // Below a quarter each, four VMs together would do less than one alone, and no demand would fill the host.
  const useful = fc.double({ min: 0.3, max: 1, noNaN: true });

  test('a host filled to its usable capacity is busy exactly its target', () => {
    fc.assert(
      fc.property(
        ratio,
        useful,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (e, four, target) => {
          const slope = contentionSlope(four);
          expect(busyRatio(slope, usableRatio(e, slope, target) / e)).toBeCloseTo(target, 9);
        },
      ),
    );
  });

  test('a host asked for more than contention leaves is overloaded', () => {
    expect(busyRatio(contentionSlope(0.5), 0.76)).toBe(Infinity);
  });

  test.each([
    ['CPU, product A', 0.7, 0.428571],
    ['CPU, product B', 0.67, 0.492537],
    ['CPU, product C', 0.69, 0.449275],
    ['CPU, product D', 0.72, 0.388889],
    ['memory, product A', 0.62, 0.612903],
    ['memory, product C', 0.5, 1],
    ['asynchronous write, product C, printed as 104 %', 1.04, 0],
  ])('slope of table 6: %s', (_, fourVms, slope) => {
    expect(contentionSlope(fourVms)).toBeCloseTo(slope, 6);
  });

  test.each([
    [0.7, 0.517841],
    [1, 0.651],
  ])('product A offers at a CPU target of %f the share %f of the physical capacity', (u, share) => {
    expect(usableRatio(0.93, contentionSlope(0.7), u)).toBeCloseTo(share, 6);
  });

  test.each([
    [4, 1, 0.25],
    [4, 2, 0.5],
    [1, 2, 1],
  ])('%i users of %i saturated cards get %f each', (users, cards, share) => {
    expect(sharedDeviceRatio(users, cards)).toBe(share);
  });
});
