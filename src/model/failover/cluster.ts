import type { Resource } from '../fleet/resources.ts';
import type { ContentionCurve } from '../performance/contention-curve.ts';

/** A placed cluster as columns: where every machine runs, what it needs, and what every host offers. */
export interface Cluster {
  readonly hostNames: readonly string[];
  readonly vmNames: readonly string[];
  /** Application of each machine, '' where unknown: machines wait for others of the same application. */
  readonly applications: readonly string[];
  /** Class of each machine, as its index. */
  readonly classOf: Uint8Array;
  /** Host that each machine runs on before anything breaks. */
  readonly home: Int32Array;
  /** What each dimension is: a resource, in a slot of the profile (null: all the time). */
  readonly dimensions: readonly Dimension[];
  /** `demand[vm * dimensions + dimension]`. */
  readonly demand: Float64Array;
  /** `capacity[host * dimensions + dimension]` that may be used while hosts are down; Infinity: not limited. */
  readonly capacity: Float64Array;
  /** What a host offers in all, before any target; for how busy it is. */
  readonly effective: Float64Array;
  /** How contention grows in each dimension. */
  readonly curves: readonly ContentionCurve[];
  /** Processors of each host, for response times; 0 where unknown. */
  readonly coreCount: Int32Array;
  /** Host type of each host, and the only one each machine may use (−1: any). */
  readonly hostType: Int32Array;
  readonly typeOnly: Int32Array;
  readonly mostVmsPerHost: number;
  /** Sets of machines of which no two may share a host. */
  readonly apart: readonly Int32Array[];
}

export interface Dimension {
  readonly resource: Resource;
  readonly slot: number | null;
}
