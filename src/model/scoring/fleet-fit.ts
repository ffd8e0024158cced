import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Limits of a product that a fleet may exceed; null where no source gives one. */
export interface ProductLimits {
  readonly vmVcpus: number | null;
  readonly vmMemoryGib: number | null;
}

/** A workload that a product does not carry. */
export interface TooLarge {
  /** Row of the fleet. */
  readonly row: number;
  readonly resource: 'vcpu' | 'memory';
  readonly demand: number;
  readonly limit: number;
}

export interface FleetFit {
  /** Workloads beyond a limit, in the fleet's order. Empty: it carries the fleet as far as limits are known. */
  readonly tooLarge: readonly TooLarge[];
  /** Limits that no source gives, so that nothing is checked by them. */
  readonly unchecked: readonly ('vcpu' | 'memory')[];
}

/** Checks the planned workloads of a fleet against what a product carries in one machine. */
export function fleetFit(fleet: Fleet, rows: Int32Array, limits: ProductLimits): FleetFit {
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
  };
}
