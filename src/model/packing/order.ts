import { at } from '../columns.ts';
import { type Random, wholeBelow } from '../random.ts';
import type { Core } from './core.ts';

/** How the size of a piece is summed up in one number. */
export type Measure = 'largest' | 'sum' | 'square';

/** Size of each piece over all dimensions, each weighed by how scarce it is. */
export function measured(core: Core, measure: Measure, weight: Float64Array): Float64Array {
  const { dimensionCount, size } = core;
  const key = new Float64Array(core.pieceCount);
  for (let piece = 0; piece < core.pieceCount; piece++) {
    let value = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const own = (size[piece * dimensionCount + d] as number) * (weight[d] as number);
      if (measure === 'largest') value = Math.max(value, own);
      else value += measure === 'sum' ? own : own * own;
    }
    key[piece] = value;
  }
  return key;
}

/** Total demand of each dimension relative to the scarcest one: 1 for that, less for those with slack. */
export function scarcity(core: Core): Float64Array {
  const { dimensionCount, size } = core;
  const total = new Float64Array(dimensionCount);
  for (let row = 0; row < size.length; row += dimensionCount) {
    for (let d = 0; d < dimensionCount; d++) {
      total[d] = (total[d] as number) + (size[row + d] as number);
    }
  }
  const most = total.reduce((a, b) => Math.max(a, b), 0);
  return total.map((own) => (most > 0 ? own / most : 1));
}

/**
 * Pieces with the largest first; before them those with the fewest bin types and those that must keep apart, since
 * what is constrained is easiest to place while the bins are empty.
 */
export function decreasing(core: Core, key: Float64Array): Int32Array {
  const { typeCount, eligible, apartOf } = core;
  const choices = Uint8Array.from({ length: core.pieceCount }, (_, piece) => {
    const types = eligible.subarray(piece * typeCount, (piece + 1) * typeCount);
    return Math.min(100, 2 * types.reduce((sum, mark) => sum + mark, 0)) + (apartOf[piece] ? 0 : 1);
  });
  return Int32Array.from(key.keys()).sort(
    (a, b) => at(choices, a) - at(choices, b) || at(key, b) - at(key, a) || a - b,
  );
}

export function shuffle(order: Int32Array, random: Random) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = wholeBelow(random, last + 1);
    const moved = at(order, last);
    order[last] = at(order, other);
    order[other] = moved;
  }
}
