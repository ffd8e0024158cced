/**
 * Lets hosts fail and tries every way to place what ran on them, sharing no code with the planner: raw figures of the
 * fleet under the plain policy (CPU hour by hour, configured memory, no growth, no overhead).
 */
import type { Fleet } from '../../../src/model/fleet/fleet.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

interface Load {
  readonly cpu: number;
  readonly memory: number;
  readonly vcpu: number;
}

const slack = 1 + 1e-9;
const plus = (a: Load, b: Load): Load => ({
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
  vcpu: a.vcpu + b.vcpu,
});

/** The fewest workloads that any way of placing leaves without a host. */
export function fewestLeft(
  fleet: Fleet,
  scenario: Scenario,
  hostOf: ArrayLike<number>,
  { hosts, lost, hour }: { hosts: number; lost: readonly number[]; hour: number },
): number {
  const [type] = scenario.hostTypes;
  if (type === undefined || fleet.profile === null) throw new Error('not the plain policy');
  const { capacity, failure } = scenario;
  const cores = type.socketCount * type.coresPerSocket;
  const limit: Load = {
    cpu: cores * type.coreMhz * Math.max(capacity.targetRatio.cpu, failure.targetRatio),
    memory:
      (type.memoryGib - capacity.hostMemoryGib) *
      Math.max(capacity.targetRatio.memory, failure.targetRatio),
    vcpu: cores * (capacity.vcpusPerCore ?? Number.POSITIVE_INFINITY),
  };
  const slots = fleet.profile.slotCount;
  const demand = (row: number): Load => ({
    cpu: fleet.profile?.columns.cpu?.[row * slots + hour] as number,
    memory: (fleet.memoryConfiguredGib[row] as number) + capacity.vmMemoryGib,
    vcpu: fleet.vcpuCount[row] as number,
  });
  const loads: Load[] = Array.from({ length: hosts }, () => ({ cpu: 0, memory: 0, vcpu: 0 }));
  const moving: Load[] = [];
  for (let row = 0; row < fleet.count; row++) {
    const host = hostOf[row] as number;
    if (lost.includes(host)) moving.push(demand(row));
    else loads[host] = plus(loads[host] as Load, demand(row));
  }
  const survivors = [...loads.keys()].filter((host) => !lost.includes(host));
  const fits = (load: Load) =>
    load.cpu <= limit.cpu * slack &&
    load.memory <= limit.memory * slack &&
    load.vcpu <= limit.vcpu * slack;
  let best = moving.length;
  const place = (next: number, left: number) => {
    if (left >= best) return;
    const load = moving[next];
    if (load === undefined) {
      best = left;
      return;
    }
    for (const host of survivors) {
      const before = loads[host] as Load;
      const after = plus(before, load);
      if (!fits(after)) continue;
      loads[host] = after;
      place(next + 1, left);
      loads[host] = before;
    }
    place(next + 1, left + 1);
  };
  place(0, 0);
  return best;
}
