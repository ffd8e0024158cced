import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matched, type Replan, replans, type Standing } from '../../../src/model/packing/keep.ts';
import { pack } from '../../../src/model/packing/pack.ts';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';
import { anyProblem } from './arbitraries.ts';
import { faultsOf } from './checker.ts';
import { binType, problemOf } from './instances.ts';

const runs = { seed: 20261124, numRuns: 300 };

/** The packing of a replan, without the bins that are empty. */
function faults(problem: PackingProblem, { typeOf, binOf }: Replan): string[] {
  const used = [...new Set(binOf)].sort((a, b) => a - b);
  const types = Int32Array.from(used, (bin) => typeOf[bin] as number);
  const cost = types.reduce((sum, type) => sum + (problem.binTypes[type]?.cost ?? 0), 0);
  return faultsOf(problem, {
    binCount: used.length,
    binOf: binOf.map((bin) => used.indexOf(bin)),
    typeOf: types,
    cost,
  });
}

const movesOf = ({ home }: Standing, { binOf }: Replan) =>
  [...home].filter((bin, item) => bin >= 0 && bin !== binOf[item]).length;

/** Any state of affairs, well packed or not: items anywhere or nowhere, on bins of any type that may be leaving. */
const anyStanding = fc
  .tuple(anyProblem(), fc.infiniteStream(fc.nat(99)))
  .map(([problem, numbers]) => {
    const next = () => numbers.next().value as number;
    const typeOf = Int32Array.from({ length: 1 + (next() % 9) }, () =>
      next() < 15 ? -1 : next() % problem.binTypes.length,
    );
    const home = Int32Array.from({ length: problem.itemCount }, () =>
      next() < 10 ? -1 : next() % typeOf.length,
    );
    return { problem, standing: { typeOf, home } };
  });
/** Without limits on bins, which today's may exceed. */
const unlimited = (problem: PackingProblem): PackingProblem => ({
  ...problem,
  binTypes: problem.binTypes.map((type) => ({ ...type, available: Number.POSITIVE_INFINITY })),
  sharedStock: [],
});

describe('replans from today', () => {
  test('keep every rule, whatever today looks like', () => {
    fc.assert(
      fc.property(anyStanding, ({ problem: limited, standing }) => {
        const problem = unlimited(limited);
        for (const replan of replans(problem, standing)) {
          expect(faults(problem, replan)).toEqual([]);
          for (const bin of replan.binOf)
            expect(standing.typeOf[bin] ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  test('have a bin fewer each time, and count their moves', () => {
    fc.assert(
      fc.property(anyStanding, ({ problem: limited, standing }) => {
        const chain = [...replans(unlimited(limited), standing)];
        for (const [turn, replan] of chain.entries()) {
          expect(replan.moveCount).toBe(movesOf(standing, replan));
          expect(replan.usedCount).toBe(new Set(replan.binOf).size);
          expect(replan.usedCount).toBe((chain[0]?.usedCount ?? 0) - turn);
        }
      }),
      runs,
    );
  });

  test('begin with no move at all where today keeps every rule', () => {
    fc.assert(
      fc.property(anyProblem(), (problem) => {
        const outcome = pack(problem, { seed: 1, effort: 0 });
        if (outcome.kind !== 'packed') return;
        const { typeOf, binOf } = outcome.packing;
        const [first] = replans(problem, { typeOf, home: binOf });
        expect(first?.moveCount).toBe(0);
      }),
      runs,
    );
  });

  test('empty the bin first that has least to move', () => {
    const problem = problemOf([[2], [2], [2], [6], [4]], [binType([10])]);
    const home = Int32Array.of(0, 0, 0, 1, 2);
    const chain = [...replans(problem, { typeOf: new Int32Array(3), home })];
    expect(chain.map(({ moveCount }) => moveCount)).toEqual([0, 1]);
    expect(chain[1]?.usedCount).toBe(2);
  });
});

describe('a packing put on the bins of today', () => {
  test('keeps every rule and the number of bins, and moves no more than before it went home', () => {
    fc.assert(
      fc.property(anyStanding, ({ problem: limited, standing }) => {
        const problem = unlimited(limited);
        const outcome = pack(problem, { seed: 1, effort: 0 });
        if (outcome.kind !== 'packed') return;
        const plain = matched(problem, standing, outcome.packing, false);
        const home = matched(problem, standing, outcome.packing);
        if (plain === null || home === null) throw new Error('packed and not matched');
        for (const replan of [plain, home]) {
          expect(faults(problem, replan)).toEqual([]);
          expect(replan.moveCount).toBe(movesOf(standing, replan));
        }
        expect(plain.usedCount).toBe(outcome.packing.binCount);
        expect(home.usedCount).toBeLessThanOrEqual(plain.usedCount);
        expect(home.moveCount).toBeLessThanOrEqual(plain.moveCount);
      }),
      runs,
    );
  });

  test('of today itself moves nothing', () => {
    const problem = problemOf([[6], [6], [4]], [binType([10])]);
    const standing = { typeOf: new Int32Array(3), home: Int32Array.of(2, 0, 2) };
    const packing = { typeOf: new Int32Array(2), binOf: Int32Array.of(0, 1, 0) };
    expect(matched(problem, standing, packing)?.moveCount).toBe(0);
  });
});
