import { at } from '../columns.ts';
import type { Cluster } from '../survival/cluster.ts';

/** Figures of all slots that are kept, at most; beyond it they are made anew each time. */
const mostKept = 4_000_000;

interface SlotFigures {
  readonly size: Float64Array;
  /** Load of every host with all pieces at home. */
  readonly load: Float64Array;
  /** Place of each piece among all, largest first. */
  readonly rank: Int32Array;
}

type FillSizes = (cluster: Cluster, slot: number, size: Float64Array) => void;

/** Who has room for what in one hour, while some hosts are down and some pieces are elsewhere. */
export class Rooms {
  private readonly cluster: Cluster;
  private readonly fillSizes: FillSizes;
  private readonly kept: (SlotFigures | undefined)[];
  private readonly isKept: boolean;
  private readonly load: Float64Array;
  private readonly isOpen: Uint8Array;
  private figures: SlotFigures;

  constructor(cluster: Cluster, fillSizes: FillSizes) {
    const { slotCount, pieceCount, hostCount, resourceCount } = cluster;
    this.cluster = cluster;
    this.fillSizes = fillSizes;
    this.kept = [];
    this.isKept = slotCount * pieceCount * resourceCount <= mostKept;
    this.load = new Float64Array(hostCount * resourceCount);
    this.isOpen = new Uint8Array(hostCount);
    this.figures = this.figuresOf(0);
  }

  /** Turns to a slot. Loads are those at home; who is elsewhere must be put there. Only open hosts are read. */
  open(slot: number, isOpen: (host: number) => boolean) {
    this.figures = this.figuresOf(slot);
    this.load.set(this.figures.load);
    for (let host = 0; host < this.cluster.hostCount; host++) {
      this.isOpen[host] = isOpen(host) ? 1 : 0;
    }
  }

  put(piece: number, host: number) {
    const { resourceCount } = this.cluster;
    const { size } = this.figures;
    for (let r = 0; r < resourceCount; r++) {
      const cell = host * resourceCount + r;
      this.load[cell] = at(this.load, cell) + at(size, piece * resourceCount + r);
    }
  }

  largestFirst(pieces: readonly number[]): number[] {
    const { rank } = this.figures;
    return pieces.toSorted((a, b) => at(rank, a) - at(rank, b));
  }

  /** The open host that stays emptiest with the piece on it; −1 where none has room. */
  roomiestFor(piece: number, hostOf: Int32Array): number {
    const { hostCount } = this.cluster;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let host = 0; host < hostCount; host++) {
      if (this.isOpen[host] === 0) continue;
      const fullness = this.fullnessWith(piece, host, least);
      if (fullness < least && this.mayEnter(piece, host, hostOf)) {
        least = fullness;
        best = host;
      }
    }
    return best;
  }

  /** Infinite where the piece does not fit; anything not below `enough` where it is no better than that. */
  private fullnessWith(piece: number, host: number, enough: number): number {
    const { resourceCount, capacity } = this.cluster;
    const { size } = this.figures;
    let fullest = 0;
    for (let r = 0; r < resourceCount; r++) {
      const own = size[piece * resourceCount + r] as number;
      const cell = host * resourceCount + r;
      const limit = capacity[cell] as number;
      const sum = (this.load[cell] as number) + own;
      if (sum > limit && own > 0) return Number.POSITIVE_INFINITY;
      const ratio = limit > 0 ? sum / limit : 0;
      if (ratio > fullest) fullest = ratio;
      if (fullest >= enough) return fullest;
    }
    return fullest;
  }

  private mayEnter(piece: number, host: number, hostOf: Int32Array): boolean {
    const { apartOf, pinOf, typeOf } = this.cluster;
    if (pinOf !== null && at(pinOf, piece) >= 0 && at(pinOf, piece) !== at(typeOf, host)) {
      return false;
    }
    return !(apartOf?.[piece] ?? []).some((set) =>
      set.some((other) => other !== piece && at(hostOf, other) === host),
    );
  }

  private figuresOf(slot: number): SlotFigures {
    const known = this.kept[slot];
    if (known !== undefined) return known;
    const { cluster } = this;
    const { pieceCount, hostCount, resourceCount, capacity } = cluster;
    const size = new Float64Array(pieceCount * resourceCount);
    this.fillSizes(cluster, slot, size);
    const load = new Float64Array(hostCount * resourceCount);
    const largest = new Float64Array(resourceCount);
    for (const [cell, value] of capacity.entries()) {
      largest[cell % resourceCount] = Math.max(at(largest, cell % resourceCount), value);
    }
    const key = new Float64Array(pieceCount);
    for (const [cell, value] of size.entries()) {
      const piece = Math.floor(cell / resourceCount);
      const r = cell % resourceCount;
      const home = at(cluster.home, piece) * resourceCount + r;
      load[home] = at(load, home) + value;
      if (at(largest, r) > 0) key[piece] = Math.max(at(key, piece), value / at(largest, r));
    }
    const rank = new Int32Array(pieceCount);
    const order = Int32Array.from(key.keys()).sort((a, b) => at(key, b) - at(key, a) || a - b);
    for (const [place, piece] of order.entries()) rank[piece] = place;
    const figures = { size, load, rank };
    if (this.isKept) this.kept[slot] = figures;
    return figures;
  }
}
