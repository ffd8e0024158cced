import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contention, contentionSlope } from '../../../src/model/performance/contention.ts';
import {
  busyUnder,
  type ContentionCurve,
  contentionAt,
  curveOf,
  twoPointCurve,
} from '../../../src/model/performance/contention-curve.ts';
import { uslDivisor } from '../../../src/model/performance/usl.ts';

const ratio = fc.double({ min: 0.01, max: 1, noNaN: true });
const law = fc.record({
  alpha: fc.double({ min: 0, max: 0.6, noNaN: true }),
  beta: fc.double({ min: 0, max: 0.01, noNaN: true }),
  vmsAtFull: fc.integer({ min: 2, max: 64 }),
});
const fitted = (given: { alpha: number; beta: number; vmsAtFull: number }) =>
  curveOf({ oneVmRatio: 0.9, fourVmsRatio: null, law: given });

test('through two points it is the curve of the report, to the bit', () => {
  fc.assert(
    fc.property(ratio, ratio, (four, busy) => {
      expect(contentionAt(twoPointCurve(four), busy)).toBe(contention(contentionSlope(four), busy));
    }),
  );
});

test('of a fitted law it is what each of n machines has, n being how many keep the host so busy', () => {
  fc.assert(
    fc.property(law, ratio, (given, share) => {
      const busy = Math.max(share, 1 / given.vmsAtFull);
      const n = busy * given.vmsAtFull;
      expect(contentionAt(fitted(given), busy)).toBeCloseTo(1 / uslDivisor(given, n), 9);
    }),
  );
});

test('how busy a host is under a demand is the inverse: as busy as it takes to do the work, and no busier', () => {
  const curve: fc.Arbitrary<ContentionCurve> = fc.oneof(
    law.map(fitted),
    fc.double({ min: 0.3, max: 1, noNaN: true }).map(twoPointCurve),
  );
  fc.assert(
    fc.property(curve, ratio, (given, busy) => {
      const demand = busy * contentionAt(given, busy);
      const found = busyUnder(given, demand);
      // Past the peak the same work is done by a less busy host, which is the answer then.
      expect(found).toBeLessThanOrEqual(busy * (1 + 1e-9));
      expect(found * contentionAt(given, found)).toBeCloseTo(demand, 9);
    }),
  );
});

test('more than the peak of the curve is carried by no host', () => {
  const curve = fitted({ alpha: 0.1, beta: 0.02, vmsAtFull: 16 });
  let most = 0;
  for (let busy = 0.001; busy <= 3; busy += 0.001) {
    most = Math.max(most, busy * contentionAt(curve, busy));
  }
  expect(busyUnder(curve, most * 0.999)).toBeLessThan(3);
  expect(busyUnder(curve, most * 1.001)).toBe(Infinity);
});
