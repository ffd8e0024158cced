import { at } from '../columns.ts';
import { type ScoringProblem, shares } from './problem.ts';
import { tie } from './tie.ts';

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

/** Product indices, the highest middle first; of equal ones those first that cannot fall as low, then as given. */
export const ranking = (scores: readonly Score[]): readonly number[] =>
  levels(scores).flatMap((level) =>
    level
      .toSorted((a, b) => (isLevel(a.low, b.low) ? a.product - b.product : b.low - a.low))
      .map(({ product }) => product),
  );

/** The place of each product, 1 for the first; those with equal scores share theirs: 1, 1, 3. */
export function places(scores: readonly Score[]): readonly number[] {
  const found: number[] = [];
  let place = 1;
  for (const level of levels(scores)) {
    for (const { product } of level) found[product] = place;
    place += level.length;
  }
  return found;
}

const isLevel = (a: number, b: number) => Math.abs(a - b) <= tie;

/** Products by score, the highest first, those with equal ones together. */
function levels(scores: readonly Score[]) {
  const found: (Score & { readonly product: number })[][] = [];
  const sorted = scores
    .map((score, product) => ({ ...score, product }))
    .sort((a, b) => b.middle - a.middle || a.product - b.product);
  for (const score of sorted) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && isLevel(last[0].middle, score.middle)) last.push(score);
    else found.push([score]);
  }
  return found;
}
