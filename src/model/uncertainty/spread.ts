/**
 * What an input may be: a triangular distribution, the only one that three answers ('at least', 'likely', 'at most')
 * define. Equal ends are certainty.
 */
export interface Spread {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export const certain = (value: number): Spread => ({ low: value, likely: value, high: value });

/**
 * The value that a share of all draws stays below: the inverse of the distribution function. Square roots only, so
 * every engine draws the same.
 *
 * @param share 0…1
 * @example quantileOf({ low: 0, likely: 0, high: 1 }, 0.75) // 0.5
 */
export function quantileOf({ low, likely, high }: Spread, share: number): number {
  const width = high - low;
  if (width <= 0) return likely;
  const rising = likely - low;
  const value =
    share * width < rising
      ? low + Math.sqrt(share * width * rising)
      : high - Math.sqrt((1 - share) * width * (high - likely));
  // The last bit of a sum may lie outside.
  return Math.min(high, Math.max(low, value));
}
