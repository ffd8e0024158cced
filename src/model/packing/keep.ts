import { at, item } from '../columns.ts';
import type { Bins } from './bins.ts';
import type { Core } from './core.ts';
import { measured, scarcity } from './order.ts';
import { prepare } from './prepare.ts';
import type { PackingProblem } from './problem.ts';
import { asBins } from './spread.ts';

/** Where items are today. */
export interface Standing {
  /** Type of each bin that there is; −1 for one that is to go, with what it holds. */
  readonly typeOf: Int32Array;
  /** Bin of each item; −1 for an item that is nowhere yet. */
  readonly home: Int32Array;
}

/** A packing into the bins that there are and new ones behind them. */
export interface Replan {
  /** As `Standing.typeOf`, longer by the new bins. */
  readonly typeOf: Int32Array;
  readonly binOf: Int32Array;
  /** Bins that hold something. */
  readonly usedCount: number;
  /** Items that have a home and leave it. */
  readonly moveCount: number;
}

/**
 * Packings that follow from today's with few moves, each with one bin fewer than the one before: first what only
 * mends it (what overfills a bin or breaks a rule goes elsewhere), then bin after bin is emptied into the others, those
 * with the fewest items to move first, as long as they find room. Empty if no packing was found at all.
 *
 * Emptying a bin never makes another easier to empty, so each is tried once.
 */
export function* replans(problem: PackingProblem, standing: Standing): Generator<Replan> {
  const rearranging = start(problem, standing);
  if (rearranging === null || !rearranging.mend()) return;
  yield rearranging.replan();
  for (const bin of rearranging.byMoves()) {
    if (rearranging.empty(bin)) yield rearranging.replan();
  }
}

/**
 * A packing from scratch put on the bins that there are: each of its bins takes the place of the one of its type that
 * it has most in common with, and whatever then fits at home, or can swap places to get there, goes home.
 *
 * @param mayGoHome false to leave the packing as it is, only on other bins of the same types
 */
export function matched(
  problem: PackingProblem,
  standing: Standing,
  packing: { readonly binOf: Int32Array; readonly typeOf: Int32Array },
  mayGoHome = true,
): Replan | null {
  const rearranging = start(problem, standing);
  if (rearranging === null) return null;
  rearranging.take(placesOf(standing, packing), packing);
  if (mayGoHome) rearranging.goHome();
  return rearranging.replan();
}

function start(problem: PackingProblem, standing: Standing): Rearranging | null {
  const prepared = prepare(problem);
  return prepared.kind === 'ready' ? new Rearranging(prepared.core, standing) : null;
}

/** For each bin of a packing the bin of today that it becomes: pairs with the most items in common first. */
function placesOf(
  { typeOf, home }: Standing,
  packing: { readonly binOf: Int32Array; readonly typeOf: Int32Array },
): Int32Array {
  const common = new Map<number, number>();
  for (const [index, bin] of packing.binOf.entries()) {
    const today = at(home, index);
    if (today < 0 || at(typeOf, today) !== at(packing.typeOf, bin)) continue;
    const key = bin * typeOf.length + today;
    common.set(key, (common.get(key) ?? 0) + 1);
  }
  const places = new Int32Array(packing.typeOf.length).fill(-1);
  const isTaken = new Uint8Array(typeOf.length);
  const take = (bin: number, today: number) => {
    if (at(places, bin) >= 0 || isTaken[today] === 1) return;
    places[bin] = today;
    isTaken[today] = 1;
  };
  const pairs = [...common].sort(([a, many], [b, more]) => more - many || a - b);
  for (const [key] of pairs) take(Math.floor(key / typeOf.length), key % typeOf.length);
  for (const [bin, type] of packing.typeOf.entries()) {
    if (at(places, bin) >= 0) continue;
    const today = typeOf.findIndex((own, place) => own === type && isTaken[place] === 0);
    if (today >= 0) take(bin, today);
  }
  let next = typeOf.length;
  for (const [bin, place] of places.entries()) if (place < 0) places[bin] = next++;
  return places;
}

class Rearranging {
  private readonly core: Core;
  private readonly home: Int32Array;
  /** Bin of most of a piece's items today; −1 where it has none that may stay. */
  private readonly pieceHome: Int32Array;
  private readonly key: Float64Array;
  private readonly bins: Bins;
  private readonly isGone: boolean[];

  constructor(core: Core, { typeOf, home }: Standing) {
    this.core = core;
    this.home = home;
    this.isGone = Array.from(typeOf, (type) => type < 0);
    this.pieceHome = Int32Array.from(core.itemsOf, (items) => this.commonHome(items));
    this.key = measured(core, 'largest', scarcity(core));
    // A bin that goes is of no type; it is kept, empty, only for its number.
    const types = typeOf.map((type) => Math.max(0, type));
    this.bins = asBins(core, types, new Int32Array(home.length).fill(-1));
  }

  /** Everything at home, and what may not stay or does not fit there elsewhere; false where that is impossible. */
  mend(): boolean {
    const { bins, core, pieceHome } = this;
    const homeless: number[] = [];
    const bySize = this.largestFirst(core.itemsOf.keys());
    // The largest first: what stays at home is then what costs most to place elsewhere, and many small ones fit around.
    for (const piece of bySize) {
      const bin = at(pieceHome, piece);
      if (bin >= 0 && bins.fits(piece, bin)) bins.add(piece, bin);
      else homeless.push(piece);
    }
    return homeless.every((piece) => this.place(piece, true));
  }

  /** Takes a packing as it is. */
  take(places: Int32Array, packing: { readonly binOf: Int32Array; readonly typeOf: Int32Array }) {
    for (const [bin, place] of places.entries()) {
      while (this.bins.count <= place) this.open(at(packing.typeOf, bin));
    }
    for (const [bin, place] of places.entries()) {
      this.bins.setType(place, at(packing.typeOf, bin));
    }
    for (const [piece, items] of this.core.itemsOf.entries()) {
      this.bins.add(piece, at(places, at(packing.binOf, item(items, 0))));
    }
  }

  /** Brings pieces home that fit there, or that can swap places with one that is not at home itself. */
  goHome() {
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (const piece of this.core.itemsOf.keys()) {
        const home = at(this.pieceHome, piece);
        const bin = at(this.bins.binOf, piece);
        if (home < 0 || bin === home || item(this.bins.members, home).length === 0) continue;
        if (this.movesTo(piece, home, -1) || this.swaps(piece, home)) isBetter = true;
      }
    }
  }

  /** Bins that hold something, with the fewest further moves to empty them first. */
  byMoves(): number[] {
    const further = (bin: number) =>
      item(this.bins.members, bin).reduce((sum, piece) => sum + this.furtherMoves(piece), 0);
    return Array.from({ length: this.bins.count }, (_, bin) => bin)
      .filter((bin) => item(this.bins.members, bin).length > 0)
      .map((bin) => ({ bin, moves: further(bin) }))
      .sort((a, b) => a.moves - b.moves || a.bin - b.bin)
      .map(({ bin }) => bin);
  }

  /** Empties a bin into the others; leaves all as it was where something finds no room. */
  empty(bin: number): boolean {
    const { bins } = this;
    const pieces = this.largestFirst(item(bins.members, bin));
    if (pieces.length === 0) return false;
    this.isGone[bin] = true;
    for (const [turn, piece] of pieces.entries()) {
      bins.remove(piece);
      if (this.place(piece, false)) continue;
      for (const placed of pieces.slice(0, turn)) bins.remove(placed);
      for (const own of pieces.slice(0, turn + 1)) bins.add(own, bin);
      this.isGone[bin] = false;
      return false;
    }
    return true;
  }

  replan(): Replan {
    const { bins, core, home } = this;
    const binOf = new Int32Array(home.length);
    let moveCount = 0;
    for (const [piece, items] of core.itemsOf.entries()) {
      for (const member of items) {
        binOf[member] = at(bins.binOf, piece);
        if (at(home, member) >= 0 && at(home, member) !== at(binOf, member)) moveCount++;
      }
    }
    const usedCount = bins.members.slice(0, bins.count).filter(({ length }) => length > 0).length;
    return { typeOf: bins.typeOf.slice(0, bins.count), binOf, usedCount, moveCount };
  }

  /** Puts a piece where least room is left, in a bin that holds something; else in an empty one, if that may be. */
  private place(piece: number, mayOpen: boolean): boolean {
    const { bins } = this;
    let best = -1;
    let tightest = Number.POSITIVE_INFINITY;
    for (let bin = 0; bin < bins.count; bin++) {
      if (this.isGone[bin] || item(bins.members, bin).length === 0) continue;
      if (!bins.fits(piece, bin)) continue;
      const room = bin === at(this.pieceHome, piece) ? -1 : this.roomAfter(piece, bin);
      if (room < tightest) {
        tightest = room;
        best = bin;
      }
    }
    if (best < 0 && mayOpen) best = this.emptyBin(piece);
    if (best < 0) return false;
    bins.add(piece, best);
    return true;
  }

  /** An empty bin that there is already, else a new one of the cheapest type that holds the piece; −1 for none. */
  private emptyBin(piece: number): number {
    const { bins, core } = this;
    for (let bin = 0; bin < bins.count; bin++) {
      const isFree = !this.isGone[bin] && item(bins.members, bin).length === 0;
      if (isFree && bins.fits(piece, bin)) return bin;
    }
    const type = [...core.cost.keys()]
      .filter((own) => bins.canOpen(own) && core.eligible[piece * core.typeCount + own] === 1)
      .reduce(
        (best, own) => (best < 0 || at(core.cost, own) < at(core.cost, best) ? own : best),
        -1,
      );
    return type < 0 ? -1 : this.open(type);
  }

  private open(type: number): number {
    this.isGone.push(false);
    return this.bins.open(type);
  }

  private roomAfter(piece: number, bin: number): number {
    const { core, load, typeOf } = this.bins;
    const { dimensionCount, size, capacity } = core;
    let room = 0;
    for (let d = 0; d < dimensionCount; d++) {
      room +=
        at(capacity, at(typeOf, bin) * dimensionCount + d) -
        at(load, bin * dimensionCount + d) -
        at(size, piece * dimensionCount + d);
    }
    return room;
  }

  private movesTo(piece: number, bin: number, leaving: number): boolean {
    const { bins } = this;
    if (!bins.mayEnter(piece, bin, leaving) || !bins.hasRoom(piece, bin)) return false;
    bins.remove(piece);
    bins.add(piece, bin);
    return true;
  }

  private swaps(piece: number, home: number): boolean {
    const { bins, pieceHome } = this;
    const bin = at(bins.binOf, piece);
    for (const partner of [...item(bins.members, home)]) {
      if (at(pieceHome, partner) === home) continue;
      bins.remove(partner);
      bins.remove(piece);
      if (bins.fits(piece, home) && bins.fits(partner, bin)) {
        bins.add(piece, home);
        bins.add(partner, bin);
        return true;
      }
      bins.add(partner, home);
      bins.add(piece, bin);
    }
    return false;
  }

  /** What moving a piece away from where it is adds to the moves. */
  private furtherMoves(piece: number): number {
    const bin = at(this.bins.binOf, piece);
    return item(this.core.itemsOf, piece).filter((member) => at(this.home, member) === bin).length;
  }

  private commonHome(items: readonly number[]): number {
    const count = new Map<number, number>();
    for (const member of items) {
      const bin = at(this.home, member);
      if (bin >= 0 && !this.isGone[bin]) count.set(bin, (count.get(bin) ?? 0) + 1);
    }
    return [...count].reduce((best, own) => (own[1] > best[1] ? own : best), [-1, 0])[0];
  }

  private largestFirst(pieces: Iterable<number>): number[] {
    return [...pieces].sort((a, b) => at(this.key, b) - at(this.key, a) || a - b);
  }
}
