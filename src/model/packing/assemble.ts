import type { Random } from '../random.ts';
import { Spreader } from './balance.ts';
import { Bins } from './bins.ts';
import type { Core } from './core.ts';
import type { Work } from './work.ts';

/**
 * Bins filled with given patterns, one bin each, and what they leave over spread as evenly as can be.
 *
 * @param patterns disjoint, at most as many as bins
 * @param count bins, of the only type there is
 * @returns the bins, some perhaps overfilled; null where a piece may go to none of them
 */
export function assembled(
  core: Core,
  {
    patterns,
    count,
  }: { readonly patterns: readonly (readonly number[])[]; readonly count: number },
  random: Random,
  work: Work,
): Bins | null {
  const bins = new Bins(core);
  for (let bin = 0; bin < count; bin++) bins.open(0);
  for (const [bin, pieces] of patterns.entries()) {
    // Patterns do not know of failure domains.
    for (const piece of pieces) if (bins.mayEnter(piece, bin)) bins.add(piece, bin);
  }
  const spreader = new Spreader(bins, random, work);
  for (const [piece, own] of bins.binOf.entries()) {
    if (own >= 0) continue;
    const bin = spreader.bestBin(piece);
    if (bin < 0) return null;
    bins.add(piece, bin);
  }
  return bins;
}
