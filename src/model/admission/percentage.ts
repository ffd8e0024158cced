import type { CpuAndMemory } from './slots.ts';

/** Share of a cluster that is not reserved by machines, of CPU and of memory. */
export interface FailoverCapacity {
  readonly cpuRatio: number;
  readonly memoryRatio: number;
}

/**
 * What vSphere HA calls the current failover capacity: the sum over all hosts, as if they were one. That is the lie:
 * what is free in twenty slivers holds no machine.
 *
 * @example hosts 9 GHz/9 GB, 9/6, 6/6; machines 2/1, 2/1, 1/2, 1/1, 1/1 // CPU 17/24 = 70 %, memory 15/21 = 71 %
 * @see vSphere Availability, "Cluster Resources Percentage Admission Control"
 */
export function failoverCapacity(
  hosts: readonly CpuAndMemory[],
  machines: readonly CpuAndMemory[],
): FailoverCapacity {
  const total = sum(hosts);
  const reserved = sum(machines);
  return {
    cpuRatio: (total.cpuMhz - reserved.cpuMhz) / total.cpuMhz,
    memoryRatio: (total.memoryGib - reserved.memoryGib) / total.memoryGib,
  };
}

export const sum = (list: readonly CpuAndMemory[]): CpuAndMemory => ({
  cpuMhz: list.reduce((total, { cpuMhz }) => total + cpuMhz, 0),
  memoryGib: list.reduce((total, { memoryGib }) => total + memoryGib, 0),
});
