import { at } from '../columns.ts';
import type { Cluster } from './cluster.ts';
import { ExactPlacement } from './exact-placement.ts';
import { Hour } from './hour.ts';
import { fewestUnplaced } from './unplaceable.ts';

/** What became of the pieces of lost hosts in one hour. */
export interface HourLoss {
  /** Pieces that found no place, as few as were found. */
  readonly unplaced: readonly number[];
  /** Workloads in them. */
  readonly count: number;
  /** No way of placing leaves fewer workloads than this without a place. */
  readonly atLeast: number;
}

const clean: HourLoss = { unplaced: [], count: 0, atLeast: 0 };

/** Hosts with the most room that are looked at first: nearly always enough. */
const roomiest = 32;
/** How often the order is changed, those without a place first, before the exact search. */
const retries = 3;

type Choice = 'even' | 'tight';

/**
 * Re-places the pieces of lost hosts hour by hour on the hosts that are left, which keep what they have.
 *
 * Largest first onto the host that stays emptiest; if one finds no place, it comes first and fullest hosts are
 * preferred, a few times; then, in small cases, every way is tried. What is found is compared with a proof that no way
 * leaves fewer: what fits on no survivor alone, and what exceeds all that is free together.
 */
export class Replacement {
  readonly hour: Hour;
  private readonly cluster: Cluster;
  private readonly isLost: Uint8Array;
  private readonly exact: ExactPlacement;
  private byRoom: Int32Array;

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.hour = new Hour(cluster);
    this.isLost = new Uint8Array(cluster.hostCount);
    this.exact = new ExactPlacement(this.hour);
    this.byRoom = new Int32Array(0);
  }

  turnTo(slot: number) {
    this.hour.turnTo(slot);
    const { load } = this.hour;
    const { hostCount, resourceCount, capacity } = this.cluster;
    const fullness = new Float64Array(hostCount);
    for (let host = 0; host < hostCount; host++) {
      for (let r = 0; r < resourceCount; r++) {
        const limit = at(capacity, host * resourceCount + r);
        const ratio = limit > 0 ? at(load, host * resourceCount + r) / limit : 0;
        if (ratio > at(fullness, host)) fullness[host] = ratio;
      }
    }
    this.byRoom = Int32Array.from(fullness.keys()).sort(
      (a, b) => at(fullness, a) - at(fullness, b) || a - b,
    );
  }

  lose(lost: readonly number[]): HourLoss {
    const { hour, isLost } = this;
    const pieces = hour.piecesOf(lost);
    if (pieces.length === 0) return clean;
    for (const host of lost) isLost[host] = 1;
    for (const piece of pieces) hour.hostOf[piece] = -1;
    const answer =
      lost.length < this.cluster.hostCount ? this.place(pieces) : this.nothingLeft(pieces);
    for (const host of lost) isLost[host] = 0;
    for (const piece of pieces) hour.hostOf[piece] = at(this.cluster.home, piece);
    return answer;
  }

  private place(pieces: readonly number[]): HourLoss {
    if (this.dealtOut(pieces)) return clean;
    const survivors = [...this.byRoom].filter((host) => at(this.isLost, host) === 0);
    const atLeast = fewestUnplaced(this.hour, pieces, survivors);
    let unplaced = pieces;
    const attempt = (order: readonly number[], choice: Choice) => {
      if (this.countOf(unplaced) <= atLeast) return;
      const next = this.tryOrder(order, choice);
      if (this.countOf(next) < this.countOf(unplaced)) unplaced = next;
    };
    // Where all may fit, the large come first. Where not all do, most fit when the small come first, each where it
    // leaves least: against the other orders that leaves a quarter to a half fewer without a place.
    if (atLeast === 0) attempt(pieces, 'even');
    attempt(pieces.toReversed(), 'tight');
    let order = pieces;
    for (let turn = 0; atLeast === 0 && turn < retries && unplaced.length > 0; turn++) {
      const first = new Set(unplaced);
      order = [...unplaced, ...order.filter((piece) => !first.has(piece))];
      attempt(order, turn % 2 === 0 ? 'tight' : 'even');
    }
    if (this.countOf(unplaced) <= atLeast) {
      return { unplaced, count: this.countOf(unplaced), atLeast };
    }
    const found = this.exact.search(pieces, survivors, this.countOf(unplaced), atLeast);
    if (found.unplaced !== null) unplaced = found.unplaced;
    const count = this.countOf(unplaced);
    return { unplaced, count, atLeast: found.isComplete ? count : atLeast };
  }

  /**
   * Deals the pieces out to the survivors in turn, the roomiest first: where there is plenty of room, which is nearly
   * always, one look a piece is enough. False where one did not fit at its turn; then the careful ways come.
   */
  private dealtOut(pieces: readonly number[]): boolean {
    const { hour, byRoom, isLost } = this;
    let placed = 0;
    let turn = 0;
    for (const piece of pieces) {
      while (isLost[byRoom[turn] as number] === 1) turn = (turn + 1) % byRoom.length;
      const host = byRoom[turn] as number;
      turn = (turn + 1) % byRoom.length;
      if (!hour.hasRoom(piece, host) || !hour.mayEnter(piece, host)) break;
      hour.put(piece, host);
      placed++;
    }
    hour.clear(pieces);
    return placed === pieces.length;
  }

  private nothingLeft(pieces: readonly number[]): HourLoss {
    const count = this.countOf(pieces);
    return { unplaced: pieces, count, atLeast: count };
  }

  private countOf(pieces: readonly number[]): number {
    let sum = 0;
    for (const piece of pieces) sum += at(this.cluster.weight, piece);
    return sum;
  }

  /** Places all in this order and takes them off again; answers those that found no place. */
  private tryOrder(order: readonly number[], choice: Choice): number[] {
    const { hour } = this;
    const unplaced: number[] = [];
    for (const piece of order) {
      const host = this.bestHost(piece, choice);
      if (host < 0) unplaced.push(piece);
      else hour.put(piece, host);
    }
    hour.clear(order);
    return unplaced;
  }

  private bestHost(piece: number, choice: Choice): number {
    const { byRoom } = this;
    const some = Math.min(roomiest, byRoom.length);
    const best = choice === 'even' ? this.bestAmong(piece, choice, some) : -1;
    if (best >= 0 || (choice === 'even' && some === byRoom.length)) return best;
    return this.bestAmong(piece, choice, byRoom.length);
  }

  private bestAmong(piece: number, choice: Choice, count: number): number {
    const { hour, byRoom, isLost } = this;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < count; place++) {
      const host = byRoom[place] as number;
      if (isLost[host] === 1) continue;
      const fullness = hour.fullnessWith(piece, host);
      if (fullness === Number.POSITIVE_INFINITY) continue;
      const score = choice === 'even' ? fullness : -fullness;
      if (score < least && hour.mayEnter(piece, host)) {
        least = score;
        best = host;
      }
    }
    return best;
  }
}
