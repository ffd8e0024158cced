import { at } from '../columns.ts';

/**
 * A figure as its distribution: 10, 50 and 90 % of the draws stay at or below. Null where so many draws have no figure
 * at all (impossible, overloaded) that the quantile is one of them: those count as worse than any number.
 */
export interface Quantiles {
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly draws: number;
  /** Draws without a figure. */
  readonly beyond: number;
}

/**
 * Nearest-rank quantiles: always a value that was drawn, so a number of hosts is a whole number.
 *
 * @param values Infinity where a draw has no figure
 */
export function quantilesOf(values: Float64Array): Quantiles {
  const sorted = values.slice().sort();
  const rank = (share: number) => {
    if (sorted.length === 0) return null;
    const value = at(sorted, Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1));
    return Number.isFinite(value) ? value : null;
  };
  return {
    p10: rank(0.1),
    p50: rank(0.5),
    p90: rank(0.9),
    draws: values.length,
    beyond: values.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0),
  };
}
