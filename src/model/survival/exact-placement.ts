import { at } from '../columns.ts';
import type { Hour } from './hour.ts';

/** Pieces beyond which trying every way is hopeless. */
const mostPieces = 40;
/** Ways looked at for one loss, and for all losses of a check together. */
const nodesOfOne = 20_000;
const nodesOfAll = 4_000_000;

export interface ExactFound {
  /** The pieces left over, where fewer workloads than before; null where nothing better was found. */
  readonly unplaced: readonly number[] | null;
  /** Every way was tried, or the proven least was reached: no way is better than the best known. */
  readonly isComplete: boolean;
}

/**
 * Tries every way to place pieces on survivors, leaving some out, and keeps the one that leaves out fewest workloads.
 * Hosts that are alike are tried once. Ends when the proven least is reached or its nodes are used up; nodes are
 * counted, not timed, so the same loss has the same answer everywhere.
 */
export class ExactPlacement {
  private readonly hour: Hour;
  private left = nodesOfAll;
  private nodes = 0;
  private best = 0;
  private found: number[] | null = null;
  private readonly out: number[] = [];

  constructor(hour: Hour) {
    this.hour = hour;
  }

  /**
   * @param count workloads left over in the best way known
   * @param atLeast workloads left over in every way, as proven
   */
  search(
    pieces: readonly number[],
    survivors: readonly number[],
    count: number,
    atLeast: number,
  ): ExactFound {
    if (pieces.length > mostPieces || this.left <= 0) return { unplaced: null, isComplete: false };
    this.nodes = Math.min(nodesOfOne, this.left);
    const given = this.nodes;
    this.best = count;
    this.found = null;
    this.out.length = 0;
    this.descend({ pieces, survivors, atLeast }, 0, 0);
    this.left -= given - this.nodes;
    return { unplaced: this.found, isComplete: this.nodes > 0 || this.best === atLeast };
  }

  private descend(
    question: {
      readonly pieces: readonly number[];
      readonly survivors: readonly number[];
      readonly atLeast: number;
    },
    next: number,
    out: number,
  ): void {
    const { pieces, survivors, atLeast } = question;
    if (this.nodes <= 0 || out >= this.best || this.best === atLeast) return;
    this.nodes--;
    const piece = pieces[next];
    if (piece === undefined) {
      this.best = out;
      this.found = [...this.out];
      return;
    }
    const { hour } = this;
    for (const [place, host] of survivors.entries()) {
      if (hour.fullnessWith(piece, host) === Infinity || !hour.mayEnter(piece, host)) continue;
      if (this.isLikeEarlier(survivors, place)) continue;
      // What was there before is put back exactly: adding and taking leaves rounding behind.
      const before = this.loadOf(host);
      hour.put(piece, host);
      this.descend(question, next + 1, out);
      hour.hostOf[piece] = -1;
      this.restore(host, before);
    }
    this.out.push(piece);
    this.descend(question, next + 1, out + at(hour.cluster.weight, piece));
    this.out.pop();
  }

  private loadOf(host: number): Float64Array {
    const { resourceCount } = this.hour.cluster;
    return this.hour.load.slice(host * resourceCount, (host + 1) * resourceCount);
  }

  private restore(host: number, load: Float64Array) {
    this.hour.load.set(load, host * this.hour.cluster.resourceCount);
  }

  /** A host with the same type and load as an earlier one leads nowhere else, where company does not matter. */
  private isLikeEarlier(survivors: readonly number[], place: number): boolean {
    const { apartOf, typeOf, resourceCount } = this.hour.cluster;
    if (apartOf !== null) return false;
    const host = survivors[place] as number;
    const { load } = this.hour;
    for (let earlier = 0; earlier < place; earlier++) {
      const other = survivors[earlier] as number;
      if (at(typeOf, other) !== at(typeOf, host)) continue;
      let isSame = true;
      for (let r = 0; isSame && r < resourceCount; r++) {
        isSame = at(load, other * resourceCount + r) === at(load, host * resourceCount + r);
      }
      if (isSame) return true;
    }
    return false;
  }
}
