import { at, item } from '../columns.ts';
import type { Core } from './core.ts';
import type { Packing } from './problem.ts';
import { hasOneMore } from './stock.ts';

/**
 * Bins being filled: their loads, types and members, and the bin of each piece. Bins may be overfilled here; the
 * callers that want a feasible packing ask `fits` first, those that repair one ask `overload`.
 *
 * Pieces leave and enter a bin in constant time (the last member takes the leaver's place), so the order of members
 * means nothing but is the same in every run.
 */
export class Bins {
  readonly core: Core;
  count = 0;
  /** Scaled load, bin-major. */
  load: Float64Array;
  typeOf: Int32Array;
  /** Failure domain of each bin. */
  domainOf: Int32Array;
  readonly members: number[][] = [];
  /** Bin of each piece; −1 for none. */
  readonly binOf: Int32Array;
  readonly usedOfType: Int32Array;
  private readonly usedOfDomain: Int32Array;
  private readonly position: Int32Array;
  /** The dimension of each bin that last had no room. */
  private full: Int32Array;

  constructor(core: Core) {
    this.core = core;
    this.load = new Float64Array(64 * core.dimensionCount);
    this.typeOf = new Int32Array(64);
    this.domainOf = new Int32Array(64);
    this.full = new Int32Array(64);
    this.binOf = new Int32Array(core.pieceCount).fill(-1);
    this.position = new Int32Array(core.pieceCount);
    this.usedOfType = new Int32Array(core.typeCount);
    this.usedOfDomain = new Int32Array(core.domainCount);
  }

  /** Opens a bin, in the domain with the fewest of them unless told which. */
  open(type: number, domain = this.usedOfDomain.indexOf(Math.min(...this.usedOfDomain))): number {
    const { dimensionCount } = this.core;
    const bin = this.count++;
    if (bin === this.typeOf.length) {
      const load = new Float64Array(2 * bin * dimensionCount);
      load.set(this.load);
      this.load = load;
      this.typeOf = longer(this.typeOf);
      this.domainOf = longer(this.domainOf);
      this.full = longer(this.full);
    }
    this.load.fill(0, bin * dimensionCount, (bin + 1) * dimensionCount);
    this.typeOf[bin] = type;
    this.domainOf[bin] = domain;
    this.usedOfDomain[domain] = at(this.usedOfDomain, domain) + 1;
    this.members[bin] = [];
    this.usedOfType[type] = at(this.usedOfType, type) + 1;
    return bin;
  }

  /** Takes an empty bin away; the last bin gets its number. */
  close(bin: number) {
    const { dimensionCount } = this.core;
    const type = at(this.typeOf, bin);
    this.usedOfType[type] = at(this.usedOfType, type) - 1;
    const domain = at(this.domainOf, bin);
    this.usedOfDomain[domain] = at(this.usedOfDomain, domain) - 1;
    const last = --this.count;
    const members = this.members.pop() as number[];
    if (bin === last) return;
    this.members[bin] = members;
    this.typeOf[bin] = at(this.typeOf, last);
    this.domainOf[bin] = at(this.domainOf, last);
    this.load.copyWithin(bin * dimensionCount, last * dimensionCount, (last + 1) * dimensionCount);
    for (const piece of members) this.binOf[piece] = bin;
  }

  setType(bin: number, type: number) {
    const old = at(this.typeOf, bin);
    this.usedOfType[old] = at(this.usedOfType, old) - 1;
    this.usedOfType[type] = at(this.usedOfType, type) + 1;
    this.typeOf[bin] = type;
  }

  add(piece: number, bin: number) {
    const { load } = this;
    const { size, dimensionCount } = this.core;
    const from = piece * dimensionCount;
    const to = bin * dimensionCount;
    for (let d = 0; d < dimensionCount; d++) {
      load[to + d] = (load[to + d] as number) + (size[from + d] as number);
    }
    const list = item(this.members, bin);
    this.position[piece] = list.length;
    list.push(piece);
    this.binOf[piece] = bin;
  }

  remove(piece: number) {
    const { load } = this;
    const { size, dimensionCount } = this.core;
    const bin = at(this.binOf, piece);
    const from = piece * dimensionCount;
    const to = bin * dimensionCount;
    const list = item(this.members, bin);
    const last = list.pop() as number;
    if (last !== piece) {
      const place = at(this.position, piece);
      list[place] = last;
      this.position[last] = place;
    }
    this.binOf[piece] = -1;
    if (list.length === 0) load.fill(0, to, to + dimensionCount);
    else {
      for (let d = 0; d < dimensionCount; d++) {
        load[to + d] = (load[to + d] as number) - (size[from + d] as number);
      }
    }
  }

  /** Whether the piece may go to the bin by type and company, capacity aside. `leaving` is as good as gone. */
  mayEnter(piece: number, bin: number, leaving = -1): boolean {
    const { core } = this;
    if (core.eligible[piece * core.typeCount + at(this.typeOf, bin)] === 0) return false;
    if (!core.hasCompany) return true;
    for (const set of core.apartOf[piece] ?? []) {
      for (const other of set) {
        if (this.binOf[other] === bin && other !== piece && other !== leaving) return false;
      }
    }
    return this.mayEnterDomain(piece, at(this.domainOf, bin), leaving);
  }

  /** Whether a domain holds few enough of each set that the piece is in. */
  mayEnterDomain(piece: number, domain: number, leaving = -1): boolean {
    for (const { pieces, count, most } of this.core.spreadOf[piece] ?? []) {
      let held = 0;
      for (let place = 0; place < pieces.length; place++) {
        const other = pieces[place] as number;
        const bin = at(this.binOf, other);
        const isThere = bin >= 0 && other !== leaving && at(this.domainOf, bin) === domain;
        if (other === piece || isThere) held += count[place] as number;
      }
      if (held > most) return false;
    }
    return true;
  }

  /** Of the domains that may hold the piece the one with the fewest bins; −1 for none. */
  domainFor(piece: number): number {
    const { usedOfDomain } = this;
    let best = -1;
    for (let domain = 0; domain < usedOfDomain.length; domain++) {
      if (best >= 0 && at(usedOfDomain, domain) >= at(usedOfDomain, best)) continue;
      if (this.mayEnterDomain(piece, domain)) best = domain;
    }
    return best;
  }

  /**
   * Whether there is room for the piece in every dimension. The dimension that refused the last piece is asked first:
   * of hundreds of slots it is nearly always the same few that are full, so most refusals cost one comparison.
   */
  hasRoom(piece: number, bin: number): boolean {
    const { load } = this;
    const { size, capacity, dimensionCount } = this.core;
    const from = piece * dimensionCount;
    const to = bin * dimensionCount;
    const limit = at(this.typeOf, bin) * dimensionCount;
    const hint = this.full[bin] as number;
    if (
      (load[to + hint] as number) + (size[from + hint] as number) >
      (capacity[limit + hint] as number)
    ) {
      return false;
    }
    for (let d = 0; d < dimensionCount; d++) {
      if ((load[to + d] as number) + (size[from + d] as number) > (capacity[limit + d] as number)) {
        this.full[bin] = d;
        return false;
      }
    }
    return true;
  }

  fits(piece: number, bin: number): boolean {
    return this.mayEnter(piece, bin) && this.hasRoom(piece, bin);
  }

  canOpen(type: number): boolean {
    return hasOneMore(this.core, this.usedOfType, type);
  }

  /** Adds all loads up afresh, without the rounding that coming and going leaves. */
  addUp() {
    const { size, dimensionCount } = this.core;
    this.load.fill(0);
    for (const [piece, bin] of this.binOf.entries()) {
      if (bin < 0) continue;
      for (let d = 0; d < dimensionCount; d++) {
        const index = bin * dimensionCount + d;
        this.load[index] = at(this.load, index) + at(size, piece * dimensionCount + d);
      }
    }
  }

  cost(): number {
    let cost = 0;
    for (let type = 0; type < this.core.typeCount; type++) {
      cost += at(this.usedOfType, type) * at(this.core.cost, type);
    }
    return cost;
  }

  /** A copy, under another core of the same pieces and dimensions if one is given. */
  clone(core = this.core): Bins {
    const copy = new Bins(core);
    copy.count = this.count;
    copy.load = this.load.slice();
    copy.typeOf = this.typeOf.slice();
    copy.domainOf = this.domainOf.slice();
    copy.usedOfDomain.set(this.usedOfDomain);
    copy.full = this.full.slice();
    for (const list of this.members) copy.members.push(list.slice());
    copy.binOf.set(this.binOf);
    copy.usedOfType.set(this.usedOfType);
    copy.position.set(this.position);
    return copy;
  }

  /** The packing of the original items; empty bins do not count. */
  toPacking(): Packing {
    const { core } = this;
    const binOf = new Int32Array(core.problem.itemCount);
    const typeOf: number[] = [];
    const domainOf: number[] = [];
    let cost = 0;
    for (let bin = 0; bin < this.count; bin++) {
      const pieces = item(this.members, bin);
      if (pieces.length === 0) continue;
      for (const piece of pieces) {
        for (const member of item(core.itemsOf, piece)) binOf[member] = typeOf.length;
      }
      const type = at(this.typeOf, bin);
      typeOf.push(type);
      domainOf.push(at(this.domainOf, bin));
      cost += at(core.cost, type);
    }
    return {
      binCount: typeOf.length,
      binOf,
      typeOf: Int32Array.from(typeOf),
      ...(core.domainCount > 1 ? { domainOf: Int32Array.from(domainOf) } : {}),
      cost,
    };
  }
}

function longer(column: Int32Array): Int32Array {
  const copy = new Int32Array(2 * column.length);
  copy.set(column);
  return copy;
}
