import { at, item } from '../columns.ts';
import { Spreader } from './balance.ts';
import type { Bins } from './bins.ts';
import { measured, scarcity } from './order.ts';
import { toCore } from './prepare.ts';
import type { Packing, PackingProblem } from './problem.ts';
import { asBins } from './spread.ts';

/** Where the items of lost bins went. */
export interface Replaced {
  /** The items that the lost bins held, in ascending order. */
  readonly items: Int32Array;
  /** New bin of each of `items`; −1 for one that found no place. */
  readonly bins: Int32Array;
}

export interface Replacer {
  /**
   * Re-places the items of lost bins on the bins that are left, which keep what they have. Best effort: that an item
   * finds no place is no proof that there is none. The same loss has the same answer, whatever was asked before.
   */
  replace(lostBins: readonly number[]): Replaced;
}

/** Survivors with the most room that are looked at first: nearly always enough. */
const emptiest = 32;
/** Bins that are asked as one first, by the most room of any. */
const blockLength = 32;
/** Rounding between `capacity − load` and `load + size`; the bin itself has the last word. */
const caution = 1e-9;
/** How often the order of the pieces is changed, those without a place first, before giving up. */
const retries = 6;

/**
 * Prepares to re-place the items of any lost bins, for proofs that a plan survives them. The survivors' loads are
 * added up once; each loss touches only the bins that receive something, and these are put back as they were. So a
 * loss costs pieces × 32 looks where there is room, and a few scans of the bins, block by block, where there is little.
 *
 * Pieces go, largest first, where they unbalance least (as a cluster's balancer would put them); if one finds no
 * room, all start again with that one first and the fullest bins with room preferred; at last a piece already
 * re-placed makes way by moving on.
 *
 * @param problem the items with the capacities and rules that hold while bins are down: the same items and bin types
 *   in number and order as the packing's, other figures as need be. It may be impossible as a whole.
 * @param packing the packing to lose bins of; bins may be empty. Survivors that are overfull under `problem` take
 *   nothing more.
 */
export function createReplacer(
  problem: PackingProblem,
  packing: Pick<Packing, 'binOf' | 'typeOf' | 'domainOf'>,
): Replacer {
  const { core } = toCore(problem);
  return new Survivors(asBins(core, packing.typeOf, packing.binOf, packing.domainOf));
}

type Choice = 'even' | 'tight';

class Survivors implements Replacer {
  private readonly bins: Bins;
  private readonly spreader: Spreader;
  /** Bins with the least full first. */
  private readonly byRoom: Int32Array;
  /** The most room of each dimension in each block of `byRoom`, while all survivors hold what they have. */
  private readonly blockRoom: Float64Array;
  private readonly key: Float64Array;
  private readonly isLost: Uint8Array;
  /** Loads of the bins touched, as they were. */
  private readonly before = new Map<number, Float64Array>();

  constructor(bins: Bins) {
    this.bins = bins;
    this.spreader = new Spreader(bins, () => 0, { done: 0 });
    this.byRoom = leastFullFirst(bins);
    this.blockRoom = roomOfBlocks(bins, this.byRoom);
    this.key = measured(bins.core, 'largest', scarcity(bins.core));
    this.isLost = new Uint8Array(bins.count);
  }

  replace(lostBins: readonly number[]): Replaced {
    const { bins, key } = this;
    const pieces = lostBins.flatMap((bin) => item(bins.members, bin));
    const origin = new Map(pieces.map((piece) => [piece, at(bins.binOf, piece)]));
    for (const bin of lostBins) this.isLost[bin] = 1;
    for (const piece of pieces) bins.binOf[piece] = -1;
    let order = pieces.toSorted((a, b) => at(key, b) - at(key, a) || a - b);
    let best = this.tryOrder(order, 'even');
    for (let turn = 0; turn < retries && this.homeless(best).length > 0; turn++) {
      const unplaced = new Set(this.homeless(best));
      order = [...unplaced, ...order.filter((piece) => !unplaced.has(piece))];
      const next = this.tryOrder(order, turn % 2 === 0 ? 'tight' : 'even');
      if (this.homeless(next).length < this.homeless(best).length) best = next;
    }
    if (this.homeless(best).length > 0) best = this.withEjections(best);
    for (const bin of lostBins) this.isLost[bin] = 0;
    for (const [piece, bin] of origin) bins.binOf[piece] = bin;
    return this.toItems(best);
  }

  private homeless(placed: ReadonlyMap<number, number>): number[] {
    return [...placed].filter(([, bin]) => bin < 0).map(([piece]) => piece);
  }

  private tryOrder(order: readonly number[], choice: Choice): Map<number, number> {
    const placed = new Map<number, number>();
    for (const piece of order) {
      const bin = this.bestBin(piece, choice);
      placed.set(piece, bin);
      if (bin >= 0) this.put(piece, bin);
    }
    this.restore(order);
    return placed;
  }

  /** For each piece without a place: a survivor where it fits once a re-placed piece has moved on. */
  private withEjections(placed: Map<number, number>): Map<number, number> {
    for (const [piece, bin] of placed) if (bin >= 0) this.put(piece, bin);
    const guests = [...placed.keys()];
    for (const homeless of this.homeless(placed)) {
      for (const guest of guests) {
        const from = at(this.bins.binOf, guest);
        if (from < 0 || !this.makesWay(guest, homeless)) continue;
        placed.set(guest, at(this.bins.binOf, guest));
        placed.set(homeless, from);
        break;
      }
    }
    this.restore(guests);
    return placed;
  }

  /** Moves the guest on and the homeless piece into its place; leaves all as it was where that does not go. */
  private makesWay(guest: number, homeless: number): boolean {
    const from = at(this.bins.binOf, guest);
    this.take(guest, from);
    if (this.bins.fits(homeless, from)) {
      this.put(homeless, from);
      const to = this.bestBin(guest, 'tight');
      if (to >= 0) {
        this.put(guest, to);
        return true;
      }
      this.take(homeless, from);
    }
    this.put(guest, from);
    return false;
  }

  private bestBin(piece: number, choice: Choice): number {
    const some = Math.min(emptiest, this.byRoom.length);
    const best = choice === 'even' ? this.bestAmong(piece, choice, some) : -1;
    return best >= 0 ? best : this.bestAmong(piece, choice, this.byRoom.length);
  }

  private bestAmong(piece: number, choice: Choice, count: number): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < count; place++) {
      if (place % blockLength === 0 && !this.mayHold(place, piece)) {
        place += blockLength - 1;
        continue;
      }
      const bin = at(this.byRoom, place);
      if (this.isLost[bin] === 1) continue;
      const score = this.scoreOf(piece, bin, choice, least);
      if (score < least) {
        least = score;
        best = bin;
      }
    }
    return best;
  }

  /** Whether any bin of the block that starts here has room, dimension by dimension. */
  private mayHold(place: number, piece: number): boolean {
    const { size, dimensionCount } = this.bins.core;
    const from = (place / blockLength) * dimensionCount;
    for (let d = 0; d < dimensionCount; d++) {
      const most = (this.blockRoom[from + d] as number) + caution;
      if ((size[piece * dimensionCount + d] as number) > most) return false;
    }
    return true;
  }

  /** Infinity where the piece does not fit; anything not below `enough` where it fits no better than that. */
  private scoreOf(piece: number, bin: number, choice: Choice, enough: number): number {
    if (choice === 'tight') {
      return this.bins.fits(piece, bin)
        ? -this.spreader.unbalance(piece, bin)
        : Number.POSITIVE_INFINITY;
    }
    const growth = this.spreader.unbalance(piece, bin, enough);
    return growth < enough && this.bins.fits(piece, bin) ? growth : Number.POSITIVE_INFINITY;
  }

  private put(piece: number, bin: number) {
    const { load, core, binOf } = this.bins;
    const { size, dimensionCount } = core;
    const to = bin * dimensionCount;
    if (!this.before.has(bin)) this.before.set(bin, load.slice(to, to + dimensionCount));
    for (let d = 0; d < dimensionCount; d++) {
      load[to + d] = at(load, to + d) + at(size, piece * dimensionCount + d);
    }
    binOf[piece] = bin;
  }

  private take(piece: number, bin: number) {
    const { load, core, binOf } = this.bins;
    const { size, dimensionCount } = core;
    for (let d = 0; d < dimensionCount; d++) {
      const index = bin * dimensionCount + d;
      load[index] = at(load, index) - at(size, piece * dimensionCount + d);
    }
    binOf[piece] = -1;
  }

  private restore(pieces: readonly number[]) {
    const { load, core, binOf } = this.bins;
    for (const [bin, own] of this.before) load.set(own, bin * core.dimensionCount);
    this.before.clear();
    for (const piece of pieces) binOf[piece] = -1;
  }

  private toItems(placed: ReadonlyMap<number, number>): Replaced {
    const { itemsOf } = this.bins.core;
    const pairs = [...placed]
      .flatMap(([piece, bin]) => item(itemsOf, piece).map((member) => [member, bin] as const))
      .sort(([a], [b]) => a - b);
    return {
      items: Int32Array.from(pairs, ([member]) => member),
      bins: Int32Array.from(pairs, ([, bin]) => bin),
    };
  }
}

function leastFullFirst({ core, load, typeOf, count }: Bins): Int32Array {
  const { capacity, dimensionCount } = core;
  const fullness = new Float64Array(count);
  for (let bin = 0; bin < count; bin++) {
    for (let d = 0; d < dimensionCount; d++) {
      const own = at(capacity, at(typeOf, bin) * dimensionCount + d);
      const ratio = own > 0 ? at(load, bin * dimensionCount + d) / own : 0;
      fullness[bin] = Math.max(at(fullness, bin), ratio);
    }
  }
  return Int32Array.from(fullness.keys()).sort(
    (a, b) => at(fullness, a) - at(fullness, b) || a - b,
  );
}

function roomOfBlocks({ core, load, typeOf }: Bins, order: Int32Array): Float64Array {
  const { capacity, dimensionCount } = core;
  const blocks = Math.ceil(order.length / blockLength);
  const room = new Float64Array(blocks * dimensionCount).fill(Number.NEGATIVE_INFINITY);
  for (const [place, bin] of order.entries()) {
    const block = Math.floor(place / blockLength) * dimensionCount;
    for (let d = 0; d < dimensionCount; d++) {
      const own =
        at(capacity, at(typeOf, bin) * dimensionCount + d) - at(load, bin * dimensionCount + d);
      room[block + d] = Math.max(at(room, block + d), own);
    }
  }
  return room;
}
