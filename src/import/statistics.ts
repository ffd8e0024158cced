/** Mean of what is known; NaN where nothing is. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    known += 1;
  }
  return known === 0 ? Number.NaN : sum / known;
}

export function maxOf(values: ArrayLike<number>): number {
  let max = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(value <= max)) max = Number.isNaN(value) ? max : value;
  }
  return max;
}

/**
 * The smallest value that at least `share` of the known values do not exceed (nearest rank: always a value that was
 * measured, never below the interpolated one).
 */
export function percentileOf(values: ArrayLike<number>, share: number): number {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  if (known.length === 0) return Number.NaN;
  known.sort();
  return known[Math.max(0, Math.ceil(share * known.length) - 1)] as number;
}
