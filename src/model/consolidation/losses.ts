import { type Random, wholeBelow } from '../random.ts';

/** The sets of hosts whose loss is checked: all of them where they are few enough, else a stated sample. */
export interface Losses {
  readonly lossCount: number;
  readonly isSample: boolean;
  readonly sets: Iterable<readonly number[]>;
  readonly checkedCount: number;
}

/** More sets than this are sampled. All single losses are always checked. */
const allOf = 20_000;
const sampleCount = 5_000;

/**
 * All sets of k of n hosts, or a seeded sample of them.
 *
 * @param most how many sets may be checked at most, where that is fewer than what is usual
 */
export function lossesOf(
  hostCount: number,
  k: number,
  random: Random,
  most = Number.POSITIVE_INFINITY,
): Losses {
  const lossCount = binomial(hostCount, k);
  const mostSets = Math.min(allOf, most);
  const sampleSize = Math.min(sampleCount, most);
  if (k === 1 || lossCount <= mostSets) {
    return { lossCount, isSample: false, sets: subsets(hostCount, k), checkedCount: lossCount };
  }
  const sets = Array.from({ length: sampleSize }, () => randomSubset(hostCount, k, random));
  return { lossCount, isSample: true, sets, checkedCount: sampleSize };
}

function binomial(n: number, k: number): number {
  if (k > n) return 0;
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}

/** All ascending k-subsets of 0 … n − 1, in lexicographic order. */
function* subsets(n: number, k: number): Generator<readonly number[]> {
  if (k > n) return;
  const set = Array.from({ length: k }, (_, index) => index);
  for (;;) {
    yield [...set];
    let last = k - 1;
    while (last >= 0 && set[last] === n - k + last) last--;
    if (last < 0) return;
    set[last] = (set[last] as number) + 1;
    for (let index = last + 1; index < k; index++) set[index] = (set[index - 1] as number) + 1;
  }
}

function randomSubset(n: number, k: number, random: Random): readonly number[] {
  const set = new Set<number>();
  while (set.size < k) set.add(wholeBelow(random, n));
  return [...set].sort((a, b) => a - b);
}
