/**
 * Checks a plan from scratch, sharing no code with the planner: reads the fleet's raw figures for the plain policy
 * (peaks, configured memory, no growth, no overhead) and adds them up by hand.
 */
import type { ConsolidationPlan } from '../../../src/model/consolidation/answer.ts';
import type { Fleet } from '../../../src/model/fleet/fleet.ts';
import type { HostType, Scenario } from '../../../src/model/scenario.ts';

interface Load {
  cpu: number;
  memory: number;
  vcpu: number;
  count: number;
}

const tolerance = 1 + 1e-6;

function limitOf(type: HostType, scenario: Scenario, inFailure: boolean): Load {
  const { capacity, failure } = scenario;
  const share = (target: number) => (inFailure ? Math.max(target, failure.targetRatio) : target);
  const cores = type.socketCount * type.coresPerSocket;
  return {
    cpu: cores * type.coreMhz * share(capacity.targetRatio.cpu) * (1 - capacity.headroomRatio),
    memory:
      (type.memoryGib - capacity.hostMemoryGib) *
      share(capacity.targetRatio.memory) *
      (1 - capacity.headroomRatio),
    vcpu: capacity.vcpusPerCore === null ? Infinity : cores * capacity.vcpusPerCore,
    count: capacity.vmsPerHost ?? Infinity,
  };
}

function demandOf(fleet: Fleet, row: number, scenario: Scenario): Load {
  return {
    cpu: fleet.use.cpu.max[row] as number,
    memory: (fleet.memoryConfiguredGib[row] as number) + scenario.capacity.vmMemoryGib,
    vcpu: fleet.vcpuCount[row] as number,
    count: 1,
  };
}

const fits = (load: Load, more: Load, limit: Load) =>
  load.cpu + more.cpu <= limit.cpu * tolerance &&
  load.memory + more.memory <= limit.memory * tolerance &&
  load.vcpu + more.vcpu <= limit.vcpu * tolerance &&
  load.count + more.count <= limit.count;

const plus = (a: Load, b: Load): Load => ({
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
  vcpu: a.vcpu + b.vcpu,
  count: a.count + b.count,
});

const nothing: Load = { cpu: 0, memory: 0, vcpu: 0, count: 0 };

function loadsOf(fleet: Fleet, scenario: Scenario, plan: ConsolidationPlan): Load[] {
  const loads = Array.from(plan.hostTypeIndex, () => nothing);
  plan.hostOf.forEach((host, row) => {
    if (host >= 0) loads[host] = plus(loads[host] as Load, demandOf(fleet, row, scenario));
  });
  return loads;
}

const typeAt = (scenario: Scenario, plan: ConsolidationPlan, host: number) =>
  scenario.hostTypes[plan.hostTypeIndex[host] as number] as HostType;

/** The first host that holds more than it may in normal operation; null where none does. */
export function overfilledHost(
  fleet: Fleet,
  scenario: Scenario,
  plan: ConsolidationPlan,
): number | null {
  const loads = loadsOf(fleet, scenario, plan);
  const host = loads.findIndex(
    (load, index) => !fits(nothing, load, limitOf(typeAt(scenario, plan, index), scenario, false)),
  );
  return host < 0 ? null : host;
}

/** Whether a loss can be re-placed at all, by trying every way; for small fleets. */
export function canSurvive(
  fleet: Fleet,
  scenario: Scenario,
  plan: ConsolidationPlan,
  lost: readonly number[],
): boolean {
  const loads = loadsOf(fleet, scenario, plan);
  const moving: Load[] = [];
  plan.hostOf.forEach((host, row) => {
    if (lost.includes(host)) moving.push(demandOf(fleet, row, scenario));
  });
  const survivors = loads.map((_, host) => host).filter((host) => !lost.includes(host));
  const place = (next: number): boolean => {
    const load = moving[next];
    if (load === undefined) return true;
    return survivors.some((host) => {
      const before = loads[host] as Load;
      if (!fits(before, load, limitOf(typeAt(scenario, plan, host), scenario, true))) return false;
      loads[host] = plus(before, load);
      const isDone = place(next + 1);
      loads[host] = before;
      return isDone;
    });
  };
  return place(0);
}
