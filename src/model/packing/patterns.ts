import { at } from '../columns.ts';
import type { Bins } from './bins.ts';
import { roundedUp } from './bound.ts';
import type { Core } from './core.ts';
import { BestPattern } from './pattern-pricing.ts';
import type { Work } from './work.ts';

/** More pieces or dimensions than this, and the linear program takes longer than it is worth. */
const mostPieces = 300;
const mostDimensions = 8;
/** Work between two yields. */
const chunk = 300_000;
/** Pivots between two computations of the prices afresh. */
const refreshed = 64;

/** Whether the bound by patterns may be asked for. */
export const hasPatterns = ({ pieceCount, dimensionCount, typeCount }: Core) =>
  typeCount === 1 && pieceCount <= mostPieces && dimensionCount <= mostDimensions;

/**
 * The bound of the set covering program by column generation (Gilmore and Gomory 1961): a pattern is a set of pieces
 * that fit in one bin; the least fractional number of patterns that covers every piece. Pieces that must be apart may
 * share a pattern here, which can only lower the bound.
 *
 * Any prices prove a bound: if no pattern is worth more than z, at least Σ prices ÷ z bins are needed (Farley 1990).
 * So rounding in the simplex steps never makes it false; only patterns' worths proven to the end count.
 *
 * @param best a packing, to begin with its bins
 * @param known a bound that must be beaten to be of use
 * @param limit work to stop at
 * @returns the bound in bins, at least `known`
 */
export function* patternBound(
  best: Bins,
  known: number,
  work: Work,
  limit: number,
): Generator<undefined, number> {
  const program = new Program(best.core.pieceCount);
  const pricing = new BestPattern(best.core, work);
  let proven = known;
  for (const members of best.members) if (members.length > 1) program.enter(members);
  let seen = work.done;
  while (work.done < limit && proven < best.count) {
    // What covers all now covers all in the end: the bound will never be more than this.
    if (roundedUp(program.value()) <= proven) break;
    const { pieces, worth, isProven } = pricing.find(program.price);
    if (isProven) {
      const total = program.price.reduce((sum, own) => sum + Math.max(0, own), 0);
      proven = Math.max(proven, roundedUp(total / (Math.max(1, worth) * (1 + 1e-9))));
    }
    if (worth <= 1 + 1e-7 || !program.enter(pieces)) break;
    work.done += best.core.pieceCount ** 2 / 4;
    if (work.done - seen > chunk) {
      seen = work.done;
      yield;
    }
  }
  return Math.min(proven, best.count);
}

/** Least number of patterns that covers every piece once; begins with a pattern a piece. */
class Program {
  /** What one more copy of each piece would add: the dual prices. */
  readonly price: Float64Array;
  private readonly count: number;
  /** Inverse of the basis, a row a pattern in it. */
  private readonly inverse: Float64Array;
  /** How often each pattern of the basis is used. */
  private readonly use: Float64Array;
  private pivots = 0;

  constructor(count: number) {
    this.count = count;
    this.price = new Float64Array(count).fill(1);
    this.use = new Float64Array(count).fill(1);
    this.inverse = new Float64Array(count * count);
    for (let row = 0; row < count; row++) this.inverse[row * count + row] = 1;
  }

  value(): number {
    return this.use.reduce((sum, own) => sum + own, 0);
  }

  /** Takes a pattern into the basis; false where that makes no difference that numbers could tell. */
  enter(pieces: readonly number[]): boolean {
    const { count, inverse, price } = this;
    const change = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (const piece of pieces) sum += inverse[row * count + piece] as number;
      change[row] = sum;
    }
    const leaving = this.leaving(change);
    if (leaving < 0) return false;
    const gain = pieces.reduce((sum, piece) => sum + at(price, piece), 0) - 1;
    this.pivot(leaving, change, gain);
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
