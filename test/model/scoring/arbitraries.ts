import fc from 'fast-check';
import type { ScoringProblem } from '~/model/scoring/problem.ts';

type Value = number | readonly [low: number, high: number];

/** A problem out of rows of values, a number for what is known and a pair for an interval. */
export function problemOf(
  rows: readonly (readonly Value[])[],
  weights: readonly number[] = (rows[0] ?? []).map(() => 1),
): ScoringProblem {
  const cells = rows.flat().map((value) => (typeof value === 'number' ? [value, value] : value));
  return {
    products: rows.map((_, index) => `product ${index}`),
    criteria: weights.map((_, index) => `criterion ${index}`),
    low: Float64Array.from(cells, ([low = 0]) => low),
    high: Float64Array.from(cells, ([, high = 0]) => high),
    weights: Float64Array.from(weights),
  };
}

const half = fc.integer({ min: 0, max: 2 }).map((halves) => halves / 2);
const value = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);

/** Two to five products by two to five criteria; with even weights and halves as values many scores are equal. */
export const anyScoring = ({
  isExact = false,
  isEven = false,
} = {}): fc.Arbitrary<ScoringProblem> =>
  fc
    .record({ products: fc.integer({ min: 2, max: 5 }), criteria: fc.integer({ min: 2, max: 5 }) })
    .chain(({ products, criteria }) =>
      fc
        .record({
          rows: fc.array(
            fc.array(
              isEven
                ? half
                : isExact
                  ? value
                  : fc.oneof(
                      value,
                      fc
                        .tuple(value, value)
                        .map(([a, b]): Value => [Math.min(a, b), Math.max(a, b)]),
                    ),
              { minLength: criteria, maxLength: criteria },
            ),
            { minLength: products, maxLength: products },
          ),
          weights: fc.array(isEven ? fc.constant(1) : fc.integer({ min: 1, max: 9 }), {
            minLength: criteria,
            maxLength: criteria,
          }),
        })
        .map(({ rows, weights }) => problemOf(rows, weights)),
    );
