import type { Side } from '../model/scoring/flips.ts';
import type { Format } from './format.ts';

/** Where a weight changes who is ahead, as a sentence names it. */
export interface Crossing {
  readonly side: Side;
  /** The share that must be passed; null where no figure tells it from now's: the least change is enough. */
  readonly at: string | null;
  readonly now: string;
}

const fewestDigits = 1;
const mostDigits = 6;

/** Both shares with as many digits as tell them apart: "9.1 % (now 4.8 %)", never "5 % (now 5 %)". */
export function crossingOf(
  { percent }: Format,
  {
    side,
    flipsAt,
    weight,
  }: { readonly side: Side; readonly flipsAt: number; readonly weight: number },
): Crossing {
  for (let digits = fewestDigits; digits <= mostDigits; digits++) {
    const [at, now] = [percent(flipsAt, digits), percent(weight, digits)];
    if (at !== now) return { side, at, now };
  }
  return { side, at: null, now: percent(weight, fewestDigits) };
}
