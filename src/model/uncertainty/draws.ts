import { seeded, wholeBelow } from '../random.ts';
import { quantileOf, type Spread } from './spread.ts';

/** Values of every input for every draw: `draws[input][draw]`. */
export type Draws<Input extends string> = Readonly<Record<Input, Float64Array>>;

/**
 * Draws all inputs by Latin hypercube sampling: each input is drawn once from each of as many equally likely slices as
 * there are draws, in an order of its own. Quantiles so settle with far fewer draws than by plain chance.
 *
 * An input's draws follow from the seed and its own name alone (common random numbers): two questions with the same
 * seed are asked of the same futures, and an input that is added moves no other.
 *
 * @see McKay, Beckman & Conover, Technometrics 21 (1979)
 */
export function drawInputs<Input extends string>(
  spreads: Readonly<Record<Input, Spread>>,
  count: number,
  seed: number,
): Draws<Input> {
  const names = Object.keys(spreads) as Input[];
  return Object.fromEntries(
    names.map((name) => [name, drawn(spreads[name], count, seed ^ hashOf(name))]),
  ) as unknown as Draws<Input>;
}

function drawn(spread: Spread, count: number, seed: number): Float64Array {
  const random = seeded(seed);
  const shares = Float64Array.from({ length: count }, (_, slice) => (slice + random()) / count);
  // Fisher and Yates.
  for (let last = count - 1; last > 0; last--) {
    const other = wholeBelow(random, last + 1);
    const kept = shares[last] as number;
    shares[last] = shares[other] as number;
    shares[other] = kept;
  }
  return shares.map((share) => quantileOf(spread, share));
}

/** FNV-1a over UTF-16 units: spreads names over 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
