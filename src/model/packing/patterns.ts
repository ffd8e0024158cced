import { at } from '../columns.ts';
import type { Bins } from './bins.ts';
import { roundedUp } from './bound.ts';
import type { Core } from './core.ts';
import { CoveringProgram } from './covering-program.ts';
import { BestPattern } from './pattern-pricing.ts';
import type { Work } from './work.ts';

/** More pieces or dimensions than this, and the linear program takes longer than it is worth. */
const mostPieces = 300;
const mostDimensions = 8;
/** How far the prices asked for lean to the best proven ones at first. */
const mostLeaning = 0.7;

/** Whether the bound by patterns may be asked for. */
export const hasPatterns = ({ pieceCount, dimensionCount, typeCount }: Core) =>
  typeCount === 1 && pieceCount <= mostPieces && dimensionCount <= mostDimensions;

/** What is known of a problem from the patterns that fit in one bin. */
export interface Coverage {
  /** No packing has fewer bins. */
  readonly bins: number;
  /** Patterns worth using, those of the fractional optimum first. */
  readonly patterns: readonly (readonly number[])[];
}

/**
 * The set covering program by column generation (Gilmore and Gomory 1961): a pattern is a set of pieces that fit in
 * one bin and may share it; what counts is the least fractional number of patterns that covers every piece.
 *
 * Any prices prove a bound: if no pattern is worth more than z, at least Σ prices ÷ z bins are needed (Farley 1990).
 * So rounding in the simplex steps never makes it false; only patterns' worths proven to the end count. The prices
 * of the program swing widely at first; those asked for lean to the best proven ones (Wentges 1997), which begin
 * with the volume, and lean less where that finds nothing.
 *
 * @param best a packing, to begin with its bins
 * @param known a bound that must be beaten to be of use
 * @param limit work to stop at
 */
export function* cover(
  best: Bins,
  known: number,
  work: Work,
  limit: number,
): Generator<undefined, Coverage> {
  const { core } = best;
  const program = new CoveringProgram(core.pieceCount, work);
  const pricing = new BestPattern(core, work);
  const entered: (readonly number[])[] = [];
  const enter = (pieces: readonly number[]) => {
    const isNew = program.enter(pieces);
    if (isNew) entered.push(pieces);
    return isNew;
  };
  for (const members of best.members) if (members.length > 1) enter(members.slice());
  const proof = new PriceProof(volumePrices(core), known);
  let leaning = mostLeaning;
  // What covers all now covers all in the end: the bound will never be more than the program's value.
  while (work.done < limit && proof.bins < best.count && roundedUp(program.value()) > proof.bins) {
    const price = proof.leanedTo(program.price, leaning);
    const pattern = pricing.find(price);
    if (pattern.isProven) proof.offer(price, pattern.worth);
    if (enter(pattern.pieces)) leaning = mostLeaning;
    else if (leaning === 0) break;
    else leaning = leaning > mostLeaning / 3 ? leaning / 2 : 0;
    yield;
  }
  const used = program.inUse().map(({ pieces }) => pieces);
  return { bins: Math.min(proof.bins, best.count), patterns: [...used, ...entered.reverse()] };
}

/** A piece is worth the share of a bin that it takes, all dimensions alike: as good as the volume bound at once. */
function volumePrices({ size, dimensionCount, pieceCount }: Core): Float64Array {
  const price = new Float64Array(pieceCount);
  for (const [index, own] of size.entries()) {
    const piece = Math.floor(index / dimensionCount);
    price[piece] = at(price, piece) + own / dimensionCount;
  }
  return price;
}

/** The best bound that any prices proved so far, and those prices. */
class PriceProof {
  bins: number;
  private value = 0;
  private best: Float64Array;

  constructor(first: Float64Array, known: number) {
    this.best = first;
    this.bins = known;
  }

  offer(price: Float64Array, worth: number) {
    const most = Math.max(1, worth) * (1 + 1e-9);
    const value = price.reduce((sum, own) => sum + own, 0) / most;
    if (value <= this.value) return;
    this.value = value;
    this.best = price.map((own) => own / most);
    this.bins = Math.max(this.bins, roundedUp(value));
  }

  leanedTo(price: Float64Array, leaning: number): Float64Array {
    return price.map(
      (own, piece) => leaning * at(this.best, piece) + (1 - leaning) * Math.max(0, own),
    );
  }
}
