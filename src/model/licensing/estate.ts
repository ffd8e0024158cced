import { at } from '../columns.ts';
import type { HostGroup, MachineGroup, Scope } from './count.ts';
import type { LicensingPolicy, PlainNumbers } from './policy.ts';
import { type Software, software, type Terms } from './terms.ts';

/** Hosts and machines as licences see them. */
export interface Estate {
  readonly hosts: readonly EstateHost[];
  readonly vcpuCount: Float64Array;
  /** Host of each machine. */
  readonly hostOf: Int32Array;
  /** One bit a software, see `runs`. */
  readonly software: Uint8Array;
  readonly claimedTib: number;
}

export interface EstateHost {
  readonly socketCount: number;
  readonly coresPerSocket: number;
  readonly memoryGib: number | null;
  /** Machines move within their cluster, never beyond. */
  readonly cluster: number;
}

/** The bit of a software in a mask. */
export const bitOf = (which: Software) => 1 << software.indexOf(which);

export const runs = (mask: number, which: Software) => (mask & bitOf(which)) !== 0;

/** Like hosts, filled in turn: machines of one kind are spread as evenly as they can be. */
export function estateOfNumbers(numbers: PlainNumbers): Estate {
  const { hosts, socketsPerHost, coresPerSocket, machines } = numbers;
  const host = { socketCount: socketsPerHost, coresPerSocket, memoryGib: null, cluster: 0 };
  const mask = new Uint8Array(machines);
  const { windows, rhel, sles, sql, oracle } = numbers;
  mark(mask, 0, windows, 'windows');
  mark(mask, windows, windows + rhel, 'rhel');
  mark(mask, windows + rhel, windows + rhel + sles, 'sles');
  mark(mask, 0, sql, 'sql');
  mark(mask, machines - oracle, machines, 'oracle');
  return {
    hosts: Array.from({ length: hosts }, () => host),
    vcpuCount: new Float64Array(machines).fill(numbers.vcpusPerMachine),
    hostOf: Int32Array.from({ length: machines }, (_, row) => row % Math.max(1, hosts)),
    software: mask,
    claimedTib: numbers.claimedTib,
  };
}

function mark(mask: Uint8Array, from: number, until: number, which: Software) {
  for (let row = Math.max(0, from); row < Math.min(until, mask.length); row++) {
    mask[row] = at(mask, row) | bitOf(which);
  }
}

export const machinesWith = (estate: Estate, which: Software) =>
  estate.software.reduce((sum, mask) => sum + (runs(mask, which) ? 1 : 0), 0);

export type Movement = Pick<LicensingPolicy, 'mobility'> & { readonly tolerate: number };

/**
 * The most machines with a software that each host may have to run at once. A host that none may come to has 0.
 * Where terms know no binding within a cluster, machines count as moving.
 */
export function peaksOf(
  estate: Estate,
  which: Software,
  reach: Terms['reach'],
  { mobility, tolerate }: Movement,
): Int32Array {
  const peaks = new Int32Array(estate.hosts.length);
  estate.hostOf.forEach((host, row) => {
    if (host >= 0 && runs(at(estate.software, row), which)) peaks[host] = at(peaks, host) + 1;
  });
  if (mobility === 'bound' && reach !== 'cluster') return peaks;
  const inCluster = new Map<number, { machines: number; hosts: number }>();
  estate.hosts.forEach(({ cluster }, host) => {
    const sum = inCluster.get(cluster) ?? { machines: 0, hosts: 0 };
    inCluster.set(cluster, { machines: sum.machines + at(peaks, host), hosts: sum.hosts + 1 });
  });
  return peaks.map((own, host) => {
    const cluster = estate.hosts[host]?.cluster ?? 0;
    const { machines, hosts } = inCluster.get(cluster) ?? { machines: 0, hosts: 1 };
    if (machines === 0) return 0;
    if (mobility === 'anywhere') return machines;
    return Math.max(own, Math.ceil(machines / Math.max(1, hosts - tolerate)));
  });
}

/** What a product must cover in an estate. `isHostSystem`: every host runs it itself, with or without guests. */
export function scopeOf(
  terms: Terms,
  estate: Estate,
  movement: Movement,
  isHostSystem = false,
): Scope {
  const { covers, rule } = terms;
  const isOfHosts = rule.metric === 'core' || rule.metric === 'socket' || rule.metric === 'host';
  const isOfMachines = rule.metric === 'vm' || rule.metric === 'workload' || rule.metric === 'vcpu';
  return {
    hosts: isOfHosts
      ? groupHosts(estate, licensedPeaks(terms, estate, movement, isHostSystem), terms)
      : [],
    machines: isOfMachines
      ? groupMachines(estate, (mask) => covers === 'all' || runs(mask, covers))
      : [],
    claimedTib: rule.metric === 'tib' ? estate.claimedTib : 0,
    includedTib: 0,
  };
}

/** Peak of each host, or −1 for a host that needs no licence. */
function licensedPeaks(
  terms: Terms,
  estate: Estate,
  movement: Movement,
  isHostSystem: boolean,
): Int32Array {
  if (terms.covers === 'all') return new Int32Array(estate.hosts.length);
  const peaks = peaksOf(estate, terms.covers, terms.reach, movement);
  return isHostSystem ? peaks : peaks.map((peak) => (peak === 0 ? -1 : peak));
}

/** Groups the hosts that need licences; where the number of machines does not matter, it does not divide groups. */
export function groupHosts(estate: Estate, peaks: Int32Array, terms: Terms): HostGroup[] {
  const groups = new Map<string, HostGroup>();
  const matters = terms.guests !== null && terms.guests.count !== 'unlimited';
  estate.hosts.forEach(({ socketCount, coresPerSocket, memoryGib }, host) => {
    const machines = at(peaks, host);
    if (machines < 0) return;
    const key = [socketCount, coresPerSocket, memoryGib, matters ? machines : ''].join();
    const known = groups.get(key);
    groups.set(key, {
      hosts: (known?.hosts ?? 0) + 1,
      socketCount,
      coresPerSocket,
      memoryGib,
      machines: Math.max(known?.machines ?? 0, machines),
    });
  });
  return [...groups.values()];
}

/** Groups the machines that a mask chooses by their vCPUs, the smallest first. */
export function groupMachines(estate: Estate, isChosen: (mask: number) => boolean): MachineGroup[] {
  const counts = new Map<number, number>();
  estate.vcpuCount.forEach((vcpus, row) => {
    if (isChosen(at(estate.software, row))) counts.set(vcpus, (counts.get(vcpus) ?? 0) + 1);
  });
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([vcpuCount, machines]) => ({ machines, vcpuCount }));
}
