import { naturalLog } from './natural-log.ts';

/**
 * A generator of random numbers for every component, all from one seed. A component draws from its own, so that the
 * same host fails at the same times whatever else is changed: options are compared under the same bad luck (common
 * random numbers), and their difference is known far better than either.
 *
 * Mulberry32, as in `random.ts`, with the states in one column.
 */
export class Streams {
  private readonly states: Uint32Array;

  constructor(count: number) {
    this.states = new Uint32Array(count);
  }

  /** Starts a component's stream: equal words, equal numbers. */
  start(stream: number, ...words: readonly number[]) {
    let state = 0x9e3779b9;
    for (const word of words) state = mixed(state ^ Math.imul(word | 0, 0x85ebca6b));
    this.states[stream] = state;
  }

  /** A number in [0, 1). */
  next(stream: number): number {
    const state = ((this.states[stream] as number) + 0x6d2b79f5) | 0;
    this.states[stream] = state;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A time from the exponential distribution. */
  exponential(stream: number, mean: number): number {
    return -mean * naturalLog(1 - this.next(stream));
  }
}

/** Spreads the bits of a word over all of it (the finalizer of MurmurHash3, public domain). */
function mixed(word: number): number {
  let value = word ^ (word >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
