import { at } from '../columns.ts';
import type { Core } from './core.ts';
import type { Work } from './work.ts';

export interface Pattern {
  readonly pieces: readonly number[];
  readonly worth: number;
  /** Whether no pattern is worth more (else only none was found in time). */
  readonly isProven: boolean;
}

/** Nodes of the search for one pattern; an improving one is taken after a tenth of them. */
const nodesToProve = 200_000;
/** Sums may come out this much larger in another order: such patterns count as patterns too. */
const caution = 1e-11;

/**
 * The set of pieces that fits in one bin and has the highest total price: a knapsack in several dimensions, by depth
 * first over the pieces, dearest for their size first. A branch is left where the room that remains, in any dimension
 * at the best rate still to come, or in all dimensions together filled fractionally, cannot pay for it.
 */
export class BestPattern {
  private readonly core: Core;
  private readonly work: Work;
  private readonly limit: Float64Array;
  /** Of the pieces with a price, in order: price, share of all dimensions together, size, best rates to come. */
  private order: number[] = [];
  private price = new Float64Array(0);
  private share = new Float64Array(0);
  private size = new Float64Array(0);
  private rate = new Float64Array(0);
  private readonly room: Float64Array;
  private best: number[] = [];
  private worth = 0;
  private nodes = 0;
  private mostNodes = nodesToProve;
  private readonly taken: number[] = [];

  constructor(core: Core, work: Work) {
    this.core = core;
    this.work = work;
    this.limit = core.capacity.slice(0, core.dimensionCount).map((own) => own + caution);
    this.room = new Float64Array(core.dimensionCount);
  }

  find(price: Float64Array, mostNodes = nodesToProve): Pattern {
    this.mostNodes = mostNodes;
    this.sort(price);
    this.best = [];
    this.worth = 0;
    this.nodes = 0;
    this.taken.length = 0;
    this.room.set(this.limit);
    this.search(0, 0);
    this.work.done += this.nodes * (2 + this.core.dimensionCount / 4);
    return { pieces: this.best, worth: this.worth, isProven: !this.isTired() };
  }

  private isTired(): boolean {
    return this.nodes > (this.worth > 1 + 1e-6 ? this.mostNodes / 10 : this.mostNodes);
  }

  private sort(price: Float64Array) {
    const { size, dimensionCount, pieceCount } = this.core;
    const share = new Float64Array(pieceCount);
    for (const [index, own] of size.entries()) {
      const piece = Math.floor(index / dimensionCount);
      share[piece] = at(share, piece) + own / at(this.limit, index % dimensionCount);
    }
    const worthwhile = [...price.keys()].filter((piece) => at(price, piece) > 1e-12);
    const rate = (piece: number) => at(price, piece) / (at(share, piece) + 1e-12);
    this.order = worthwhile.sort((a, b) => rate(b) - rate(a) || a - b);
    this.price = Float64Array.from(this.order, (piece) => at(price, piece));
    this.share = Float64Array.from(this.order, (piece) => at(share, piece));
    this.size = new Float64Array(this.order.length * dimensionCount);
    this.rate = new Float64Array((this.order.length + 1) * dimensionCount);
    for (let place = this.order.length - 1; place >= 0; place--) {
      for (let d = 0; d < dimensionCount; d++) {
        const cell = place * dimensionCount + d;
        const own = at(size, (this.order[place] as number) * dimensionCount + d);
        this.size[cell] = own;
        const rate = own > 0 ? at(this.price, place) / own : Number.POSITIVE_INFINITY;
        this.rate[cell] = Math.max(at(this.rate, cell + dimensionCount), rate);
      }
    }
  }

  private search(from: number, worth: number) {
    if (worth > this.worth) {
      this.worth = worth;
      this.best = this.taken.map((place) => this.order[place] as number);
    }
    for (let place = from; place < this.order.length; place++) {
      this.nodes++;
      if (this.isTired() || worth + this.most(place) <= this.worth + 1e-12) return;
      if (!this.fits(place)) continue;
      this.move(place, -1);
      this.taken.push(place);
      this.search(place + 1, worth + (this.price[place] as number));
      this.taken.pop();
      this.move(place, 1);
    }
  }

  /** No choice of the pieces from here on is worth more than this in the room that is left. */
  private most(place: number): number {
    const { dimensionCount } = this.core;
    let most = Number.POSITIVE_INFINITY;
    let left = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const room = Math.max(0, this.room[d] as number);
      left += room / (this.limit[d] as number);
      const rate = this.rate[place * dimensionCount + d] as number;
      if (rate < Number.POSITIVE_INFINITY) most = Math.min(most, room * rate);
    }
    return Math.min(most, this.fractional(place, left + 1e-9));
  }

  /** All dimensions together as one, filled with the pieces in order and a part of the last. */
  private fractional(from: number, room: number): number {
    const { price, share } = this;
    let left = room;
    let sum = 0;
    for (let place = from; place < price.length; place++) {
      const own = share[place] as number;
      if (own > left) return sum + ((price[place] as number) * left) / own;
      left -= own;
      sum += price[place] as number;
    }
    return sum;
  }

  private fits(place: number): boolean {
    const { dimensionCount, apartOf } = this.core;
    for (let d = 0; d < dimensionCount; d++) {
      if ((this.size[place * dimensionCount + d] as number) > (this.room[d] as number))
        return false;
    }
    const piece = this.order[place] as number;
    return !apartOf[piece]?.some((set) =>
      this.taken.some((other) => set.includes(this.order[other] as number)),
    );
  }

  private move(place: number, sign: number) {
    const { dimensionCount } = this.core;
    for (let d = 0; d < dimensionCount; d++) {
      this.room[d] =
        (this.room[d] as number) + sign * (this.size[place * dimensionCount + d] as number);
    }
  }
}
