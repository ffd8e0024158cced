import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstFit, firstFitDecreasing } from '../../../src/model/packing/first-fit.ts';
import { pack, startPacking } from '../../../src/model/packing/pack.ts';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';
import { anyProblem } from './arbitraries.ts';
import { bruteForce } from './brute-force.ts';
import { faultsOf } from './checker.ts';
import {
  balancedMachines,
  binType,
  burstyMachines,
  classProblem,
  cutBins,
  powerOfTwoMachines,
  problemOf,
} from './instances.ts';

const options = { seed: 1, effort: 0.02 };

const packed = (problem: PackingProblem, effort = options.effort) => {
  const outcome = pack(problem, { seed: 1, effort });
  if (outcome.kind !== 'packed') throw new Error(`Not packed: ${JSON.stringify(outcome.reasons)}`);
  return outcome;
};

describe('Every packing', () => {
  test('puts each item in one bin, overfills none, and keeps every constraint', () => {
    fc.assert(
      fc.property(anyProblem(), (problem) => {
        const outcome = pack(problem, options);
        if (outcome.kind === 'packed') expect(faultsOf(problem, outcome.packing)).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('has at least as many bins as its bound, and costs at least as much', () => {
    fc.assert(
      fc.property(anyProblem(), (problem) => {
        const outcome = pack(problem, options);
        if (outcome.kind !== 'packed') return;
        expect(outcome.bound.bins).toBeLessThanOrEqual(outcome.packing.binCount);
        expect(outcome.bound.cost).toBeLessThanOrEqual(outcome.packing.cost * (1 + 1e-9));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('is the same for the same seed, however the work is cut into steps', () => {
    fc.assert(
      fc.property(anyProblem(), fc.integer({ min: 1, max: 1e6 }), (problem, units) => {
        const run = startPacking(problem, options);
        while (!run.step(units));
        expect(run.outcome()).toEqual(pack(problem, options));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('is valid whatever the order of the dimensions', () => {
    fc.assert(
      fc.property(anyProblem(), (problem) => {
        const turned = reversedDimensions(problem);
        const outcome = pack(turned, options);
        expect(outcome.kind).toBe(pack(problem, options).kind);
        if (outcome.kind === 'packed') expect(faultsOf(problem, outcome.packing)).toEqual([]);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  test('is the cheapest there is, and its bound says so, where there are few items', () => {
    fc.assert(
      fc.property(anyProblem(6), (problem) => {
        const optimum = bruteForce(problem);
        const outcome = pack(problem, options);
        if (outcome.kind === 'impossible') {
          expect(optimum).toBeNull();
          return;
        }
        expect(outcome.packing.cost).toBeCloseTo(optimum?.cost ?? -1, 9);
        expect(outcome.bound.cost).toBeLessThanOrEqual((optimum?.cost ?? -1) * (1 + 1e-9));
        expect(outcome.bound.bins).toBeLessThanOrEqual(optimum?.bins ?? -1);
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});

describe('The plain heuristics', () => {
  test('keep every constraint too, and never beat the bound', () => {
    fc.assert(
      fc.property(anyProblem(), (problem) => {
        const outcome = pack(problem, options);
        for (const packing of [firstFit(problem), firstFitDecreasing(problem)]) {
          if (!packing) continue;
          expect(faultsOf(problem, packing)).toEqual([]);
          expect(outcome.kind).toBe('packed');
          if (outcome.kind === 'packed') {
            expect(packing.cost * (1 + 1e-9)).toBeGreaterThanOrEqual(outcome.bound.cost);
          }
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  test('never give a cheaper packing than the engine does', () => {
    fc.assert(
      fc.property(anyProblem(60), (problem) => {
        const outcome = pack(problem, { seed: 1, effort: 0 });
        for (const packing of [firstFit(problem), firstFitDecreasing(problem)]) {
          if (!packing) continue;
          expect(outcome.kind).toBe('packed');
          if (outcome.kind !== 'packed') continue;
          expect(outcome.packing.cost).toBeLessThanOrEqual(packing.cost * (1 + 1e-9));
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('first fit takes the items as they come', () => {
    const problem = problemOf([[4], [7], [3], [6]], [binType([10])]);
    expect(firstFit(problem)?.binOf).toEqual(Int32Array.of(0, 1, 0, 2));
    expect(firstFitDecreasing(problem)?.binCount).toBe(2);
  });
});

describe('Against known answers', () => {
  test('machines whose four resources bind alike fill as few hosts as their volume allows', () => {
    for (const seed of [1, 2, 3, 4]) {
      const problem = balancedMachines(1000, seed);
      const { packing, bound } = packed(problem, 0);
      expect(faultsOf(problem, packing)).toEqual([]);
      expect(packing.binCount).toBe(bound.bins);
    }
  });

  test('sizes that are powers of two, on which first fit is hard to beat, come within 0.3 % of the bound', () => {
    for (const [count, seed] of [
      [10_000, 1],
      [20_000, 2],
    ] as const) {
      const problem = powerOfTwoMachines(count, seed);
      const { packing, bound } = packed(problem, 0);
      expect(faultsOf(problem, packing)).toEqual([]);
      expect(packing.binCount).toBeLessThanOrEqual(firstFit(problem)?.binCount ?? 0);
      expect(packing.binCount).toBeLessThanOrEqual(Math.ceil(1.003 * bound.bins));
    }
  });

  test('full bins cut into pieces come back with few bins more, often with none', () => {
    const extra: number[] = [];
    for (const dimensionCount of [2, 4, 6]) {
      for (const seed of [1, 2, 3, 4]) {
        const problem = cutBins(20, 3, dimensionCount, seed);
        const { packing, bound } = packed(problem, 0.2);
        expect(faultsOf(problem, packing)).toEqual([]);
        expect(bound.bins).toBe(20);
        extra.push(packing.binCount - 20);
      }
    }
    expect(Math.max(...extra)).toBeLessThanOrEqual(4);
    expect(extra.filter((count) => count === 0).length).toBeGreaterThanOrEqual(1);
  });

  test.each([6, 7])(
    'a hundred large items, few to a bin, are packed optimally, class %i',
    (kind) => {
      for (let seed = 1; seed <= 5; seed++) {
        const { packing, bound } = packed(classProblem(kind, 100, 1000 * seed + 100), 1);
        expect(packing.binCount).toBe(bound.bins);
      }
    },
  );

  test.each([1, 2, 3])(
    'bursts at different hours share hosts that first fit keeps apart, seed %i',
    (seed) => {
      const problem = burstyMachines(300, seed);
      const { packing } = packed(problem, 0);
      expect(faultsOf(problem, packing)).toEqual([]);
      expect(packing.binCount).toBeLessThan(0.9 * (firstFitDecreasing(problem)?.binCount ?? 0));
    },
  );

  test('hosts of unlike shape and price are mixed to within a hundredth of the least cost', () => {
    const binTypes = [
      binType([96, 576, 4800, 6300], { cost: 100 }),
      binType([64, 512, 3200, 10000], { cost: 70 }),
      binType([128, 512, 8000, 6300], { cost: 115, available: 20 }),
    ];
    const problem = { ...balancedMachines(5000, 2), binTypes };
    const { packing, bound } = packed(problem, 0.1);
    expect(faultsOf(problem, packing)).toEqual([]);
    expect(packing.cost).toBeLessThan(1.01 * bound.cost);
  });

  test('a host type is chosen by what it costs, and a bin is made smaller where that is cheaper', () => {
    const large = binType([10], { cost: 10 });
    const small = binType([4], { cost: 3 });
    const { packing, bound } = packed(problemOf([[6], [4], [4], [3]], [large, small]));
    expect(packing.cost).toBe(16);
    expect(bound.cost).toBe(16);
    expect([...packing.typeOf].sort()).toEqual([0, 1, 1]);
  });

  test('no more bins of a type are used than there are', () => {
    const cheap = binType([10], { cost: 1, available: 2 });
    const dear = binType([10], { cost: 5 });
    const rows = Array.from({ length: 24 }, () => [5]);
    const { packing } = packed(problemOf(rows, [cheap, dear]));
    expect(packing.cost).toBe(2 + 50);
  });

  test('nothing to pack needs no bin', () => {
    const { packing, bound } = packed(problemOf([], [binType([1])]));
    expect(packing.binCount).toBe(0);
    expect(bound.bins).toBe(0);
  });

  test('items that ask for nothing still need one bin', () => {
    expect(packed(problemOf([[0], [0]], [binType([0])])).packing.binCount).toBe(1);
  });

  test('0.1 and 0.2 fit in 0.3', () => {
    expect(packed(problemOf([[0.1], [0.2]], [binType([0.3])])).packing.binCount).toBe(1);
  });
});

function reversedDimensions(problem: PackingProblem): PackingProblem {
  const { dimensionCount, itemCount } = problem;
  const reverse = (row: Float64Array) => Float64Array.from(row).reverse();
  const demand = new Float64Array(problem.demand.length);
  for (let item = 0; item < itemCount; item++) {
    const from = item * dimensionCount;
    demand.set(reverse(problem.demand.subarray(from, from + dimensionCount)), from);
  }
  return {
    ...problem,
    demand,
    binTypes: problem.binTypes.map((type) => ({ ...type, capacity: reverse(type.capacity) })),
  };
}
