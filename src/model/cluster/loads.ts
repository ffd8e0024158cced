import { at, item } from '../columns.ts';
import { utilizationOf } from '../consolidation/capacity.ts';
import { resourceAndSlot } from '../consolidation/placement-problem.ts';
import type { Resource } from '../fleet/resources.ts';
import type { Cluster } from './cluster.ts';

/** How full the fullest resource of a host is, and when; slot null where it is the same all the time. */
export interface Fullest {
  readonly host: number;
  readonly resource: Resource;
  readonly slot: number | null;
  readonly ratio: number;
}

/** What lacks most where an item does not fit. */
export interface Shortage {
  readonly host: number;
  readonly resource: Resource;
  readonly slot: number | null;
  readonly demand: number;
  readonly free: number;
}

/** Rounding between sums that were added in different orders. */
const caution = 1e-9;

/** The load of every host in every resource and slot, kept while machines move. */
export class ClusterLoads {
  private readonly cluster: Cluster;
  private readonly load: Float64Array;
  private readonly count: Int32Array;
  private readonly dimensionCount: number;

  constructor(cluster: Cluster, hostOf: Int32Array) {
    this.cluster = cluster;
    this.dimensionCount = cluster.question.placement.inFailure.dimensionCount;
    this.load = new Float64Array(cluster.typeOf.length * this.dimensionCount);
    this.count = new Int32Array(cluster.typeOf.length);
    hostOf.forEach((host, index) => {
      if (host >= 0) this.add(index, host);
    });
  }

  add(index: number, host: number) {
    this.change(index, host, 1);
  }

  remove(index: number, host: number) {
    this.change(index, host, -1);
  }

  countOn(host: number): number {
    return at(this.count, host);
  }

  /** Whether items fit beside what a host has, under the limits that hold while a host is away. */
  fits(items: readonly number[], host: number): boolean {
    const { binTypes } = this.cluster.question.placement.inFailure;
    const { maxItems } = item(binTypes, at(this.cluster.typeOf, host));
    return this.countOn(host) + items.length <= maxItems && this.shortage(items, host) === null;
  }

  /**
   * What the items lack most on a host, as a share of what it has; null where they fit. A host that is over its limits
   * already takes nothing, also of what asks nothing of the resource in question.
   */
  shortage(items: readonly number[], host: number): Shortage | null {
    const { demand, binTypes } = this.cluster.question.placement.inFailure;
    const { capacity } = item(binTypes, at(this.cluster.typeOf, host));
    let worst = caution;
    let found: Shortage | null = null;
    for (let d = 0; d < this.dimensionCount; d++) {
      let asked = 0;
      for (const index of items) asked += at(demand, index * this.dimensionCount + d);
      const free = at(capacity, d) - at(this.load, host * this.dimensionCount + d);
      const lacks = (asked - free) / Math.max(at(capacity, d), Number.MIN_VALUE);
      if (lacks <= worst) continue;
      worst = lacks;
      found = { host, ...this.named(d), demand: asked, free: Math.max(0, free) };
    }
    return found;
  }

  /** The fullest resource of a host, as how busy it is. */
  fullest(host: number): Fullest {
    const { limits } = this.cluster.question.placement;
    const type = at(this.cluster.typeOf, host);
    let found: Fullest = { host, resource: 'cpu', slot: null, ratio: 0 };
    for (const { demand, firstDimension, capacities } of limits) {
      const capacity = capacities[type] ?? null;
      if (capacity === null) continue;
      for (let slot = 0; slot < demand.slotCount; slot++) {
        const load = at(this.load, host * this.dimensionCount + firstDimension + slot);
        const ratio = utilizationOf(capacity, load);
        if (ratio > found.ratio) found = { host, ...this.named(firstDimension + slot), ratio };
      }
    }
    return found;
  }

  private named(dimension: number) {
    return resourceAndSlot(this.cluster.question.placement.limits, dimension);
  }

  private change(index: number, host: number, sign: 1 | -1) {
    const { demand } = this.cluster.question.placement.inFailure;
    const to = host * this.dimensionCount;
    const from = index * this.dimensionCount;
    for (let d = 0; d < this.dimensionCount; d++) {
      this.load[to + d] = at(this.load, to + d) + sign * at(demand, from + d);
    }
    this.count[host] = at(this.count, host) + sign;
  }
}

/** The fullest of all hosts that hold machines or may. */
export function fullestOf(loads: ClusterLoads, hosts: readonly number[]): Fullest | null {
  let found: Fullest | null = null;
  for (const host of hosts) {
    const own = loads.fullest(host);
    if (found === null || own.ratio > found.ratio) found = own;
  }
  return found;
}
