import type { Random } from '../random.ts';
import { Bins } from './bins.ts';
import type { Core } from './core.ts';
import type { Work } from './work.ts';

/** Bins looked at for each piece: more gives little, and fewer lets the tightest dimensions drift apart. */
const manyCandidates = 64;
/** With hundreds of slots each look costs more and tells more: 8 were found to do as well as 64. */
const fewCandidates = 16;
const wideDimensions = 64;
/** How much worse than any imbalance an overfilled bin is. */
const overfull = 1000;

/**
 * Spreads all pieces over given bins so that every bin is filled alike in every dimension.
 *
 * This turns bin packing round: instead of filling bins one after the other, which leaves the last ones with what
 * does not go together, the number of bins is chosen first — the lower bound, if it can be had — and the pieces,
 * largest first, go where they raise Σ load² least. The bins that come out overfilled are few and by little, and
 * `repair` mends them with swaps. Each piece looks at a fixed number of bins, so the cost is linear in the pieces.
 *
 * @returns the bins, some perhaps overfilled, and pieces that no bin may take whatever its load
 */
export function balanced(
  core: Core,
  { typeOf, order }: { readonly typeOf: Int32Array; readonly order: Int32Array },
  random: Random,
  work: Work,
): { readonly bins: Bins; readonly homeless: number[] } {
  const bins = new Bins(core);
  for (const type of typeOf) bins.open(type);
  const homeless: number[] = [];
  const spread = new Spreader(bins, random, work);
  for (const piece of order) {
    const bin = spread.bestBin(piece);
    if (bin < 0) homeless.push(piece);
    else bins.add(piece, bin);
  }
  return { bins, homeless };
}

/** Finds the bin that a piece unbalances least. */
export class Spreader {
  private readonly bins: Bins;
  private readonly random: Random;
  private readonly perSquare: Float64Array;
  private readonly work: Work;

  constructor(bins: Bins, random: Random, work: Work) {
    this.bins = bins;
    this.random = random;
    this.work = work;
    this.perSquare = bins.core.capacity.map((own) =>
      own > 0 && own < Number.POSITIVE_INFINITY ? 1 / (own * own) : 0,
    );
  }

  /** The best of some bins, of all where none of those is allowed, −1 where none is at all. */
  bestBin(piece: number): number {
    const { count, core } = this.bins;
    const candidates = core.dimensionCount > wideDimensions ? fewCandidates : manyCandidates;
    if (count <= candidates) return this.bestOf(piece);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let tried = 0; tried < candidates; tried++) {
      const bin = Math.floor(this.random() * count);
      if (!this.bins.mayEnter(piece, bin)) continue;
      const score = this.unbalance(piece, bin);
      if (score < least) {
        least = score;
        best = bin;
      }
    }
    return best < 0 ? this.bestOf(piece) : best;
  }

  private bestOf(piece: number): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let bin = 0; bin < this.bins.count; bin++) {
      if (!this.bins.mayEnter(piece, bin)) continue;
      const score = this.unbalance(piece, bin);
      if (score < least) {
        least = score;
        best = bin;
      }
    }
    return best;
  }

  /** Growth of Σ (load ÷ capacity)² if the piece went to the bin, and a penalty for what overfills it. */
  unbalance(piece: number, bin: number): number {
    const { load, typeOf, core } = this.bins;
    const { size, capacity, dimensionCount } = core;
    const { perSquare } = this;
    const from = piece * dimensionCount;
    const to = bin * dimensionCount;
    const limit = (typeOf[bin] as number) * dimensionCount;
    this.work.done += dimensionCount + 4;
    let score = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const own = size[from + d] as number;
      const held = load[to + d] as number;
      score += (2 * held + own) * own * (perSquare[limit + d] as number);
      const over = held + own - (capacity[limit + d] as number);
      if (over > 0) score += overfull * over;
    }
    return score;
  }
}
