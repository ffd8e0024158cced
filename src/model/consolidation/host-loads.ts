import { at, item } from '../columns.ts';
import type { Resource } from '../fleet/resources.ts';
import type { Binding, HostSlots, ResourceTotals } from './answer.ts';
import { utilizationOf } from './capacity.ts';
import type { Limit } from './placement-problem.ts';

/** Where items are: a host for each, a host type for each host. */
export interface Placed {
  /** Host of each item. */
  readonly hostOf: Int32Array;
  /** Bin type of each host; hosts without items may stand in it. */
  readonly typeOf: Int32Array;
  /** Failure domain of each host, where domains are told apart. */
  readonly domainOf?: Int32Array;
}

/** Demand on every host in every slot of one resource: `[host * slotCount + slot]`. */
export function demandByHost({ hostOf, typeOf }: Placed, { demand }: Limit): Float64Array {
  const { slotCount, values } = demand;
  const sums = new Float64Array(typeOf.length * slotCount);
  for (let i = 0; i < hostOf.length; i++) {
    const from = at(hostOf, i) * slotCount;
    for (let slot = 0; slot < slotCount; slot++) {
      sums[from + slot] = at(sums, from + slot) + at(values, i * slotCount + slot);
    }
  }
  return sums;
}

/** How busy every host is with each resource in each slot. A resource that does not limit a host's type reads 0. */
export function hostUtilization(
  placed: Placed,
  limits: readonly Limit[],
): Partial<Record<Resource, HostSlots>> {
  const result: Partial<Record<Resource, HostSlots>> = {};
  for (const limit of limits) {
    const { resource, slotCount } = limit.demand;
    const sums = demandByHost(placed, limit);
    const ratio = Float32Array.from(sums, (sum, index) => {
      const capacity = limit.capacities[at(placed.typeOf, Math.floor(index / slotCount))] ?? null;
      return capacity === null ? 0 : utilizationOf(capacity, sum);
    });
    result[resource] = { slotCount, ratio };
  }
  return result;
}

/** Demand of the whole fleet by slot against what all hosts offer; unlimited host types offer nothing to compare. */
export function fleetTotals(
  { typeOf }: Placed,
  limits: readonly Limit[],
): Partial<Record<Resource, ResourceTotals>> {
  const result: Partial<Record<Resource, ResourceTotals>> = {};
  for (const { demand, capacities } of limits) {
    let physicalCapacity = 0;
    let usableCapacity = 0;
    for (const type of typeOf) {
      const capacity = capacities[type] ?? null;
      if (capacity === null) continue;
      physicalCapacity += capacity.effective;
      usableCapacity += capacity.usable;
    }
    result[demand.resource] = {
      slotCount: demand.slotCount,
      demand: slotSums(demand.values, demand.slotCount),
      physicalCapacity,
      usableCapacity,
    };
  }
  return result;
}

/** The sum over all workloads, slot by slot. */
export function slotSums(values: Float64Array, slotCount: number): Float64Array {
  const sums = new Float64Array(slotCount);
  for (let index = 0; index < values.length; index++) {
    const slot = index % slotCount;
    sums[slot] = at(sums, slot) + at(values, index);
  }
  return sums;
}

/**
 * What drives the host count: the resource, at its worst slot, whose demand alone would fill the most hosts of the
 * planned kind.
 *
 * @param typeOf types of the hosts that carry load, without those kept free
 */
export function bindingOf(typeOf: Int32Array, limits: readonly Limit[]): Binding {
  const hostsByResource = limits.map(({ demand, capacities }) => {
    const { resource, slotCount } = demand;
    const sums = slotSums(demand.values, slotCount);
    const slot = sums.indexOf(sums.reduce((a, b) => Math.max(a, b), 0));
    let usable = 0;
    for (const type of typeOf) usable += capacities[type]?.usable ?? Infinity;
    const hosts = usable === 0 ? 0 : (at(sums, Math.max(0, slot)) / usable) * typeOf.length;
    return { resource, slot: slotCount === 1 ? null : slot, hosts };
  });
  const worst = hostsByResource.reduce(
    (a, b) => (b.hosts > a.hosts ? b : a),
    item(hostsByResource, 0),
  );
  return { resource: worst.resource, slot: worst.slot, hostsByResource };
}
