import { at, item } from '../columns.ts';
import type { Question } from '../consolidation/question.ts';
import type { Scenario } from '../scenario.ts';
import type { HostMemoryAnswer, HostMore, MoreVms, Waited } from './answer.ts';
import { cpuLoad } from './cpu-load.ts';
import type { CpuType, HostDemand } from './host-columns.ts';
import { stretch } from './response-time.ts';

/** One more VM: what it asks for in each slot. */
export interface ExtraVm {
  readonly like: number | null;
  readonly vcpuCount: number;
  readonly memoryGib: number;
  /** By resource, one figure a slot of the plan's axis. */
  readonly demand: ReadonlyMap<string, Float64Array>;
}

/** The fleet's mean VM, or the one that the reader chose, as the plan counts its demand. */
export function extraVm({ fleet, scenario, selection, axis, placement }: Question): ExtraVm {
  const { moreLike, loadRatio } = scenario.performance;
  const { rows } = selection;
  const chosen = moreLike === null ? -1 : rows.findIndex((row) => fleet.names[row] === moreLike);
  const members = chosen < 0 ? Array.from(rows, (_, i) => i) : [chosen];
  const demand = new Map<string, Float64Array>();
  for (const { demand: own } of placement.limits) {
    const slots = new Float64Array(axis.slotCount);
    for (const member of members) {
      for (let slot = 0; slot < axis.slotCount; slot++) {
        const from = member * own.slotCount + (own.slotCount === 1 ? 0 : slot);
        slots[slot] = at(slots, slot) + (at(own.values, from) * loadRatio) / members.length;
      }
    }
    demand.set(own.resource, slots);
  }
  const growth = (1 + scenario.demand.growthPerYearRatio) ** scenario.demand.growthYears;
  const meanOf = (column: Float64Array) => {
    const known = members
      .map((member) => at(column, at(rows, member)))
      .filter((value) => !Number.isNaN(value));
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    like: chosen < 0 ? null : at(rows, chosen),
    vcpuCount: Math.max(1, meanOf(fleet.vcpuCount)),
    memoryGib: (meanOf(fleet.memoryConfiguredGib) + scenario.capacity.vmMemoryGib) * growth,
    demand,
  };
}

export interface MoreQuestion {
  readonly scenario: Scenario;
  readonly extra: ExtraVm;
  readonly cpu: HostDemand;
  readonly cpuTypes: readonly CpuType[];
  readonly devices: readonly HostDemand[];
  readonly memory: readonly HostMemoryAnswer[];
  readonly typeOf: Int32Array;
  readonly vcpuCount: Float64Array;
}

/** How much slower is 'too slow': the worst response time has doubled. */
const limit = 2;
/** More VMs than this on one host is no answer that anybody acts on. */
const mostVms = 1_000_000;

/** Adds VMs to one host until its worst response time doubles, for what they wait for first. */
export function moreOnHost(question: MoreQuestion, host: number): HostMore {
  const { memory, extra, scenario } = question;
  const { capacityGib, wantedGib } = item(memory, host);
  const memoryVms =
    extra.memoryGib > 0
      ? Math.max(0, Math.floor((capacityGib - wantedGib) / extra.memoryGib + 1e-9))
      : null;
  let vms: number | null = null;
  let by: HostMore['by'] = 'nothing';
  const consider = (waited: Waited, response: (count: number) => number) => {
    const most = lastBefore(response);
    if (most === null || (vms !== null && most >= vms)) return;
    vms = most;
    by = response(0) === Infinity ? 'overloaded' : waited;
  };
  consider('cpu', cpuResponse(question, host));
  for (const device of question.devices) {
    const capacity = device.capacities[at(question.typeOf, host)] ?? null;
    if (capacity === null) continue;
    consider(device.resource as Waited, (count) => {
      const demand = worstDemand(device, extra, host, count);
      const waiting = stretch(1, capacity.effective > 0 ? demand / capacity.effective : Infinity);
      return waiting.kind === 'overloaded' ? Infinity : waiting.factor;
    });
  }
  const perHost = scenario.capacity.vmsPerHost;
  return perHost === null || vms === null
    ? { vms, by, memoryVms }
    : { vms, by, memoryVms: Math.min(memoryVms ?? perHost, perHost) };
}

/** The response time that is worst over all slots. It grows with demand, so only the fullest slot is computed. */
function cpuResponse(question: MoreQuestion, host: number): (count: number) => number {
  const { cpu, cpuTypes, extra, scenario, typeOf, vcpuCount } = question;
  const type = item(cpuTypes, at(typeOf, host));
  return (count) =>
    cpuLoad({
      demandRatio: worstDemand(cpu, extra, host, count) / type.bareMhz,
      efficiency: type.efficiency,
      curve: type.capacity.curve,
      coreCount: type.coreCount,
      vcpuCount: at(vcpuCount, host) + count * extra.vcpuCount,
      overcommitLossRatio: scenario.performance.overcommitLossRatio,
    }).response;
}

function worstDemand(own: HostDemand, extra: ExtraVm, host: number, count: number): number {
  const more = extra.demand.get(own.resource);
  let worst = 0;
  for (let slot = 0; slot < own.slotCount; slot++) {
    const demand = at(own.values, host * own.slotCount + slot);
    worst = Math.max(worst, demand + count * (more === undefined ? 0 : at(more, slot)));
  }
  return worst;
}

/** The largest count whose response stays below twice that of none; null where none ever reaches it. */
function lastBefore(response: (count: number) => number): number | null {
  const start = response(0);
  if (start === Infinity) return 0;
  const isBelow = (count: number) => response(count) < limit * start;
  if (isBelow(mostVms)) return null;
  let [below, reached] = [0, 1];
  while (isBelow(reached)) [below, reached] = [reached, reached * 2];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (isBelow(middle)) below = middle;
    else reached = middle;
  }
  return below;
}

/** All hosts together: what one VM after another finds, each placed where there is room. */
export function moreInAll(like: number | null, hosts: readonly HostMore[]): MoreVms {
  const known = hosts.flatMap(({ vms, memoryVms }) => (vms === null ? [] : [{ vms, memoryVms }]));
  const isKnown = known.length === hosts.length && hosts.length > 0;
  return {
    like,
    hosts,
    vms: isKnown ? known.reduce((sum, { vms }) => sum + vms, 0) : null,
    vmsWithMemory: isKnown
      ? known.reduce((sum, { vms, memoryVms }) => sum + Math.min(vms, memoryVms ?? vms), 0)
      : null,
  };
}
