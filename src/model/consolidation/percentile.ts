import { at } from '../columns.ts';

/**
 * The nearest-rank percentile of the known values of a list: the smallest value that at least this share of the
 * values does not exceed. Always a value that occurred, so no interpolation has to be explained.
 *
 * @param values in any order; NaN is unknown and left out. May be sorted in place.
 * @param ratio 0…1; 1 is the maximum
 * @returns NaN where nothing is known
 */
export function percentile(values: Float64Array, ratio: number): number {
  if (ratio >= 1) return highest(values);
  values.sort();
  let known = values.length;
  while (known > 0 && Number.isNaN(at(values, known - 1))) known--;
  if (known === 0) return Number.NaN;
  // 0.95 × 20 is 19.000000000000004 in floating point: without the small step down the rank would be one too high.
  const rank = Math.max(1, Math.ceil(ratio * known - 1e-9));
  return at(values, Math.min(known, rank) - 1);
}

/** The maximum needs no sorting: it is what most plans ask for, on every slot of every workload. */
function highest(values: Float64Array): number {
  let best = Number.NaN;
  for (const value of values) if (!(value <= best) && !Number.isNaN(value)) best = value;
  return best;
}
