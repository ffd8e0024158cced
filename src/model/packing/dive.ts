import { at } from '../columns.ts';
import type { Core } from './core.ts';
import { CoveringProgram, leastGain } from './covering-program.ts';
import { BestPattern } from './pattern-pricing.ts';
import type { Work } from './work.ts';

type Pattern = readonly number[];

/** New patterns looked for each time some have been decided. */
const mostPricings = 30;
/** Nodes of the search for one: none has to be proven here. */
const mostNodes = 4_000;
/** Patterns that are worth a bin less than this are let go. */
const worthKeeping = 0.25;
/** A pattern used so much is as good as decided. */
const nearlyWhole = 0.999;

/**
 * Goes from the fractional optimum of the covering program down to whole bins: the patterns used most are decided,
 * what they hold is taken out, the smaller program is solved again, with new patterns for what is left.
 *
 * @param patterns to begin with, from `cover`
 * @param most bins to fill
 * @param limit work to stop at
 * @returns disjoint patterns, at most so many; what they do not hold found no place
 */
export function* dive(
  core: Core,
  patterns: readonly Pattern[],
  { most, work, limit }: { readonly most: number; readonly work: Work; readonly limit: number },
): Generator<undefined, Pattern[]> {
  const pricing = new BestPattern(core, work);
  const decided: Pattern[] = [];
  const isLeft = new Uint8Array(core.pieceCount).fill(1);
  let known = patterns;
  while (decided.length < most && isLeft.includes(1) && work.done < limit) {
    const program = new LeftoverProgram(isLeft, work);
    const kept = program.settle(restricted(known, isLeft));
    known = [...program.enrich(pricing), ...kept];
    for (const pattern of program.mostUsed().slice(0, most - decided.length)) {
      decided.push(pattern);
      for (const piece of pattern) isLeft[piece] = 0;
    }
    yield;
  }
  return decided;
}

/** What is left of the patterns, each once. */
function restricted(patterns: readonly Pattern[], isLeft: Uint8Array): Pattern[] {
  const own = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const left = pattern.filter((piece) => isLeft[piece] === 1);
    if (left.length > 0) own.set(left.toSorted((a, b) => a - b).join(), left);
  }
  return [...own.values()];
}

/** The covering program of the pieces that are left, under their own names. */
class LeftoverProgram {
  private readonly pieces: number[];
  private readonly rowOf: Int32Array;
  private readonly program: CoveringProgram;
  private readonly work: Work;

  constructor(isLeft: Uint8Array, work: Work) {
    this.pieces = [...isLeft.keys()].filter((piece) => isLeft[piece] === 1);
    this.rowOf = new Int32Array(isLeft.length).fill(-1);
    for (const [row, piece] of this.pieces.entries()) this.rowOf[piece] = row;
    this.program = new CoveringProgram(this.pieces.length, work);
    this.work = work;
  }

  /** Enters known patterns until none is worth more than a bin; returns those that nearly are. */
  settle(patterns: readonly Pattern[]): Pattern[] {
    const rows = patterns.map((pattern) => this.rowsOf(pattern));
    while (this.enterBest(rows));
    return patterns.filter((_, index) => this.program.gain(rows[index] as Pattern) > -worthKeeping);
  }

  /** Enters the patterns that are worth most, half as much at least as the best; false where none is worth it. */
  private enterBest(rows: readonly Pattern[]): boolean {
    const { program } = this;
    const gains = Float64Array.from(rows, (own) => program.gain(own));
    const enough = Math.max(leastGain, Math.max(...gains) / 2);
    this.work.done += rows.length;
    let hasEntered = false;
    for (const [index, own] of rows.entries()) {
      // Asked again: each that enters changes the prices of those after it.
      if (at(gains, index) <= enough || program.gain(own) <= enough) continue;
      if (program.enter(own)) hasEntered = true;
    }
    return hasEntered;
  }

  /** Enters new patterns, a few; returns them. */
  enrich(pricing: BestPattern): Pattern[] {
    const found: Pattern[] = [];
    const price = new Float64Array(this.rowOf.length);
    for (let tried = 0; tried < mostPricings; tried++) {
      for (const [row, piece] of this.pieces.entries()) {
        price[piece] = Math.max(0, at(this.program.price, row));
      }
      const { pieces, worth } = pricing.find(price, mostNodes);
      if (worth <= 1 + leastGain || !this.program.enter(this.rowsOf(pieces))) break;
      found.push(pieces);
    }
    return found;
  }

  /** The patterns that are as good as whole, the most used one at least, none with a piece of another. */
  mostUsed(): Pattern[] {
    const taken = new Set<number>();
    const chosen: Pattern[] = [];
    for (const { pieces: rows, use } of this.program.inUse()) {
      if (chosen.length > 0 && use < nearlyWhole) break;
      if (rows.some((row) => taken.has(row))) continue;
      for (const row of rows) taken.add(row);
      chosen.push(rows.map((row) => this.pieces[row] as number));
    }
    return chosen;
  }

  private rowsOf(pattern: Pattern): Pattern {
    return pattern.map((piece) => at(this.rowOf, piece));
  }
}
