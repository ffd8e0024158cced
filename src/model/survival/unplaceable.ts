import { at } from '../columns.ts';
import type { Hour } from './hour.ts';

/**
 * How many workloads find no place however one places them: those whose piece fits on no survivor as it is, and, of
 * the others, those that exceed what all survivors have free together, resource by resource. Survivors keep what they
 * have, so what is free only shrinks while one places.
 */
export function fewestUnplaced(
  hour: Hour,
  pieces: readonly number[],
  survivors: readonly number[],
): number {
  const { weight, resourceCount } = hour.cluster;
  let hopeless = 0;
  const hopeful: number[] = [];
  for (const piece of pieces) {
    const fitsSomewhere = survivors.some(
      (host) => hour.fullnessWith(piece, host) < Infinity && hour.mayEnter(piece, host),
    );
    if (fitsSomewhere) hopeful.push(piece);
    else hopeless += at(weight, piece);
  }
  let all = 0;
  for (const piece of hopeful) all += at(weight, piece);
  let most = all;
  for (let r = 0; r < resourceCount; r++) {
    most = Math.min(most, mostByVolume(hour, hopeful, survivors, r));
  }
  return hopeless + all - most;
}

/** Workloads that the free room of one resource holds at most, the lightest first; a piece may count in part. */
function mostByVolume(
  { cluster, size, load }: Hour,
  pieces: readonly number[],
  survivors: readonly number[],
  r: number,
): number {
  const { resourceCount, capacity, weight } = cluster;
  let free = 0;
  for (const host of survivors) {
    const cell = host * resourceCount + r;
    free += Math.max(0, at(capacity, cell) - at(load, cell));
  }
  // Rounding must not turn what just fits into a proof that it does not.
  free *= 1 + 1e-9;
  const each = (piece: number) => at(size, piece * resourceCount + r) / at(weight, piece);
  let most = 0;
  for (const piece of pieces.toSorted((a, b) => each(a) - each(b))) {
    const whole = at(size, piece * resourceCount + r);
    if (whole <= free) {
      free -= whole;
      most += at(weight, piece);
      continue;
    }
    return most + Math.floor((free / whole) * at(weight, piece) + 1e-9);
  }
  return most;
}
