import { at, item } from '../columns.ts';
import type { SlotAxis } from '../consolidation/answer.ts';
import { type PublicImpossible, publicConsolidation } from '../consolidation/public-answer.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import {
  type Device,
  devices,
  type HostMore,
  type Performance,
  type PerformanceAnswer,
  type PerformanceNote,
  type Waited,
} from './answer.ts';
import { highest } from './highest.ts';
import type { MemoryPressure } from './memory-pressure.ts';

/**
 * The answer of `perform` as the command line prints it and the site downloads it: names in place of indexes, figures
 * to the millionth, null for what no number describes (overloaded; not limited; unknown).
 */
export type PublicPerformance = PublicPerformed | PublicImpossible;

export interface PublicPerformed {
  readonly kind: 'performed';
  readonly hosts: readonly PublicHost[];
  readonly worstHour: {
    readonly slot: number;
    readonly host: string;
    readonly waitsFor: Waited;
    readonly overloaded: boolean;
    readonly cpuUtilization: number | null;
    readonly readyShare: number | null;
    readonly stretch: number | null;
    readonly responseRatio: number | null;
  };
  readonly overloaded: readonly {
    readonly host: string;
    readonly resource: Waited | 'memory';
    readonly slot: number;
    readonly slots: number;
    readonly demand: number;
    readonly capacity: number;
  }[];
  readonly byHour: readonly {
    readonly slot: number;
    readonly meanStretch: number | null;
    readonly worstStretch: number | null;
    readonly worstHost: string;
    readonly overloadedHosts: number;
  }[];
  readonly moreVms: {
    readonly like: string | null;
    readonly vms: number | null;
    readonly vmsWithMemory: number | null;
  };
  readonly vms: readonly {
    readonly workload: string;
    readonly host: string;
    readonly readyShare: number | null;
    readonly responseRatio: number | null;
    readonly busiestSlot: number;
    readonly busiestResponseRatio: number | null;
  }[];
  readonly slots: SlotAxis;
  readonly overhead: string;
  readonly notes: readonly PerformanceNote[];
  readonly seed: number;
}

export interface PublicHost {
  readonly host: string;
  readonly vms: number;
  readonly vcpus: number;
  /** At the host's worst slot; null where it is overloaded then. */
  readonly cpuUtilization: number | null;
  readonly readyShare: number | null;
  readonly stretch: number | null;
  /** Response time ÷ that of the same work alone on a physical machine. */
  readonly responseRatio: number | null;
  readonly worstSlot: number;
  readonly meanCpuUtilization: number | null;
  readonly overloaded: boolean;
  readonly iops: PublicDevice | null;
  readonly throughput: PublicDevice | null;
  readonly network: PublicDevice | null;
  readonly memory: {
    readonly ratio: number;
    readonly wantedGib: number;
    readonly capacityGib: number;
    readonly sharedGib: number;
    readonly balloonedGib: number;
    readonly shortGib: number;
    readonly state: MemoryPressure['state'];
  };
  readonly moreVms: HostMore;
}

export interface PublicDevice {
  readonly utilization: number | null;
  readonly stretch: number | null;
  readonly worstSlot: number;
}

const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null);
const rounded = (value: number) => round(value) ?? 0;

export function publicPerformance(
  fleet: Fleet,
  scenario: Scenario,
  answer: PerformanceAnswer,
): PublicPerformance {
  if (answer.kind === 'impossible') {
    return publicConsolidation(fleet, scenario, answer) as PublicImpossible;
  }
  const { hostNames: names, worst, cpu, slots, more, vms } = answer;
  const worstIndex = worst.host * slots.slotCount + worst.slot;
  return {
    kind: 'performed',
    hosts: names.map((name, host) => publicHost(answer, name, host)),
    worstHour: {
      slot: worst.slot,
      host: item(names, worst.host),
      waitsFor: worst.waitsFor,
      overloaded: worst.isOverloaded,
      ...cpuFigures(cpu, worstIndex),
    },
    overloaded: answer.overloaded.map(({ host, resource, slot, slotCount, demand, capacity }) => ({
      host: item(names, host),
      resource,
      slot,
      slots: slotCount,
      demand: rounded(demand),
      capacity: rounded(capacity),
    })),
    byHour: answer.bySlot.map((summary) => ({
      slot: summary.slot,
      meanStretch: summary.meanStretch === null ? null : round(summary.meanStretch),
      worstStretch: summary.worstStretch === null ? null : round(summary.worstStretch),
      worstHost: item(names, summary.worstHost),
      overloadedHosts: summary.overloadedHosts,
    })),
    moreVms: {
      like: more.like === null ? null : item(fleet.names, more.like),
      vms: more.vms,
      vmsWithMemory: more.vmsWithMemory,
    },
    vms: fleet.names.flatMap((workload, row) =>
      at(answer.hostOf, row) < 0
        ? []
        : [
            {
              workload,
              host: item(names, at(answer.hostOf, row)),
              readyShare: round(at(vms.meanReadyRatio, row)),
              responseRatio: round(at(vms.meanResponse, row)),
              busiestSlot: at(vms.busiestSlot, row),
              busiestResponseRatio: round(at(vms.busiestResponse, row)),
            },
          ],
    ),
    slots,
    overhead: scenario.capacity.overhead.id,
    notes: answer.notes,
    seed: answer.seed,
  };
}

/** The processors' figures at one host and slot; all null where it is overloaded. */
function cpuFigures(cpu: Performance['cpu'], index: number) {
  const stretch = at(cpu.stretch, index);
  return {
    cpuUtilization: round(at(cpu.busy, index)),
    readyShare: Number.isFinite(stretch) ? rounded(1 - 1 / stretch) : null,
    stretch: round(stretch),
    responseRatio: round(at(cpu.response, index)),
  };
}

function publicHost(answer: Performance, name: string, host: number): PublicHost {
  const { cpu, slots, memory, more } = answer;
  const worstSlot = highest(cpu.busy, host, slots.slotCount);
  let sum = 0;
  for (let slot = 0; slot < slots.slotCount; slot++) {
    sum += at(cpu.busy, host * slots.slotCount + slot);
  }
  const own = item(memory, host);
  return {
    host: name,
    vms: at(answer.vmCount, host),
    vcpus: at(answer.vcpuCount, host),
    ...cpuFigures(cpu, host * slots.slotCount + worstSlot),
    worstSlot,
    meanCpuUtilization: round(sum / slots.slotCount),
    overloaded: answer.overloaded.some((overload) => overload.host === host),
    ...(Object.fromEntries(
      devices.map((device) => [device, publicDevice(answer, device, host)]),
    ) as Record<Device, PublicDevice | null>),
    memory: {
      ratio: rounded(own.ratio),
      wantedGib: rounded(own.wantedGib),
      capacityGib: rounded(own.capacityGib),
      sharedGib: rounded(own.sharedGib),
      balloonedGib: rounded(own.balloonedGib),
      shortGib: rounded(own.shortGib),
      state: own.state,
    },
    moreVms: item(more.hosts, host),
  };
}

function publicDevice(answer: Performance, device: Device, host: number): PublicDevice | null {
  const columns = answer.devices[device];
  const { slotCount } = answer.slots;
  if (columns === undefined || Number.isNaN(at(columns.busy, host * slotCount))) return null;
  const worstSlot = highest(columns.busy, host, slotCount);
  const index = host * slotCount + worstSlot;
  return {
    utilization: round(at(columns.busy, index)),
    stretch: round(at(columns.stretch, index)),
    worstSlot,
  };
}
