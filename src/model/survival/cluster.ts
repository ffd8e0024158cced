import { at, item } from '../columns.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import type { Question } from '../consolidation/question.ts';
import { tolerance } from '../packing/core.ts';

/**
 * A placed fleet as checks of failures read it, plain data that passes to other threads: workloads that must share a host are one piece, and every resource is
 * one column an hour. The number of VMs on a host is one resource more where the product limits it.
 */
export interface Cluster {
  readonly hostCount: number;
  readonly pieceCount: number;
  /** Items (not fleet rows) of each piece. */
  readonly itemsOf: readonly (readonly number[])[];
  /** Items in each piece. */
  readonly weight: Int32Array;
  /** Host that each piece runs on. */
  readonly home: Int32Array;
  readonly slotCount: number;
  readonly resourceCount: number;
  /** Capacity while hosts are down, host-major, with the tolerance in it: `[host * resourceCount + resource]`. */
  readonly capacity: Float64Array;
  /** What each piece asks for, a column a resource: `values[piece * slotCount + slot]`, or one figure for all slots. */
  readonly columns: readonly { readonly slotCount: number; readonly values: Float64Array }[];
  /** For each piece the sets of pieces that it may not share a host with; null where there is none. */
  readonly apartOf: readonly (readonly Int32Array[])[] | null;
  readonly typeOf: Int32Array;
  /** The only host type of a piece, or −1; null where nothing is pinned. */
  readonly pinOf: Int32Array | null;
}

export function clusterOf(question: Question, placed: Placed): Cluster {
  const { placement, axis } = question;
  const { inFailure, limits } = placement;
  const pieceOf = mergedPieces(inFailure.together, inFailure.itemCount);
  const itemsOf = membersOf(pieceOf);
  const pieceCount = itemsOf.length;
  const isCounted = inFailure.binTypes.some(({ maxItems }) => maxItems < inFailure.itemCount);
  const resourceCount = limits.length + (isCounted ? 1 : 0);
  const hostCount = placed.typeOf.length;
  const capacity = new Float64Array(hostCount * resourceCount);
  for (let host = 0; host < hostCount; host++) {
    const type = item(inFailure.binTypes, at(placed.typeOf, host));
    for (const [resource, { firstDimension }] of limits.entries()) {
      capacity[host * resourceCount + resource] =
        at(type.capacity, firstDimension) * (1 + tolerance);
    }
    if (isCounted) capacity[host * resourceCount + limits.length] = type.maxItems;
  }
  const columns = limits.map(({ demand: { slotCount, values } }) => {
    const sums = new Float64Array(pieceCount * slotCount);
    for (const [index, piece] of pieceOf.entries()) {
      for (let slot = 0; slot < slotCount; slot++) {
        const cell = piece * slotCount + slot;
        sums[cell] = at(sums, cell) + at(values, index * slotCount + slot);
      }
    }
    return { slotCount, values: sums };
  });
  const weight = Int32Array.from(itemsOf, (items) => items.length);
  if (isCounted) columns.push({ slotCount: 1, values: Float64Array.from(weight) });
  return {
    hostCount,
    pieceCount,
    itemsOf,
    weight,
    home: Int32Array.from(itemsOf, (items) => at(placed.hostOf, item(items, 0))),
    slotCount: axis.slotCount,
    resourceCount,
    capacity,
    columns,
    apartOf: apartSets(inFailure.apart, pieceOf, pieceCount),
    typeOf: placed.typeOf,
    pinOf: pinsOf(inFailure.typeOnly, itemsOf),
  };
}

/** Fills `size[piece * resourceCount + resource]` with what each piece asks for in a slot. */
export function fillSizes(
  { columns, pieceCount, resourceCount }: Cluster,
  slot: number,
  size: Float64Array,
) {
  for (const [resource, { slotCount, values }] of columns.entries()) {
    const offset = slotCount === 1 ? 0 : slot;
    for (let piece = 0; piece < pieceCount; piece++) {
      size[piece * resourceCount + resource] = at(values, piece * slotCount + offset);
    }
  }
}

/** Piece of each item; pieces are numbered by their first item. */
function mergedPieces(together: readonly Int32Array[], itemCount: number): Int32Array {
  const leader = Int32Array.from({ length: itemCount }, (_, index) => index);
  const find = (start: number): number => {
    let index = start;
    while (at(leader, index) !== index) index = at(leader, index);
    return index;
  };
  for (const set of together) {
    for (const member of set) {
      const [a, b] = [find(at(set, 0)), find(member)];
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const pieceOf = new Int32Array(itemCount);
  let next = 0;
  for (let index = 0; index < itemCount; index++) {
    const first = find(index);
    pieceOf[index] = first === index ? next++ : at(pieceOf, first);
  }
  return pieceOf;
}

function membersOf(pieceOf: Int32Array): number[][] {
  const members: number[][] = [];
  for (const [index, piece] of pieceOf.entries()) {
    const list = members[piece];
    if (list) list.push(index);
    else members[piece] = [index];
  }
  return members;
}

function apartSets(apart: readonly Int32Array[], pieceOf: Int32Array, pieceCount: number) {
  if (apart.length === 0) return null;
  const setsOf: Int32Array[][] = Array.from({ length: pieceCount }, () => []);
  for (const set of apart) {
    const pieces = Int32Array.from(new Set([...set].map((member) => at(pieceOf, member))));
    for (const piece of pieces) item(setsOf, piece).push(pieces);
  }
  return setsOf;
}

function pinsOf(typeOnly: Int32Array | null, itemsOf: readonly (readonly number[])[]) {
  if (typeOnly === null) return null;
  return Int32Array.from(itemsOf, (items) =>
    Math.max(...items.map((member) => at(typeOnly, member))),
  );
}
