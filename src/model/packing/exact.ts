import { at } from '../columns.ts';
import { Bins } from './bins.ts';
import type { Core } from './core.ts';

/** Up to this many pieces every division into bins is considered. */
const mostPieces = 12;
/** Types are bits of a number here. */
const mostTypes = 30;
/** And while the loads of all subsets take no more figures than this. */
const mostFigures = 4_000_000;

export interface ExactAnswer {
  /** The cheapest packing if any number of each type may be used. */
  readonly bins: Bins;
  /** Its cost, and the least number of bins of any packing. */
  readonly cost: number;
  readonly count: number;
}

/**
 * The optimum of a very small core by dynamic programming over subsets: the best way to pack a set is the best first
 * bin (the one with the set's lowest piece) and the best way to pack the rest. 3ⁿ steps. Limits on available bins are
 * not considered, so the cost and the count are bounds where there are such limits.
 */
export function exact(core: Core): ExactAnswer | null {
  const { pieceCount, dimensionCount } = core;
  const isSmall = pieceCount <= mostPieces && core.typeCount <= mostTypes;
  if (!isSmall || 2 ** pieceCount * dimensionCount > mostFigures) return null;
  const cheapest = cheapestTypes(core);
  const byCost = bestDivision(cheapest, (type) => at(core.cost, type));
  const byCount = bestDivision(cheapest, () => 1);
  const bins = new Bins(core);
  for (let rest = 2 ** pieceCount - 1; rest > 0; ) {
    const own = at(byCost.first, rest);
    const bin = bins.open(at(cheapest, own));
    for (let piece = 0; piece < pieceCount; piece++) if (own & (1 << piece)) bins.add(piece, bin);
    rest &= ~own;
  }
  return { bins, cost: bins.cost(), count: at(byCount.value, 2 ** pieceCount - 1) };
}

/** For each subset the cheapest type that holds it; −1 for none. */
function cheapestTypes(core: Core): Int32Array {
  const { pieceCount, dimensionCount, capacity, cost } = core;
  const load = loads(core);
  const allowed = allowedTypes(core);
  const types = [...cost.keys()].sort((a, b) => at(cost, a) - at(cost, b) || a - b);
  const hasRoom = (subset: number, type: number) => {
    for (let d = 0; d < dimensionCount; d++) {
      const limit = at(capacity, type * dimensionCount + d);
      if (at(load, subset * dimensionCount + d) > limit) return false;
    }
    return true;
  };
  return Int32Array.from({ length: 2 ** pieceCount }, (_, subset) => {
    const mask = at(allowed, subset);
    return types.find((type) => ((mask >> type) & 1) === 1 && hasRoom(subset, type)) ?? -1;
  });
}

function loads({ pieceCount, dimensionCount, size }: Core): Float64Array {
  const load = new Float64Array(2 ** pieceCount * dimensionCount);
  for (let subset = 1; subset < 2 ** pieceCount; subset++) {
    const piece = highest(subset);
    const rest = subset & ~(1 << piece);
    for (let d = 0; d < dimensionCount; d++) {
      load[subset * dimensionCount + d] =
        at(load, rest * dimensionCount + d) + at(size, piece * dimensionCount + d);
    }
  }
  return load;
}

/** For each subset the types (bits) that every piece of it may go to; none where two must be apart. */
function allowedTypes(core: Core): Int32Array {
  const { pieceCount, typeCount, eligible } = core;
  const enemies = new Int32Array(pieceCount);
  for (const set of core.apart) {
    for (const a of set) for (const b of set) if (a !== b) enemies[a] = at(enemies, a) | (1 << b);
  }
  const own = Int32Array.from({ length: pieceCount }, (_, piece) =>
    eligible
      .subarray(piece * typeCount, (piece + 1) * typeCount)
      .reduce((mask, mark, type) => mask | (mark << type), 0),
  );
  const allowed = new Int32Array(2 ** pieceCount);
  allowed[0] = -1;
  for (let subset = 1; subset < allowed.length; subset++) {
    const piece = highest(subset);
    const rest = subset & ~(1 << piece);
    allowed[subset] = (at(enemies, piece) & rest) === 0 ? at(own, piece) & at(allowed, rest) : 0;
  }
  return allowed;
}

const highest = (subset: number) => 31 - Math.clz32(subset);

/** For each subset the least total worth of bins that hold it, and the first of those bins. */
function bestDivision(cheapest: Int32Array, worth: (type: number) => number) {
  const value = new Float64Array(cheapest.length).fill(Number.POSITIVE_INFINITY);
  const first = new Int32Array(cheapest.length);
  value[0] = 0;
  for (let subset = 1; subset < cheapest.length; subset++) {
    const lowest = subset & -subset;
    for (let own = subset; own > 0; own = (own - 1) & subset) {
      const type = at(cheapest, own);
      if ((own & lowest) === 0 || type < 0) continue;
      const total = worth(type) + at(value, subset & ~own);
      if (total < at(value, subset)) {
        value[subset] = total;
        first[subset] = own;
      }
    }
  }
  return { value, first };
}
