import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Limits of a product that a fleet may exceed; null where no source gives one. */
export interface ProductLimits {
  readonly vmVcpus: number | null;
  readonly vmMemoryGib: number | null;
  readonly clusterHosts: number | null;
  readonly clusterVms: number | null;
}

/** A workload that a product does not carry. */
export interface TooLarge {
  /** Row of the fleet. */
  readonly row: number;
  readonly resource: 'vcpu' | 'memory';
  readonly demand: number;
  readonly limit: number;
}

/** A limit of one cluster that the fleet exceeds: not a reason to be out, but more than one cluster. */
export interface ManyClusters {
  readonly resource: 'hosts' | 'machines';
  readonly demand: number;
  readonly limit: number;
  readonly clusters: number;
}

export interface FleetFit {
  /** Workloads beyond a limit, in the fleet's order. Empty: it carries the fleet as far as limits are known. */
  readonly tooLarge: readonly TooLarge[];
  /** Limits that no source gives, so that nothing is checked by them. */
  readonly unchecked: readonly ('vcpu' | 'memory')[];
  readonly manyClusters: readonly ManyClusters[];
}

/**
 * Checks the planned workloads of a fleet against what a product carries in one machine and in one cluster.
 *
 * @param hosts that the plan needs; null where there is none
 */
export function fleetFit(
  fleet: Fleet,
  rows: Int32Array,
  hosts: number | null,
  limits: ProductLimits,
): FleetFit {
  const checks = [
    ['vcpu', fleet.vcpuCount, limits.vmVcpus],
    ['memory', fleet.memoryConfiguredGib, limits.vmMemoryGib],
  ] as const;
  return {
    tooLarge: checks.flatMap(([resource, column, limit]) =>
      limit === null
        ? []
        : [...rows].flatMap((row) => {
            const demand = at(column, row);
            return demand > limit ? [{ row, resource, demand, limit }] : [];
          }),
    ),
    unchecked: checks.flatMap(([resource, , limit]) => (limit === null ? [resource] : [])),
    manyClusters: manyClusters([
      ['hosts', hosts, limits.clusterHosts],
      ['machines', rows.length, limits.clusterVms],
    ]),
  };
}

const manyClusters = (
  checks: readonly (readonly [ManyClusters['resource'], number | null, number | null])[],
): ManyClusters[] =>
  checks.flatMap(([resource, demand, limit]) =>
    demand === null || limit === null || demand <= limit
      ? []
      : [{ resource, demand, limit, clusters: Math.ceil(demand / limit) }],
  );
