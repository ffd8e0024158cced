import { at } from '../columns.ts';

/**
 * Products against criteria. A value is between 0 (does not have it) and 1 (has it); what is not known exactly is an
 * interval, and what is not known at all is the whole of it: a gap is never a zero.
 */
export interface ScoringProblem {
  readonly products: readonly string[];
  readonly criteria: readonly string[];
  /** Products × criteria, row by row: the lowest value that is possible. */
  readonly low: Float64Array;
  /** The highest one. */
  readonly high: Float64Array;
  /** One a criterion, 0 or more, at least one above 0; only their proportions count. */
  readonly weights: Float64Array;
}

/** What is known of a product by a criterion; `stated`: something is said that judges nothing. */
export type Verdict = 'meets' | 'partly' | 'lacks' | 'stated';

/** How far a restriction matters depends on the reader, so it is an interval of its own. */
const intervals: Readonly<Record<Verdict | 'unknown', readonly [number, number]>> = {
  meets: [1, 1],
  partly: [0.25, 0.75],
  lacks: [0, 0],
  stated: [0, 1],
  unknown: [0, 1],
};

export const intervalOf = (verdict: Verdict | null) => intervals[verdict ?? 'unknown'];

/** The value of a product by a criterion; one that is not known exactly is taken in the middle of its interval. */
export function middleOf(
  { criteria, low, high }: ScoringProblem,
  product: number,
  criterion: number,
): number {
  const cell = product * criteria.length + criterion;
  return (at(low, cell) + at(high, cell)) / 2;
}

/** The weights as shares of 1. */
export function shares(weights: Float64Array): Float64Array {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (!(sum > 0)) throw new Error('at least one weight must be above 0');
  return weights.map((weight) => weight / sum);
}
