import { at } from '../columns.ts';
import { tolerance } from './core.ts';
import type { PackingProblem } from './problem.ts';

/** Scaled demand and capacity of the pieces, in the dimensions that matter. */
export interface Dimensions {
  readonly size: Float64Array;
  readonly capacity: Float64Array;
  readonly dimensionOf: Int32Array;
}

interface Scaled {
  readonly count: number;
  readonly pieceCount: number;
  readonly typeCount: number;
  readonly size: Float64Array;
  readonly capacity: Float64Array;
  /** Original dimension; −1 for the number of items. */
  readonly dimensionOf: Int32Array;
  /** Resource by dimension; equal for all slots of a resource. */
  readonly resourceOf: Int32Array;
}

/**
 * Scales a problem and drops the dimensions that cannot decide anything:
 * - those in which all pieces together fit in the smallest bin;
 * - those dominated by another slot of the same resource: no piece asks more of it, relative to any bin, than of the
 *   other, so whatever fits there fits here. A constant profile of 744 slots becomes one dimension.
 *
 * Domination is tested pair by pair and left at the first piece that speaks against it, which is nearly always among
 * the first few: the cost is near slots² and not slots² × pieces.
 */
export function scaledDimensions(
  problem: PackingProblem,
  itemsOf: readonly (readonly number[])[],
): Dimensions {
  const scaled = scale(problem, itemsOf);
  const kept = undominated(scaled, thatMayFill(scaled));
  return {
    size: columnsOf(scaled.size, scaled.count, kept),
    capacity: columnsOf(scaled.capacity, scaled.count, kept),
    dimensionOf: Int32Array.from(kept, (dimension) => at(scaled.dimensionOf, dimension)),
  };
}

function scale(problem: PackingProblem, itemsOf: readonly (readonly number[])[]): Scaled {
  const { dimensionCount, binTypes } = problem;
  const isLimited = binTypes.some(({ maxItems }) => maxItems < problem.itemCount);
  const count = dimensionCount + (isLimited ? 1 : 0);
  const { capacity, largest } = scaledCapacity(problem, count);
  const size = new Float64Array(itemsOf.length * count);
  for (const [piece, items] of itemsOf.entries()) {
    const row = size.subarray(piece * count, (piece + 1) * count);
    for (const member of items) addDemand(problem, member, row);
    if (isLimited) row[dimensionCount] = items.length;
    for (let d = 0; d < count; d++) if (at(row, d) > 0) row[d] = at(row, d) / at(largest, d);
  }
  const dimensionOf = Int32Array.from({ length: count }, (_, d) => (d < dimensionCount ? d : -1));
  const resourceOf = Int32Array.from(dimensionOf, (d) => (d < 0 ? -1 : at(problem.resourceOf, d)));
  const pieceCount = itemsOf.length;
  const typeCount = binTypes.length;
  return { count, pieceCount, typeCount, size, capacity, dimensionOf, resourceOf };
}

/** Capacities relative to the largest of each dimension, the limit on items as the last one if it is counted. */
function scaledCapacity({ binTypes, itemCount, dimensionCount }: PackingProblem, count: number) {
  const capacity = new Float64Array(binTypes.length * count);
  for (const [type, { capacity: own, maxItems }] of binTypes.entries()) {
    capacity.set(own, type * count);
    if (count > dimensionCount) {
      capacity[type * count + dimensionCount] = Math.min(maxItems, itemCount);
    }
  }
  const largest = new Float64Array(count);
  for (const [index, value] of capacity.entries()) {
    largest[index % count] = Math.max(at(largest, index % count), value);
  }
  for (const [index, value] of capacity.entries()) {
    if (value > 0) capacity[index] = (value / at(largest, index % count)) * (1 + tolerance);
  }
  return { capacity, largest };
}

function addDemand({ demand, dimensionCount }: PackingProblem, member: number, row: Float64Array) {
  for (let d = 0; d < dimensionCount; d++) {
    row[d] = at(row, d) + at(demand, member * dimensionCount + d);
  }
}

/** The dimensions in which the pieces could overfill the smallest bin, highest total demand first. */
function thatMayFill({ count, pieceCount, typeCount, size, capacity }: Scaled): number[] {
  const total = new Float64Array(count);
  for (let piece = 0; piece < pieceCount; piece++) {
    for (let d = 0; d < count; d++) total[d] = at(total, d) + at(size, piece * count + d);
  }
  const may: number[] = [];
  for (let d = 0; d < count; d++) {
    let smallest = Number.POSITIVE_INFINITY;
    for (let type = 0; type < typeCount; type++) {
      smallest = Math.min(smallest, at(capacity, type * count + d));
    }
    if (at(total, d) > smallest) may.push(d);
  }
  return may.sort((a, b) => at(total, b) - at(total, a) || a - b);
}

/** Only a dimension of at least the same total can dominate, so it was kept or dropped before. */
function undominated(scaled: Scaled, byTotal: readonly number[]): number[] {
  const kept = new Map<number, number[]>();
  for (const d of byTotal) {
    const resource = at(scaled.resourceOf, d);
    const rivals = kept.get(resource) ?? [];
    if (rivals.some((rival) => dominates(scaled, rival, d))) continue;
    rivals.push(d);
    kept.set(resource, rivals);
  }
  return [...kept.values()].flat().sort((a, b) => a - b);
}

function dominates(scaled: Scaled, strong: number, weak: number): boolean {
  const { count, size, pieceCount } = scaled;
  const ratio = leastCapacityRatio(scaled, weak, strong);
  if (ratio === null) return false;
  for (let row = 0; row < pieceCount * count; row += count) {
    if (at(size, row + weak) > at(size, row + strong) * ratio) return false;
  }
  return true;
}

/** The least of capacity[weak] ÷ capacity[strong] over the bin types; null where that says nothing. */
function leastCapacityRatio(scaled: Scaled, weak: number, strong: number): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (let type = 0; type < scaled.typeCount; type++) {
    const divisor = at(scaled.capacity, type * scaled.count + strong);
    if (divisor === 0) return null;
    least = Math.min(least, at(scaled.capacity, type * scaled.count + weak) / divisor);
  }
  return least;
}

function columnsOf(table: Float64Array, width: number, kept: readonly number[]): Float64Array {
  const rows = table.length / width;
  const result = new Float64Array(rows * kept.length);
  let next = 0;
  for (let row = 0; row < table.length; row += width) {
    for (const column of kept) result[next++] = at(table, row + column);
  }
  return result;
}
