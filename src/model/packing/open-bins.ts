import { at, item } from '../columns.ts';
import type { Bins } from './bins.ts';
import type { Work } from './work.ts';

/** Bins that are asked as one first. */
const blockLength = 32;
/** Dimensions that a block is asked for: those with most demand. */
const mostIndexed = 4;
/** Rounding between `capacity − load` here and `load + size` there; the bin itself has the last word. */
const caution = 1e-9;

/**
 * The bins that may still take something, oldest first, for first fit without asking every bin. Each block of bins
 * knows the most room that any of them had when it was last looked at: as bins only fill, a piece larger than that in
 * any dimension skips them all. Bins too full for all that is to come are dropped now and then.
 */
export class OpenBins {
  list: number[] = [];
  private readonly bins: Bins;
  private readonly work: Work;
  private readonly dimensions: Int32Array;
  private most = new Float64Array(0);
  private known = 0;

  /** @param weight how scarce each dimension is */
  constructor(bins: Bins, weight: Float64Array, work: Work) {
    this.bins = bins;
    this.work = work;
    const byWeight = [...weight.keys()].sort((a, b) => at(weight, b) - at(weight, a) || a - b);
    this.dimensions = Int32Array.from(byWeight.slice(0, mostIndexed));
  }

  /** Takes up bins opened since. */
  takeUp() {
    while (this.known < this.bins.count) {
      this.list.push(this.known++);
      this.note(this.list.length - 1);
    }
  }

  /** Drops the bins that not even the smallest piece to come, dimension by dimension, could enter. */
  dropFull(smallest: Float64Array) {
    const { load, typeOf, core } = this.bins;
    const { dimensionCount, capacity } = core;
    this.list = this.list.filter((bin) => {
      const limit = at(typeOf, bin) * dimensionCount;
      for (let d = 0; d < dimensionCount; d++) {
        if (at(load, bin * dimensionCount + d) + at(smallest, d) > at(capacity, limit + d))
          return false;
      }
      return true;
    });
    this.most.fill(Number.NEGATIVE_INFINITY);
    for (let place = 0; place < this.list.length; place++) this.note(place);
  }

  /** The oldest bin with room for the piece, −1 for none. */
  firstFor(piece: number): number {
    const { list, bins, work } = this;
    for (let start = 0; start < list.length; start += blockLength) {
      work.done += 1;
      if (!this.mayHold(start / blockLength, piece)) continue;
      const end = Math.min(list.length, start + blockLength);
      for (let place = start; place < end; place++) {
        work.done += 2;
        if (bins.fits(piece, item(list, place))) return item(list, place);
      }
    }
    return -1;
  }

  private mayHold(block: number, piece: number): boolean {
    const { size, dimensionCount } = this.bins.core;
    const { dimensions, most } = this;
    for (let rank = 0; rank < dimensions.length; rank++) {
      const own = size[piece * dimensionCount + (dimensions[rank] as number)] as number;
      if (own > (most[block * dimensions.length + rank] as number) + caution) return false;
    }
    return true;
  }

  /** Tells the block of a place what room there is. */
  private note(place: number) {
    const { load, typeOf, core } = this.bins;
    const { capacity, dimensionCount } = core;
    const width = this.dimensions.length;
    const from = Math.floor(place / blockLength) * width;
    if (from >= this.most.length) {
      const longer = new Float64Array(2 * from + 64 * width).fill(Number.NEGATIVE_INFINITY);
      longer.set(this.most);
      this.most = longer;
    }
    const bin = item(this.list, place);
    for (const [rank, d] of this.dimensions.entries()) {
      const room =
        at(capacity, at(typeOf, bin) * dimensionCount + d) - at(load, bin * dimensionCount + d);
      this.most[from + rank] = Math.max(at(this.most, from + rank), room);
    }
  }
}
