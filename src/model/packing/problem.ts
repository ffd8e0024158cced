/**
 * A vector bin packing problem: items with a demand in several dimensions, bins of several types.
 *
 * A dimension is one resource in one time slot. A resource that does not change with time (configured memory, disk,
 * vCPUs) has a single dimension; one that does has a dimension a slot. So a day of CPU, configured memory and disk is
 * 24 + 1 + 1 = 26 dimensions, and time-coincident packing is ordinary packing.
 */
export interface PackingProblem {
  readonly itemCount: number;
  readonly dimensionCount: number;
  /** Demand of item i in dimension d: `demand[i * dimensionCount + d]`; finite, ≥ 0. */
  readonly demand: Float64Array;
  /** Which resource a dimension belongs to (any small whole numbers); equal for all slots of one resource. */
  readonly resourceOf: Int32Array;
  readonly binTypes: readonly BinType[];
  /** Bin types that draw from one stock; left out: each has its own. */
  readonly sharedStock?: readonly SharedStock[];
  /** Sets of items of which no two may share a bin. */
  readonly apart: readonly Int32Array[];
  /** Sets of items that must share one bin. */
  readonly together: readonly Int32Array[];
  /** For each item the only bin type it may go to, or −1 for any; null where nothing is pinned. */
  readonly typeOnly: Int32Array | null;
  /** Which bin types each item may go to: 1 in `mayUse[item * binTypes.length + type]`; left out: any. */
  readonly mayUse?: Uint8Array;
  /** Failure domains that bins stand in (racks, sites), as evenly as can be; left out: none are told apart. */
  readonly domainCount?: number;
  /** Sets of items of which one domain may hold only so many. */
  readonly spread?: readonly SpreadSet[];
}

export interface SpreadSet {
  /** Each once. */
  readonly items: Int32Array;
  /** Most items of the set in one domain, ≥ 1. */
  readonly most: number;
}

export interface BinType {
  /** Capacity in each dimension; finite, ≥ 0. */
  readonly capacity: Float64Array;
  /** What one more bin of this type costs, > 0, in any one currency (1 counts bins). */
  readonly cost: number;
  /** How many bins of this type there may be at most; Infinity for any number. */
  readonly available: number;
  /** How many items one bin may hold at most; Infinity for any number. */
  readonly maxItems: number;
}

/** Of these bin types together there may be only so many bins: one host type that several groups draw from. */
export interface SharedStock {
  readonly types: readonly number[];
  readonly available: number;
}

/** Where every item goes. Bins are numbered 0 … binCount − 1, none of them empty. */
export interface Packing {
  readonly binCount: number;
  /** Bin of each item. */
  readonly binOf: Int32Array;
  /** Type of each bin. */
  readonly typeOf: Int32Array;
  /** Domain of each bin; left out where none are told apart. */
  readonly domainOf?: Int32Array;
  readonly cost: number;
}

/** A proof that no packing is better. */
export interface LowerBound {
  /** No feasible packing uses fewer bins. */
  readonly bins: number;
  /** No feasible packing costs less (same unit as `BinType.cost`). */
  readonly cost: number;
  /** Which argument gave `bins`. */
  readonly by: BoundArgument;
  /** The dimension that the argument speaks of, or −1 where it speaks of none (cliques, combinations). */
  readonly dimension: number;
}

export type BoundArgument =
  | 'volume'
  | 'dual-feasible'
  | 'clique'
  | 'item-limit'
  | 'patterns'
  | 'exact';

export type PackingOutcome =
  | { readonly kind: 'packed'; readonly packing: Packing; readonly bound: LowerBound }
  | { readonly kind: 'impossible'; readonly reasons: readonly Misfit[] };

/** Why an item can be in no packing at all. */
export type Misfit =
  /** Fits in no bin type that it may use: the nearest type, the dimension it lacks most in, and by how much. */
  | {
      readonly kind: 'too-large';
      readonly item: number;
      readonly binType: number;
      readonly dimension: number;
      readonly demand: number;
      readonly capacity: number;
    }
  /** A set that must be together does not fit together, or contains two that must be apart. */
  | {
      readonly kind: 'group-too-large';
      readonly items: readonly number[];
      readonly binType: number;
      readonly dimension: number;
      readonly demand: number;
      readonly capacity: number;
    }
  | { readonly kind: 'together-and-apart'; readonly first: number; readonly second: number }
  /** More items of a set must be together than one domain may hold. */
  | { readonly kind: 'too-many-together'; readonly items: readonly number[]; readonly most: number }
  /** Bins ran out: with the most bins allowed of every type, these items found no place. */
  | { readonly kind: 'bins-exhausted'; readonly items: readonly number[] };

export interface PackingOptions {
  readonly seed: number;
  /**
   * How much improvement to attempt after construction, in units of work and not of time, so that the same question
   * has the same answer on every machine. 0 is construction only; 1 is about a second on a 2-core laptop for
   * 10,000 items of 4 dimensions; it may be any number ≥ 0.
   */
  readonly effort: number;
  /** Called with every better packing; advisory, rarely more than 20 times a second. */
  readonly onProgress?: (best: Packing, bound: LowerBound, doneRatio: number) => void;
}
