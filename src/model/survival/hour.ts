import { at } from '../columns.ts';
import { type Cluster, fillSizes } from './cluster.ts';

/**
 * The cluster in one hour: what every piece asks for, what every host carries, and who may go where. A replacement
 * puts pieces on hosts and takes them off again; `home` is where they live.
 */
export class Hour {
  readonly cluster: Cluster;
  readonly size: Float64Array;
  /** Load of each host, host-major. */
  readonly load: Float64Array;
  /** Where each piece is now; −1 while it has no place. */
  readonly hostOf: Int32Array;
  /** Pieces that live on each host, largest first. */
  readonly living: readonly number[][];
  /** Place of each piece among all, largest first. */
  private readonly rank: Int32Array;
  private readonly mean: Float64Array;
  /** Loads with every piece at home. */
  private readonly base: Float64Array;

  constructor(cluster: Cluster) {
    const { pieceCount, hostCount, resourceCount } = cluster;
    this.cluster = cluster;
    this.size = new Float64Array(pieceCount * resourceCount);
    this.load = new Float64Array(hostCount * resourceCount);
    this.hostOf = cluster.home.slice();
    this.rank = new Int32Array(pieceCount);
    this.living = Array.from({ length: hostCount }, () => []);
    this.mean = new Float64Array(resourceCount);
    this.base = new Float64Array(hostCount * resourceCount);
    for (const [index, value] of cluster.capacity.entries()) {
      const resource = index % resourceCount;
      this.mean[resource] = at(this.mean, resource) + value / hostCount;
    }
  }

  /** Turns to another hour. */
  turnTo(slot: number) {
    const { cluster, size, load } = this;
    const { pieceCount, resourceCount, home } = cluster;
    fillSizes(cluster, slot, size);
    load.fill(0);
    for (let piece = 0; piece < pieceCount; piece++) this.add(piece, at(home, piece), 1);
    this.base.set(load);
    const key = new Float64Array(pieceCount);
    for (let piece = 0; piece < pieceCount; piece++) {
      for (let r = 0; r < resourceCount; r++) {
        const mean = at(this.mean, r);
        const share = mean > 0 ? at(size, piece * resourceCount + r) / mean : 0;
        if (share > at(key, piece)) key[piece] = share;
      }
    }
    const order = Int32Array.from(key.keys()).sort((a, b) => at(key, b) - at(key, a) || a - b);
    for (const list of this.living) list.length = 0;
    for (const [place, piece] of order.entries()) {
      this.rank[piece] = place;
      (this.living[at(home, piece)] as number[]).push(piece);
    }
  }

  /** All pieces of some hosts, largest first. */
  piecesOf(hosts: readonly number[]): number[] {
    const lists = hosts.map((host) => this.living[host] as number[]);
    const only = lists[0];
    if (lists.length === 1 && only !== undefined) return only;
    return lists.reduce((merged, list) => this.merged(merged, list), []);
  }

  private merged(left: readonly number[], right: readonly number[]): number[] {
    const { rank } = this;
    const merged: number[] = [];
    let [i, j] = [0, 0];
    while (i < left.length && j < right.length) {
      const [a, b] = [left[i] as number, right[j] as number];
      if (at(rank, a) < at(rank, b)) {
        merged.push(a);
        i++;
      } else {
        merged.push(b);
        j++;
      }
    }
    for (; i < left.length; i++) merged.push(left[i] as number);
    for (; j < right.length; j++) merged.push(right[j] as number);
    return merged;
  }

  private add(piece: number, host: number, sign: 1 | -1) {
    const { load, size } = this;
    const { resourceCount } = this.cluster;
    const to = host * resourceCount;
    const from = piece * resourceCount;
    for (let r = 0; r < resourceCount; r++) {
      load[to + r] = (load[to + r] as number) + sign * (size[from + r] as number);
    }
  }

  put(piece: number, host: number) {
    this.add(piece, host, 1);
    this.hostOf[piece] = host;
  }

  /** Takes pieces off hosts that carry nothing else from elsewhere: loads are as before, without rounding. */
  clear(pieces: readonly number[]) {
    const { load, base, hostOf } = this;
    const { resourceCount } = this.cluster;
    for (const piece of pieces) {
      const host = at(hostOf, piece);
      if (host < 0) continue;
      const from = host * resourceCount;
      for (let r = 0; r < resourceCount; r++) load[from + r] = base[from + r] as number;
      hostOf[piece] = -1;
    }
  }

  /** Whether the host has room for the piece. One that asks for nothing of a resource finds it anywhere. */
  hasRoom(piece: number, host: number): boolean {
    const { load, size } = this;
    const { resourceCount, capacity } = this.cluster;
    const to = host * resourceCount;
    const from = piece * resourceCount;
    for (let r = 0; r < resourceCount; r++) {
      const own = size[from + r] as number;
      if (own > 0 && (load[to + r] as number) + own > (capacity[to + r] as number)) return false;
    }
    return true;
  }

  /** How full the fullest resource of a host would be with the piece on it; Infinity where it does not fit. */
  fullnessWith(piece: number, host: number): number {
    const { load, size } = this;
    const { resourceCount, capacity } = this.cluster;
    const to = host * resourceCount;
    const from = piece * resourceCount;
    let fullest = 0;
    for (let r = 0; r < resourceCount; r++) {
      const own = size[from + r] as number;
      const sum = (load[to + r] as number) + own;
      const limit = capacity[to + r] as number;
      if (sum > limit && own > 0) return Number.POSITIVE_INFINITY;
      const ratio = limit > 0 ? sum / limit : 0;
      if (ratio > fullest) fullest = ratio;
    }
    return fullest;
  }

  /** Whether rules let the piece onto the host, room aside. */
  mayEnter(piece: number, host: number): boolean {
    const { apartOf, pinOf, typeOf } = this.cluster;
    if (pinOf !== null) {
      const pin = at(pinOf, piece);
      if (pin >= 0 && pin !== at(typeOf, host)) return false;
    }
    if (apartOf === null) return true;
    for (const set of apartOf[piece] as readonly Int32Array[]) {
      for (const other of set) {
        if (other !== piece && this.hostOf[other] === host) return false;
      }
    }
    return true;
  }
}
