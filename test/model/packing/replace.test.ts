import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack } from '../../../src/model/packing/pack.ts';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';
import { createReplacer } from '../../../src/model/packing/replace.ts';
import { spread } from '../../../src/model/packing/spread.ts';
import { anyProblem } from './arbitraries.ts';
import { faultsOf } from './checker.ts';
import { balancedMachines, binType, problemOf } from './instances.ts';

const plan = (problem: PackingProblem) => {
  const outcome = pack(problem, { seed: 1, effort: 0 });
  return outcome.kind === 'packed' ? outcome.packing : null;
};

/** What is wrong with bins as a packing, leaving out the empty ones. */
const faultsOfBins = (problem: PackingProblem, binOf: Int32Array, typeOf: Int32Array) => {
  const used = [...new Set(binOf)].sort((a, b) => a - b);
  const types = used.map((bin) => typeOf[bin] as number);
  const cost = types.reduce((sum, type) => sum + (problem.binTypes[type]?.cost ?? 0), 0);
  return faultsOf(problem, {
    binCount: used.length,
    binOf: binOf.map((bin) => used.indexOf(bin)),
    typeOf: Int32Array.from(types),
    cost,
  });
};

/** The problem with only the items at these places; sets keep what is left of them. */
function only(problem: PackingProblem, items: readonly number[]): PackingProblem {
  const { dimensionCount, demand } = problem;
  const renamed = (sets: readonly Int32Array[]) =>
    sets.map((set) =>
      Int32Array.from([...set].map((one) => items.indexOf(one)).filter((n) => n >= 0)),
    );
  return {
    ...problem,
    itemCount: items.length,
    demand: Float64Array.from(
      items.flatMap((one) => [
        ...demand.subarray(one * dimensionCount, (one + 1) * dimensionCount),
      ]),
    ),
    apart: renamed(problem.apart),
    together: renamed(problem.together),
    typeOnly:
      problem.typeOnly && Int32Array.from(items, (one) => problem.typeOnly?.[one] as number),
  };
}

const all = (count: number) => Array.from({ length: count }, (_, index) => index);

test('after a loss survivors keep what they had, and with what came they break no rule', () => {
  fc.assert(
    fc.property(anyProblem(), fc.nat(), fc.nat(), (problem, first, second) => {
      const packing = plan(problem);
      if (!packing) return;
      const typeOf = Int32Array.from([...packing.typeOf, 0, 0]);
      const lost = [...new Set([first, second].map((n) => n % packing.binCount))];
      const free = {
        ...problem,
        binTypes: problem.binTypes.map((type) => ({
          ...type,
          available: Number.POSITIVE_INFINITY,
        })),
      };
      const { items, bins } = createReplacer(free, { binOf: packing.binOf, typeOf }).replace(lost);
      expect([...items]).toEqual(
        all(problem.itemCount).filter((n) => lost.includes(packing.binOf[n] as number)),
      );
      const binOf = packing.binOf.slice();
      items.forEach((one, place) => {
        binOf[one] = bins[place] as number;
      });
      expect(lost.some((bin) => binOf.includes(bin))).toBe(false);
      const placed = all(problem.itemCount).filter((one) => (binOf[one] as number) >= 0);
      expect(
        faultsOfBins(
          only(free, placed),
          binOf.filter((bin) => bin >= 0),
          typeOf,
        ),
      ).toEqual([]);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('the same loss has the same answer whatever was asked before', () => {
  const problem = balancedMachines(300, 3);
  const packing = plan(problem);
  if (!packing) throw new Error('Not packed.');
  const place = { binOf: packing.binOf, typeOf: Int32Array.from([...packing.typeOf, 0]) };
  const replacer = createReplacer(problem, place);
  const first = replacer.replace([1]);
  for (const bin of all(packing.binCount)) replacer.replace([bin]);
  expect(replacer.replace([1])).toEqual(first);
  expect(createReplacer(problem, place).replace([1])).toEqual(first);
});

test('an empty bin beside takes all that any bin of its type held', () => {
  const problem = balancedMachines(1000, 2);
  const packing = plan(problem);
  if (!packing) throw new Error('Not packed.');
  const typeOf = Int32Array.from([...packing.typeOf, 0]);
  const replacer = createReplacer(problem, { binOf: packing.binOf, typeOf });
  for (const bin of all(packing.binCount)) {
    expect([...replacer.replace([bin]).bins]).not.toContain(-1);
  }
});

test('a piece that was re-placed makes way for one that fits nowhere else', () => {
  // Bins of 10 with 4, 3 and 6 free; lost are 6, 4 and 3: the order 6, 4, 3 is the only one that goes.
  const problem = problemOf([[6], [7], [4], [6], [4], [3]], [binType([13])]);
  const small = { ...problem, binTypes: [binType([10])] };
  const place = { binOf: Int32Array.of(0, 1, 2, 3, 3, 3), typeOf: Int32Array.of(0, 0, 0, 0) };
  expect([...createReplacer(small, place).replace([3]).bins]).toEqual([2, 0, 1]);
});

test('an item too large for what is left finds no place, and the others do', () => {
  const problem = problemOf([[9], [1], [5]], [binType([10])]);
  const place = { binOf: Int32Array.of(0, 0, 1), typeOf: Int32Array.of(0, 0) };
  const { items, bins } = createReplacer(problem, place).replace([0]);
  expect([...items]).toEqual([0, 1]);
  expect([...bins]).toEqual([-1, 1]);
});

test('a spread over more bins breaks no rule', () => {
  fc.assert(
    fc.property(anyProblem(), fc.integer({ min: 0, max: 3 }), (problem, extra) => {
      const packing = plan(problem);
      if (!packing) return;
      const types = problem.binTypes.map((type) => ({
        ...type,
        available: Number.POSITIVE_INFINITY,
      }));
      const free = { ...problem, binTypes: types, sharedStock: [] };
      const typeOf = Int32Array.from([...packing.typeOf, ...new Array<number>(extra).fill(0)]);
      const binOf = spread(free, typeOf, packing.binOf);
      expect(binOf).not.toBeNull();
      if (binOf) expect(faultsOfBins(free, binOf, typeOf)).toEqual([]);
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('a spread leaves the fullest bin nearly as empty as the mean', () => {
  const problem = balancedMachines(1000, 1);
  const packing = plan(problem);
  if (!packing) throw new Error('Not packed.');
  const typeOf = new Int32Array(packing.binCount + 2);
  const binOf = spread(problem, typeOf, packing.binOf) ?? new Int32Array();
  const capacity = problem.binTypes[0]?.capacity as Float64Array;
  const load = Array.from(typeOf, () => [0, 0, 0, 0]);
  binOf.forEach((bin, one) => {
    for (let d = 0; d < 4; d++) {
      (load[bin] as number[])[d] =
        ((load[bin] as number[])[d] as number) +
        (problem.demand[one * 4 + d] as number) / (capacity[d] as number);
    }
  });
  const means = all(4).map(
    (d) => load.reduce((sum, row) => sum + (row[d] as number), 0) / load.length,
  );
  expect(Math.max(...load.flat())).toBeLessThan(Math.max(...means) + 0.01);
});
