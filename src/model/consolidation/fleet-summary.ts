import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { labelAt, powerStates } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { selectWorkloads } from './selection.ts';

/** What a fleet holds, as `inspect` prints it. */
export interface FleetSummary {
  /** Workloads that a plan with this policy places. */
  readonly workloads: number;
  readonly hosts: number;
  readonly totals: {
    /** Null where no workload's figure is known: a gap, not a zero. */
    readonly vcpus: number | null;
    readonly memoryGib: number | null;
    readonly diskGib: number | null;
    readonly cpuUsedMhz: number | null;
  };
  readonly profile: { readonly slots: number; readonly slotSeconds: number } | null;
  readonly excluded: readonly { readonly name: string; readonly reason: string }[];
}

/** Sums over the workloads that a plan places; unknown figures are left out of a sum that has known ones. */
export function summarize(fleet: Fleet, exclude: Scenario['exclude']): FleetSummary {
  const { rows } = selectWorkloads(fleet, exclude);
  const isPlaced = new Uint8Array(fleet.count);
  const total = (column: Float64Array) => {
    let sum: number | null = null;
    for (const row of rows) {
      const value = at(column, row);
      if (!Number.isNaN(value)) sum = (sum ?? 0) + value;
    }
    return sum;
  };
  for (const row of rows) isPlaced[row] = 1;
  const named = new Set(exclude.names);
  const excluded = fleet.names.flatMap((name, row) => {
    if (isPlaced[row] === 1) return [];
    const state = item(powerStates, at(fleet.powerState, row));
    const reason = named.has(name)
      ? 'by-name'
      : fleet.isTemplate[row] === 1
        ? 'template'
        : `powered-${state}`;
    return [{ name, reason: reason === 'powered-suspended' ? 'suspended' : reason }];
  });
  return {
    workloads: rows.length,
    hosts: fleet.hosts.length > 0 ? fleet.hosts.length : distinctHosts(fleet),
    totals: {
      vcpus: total(fleet.vcpuCount),
      memoryGib: total(fleet.memoryConfiguredGib),
      diskGib: total(fleet.diskProvisionedGib),
      cpuUsedMhz: total(fleet.use.cpu.mean),
    },
    profile: fleet.profile && {
      slots: fleet.profile.slotCount,
      slotSeconds: fleet.profile.slotSeconds,
    },
    excluded,
  };
}

/** Where no host is listed, the hosts that workloads name. */
function distinctHosts(fleet: Fleet): number {
  const seen = new Set<string>();
  for (let row = 0; row < fleet.count; row++) seen.add(labelAt(fleet.labels.host, row));
  seen.delete('');
  return seen.size;
}
