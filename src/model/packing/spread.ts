import { at, item } from '../columns.ts';
import { seeded } from '../random.ts';
import { balanced } from './balance.ts';
import { Bins } from './bins.ts';
import type { Core } from './core.ts';
import { decreasing, measured, scarcity } from './order.ts';
import { prepare } from './prepare.ts';
import type { PackingProblem } from './problem.ts';
import { Repair } from './repair.ts';
import type { Work } from './work.ts';

/** How often the distance between the evenest possible and the evenest found is halved. */
const halvings = 5;
/** Work for each attempt, a piece; */
const workPerPiece = 1500;
/** and for all attempts together: some seconds' worth on the largest fleets would be for the last thousandths. */
const mostWork = ({ pieceCount }: Core) => 10e6 + 300 * pieceCount;
/** Work after which an attempt must have halved the overload, or is given up. */
const patience = 0.3;

/**
 * Distributes all items over given bins as evenly as it finds: the fullest dimension of the fullest bin as empty as
 * possible. For spreading load over N+k hosts. All constraints are respected; deterministic.
 *
 * Bins are filled evenly first; then the capacity is lowered step by step and what overfills the lowered bins is
 * moved or swapped away, halving the distance between what was reached and what the volume allows.
 *
 * @param typeOf type of each bin to use; bins may stay empty
 * @param domainOf domain of each of them, where domains are told apart
 * @param binOf a packing into some of these bins, given back (as a copy) where no evener one is found; or null
 * @returns bin of each item; null where none was found and none was given
 */
export function spread(
  problem: PackingProblem,
  typeOf: Int32Array,
  binOf: Int32Array | null = null,
  domainOf?: Int32Array,
): Int32Array | null {
  const prepared = prepare(problem);
  if (prepared.kind === 'impossible') return null;
  const { core } = prepared;
  const work: Work = { done: 0 };
  const random = seeded(1);
  let stop = 0;
  const repaired = (bins: Bins) => {
    const repair = new Repair(bins, random, work);
    const budget = Math.min(workPerPiece * core.pieceCount, (stop - work.done) / 2);
    const before = repair.overload;
    if (repair.run(patience * budget, 0)) return bins;
    if (repair.overload > before / 2) return null;
    return repair.run((1 - patience) * budget, 0) ? bins : null;
  };
  const order = decreasing(core, measured(core, 'largest', scarcity(core)));
  const even = balanced(core, { typeOf, order, domainOf }, random, work);
  stop = work.done + mostWork(core);
  let best = even && repaired(even);
  if (!best && binOf) best = asBins(core, typeOf, binOf, domainOf);
  if (!best) return null;
  let [low, high] = [leastLevel(core, typeOf), fullestLevel(best)];
  for (let turn = 0; turn < halvings && high - low > 1e-3; turn++) {
    const level = (low + high) / 2;
    const bins = repaired(best.clone(lowered(core, level)));
    if (bins) {
      best = bins.clone(core);
      high = level;
    } else low = level;
  }
  return itemBins(best);
}

/** The bins that a packing describes, under a core; items in bin −1 are in none. */
export function asBins(
  core: Core,
  typeOf: Int32Array,
  binOf: Int32Array,
  domainOf?: Int32Array,
): Bins {
  const bins = new Bins(core);
  for (const [bin, type] of typeOf.entries()) bins.open(type, domainOf?.[bin]);
  for (const [piece, items] of core.itemsOf.entries()) {
    const bin = at(binOf, item(items, 0));
    if (bin >= 0) bins.add(piece, bin);
  }
  return bins;
}

function itemBins({ core, binOf }: Bins): Int32Array {
  const result = new Int32Array(core.problem.itemCount);
  for (const [piece, items] of core.itemsOf.entries()) {
    for (const member of items) result[member] = at(binOf, piece);
  }
  return result;
}

/** The same core with every resource cut to a level of its capacity; a limit on items is not a resource. */
function lowered(core: Core, level: number): Core {
  const { dimensionCount, dimensionOf } = core;
  const capacity = core.capacity.map((own, index) =>
    at(dimensionOf, index % dimensionCount) < 0 ? own : own * level,
  );
  return { ...core, capacity };
}

/** No distribution can be evener than all demand over all capacity. */
function leastLevel({ size, capacity, dimensionCount, ...core }: Core, typeOf: Int32Array): number {
  const total = new Float64Array(dimensionCount);
  const room = new Float64Array(dimensionCount);
  for (const [index, own] of size.entries()) {
    total[index % dimensionCount] = at(total, index % dimensionCount) + own;
  }
  for (const type of typeOf) {
    for (let d = 0; d < dimensionCount; d++) {
      room[d] = at(room, d) + at(capacity, type * dimensionCount + d);
    }
  }
  let level = 0;
  for (let d = 0; d < dimensionCount; d++) {
    if (at(core.dimensionOf, d) >= 0 && at(room, d) > 0) {
      level = Math.max(level, at(total, d) / at(room, d));
    }
  }
  return level;
}

function fullestLevel({ core, load, typeOf, count }: Bins): number {
  const { capacity, dimensionCount, dimensionOf } = core;
  let level = 0;
  for (let bin = 0; bin < count; bin++) {
    for (let d = 0; d < dimensionCount; d++) {
      const own = at(capacity, at(typeOf, bin) * dimensionCount + d);
      if (own > 0 && at(dimensionOf, d) >= 0) {
        level = Math.max(level, at(load, bin * dimensionCount + d) / own);
      }
    }
  }
  return level;
}
