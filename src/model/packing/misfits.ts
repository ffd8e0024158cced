import { at, item } from '../columns.ts';
import { type Core, mayUseType } from './core.ts';
import type { Misfit } from './problem.ts';

/** What a piece lacks most in one bin type: dimension −1 is the number of items. */
interface Shortfall {
  readonly binType: number;
  readonly dimension: number;
  readonly demand: number;
  readonly capacity: number;
  readonly ratio: number;
}

/**
 * Every piece that fits in no bin type which it may use, with the nearest type: the one where its worst shortfall,
 * as demand ÷ capacity, is smallest.
 */
export function pieceMisfits(core: Core): Misfit[] {
  const { eligible, typeCount } = core;
  const misfits: Misfit[] = [];
  for (const [piece, items] of core.itemsOf.entries()) {
    const row = piece * typeCount;
    if (eligible.subarray(row, row + typeCount).includes(1)) continue;
    const nearest = nearestType(core, items);
    if (nearest === null) {
      misfits.push({ kind: 'bins-exhausted', items });
      continue;
    }
    const { binType, dimension, demand, capacity } = nearest;
    const figures = { binType, dimension, demand, capacity };
    misfits.push(
      items.length === 1
        ? { kind: 'too-large', item: item(items, 0), ...figures }
        : { kind: 'group-too-large', items, ...figures },
    );
  }
  return misfits;
}

function nearestType(core: Core, items: readonly number[]): Shortfall | null {
  const types = core.problem.binTypes.keys();
  const shortfalls = [...types]
    .filter((type) => items.every((member) => mayUseType(core.problem, member, type)))
    .map((type) => worstShortfall(core, items, type));
  return shortfalls.reduce<Shortfall | null>(
    (best, one) => (best === null || one.ratio < best.ratio ? one : best),
    null,
  );
}

function worstShortfall({ problem }: Core, items: readonly number[], binType: number): Shortfall {
  const { capacity, maxItems } = item(problem.binTypes, binType);
  let worst: Shortfall = {
    binType,
    dimension: -1,
    demand: items.length,
    capacity: maxItems,
    ratio: items.length / maxItems,
  };
  for (let d = 0; d < problem.dimensionCount; d++) {
    const demand = items.reduce(
      (sum, member) => sum + at(problem.demand, member * problem.dimensionCount + d),
      0,
    );
    const own = at(capacity, d);
    const ratio = demand === 0 ? 0 : demand / own;
    if (ratio > worst.ratio) {
      worst = { binType, dimension: d, demand, capacity: own, ratio };
    }
  }
  return worst;
}
