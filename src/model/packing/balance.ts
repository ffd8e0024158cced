import type { Random } from '../random.ts';
import { Bins } from './bins.ts';
import type { Core } from './core.ts';
import type { Work } from './work.ts';

/** Bins looked at for each piece: more gives little, and fewer lets the tightest dimensions drift apart. */
const mostCandidates = 64;
const fewestCandidates = 16;
/** With hundreds of slots and many pieces fewer are looked at, so that all looks visit about so many dimensions. */
const mostVisits = 1e8;
/** Overload, in capacities a bin, that no repair mends: the spreading is given up as soon as it is reached. */
const hopeless = 0.5;
/** How much worse than any imbalance an overfilled bin is. */
const overfull = 1000;

/**
 * Spreads all pieces over given bins so that every bin is filled alike in every dimension.
 *
 * This turns bin packing round: instead of filling bins one after the other, which leaves the last ones with what
 * does not go together, the number of bins is chosen first — the lower bound, if it can be had — and the pieces,
 * largest first, go where they raise Σ load² ÷ capacity least (a sum that is least where all bins are equally full).
 * The bins that come out overfilled are few and by little, and `repair` mends them with swaps. Each piece looks at a fixed number of bins, so the cost is linear in the pieces.
 *
 * @returns the bins, some perhaps overfilled; null where a piece may go to none of them, or where they come out so
 *   overfilled that nothing would mend it
 */
export function balanced(
  core: Core,
  {
    typeOf,
    order,
    domainOf,
  }: {
    readonly typeOf: Int32Array;
    readonly order: Int32Array;
    readonly domainOf?: Int32Array | undefined;
  },
  random: Random,
  work: Work,
): Bins | null {
  const bins = new Bins(core);
  for (const [bin, type] of typeOf.entries()) bins.open(type, domainOf?.[bin]);
  const spread = new Spreader(bins, random, work);
  for (const piece of order) {
    const bin = spread.bestBin(piece);
    if (bin < 0 || spread.overload > Math.max(1, hopeless * bins.count)) return null;
    bins.add(piece, bin);
  }
  return bins;
}

/** Finds the bin that a piece unbalances least. */
export class Spreader {
  private readonly bins: Bins;
  private readonly random: Random;
  private readonly perCapacity: Float64Array;
  private readonly work: Work;
  /** The dimension that last overfilled each bin; −1 for none. */
  private readonly full: Int32Array;
  private readonly candidates: number;
  /** About what all bins are overfilled by, added up as pieces were placed (some of it more than once). */
  overload = 0;
  private best = -1;
  private least = Number.POSITIVE_INFINITY;

  constructor(bins: Bins, random: Random, work: Work) {
    this.bins = bins;
    this.random = random;
    this.work = work;
    const visits = bins.core.pieceCount * bins.core.dimensionCount;
    this.candidates = Math.max(
      fewestCandidates,
      Math.min(mostCandidates, Math.floor(mostVisits / visits)),
    );
    this.full = new Int32Array(bins.count).fill(-1);
    this.perCapacity = bins.core.capacity.map((own) => (own > 0 ? 1 / own : 0));
  }

  /** The best of some bins, of all where none of those is allowed, −1 where none is at all. */
  bestBin(piece: number): number {
    const { count } = this.bins;
    this.best = -1;
    this.least = Number.POSITIVE_INFINITY;
    if (count <= this.candidates) this.lookAtAll(piece);
    else {
      for (let tried = 0; tried < this.candidates; tried++) {
        this.look(piece, Math.floor(this.random() * count));
      }
      if (this.best < 0) this.lookAtAll(piece);
    }
    if (this.least >= overfull / 1e4) this.overload += this.least / overfull;
    return this.best;
  }

  private lookAtAll(piece: number) {
    for (let bin = 0; bin < this.bins.count; bin++) this.look(piece, bin);
  }

  private look(piece: number, bin: number) {
    if (!this.bins.mayEnter(piece, bin)) return;
    const score = this.unbalance(piece, bin, this.least);
    if (score < this.least) {
      this.least = score;
      this.best = bin;
    }
  }

  /**
   * Growth of Σ load² ÷ capacity if the piece went to the bin, and a penalty for what overfills it. As it only
   * grows from dimension to dimension, it is left as soon as it reaches `enough`; the dimension that last overfilled
   * the bin is asked first.
   */
  unbalance(piece: number, bin: number, enough = Number.POSITIVE_INFINITY): number {
    const { load, typeOf, core } = this.bins;
    const { size, capacity, dimensionCount } = core;
    const { perCapacity } = this;
    const from = piece * dimensionCount;
    const to = bin * dimensionCount;
    const limit = (typeOf[bin] as number) * dimensionCount;
    const hint = this.full[bin] as number;
    this.work.done += 5;
    if (hint >= 0) {
      const over =
        (load[to + hint] as number) +
        (size[from + hint] as number) -
        (capacity[limit + hint] as number);
      if (over * overfull >= enough) return enough;
    }
    let score = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const own = size[from + d] as number;
      const held = load[to + d] as number;
      score += (2 * held + own) * own * (perCapacity[limit + d] as number);
      const over = held + own - (capacity[limit + d] as number);
      if (over > 0) {
        score += overfull * over;
        this.full[bin] = d;
      }
      if (score >= enough) {
        this.work.done += d;
        return enough;
      }
    }
    this.work.done += dimensionCount;
    return score;
  }
}
