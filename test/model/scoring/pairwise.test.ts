import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairwiseWeights } from '~/model/scoring/pairwise.ts';

const of = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());

test('comparisons that follow from weights give the weights back, without contradiction', () => {
  const weight = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 2, maxLength: 8 }), (weights) => {
      const comparisons = of(weights.map((own) => weights.map((other) => own / other)));
      const found = pairwiseWeights(comparisons, weights.length);
      const sum = weights.reduce((total, own) => total + own, 0);
      found.weights.forEach((share, index) => {
        expect(share).toBeCloseTo((weights[index] ?? 0) / sum, 9);
      });
      expect(found.consistencyRatio ?? 0).toBeLessThan(1e-9);
    }),
  );
});

// Saaty's example of choosing a leader by age, charisma, education and experience, in every textbook of the method.
test('a textbook’s example has the weights of the textbook', () => {
  const comparisons = of([
    [1, 1 / 3, 1 / 5, 1 / 7],
    [3, 1, 1 / 3, 1 / 5],
    [5, 3, 1, 1 / 3],
    [7, 5, 3, 1],
  ]);
  const { weights, consistencyRatio } = pairwiseWeights(comparisons, 4);
  expect([...weights].map((share) => Math.round(share * 1000) / 1000)).toEqual([
    0.055, 0.118, 0.262, 0.565,
  ]);
  expect(consistencyRatio).toBeCloseTo(0.043, 2);
});

test('comparisons in a circle contradict one another', () => {
  const circle = of([
    [1, 9, 1 / 9],
    [1 / 9, 1, 9],
    [9, 1 / 9, 1],
  ]);
  expect(pairwiseWeights(circle, 3).consistencyRatio).toBeGreaterThan(1);
});

test('two criteria cannot contradict one another, and sixteen are too many', () => {
  expect(
    pairwiseWeights(
      of([
        [1, 3],
        [0, 1],
      ]),
      2,
    ),
  ).toEqual({
    weights: Float64Array.of(0.75, 0.25),
    consistencyRatio: null,
  });
  expect(() => pairwiseWeights(new Float64Array(17 * 17).fill(1), 17)).toThrow('at most');
});
