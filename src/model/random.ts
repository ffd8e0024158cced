/** A source of numbers in [0, 1). The model never reads `Math.random`: whoever asks, passes one in. */
export type Random = () => number;

/**
 * A small, fast generator that gives the same sequence for the same seed on every machine.
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, integer arithmetic only, period 2³².
 *
 * @param seed any number; only its low 32 bits count
 */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number in [0, limit). */
export const wholeBelow = (random: Random, limit: number) => Math.floor(random() * limit);
