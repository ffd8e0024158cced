import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AcceptabilityOptions, acceptabilitySteps } from '~/model/scoring/acceptability.ts';
import type { ScoringProblem } from '~/model/scoring/problem.ts';
import { anyScoring, problemOf } from './arbitraries.ts';

function accept(problem: ScoringProblem, options: Partial<AcceptabilityOptions> = {}) {
  const steps = acceptabilitySteps(problem, { samples: 400, seed: 1, spread: 1, ...options });
  for (let step = steps.next(false); ; step = steps.next(false)) {
    if (step.done) return step.value;
  }
}

const firstShares = (problem: ScoringProblem, options: Partial<AcceptabilityOptions> = {}) => {
  const { rankShares } = accept(problem, options);
  return problem.products.map((_, product) => rankShares[product * problem.products.length] ?? 0);
};

/**
 * The exact share of all weightings in which Σ d·w > 0, for differences d that are all unlike: shares of sorted
 * uniform points are exponential variables divided by their sum, and the sign of Σ d·E follows from partial fractions.
 */
function exactShare(differences: readonly number[]): number {
  return differences.reduce((sum, own, index) => {
    if (own <= 0) return sum;
    return (
      sum +
      differences.reduce(
        (product, other, position) =>
          position === index ? product : (product * own) / (own - other),
        1,
      )
    );
  }, 0);
}

describe('laws', () => {
  test('ranks of a product, and products of a rank, add up to 1', () => {
    fc.assert(
      fc.property(anyScoring(), fc.double({ min: 0, max: 1, noNaN: true }), (problem, spread) => {
        const { rankShares } = accept(problem, { spread, samples: 60 });
        const size = problem.products.length;
        for (let index = 0; index < size; index++) {
          const row = rankShares.subarray(index * size, (index + 1) * size);
          const column = rankShares.filter((_, cell) => cell % size === index);
          expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(column.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('a product that is worse by every criterion is never first', () => {
    fc.assert(
      fc.property(anyScoring({ isExact: true }), (problem) => {
        const { criteria, low, high, products } = problem;
        // One more product, a little below the first one everywhere.
        const below = low.slice(0, criteria.length).map((value) => value - 0.01);
        const shares = firstShares(
          {
            ...problem,
            products: [...products, 'dominated'],
            low: Float64Array.of(...low, ...below),
            high: Float64Array.of(...high, ...below),
          },
          { samples: 60 },
        );
        expect(shares.at(-1)).toBe(0);
      }),
    );
  });

  test('only the proportions of the weights count', () => {
    fc.assert(
      fc.property(anyScoring(), fc.constantFrom(2, 8, 0.25), (problem, factor) => {
        const scaled = { ...problem, weights: problem.weights.map((weight) => weight * factor) };
        expect(accept(scaled, { spread: 0.5, samples: 60 })).toEqual(
          accept(problem, { spread: 0.5, samples: 60 }),
        );
      }),
    );
  });

  test('products that are the same share their ranks, whatever their order', () => {
    fc.assert(
      fc.property(anyScoring({ isExact: true }), (problem) => {
        const { criteria, low, high } = problem;
        const twice = (column: Float64Array) => {
          const first = column.slice(0, criteria.length);
          return Float64Array.of(...first, ...first);
        };
        const twins = { ...problem, products: ['a', 'b'], low: twice(low), high: twice(high) };
        expect(firstShares(twins, { samples: 60 })).toEqual([0.5, 0.5]);
      }),
    );
  });

  test('the same seed, the same answer', () => {
    const problem = problemOf([
      [0.2, [0, 1]],
      [0.9, 0.1],
    ]);
    expect(accept(problem, { seed: 7 })).toEqual(accept(problem, { seed: 7 }));
    expect(accept(problem, { seed: 7 })).not.toEqual(accept(problem, { seed: 8 }));
  });
});

describe('known answers', () => {
  test.each([
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 0.2, 0],
      [0.3, 0.9, 0.1],
    ],
    [
      [0.9, 0.4, 0.1, 0.65],
      [0.2, 0.6, 0.8, 0.1],
    ],
  ])('%j against %j is first as often as integration says', (first, second) => {
    const differences = first.map((value, index) => value - (second[index] ?? 0));
    const exact = exactShare(differences);
    const [share = 0] = firstShares(problemOf([first, second]), { samples: 40_000 });
    // Four standard errors of a share.
    expect(Math.abs(share - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 40_000));
  });

  test('an unknown value wins as often as it is above the known one', () => {
    const [share = 0] = firstShares(problemOf([[[0, 1]], [0.3]]), { samples: 40_000 });
    expect(share).toBeCloseTo(0.7, 1);
  });

  test('without spread only the reader’s weights count', () => {
    const problem = problemOf(
      [
        [1, 0],
        [0, 1],
      ],
      [3, 2],
    );
    expect(firstShares(problem, { spread: 0 })).toEqual([1, 0]);
  });
});
