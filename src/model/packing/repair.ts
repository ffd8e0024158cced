import { at, item } from '../columns.ts';
import { type Random, wholeBelow } from '../random.ts';
import type { Bins } from './bins.ts';
import type { Work } from './work.ts';

/** Dimensions beyond which a bin's fullest ones are tested first. */
const manyDimensions = 24;
/** Share of the steps that start at any bin, so that the bins around a last overfilled one do not stay as they are. */
const walkRatio = 0.6;
/** How many of a bin's fullest dimensions are tested first. */
const fullest = 8;

/**
 * Mends overfilled bins by moving single pieces and swapping pairs.
 *
 * What is minimised is the overload: the sum over bins and dimensions of what exceeds the capacity. A step takes a
 * piece of a bin and a random place in another bin — empty, or held by a piece to swap with — and is made where it
 * does not raise the overload of the two bins (or by chance a little: `heat`). Steps that change nothing are made too:
 * they walk along the plateaus on which most of the search happens. Most steps start at an overfilled bin and must
 * take something from where it is fullest; the others start anywhere.
 *
 * With time profiles a bin has hundreds of dimensions, of which few are nearly full: each bin remembers its fullest,
 * and a step is dropped on those alone in nearly every case, so that the work is not multiplied by the slots.
 */
export class Repair {
  readonly bins: Bins;
  /** Sum of overload of all bins; 0 means a feasible packing (up to the pieces without a bin). */
  overload = 0;
  private readonly random: Random;
  private readonly work: Work;
  private readonly over: Float64Array;
  private readonly overfilled: number[] = [];
  private readonly place: Int32Array;
  /** The dimension that each bin is overfilled most in. */
  private readonly worst: Int32Array;
  private readonly fullestOf: Int32Array;
  private readonly isWide: boolean;

  constructor(bins: Bins, random: Random, work: Work) {
    this.bins = bins;
    this.random = random;
    this.work = work;
    this.over = new Float64Array(bins.count);
    this.place = new Int32Array(bins.count).fill(-1);
    this.worst = new Int32Array(bins.count);
    this.isWide = bins.core.dimensionCount > manyDimensions;
    this.fullestOf = new Int32Array(this.isWide ? bins.count * fullest : 0);
    for (let bin = 0; bin < bins.count; bin++) this.refresh(bin);
  }

  get isDone(): boolean {
    return this.overfilled.length === 0;
  }

  /** Makes steps until nothing is overfilled or the budget of work is used. True if nothing is overfilled. */
  run(budget: number, heat: number): boolean {
    const { work } = this;
    const stop = work.done + budget;
    while (this.overfilled.length > 0 && work.done < stop) this.step(heat);
    return this.overfilled.length === 0;
  }

  private step(heat: number) {
    const { bins, random, work } = this;
    const isWalk = random() < walkRatio;
    const bin = isWalk
      ? wholeBelow(random, bins.count)
      : item(this.overfilled, wholeBelow(random, this.overfilled.length));
    const own = item(bins.members, bin);
    const other = wholeBelow(random, bins.count);
    work.done += 4;
    if (other === bin || own.length === 0) return;
    const piece = item(own, wholeBelow(random, own.length));
    const theirs = item(bins.members, other);
    const slot = wholeBelow(random, theirs.length + 1);
    const partner = slot < theirs.length ? item(theirs, slot) : -1;
    if (!isWalk && !this.relieves(bin, piece, partner)) return;
    work.done += 4;
    const allowed = at(this.over, bin) + at(this.over, other) - heat * Math.log(1 - random());
    if (this.isWide && this.afterFullest(piece, partner, other) > allowed) return;
    if (this.after(piece, partner, bin, other) > allowed) return;
    if (!bins.mayEnter(piece, other, partner)) return;
    if (partner >= 0 && !bins.mayEnter(partner, bin, piece)) return;
    this.swap(piece, partner, bin, other);
  }

  /** Whether the swap takes anything from the bin in the dimension that is overfilled most. */
  private relieves(bin: number, piece: number, partner: number): boolean {
    const { size, dimensionCount } = this.bins.core;
    const d = at(this.worst, bin);
    return (
      partner < 0 || at(size, piece * dimensionCount + d) > at(size, partner * dimensionCount + d)
    );
  }

  private swap(piece: number, partner: number, bin: number, other: number) {
    const { bins } = this;
    bins.remove(piece);
    if (partner >= 0) {
      bins.remove(partner);
      bins.add(partner, bin);
    }
    bins.add(piece, other);
    this.refresh(bin);
    this.refresh(other);
  }

  /** Overload of the two bins after a step. */
  private after(piece: number, partner: number, bin: number, other: number): number {
    const { load, typeOf, core } = this.bins;
    const { size, capacity, dimensionCount } = core;
    const give = piece * dimensionCount;
    const take = partner * dimensionCount;
    const from = bin * dimensionCount;
    const to = other * dimensionCount;
    const fromLimit = (typeOf[bin] as number) * dimensionCount;
    const toLimit = (typeOf[other] as number) * dimensionCount;
    let sum = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const moved = (size[give + d] as number) - (partner < 0 ? 0 : (size[take + d] as number));
      const left = (load[from + d] as number) - moved - (capacity[fromLimit + d] as number);
      const right = (load[to + d] as number) + moved - (capacity[toLimit + d] as number);
      if (left > 0) sum += left;
      if (right > 0) sum += right;
    }
    this.work.done += dimensionCount;
    return sum;
  }

  /** At least this is the overload of the other bin after a step, by its fullest dimensions alone. */
  private afterFullest(piece: number, partner: number, other: number): number {
    const { load, typeOf, core } = this.bins;
    const { size, capacity, dimensionCount } = core;
    const limit = at(typeOf, other) * dimensionCount;
    let sum = 0;
    for (let rank = 0; rank < fullest; rank++) {
      const d = at(this.fullestOf, other * fullest + rank);
      const moved =
        at(size, piece * dimensionCount + d) -
        (partner < 0 ? 0 : at(size, partner * dimensionCount + d));
      const over = at(load, other * dimensionCount + d) + moved - at(capacity, limit + d);
      if (over > 0) sum += over;
    }
    this.work.done += fullest;
    return sum;
  }

  /** Recomputes what a bin is overfilled by, after its members changed. */
  private refresh(bin: number) {
    const { load, typeOf, core } = this.bins;
    const { capacity, dimensionCount } = core;
    const limit = at(typeOf, bin) * dimensionCount;
    let sum = 0;
    let most = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const over = (load[bin * dimensionCount + d] as number) - (capacity[limit + d] as number);
      if (over <= 0) continue;
      sum += over;
      if (over > most) {
        most = over;
        this.worst[bin] = d;
      }
    }
    this.work.done += dimensionCount;
    if (this.isWide) this.rankFullest(bin);
    this.overload += sum - at(this.over, bin);
    this.over[bin] = sum;
    this.list(bin, sum > 0);
  }

  private list(bin: number, isOver: boolean) {
    const place = at(this.place, bin);
    if (isOver === place >= 0) return;
    if (isOver) {
      this.place[bin] = this.overfilled.length;
      this.overfilled.push(bin);
      return;
    }
    const last = this.overfilled.pop() as number;
    this.place[bin] = -1;
    if (last === bin) return;
    this.overfilled[place] = last;
    this.place[last] = place;
  }

  /** The fullest dimension of each of a bin's stretches of dimensions: near in time is alike, so one speaks for a stretch. */
  private rankFullest(bin: number) {
    const { load, typeOf, core } = this.bins;
    const { capacity, dimensionCount } = core;
    const limit = at(typeOf, bin) * dimensionCount;
    for (let rank = 0; rank < fullest; rank++) {
      const end = Math.floor(((rank + 1) * dimensionCount) / fullest);
      let worst = Math.floor((rank * dimensionCount) / fullest);
      let least = Number.POSITIVE_INFINITY;
      for (let d = worst; d < end; d++) {
        const room = (capacity[limit + d] as number) - (load[bin * dimensionCount + d] as number);
        if (room < least) {
          least = room;
          worst = d;
        }
      }
      this.fullestOf[bin * fullest + rank] = worst;
    }
    this.work.done += dimensionCount;
  }
}
