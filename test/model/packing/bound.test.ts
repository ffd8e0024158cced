import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack } from '../../../src/model/packing/pack.ts';
import type { LowerBound, PackingProblem } from '../../../src/model/packing/problem.ts';
import { seeded, wholeBelow } from '../../../src/model/random.ts';
import { anyProblem } from './arbitraries.ts';
import { binType, cutBins, problemOf } from './instances.ts';

const boundOf = (problem: PackingProblem): LowerBound => {
  const outcome = pack(problem, { seed: 1, effort: 0 });
  if (outcome.kind !== 'packed') throw new Error('Not packed.');
  return outcome.bound;
};

/** Sixteen items and more: too many to be solved exactly, so that the arguments have to stand for themselves. */
const many = (row: readonly number[], count: number) => Array.from({ length: count }, () => row);

test('more demand never lowers the bound', () => {
  fc.assert(
    fc.property(
      anyProblem(30),
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (problem, place, grow) => {
        const before = pack(problem, { seed: 1, effort: 0 });
        const demand = problem.demand.slice();
        demand[place % demand.length] = (demand[place % demand.length] as number) * (1 + grow);
        const after = pack({ ...problem, demand }, { seed: 1, effort: 0 });
        if (before.kind !== 'packed' || after.kind !== 'packed') return;
        expect(after.bound.bins).toBeGreaterThanOrEqual(before.bound.bins);
        expect(after.bound.cost).toBeGreaterThanOrEqual(before.bound.cost * (1 - 1e-9));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test('the volume of the scarcest dimension is one argument', () => {
  const bound = boundOf(problemOf(many([1, 3], 40), [binType([21, 21])]));
  expect(bound).toMatchObject({ bins: 6, by: 'volume', dimension: 1 });
});

test('items of more than half a bin cannot share one', () => {
  const bound = boundOf(problemOf(many([51, 1], 20), [binType([100, 100])]));
  expect(bound).toMatchObject({ bins: 20, by: 'dual-feasible', dimension: 0 });
});

test('of items of more than a third, two go in a bin', () => {
  expect(boundOf(problemOf(many([34, 1], 21), [binType([100, 100])])).bins).toBe(11);
});

test('items of exactly half a bin go in pairs', () => {
  expect(boundOf(problemOf(many([0.5], 21), [binType([1])])).bins).toBe(11);
});

test('items that must be apart need a bin each', () => {
  const apart = [Int32Array.from({ length: 17 }, (_, item) => item)];
  const bound = boundOf(problemOf(many([1], 20), [binType([100])], { apart }));
  expect(bound).toMatchObject({ bins: 17, by: 'clique', dimension: -1 });
});

test('sets that overlap can make a larger clique than each', () => {
  const pairs = Array.from({ length: 5 }, (_, a) =>
    Array.from({ length: a }, (__, b) => Int32Array.of(a, b)),
  ).flat();
  expect(boundOf(problemOf(many([1], 20), [binType([100])], { apart: pairs })).bins).toBe(5);
});

test('a limit on items a bin is an argument of its own', () => {
  const bound = boundOf(problemOf(many([1], 20), [binType([100], { maxItems: 3 })]));
  expect(bound).toMatchObject({ bins: 7, by: 'item-limit', dimension: -1 });
});

test('with several types the bound takes the best of each: few large bins, but cheap small ones', () => {
  const types = [binType([100], { cost: 12 }), binType([10], { cost: 1 })];
  const bound = boundOf(problemOf(many([5], 40), types));
  expect(bound.bins).toBe(2);
  expect(bound.cost).toBe(20);
});

test('no more of a cheap type is counted on than there is', () => {
  const types = [binType([100], { cost: 12 }), binType([10], { cost: 1, available: 10 })];
  expect(boundOf(problemOf(many([5], 40), types)).cost).toBe(22);
});

test('items pinned to a type are proven to need bins of that type', () => {
  const types = [binType([10], { cost: 1 }), binType([10], { cost: 7 })];
  const typeOnly = Int32Array.from({ length: 20 }, (_, item) => (item < 10 ? 1 : 0));
  expect(boundOf(problemOf(many([5], 20), types, { typeOnly })).cost).toBe(5 * 7 + 5);
});

test('the combinations that fit in one bin prove what no single dimension does', () => {
  const random = seeded(2050);
  const rows = Array.from({ length: 50 }, () => [
    1 + wholeBelow(random, 1000),
    1 + wholeBelow(random, 1000),
  ]);
  const problem = problemOf(rows, [binType([1000, 1000])]);
  const outcome = pack(problem, { seed: 1, effort: 0.3 });
  if (outcome.kind !== 'packed') throw new Error('Not packed.');
  expect(boundOf(problem).bins).toBeLessThan(outcome.packing.binCount);
  expect(outcome.bound).toMatchObject({ bins: outcome.packing.binCount, by: 'patterns' });
});

test('no bound exceeds an optimum that is known', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 25 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(),
      (bins, pieces, dimensions, seed) => {
        const problem = cutBins(bins, pieces, dimensions, seed);
        const outcome = pack(problem, { seed: 1, effort: 0.02 });
        if (outcome.kind !== 'packed') throw new Error('Not packed.');
        expect(outcome.bound.bins).toBeLessThanOrEqual(bins);
      },
    ),
    { seed: 3, numRuns: 100 },
  );
});
