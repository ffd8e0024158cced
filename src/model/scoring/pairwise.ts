import { at } from '../columns.ts';

/** Weights out of comparisons in pairs, and how far those contradict one another. */
export interface PairwiseWeights {
  /** Shares of 1. */
  readonly weights: Float64Array;
  /** Below 0.1 the comparisons are taken as consistent; null for fewer than three criteria, which cannot contradict. */
  readonly consistencyRatio: number | null;
}

/**
 * Mean consistency index of random comparisons, by number of criteria.
 * @see Saaty: The Analytic Hierarchy Process, McGraw-Hill 1980
 */
const randomIndex = [
  0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
];

const rounds = 200;

/**
 * The analytic hierarchy process: weights are the principal eigenvector of the comparisons, found by multiplying
 * again and again (additions, multiplications and divisions only: the same in every engine).
 *
 * @param comparisons n × n, row by row; cell (i, j) says how many times as important i is as j, above 0; only those
 * above the diagonal are read
 * @throws when there are more criteria than the random index is known for
 */
export function pairwiseWeights(comparisons: Float64Array, count: number): PairwiseWeights {
  const index = randomIndex[count];
  if (index === undefined) throw new Error(`at most ${randomIndex.length - 1} criteria`);
  const ratio = (row: number, column: number) => {
    if (row === column) return 1;
    return row < column
      ? at(comparisons, row * count + column)
      : 1 / at(comparisons, column * count + row);
  };
  let weights = new Float64Array(count).fill(1 / count);
  let eigenvalue = count;
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (let column = 0; column < count; column++)
        sum += ratio(row, column) * at(weights, column);
      next[row] = sum;
    }
    eigenvalue = next.reduce((sum, value) => sum + value, 0);
    weights = next.map((value) => value / eigenvalue);
  }
  if (count < 3) return { weights, consistencyRatio: null };
  return { weights, consistencyRatio: Math.max(0, (eigenvalue - count) / (count - 1) / index) };
}
