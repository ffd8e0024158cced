import { at } from '../columns.ts';
import { type ScoringProblem, shares } from './problem.ts';

export interface Score {
  readonly low: number;
  readonly high: number;
  /** With every unknown value in the middle of its interval. */
  readonly middle: number;
}

/** The weighted sum of each product, 0…1, as an interval. */
export function weightedSums(problem: ScoringProblem): readonly Score[] {
  const { products, criteria, low, high } = problem;
  const weights = shares(problem.weights);
  return products.map((_, product) => {
    const sums = { low: 0, high: 0 };
    for (let criterion = 0; criterion < criteria.length; criterion++) {
      const cell = product * criteria.length + criterion;
      sums.low += at(weights, criterion) * at(low, cell);
      sums.high += at(weights, criterion) * at(high, cell);
    }
    return { ...sums, middle: (sums.low + sums.high) / 2 };
  });
}

/** Product indices, the highest middle first; equal ones in the order that they are given in. */
export const ranking = (scores: readonly Score[]): readonly number[] =>
  scores
    .map((score, product) => ({ ...score, product }))
    .sort((a, b) => b.middle - a.middle || a.product - b.product)
    .map(({ product }) => product);
