import { at } from '../columns.ts';
import type { PackingProblem } from './problem.ts';

/**
 * A packing problem as the engine works on it: sets that must be together are merged into one piece, demand is scaled
 * so that the largest capacity of each dimension is 1, the limit on items a bin is one more dimension, and dimensions
 * that can never decide anything are gone. Every constraint but `apart` and `available` is thereby plain arithmetic.
 */
export interface Core {
  readonly problem: PackingProblem;
  readonly pieceCount: number;
  readonly dimensionCount: number;
  /** Scaled demand, piece-major: `size[piece * dimensionCount + dimension]`. */
  readonly size: Float64Array;
  /** Original items of each piece. */
  readonly itemsOf: readonly (readonly number[])[];
  readonly typeCount: number;
  /** Scaled capacity with the tolerance already in it, type-major. */
  readonly capacity: Float64Array;
  readonly cost: Float64Array;
  readonly available: Float64Array;
  /** Original dimension of each kept one; −1 for the limit on items a bin. */
  readonly dimensionOf: Int32Array;
  /** 1 where the piece fits in an empty bin of the type and may go there: `eligible[piece * typeCount + type]`. */
  readonly eligible: Uint8Array;
  /** Sets of pieces of which no two may share a bin, each with two pieces at least. */
  readonly apart: readonly Int32Array[];
  /** For each piece the sets of `apart` that it is in; null where it is in none. */
  readonly apartOf: readonly (readonly Int32Array[] | null)[];
  readonly hasApart: boolean;
}

/**
 * How much more than its capacity a bin may seem to hold, relative to it. Sums of floating-point numbers depend on
 * their order: 0.1 + 0.2 ≤ 0.3 is false. Below a billion units of capacity no whole unit can slip through.
 */
export const tolerance = 1e-9;

/** The type that the items of a piece are pinned to, or −1. */
export function pinOf({ problem: { typeOnly } }: Core, items: readonly number[]): number {
  if (!typeOnly) return -1;
  for (const member of items) if (at(typeOnly, member) >= 0) return at(typeOnly, member);
  return -1;
}
