import { at } from '../columns.ts';
import type { Work } from './work.ts';

/** Pivots between two computations of the prices afresh. */
const refreshed = 64;
/** A pattern that is worth no more than this over a bin is worth nothing. */
export const leastGain = 1e-7;

export interface PatternUse {
  readonly pieces: readonly number[];
  /** How often the pattern is used, 0…1 but for rounding. */
  readonly use: number;
}

/**
 * The linear program of covering: the least number of patterns, parts of them allowed, that covers every piece once.
 * Solved by the revised simplex method with an explicit inverse, one entering pattern at a time; begins with a
 * pattern a piece.
 */
export class CoveringProgram {
  /** What one more copy of each piece would add: the dual prices. */
  readonly price: Float64Array;
  private readonly count: number;
  private readonly work: Work;
  /** Inverse of the basis, a row a pattern in it. */
  private readonly inverse: Float64Array;
  /** How often each pattern of the basis is used. */
  private readonly use: Float64Array;
  private readonly basis: (readonly number[])[];
  private pivots = 0;

  constructor(count: number, work: Work) {
    this.count = count;
    this.work = work;
    this.price = new Float64Array(count).fill(1);
    this.use = new Float64Array(count).fill(1);
    this.inverse = new Float64Array(count * count);
    this.basis = Array.from({ length: count }, (_, piece) => [piece]);
    for (let row = 0; row < count; row++) this.inverse[row * count + row] = 1;
  }

  value(): number {
    return this.use.reduce((sum, own) => sum + own, 0);
  }

  /** The patterns of the optimum as far as it is known, those used most first. */
  inUse(): PatternUse[] {
    return this.basis
      .map((pieces, row) => ({ pieces, use: at(this.use, row) }))
      .filter(({ use }) => use > 1e-9)
      .sort((a, b) => b.use - a.use);
  }

  /** By how much one bin filled with these pieces is worth more than it costs, at today's prices. */
  gain(pieces: readonly number[]): number {
    let worth = -1;
    for (const piece of pieces) worth += this.price[piece] as number;
    return worth;
  }

  /** Takes a pattern into the basis; false where it is worth no more than a bin, or makes no difference to numbers. */
  enter(pieces: readonly number[]): boolean {
    const { count, inverse } = this;
    const gain = this.gain(pieces);
    this.work.done += count ** 2 / 4;
    if (gain <= leastGain) return false;
    const change = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (const piece of pieces) sum += inverse[row * count + piece] as number;
      change[row] = sum;
    }
    const leaving = this.leaving(change);
    if (leaving < 0) return false;
    this.pivot(leaving, change, gain);
    this.basis[leaving] = pieces;
    return true;
  }

  private leaving(change: Float64Array): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [row, step] of change.entries()) {
      if (step <= 1e-9) continue;
      const ratio = at(this.use, row) / step;
      const isTie = Math.abs(ratio - least) <= 1e-12;
      if (ratio < least - 1e-12 || (isTie && step > at(change, best))) {
        least = ratio;
        best = row;
      }
    }
    return best;
  }

  private pivot(leaving: number, change: Float64Array, gain: number) {
    const { count, inverse, use, price } = this;
    const divisor = at(change, leaving);
    const own = inverse.subarray(leaving * count, (leaving + 1) * count);
    for (let column = 0; column < count; column++) {
      own[column] = (own[column] as number) / divisor;
      price[column] = (price[column] as number) - gain * (own[column] as number);
    }
    use[leaving] = at(use, leaving) / divisor;
    for (let row = 0; row < count; row++) {
      const factor = change[row] as number;
      if (row === leaving || factor === 0) continue;
      const from = row * count;
      for (let column = 0; column < count; column++) {
        inverse[from + column] =
          (inverse[from + column] as number) - factor * (own[column] as number);
      }
      use[row] = Math.max(0, at(use, row) - factor * at(use, leaving));
    }
    if (++this.pivots % refreshed === 0) this.refresh();
  }

  private refresh() {
    const { count, inverse, price } = this;
    price.fill(0);
    for (let index = 0; index < inverse.length; index++) {
      const column = index % count;
      price[column] = (price[column] as number) + (inverse[index] as number);
    }
  }
}
