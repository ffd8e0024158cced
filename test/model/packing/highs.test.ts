import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../../../src/model/packing/pack.ts';
import { anyProblem } from './arbitraries.ts';
import { solveWithHighs } from './highs.ts';
import { balancedMachines } from './instances.ts';

const isProven = (own: number, bound: number) => own <= bound * (1 + 1e-9);

describe('HiGHS, a solver of integer programs, agrees', () => {
  test.each([2, 8])(
    'on the fewest hosts for 300 machines, seed %i',
    async (seed) => {
      const problem = balancedMachines(300, seed);
      const outcome = pack(problem, { seed: 1, effort: 1 });
      if (outcome.kind !== 'packed') throw new Error('Not packed.');
      expect(outcome.packing.binCount).toBe(outcome.bound.bins);
      const answer = await solveWithHighs(problem, outcome.packing.binCount + 1, 60);
      expect(answer).toEqual({ kind: 'optimal', cost: outcome.packing.binCount });
    },
    120_000,
  );

  test('that nothing is cheaper than a bound, that what is called optimal is, and that what is impossible is', async () => {
    let proven = 0;
    const property = fc.asyncProperty(anyProblem(16), async (problem) => {
      const outcome = pack(problem, { seed: 1, effort: 0.1 });
      const answer = await solveWithHighs(problem, problem.itemCount, 20);
      if (answer.kind === 'out-of-time') return;
      if (outcome.kind === 'impossible') {
        expect(answer.kind).toBe('infeasible');
        return;
      }
      if (answer.kind !== 'optimal') throw new Error('Packed what HiGHS finds infeasible.');
      expect(outcome.bound.cost).toBeLessThanOrEqual(answer.cost * (1 + 1e-6));
      expect(outcome.packing.cost).toBeGreaterThanOrEqual(answer.cost * (1 - 1e-6));
      if (isProven(outcome.packing.cost, outcome.bound.cost)) {
        proven++;
        expect(outcome.packing.cost).toBeCloseTo(answer.cost, 4);
      }
    });
    await fc.assert(property, { seed: 6, numRuns: 60 });
    expect(proven).toBeGreaterThan(15);
  }, 120_000);
});
