import { at } from '../columns.ts';
import type { PackingProblem } from './problem.ts';
import type { Stock } from './stock.ts';

/**
 * A packing problem as the engine works on it: sets that must be together are merged into one piece, demand is scaled
 * so that the largest capacity of each dimension is 1, the limit on items a bin is one more dimension, and dimensions
 * that can never decide anything are gone. Every constraint but `apart` and the stock is thereby plain arithmetic.
 */
export interface Core extends Stock {
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
  /** Original dimension of each kept one; −1 for the limit on items a bin. */
  readonly dimensionOf: Int32Array;
  /** 1 where the piece fits in an empty bin of the type and may go there: `eligible[piece * typeCount + type]`. */
  readonly eligible: Uint8Array;
  /** Sets of pieces of which no two may share a bin, each with two pieces at least. */
  readonly apart: readonly Int32Array[];
  /** For each piece the sets of `apart` that it is in; null where it is in none. */
  readonly apartOf: readonly (readonly Int32Array[] | null)[];
  /** Failure domains; 1 where none are told apart. */
  readonly domainCount: number;
  /** For each piece the sets of which a domain may hold only so many; null where it is in none. */
  readonly spreadOf: readonly (readonly PieceSpread[] | null)[];
  /** Whether a piece's company in a bin or domain is to be asked at all. */
  readonly hasCompany: boolean;
}

export interface PieceSpread {
  readonly pieces: Int32Array;
  /** Items of the set in each of the pieces. */
  readonly count: Int32Array;
  readonly most: number;
}

/**
 * How much more than its capacity a bin may seem to hold, relative to it. Sums of floating-point numbers depend on
 * their order: 0.1 + 0.2 ≤ 0.3 is false. Below a billion units of capacity no whole unit can slip through.
 */
export const tolerance = 1e-9;

/** Whether rules (not room) let an item use a bin type. */
export function mayUseType(
  { typeOnly, mayUse, binTypes }: PackingProblem,
  own: number,
  type: number,
): boolean {
  if (typeOnly && at(typeOnly, own) >= 0 && at(typeOnly, own) !== type) return false;
  return !mayUse || mayUse[own * binTypes.length + type] === 1;
}
