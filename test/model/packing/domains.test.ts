import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../../../src/model/packing/pack.ts';
import type { Packing, PackingProblem } from '../../../src/model/packing/problem.ts';
import { createReplacer } from '../../../src/model/packing/replace.ts';
import { spread } from '../../../src/model/packing/spread.ts';
import { anyDomainProblem } from './arbitraries.ts';
import { faultsOf } from './checker.ts';
import { binType, problemOf } from './instances.ts';

const options = { seed: 1, effort: 0.02 };
const runs = { seed: 20261124, numRuns: 300 };

function packed(problem: PackingProblem): Packing | null {
  const outcome = pack(problem, options);
  return outcome.kind === 'packed' ? outcome.packing : null;
}

const unlimited = (problem: PackingProblem): PackingProblem => ({
  ...problem,
  binTypes: problem.binTypes.map((type) => ({ ...type, available: Number.POSITIVE_INFINITY })),
  sharedStock: [],
});

describe('failure domains', () => {
  test('hold no more of a set than they may, in first and in improved packings', () => {
    fc.assert(
      fc.property(anyDomainProblem(), (problem) => {
        const packing = packed(problem);
        if (packing) expect(faultsOf(problem, packing)).toEqual([]);
      }),
      runs,
    );
  });

  test('never make a bound that a packing beats', () => {
    fc.assert(
      fc.property(anyDomainProblem(), (problem) => {
        const outcome = pack(problem, options);
        if (outcome.kind !== 'packed') return;
        expect(outcome.bound.bins).toBeLessThanOrEqual(outcome.packing.binCount);
      }),
      runs,
    );
  });

  test('hold no more when the load is spread evenly', () => {
    fc.assert(
      fc.property(anyDomainProblem(), (limited) => {
        const problem = unlimited(limited);
        const packing = packed(problem);
        if (!packing) return;
        const binOf = spread(problem, packing.typeOf, packing.binOf, packing.domainOf);
        if (!binOf) throw new Error('a packing was given');
        const faults = faultsOf(problem, { ...packing, binOf });
        expect(faults.filter((fault) => !fault.includes('is empty'))).toEqual([]);
      }),
      runs,
    );
  });

  test('hold no more when a lost bin is re-placed', () => {
    fc.assert(
      fc.property(anyDomainProblem(), fc.nat(), (limited, lost) => {
        const problem = unlimited(limited);
        const packing = packed(problem);
        if (!packing) return;
        const bin = lost % packing.binCount;
        const { items, bins } = createReplacer(problem, packing).replace([bin]);
        const binOf = packing.binOf.slice();
        items.forEach((own, place) => {
          binOf[own] = bins[place] as number;
        });
        const missing = new Set(items.filter((own) => (binOf[own] as number) < 0));
        const faults = (problem.spread ?? []).filter(({ items: set, most }) =>
          Array.from({ length: problem.domainCount ?? 1 }, (_, domain) =>
            [...set].filter(
              (own) => !missing.has(own) && packing.domainOf?.[binOf[own] as number] === domain,
            ),
          ).some((held) => held.length > most),
        );
        expect(faults).toEqual([]);
      }),
      runs,
    );
  });

  test('are filled as evenly as can be: three of one set stand in three domains', () => {
    const problem = problemOf([[1], [1], [1], [1]], [binType([10])], {
      domainCount: 3,
      spread: [{ items: Int32Array.of(0, 1, 2), most: 1 }],
    });
    const outcome = pack(problem, options);
    if (outcome.kind !== 'packed') throw new Error('not packed');
    expect(outcome.packing.binCount).toBe(3);
    expect(outcome.bound.bins).toBe(3);
    expect([...(outcome.packing.domainOf ?? [])].sort()).toEqual([0, 1, 2]);
  });

  test('that are too few for a set, or for those that must be together, are said to be', () => {
    const three = { items: Int32Array.of(0, 1, 2), most: 1 };
    const items = [[1], [1], [1]];
    expect(
      pack(problemOf(items, [binType([9])], { domainCount: 2, spread: [three] }), options),
    ).toEqual({
      kind: 'impossible',
      reasons: [{ kind: 'too-many-together', items: [0, 1, 2], most: 2 }],
    });
    const together = [Int32Array.of(0, 1)];
    expect(
      pack(
        problemOf(items, [binType([9])], { domainCount: 3, spread: [three], together }),
        options,
      ),
    ).toEqual({
      kind: 'impossible',
      reasons: [{ kind: 'too-many-together', items: [0, 1], most: 1 }],
    });
  });

  test('items that must be together and may use no type in common are said to be apart', () => {
    const mayUse = Uint8Array.of(1, 0, 0, 1, 1, 1);
    const together = [Int32Array.of(0, 1)];
    const types = [binType([9]), binType([9])];
    expect(pack(problemOf([[1], [1], [1]], types, { mayUse, together }), options)).toEqual({
      kind: 'impossible',
      reasons: [{ kind: 'together-and-apart', first: 0, second: 1 }],
    });
  });
});
