import type { ConsolidationImpossible, Note, SlotAxis, Step } from '../consolidation/answer.ts';
import type { MemoryPressure } from './memory-pressure.ts';

/** The answer to 'will it be fast enough': how busy a plan's hosts are, and what that does to response times. */
export type PerformanceAnswer = Performance | ConsolidationImpossible;

/** What work waits for at a single server: the disk path by operations or by bytes, the cards. */
export const devices = ['iops', 'throughput', 'network'] as const;
export type Device = (typeof devices)[number];
export type Waited = 'cpu' | Device;

/** Columns are host-major, `[host * slotCount + slot]`; Infinity in one of them means overloaded, never a number. */
export interface Performance {
  readonly kind: 'performed';
  readonly hosts: number;
  /** Names of the plan's hosts; those that stand today keep theirs. */
  readonly hostNames: readonly string[];
  readonly slots: SlotAxis;
  readonly hostOf: Int32Array;
  readonly hostTypeIndex: Int32Array;
  readonly cpu: {
    /** How busy the processors are, 0…1. */
    readonly busy: Float64Array;
    /** R/S: how much longer work takes than on this host alone. */
    readonly stretch: Float64Array;
    /** Response time ÷ that of the same work alone on a physical machine. */
    readonly response: Float64Array;
  };
  /** Devices that limit a host type and whose use is known; NaN on hosts of types that they do not limit. */
  readonly devices: Readonly<Partial<Record<Device, DeviceColumns>>>;
  readonly memory: readonly HostMemoryAnswer[];
  readonly vcpuCount: Float64Array;
  readonly vmCount: Int32Array;
  /** By fleet row; NaN for a workload that is left out. */
  readonly vms: VmColumns;
  readonly bySlot: readonly SlotSummary[];
  readonly worst: Worst;
  readonly overloaded: readonly Overload[];
  readonly more: MoreVms;
  readonly notes: readonly PerformanceNote[];
  /** How a host's processors and devices come to what they offer. */
  readonly because: readonly Step[];
  readonly seed: number;
}

export interface DeviceColumns {
  readonly busy: Float64Array;
  readonly stretch: Float64Array;
}

/** Memory at the host's worst slot. */
export interface HostMemoryAnswer extends MemoryPressure {
  readonly capacityGib: number;
  readonly wantedGib: number;
  readonly slot: number;
}

export interface VmColumns {
  /** Response time over all slots, weighted by what the VM does in each. */
  readonly meanResponse: Float64Array;
  readonly meanReadyRatio: Float64Array;
  /** Response time in the VM's own busiest slot. */
  readonly busiestResponse: Float64Array;
  readonly busiestSlot: Int32Array;
}

export interface SlotSummary {
  readonly slot: number;
  /** Stretch over all hosts that are not overloaded, weighted by their load; null where none has load. */
  readonly meanStretch: number | null;
  /** The slowest host; its stretch is null where it is overloaded. */
  readonly worstHost: number;
  readonly worstStretch: number | null;
  readonly overloadedHosts: number;
}

/** The worst hour of all hosts, by what work waits for longest. */
export interface Worst {
  readonly host: number;
  readonly slot: number;
  readonly waitsFor: Waited;
  readonly isOverloaded: boolean;
}

export interface Overload {
  readonly host: number;
  readonly resource: Waited | 'memory';
  /** The worst of its slots, and how many slots are overloaded. */
  readonly slot: number;
  readonly slotCount: number;
  /** In the resource's unit, at that slot; the capacity is what the host does when nothing is left free. */
  readonly demand: number;
  readonly capacity: number;
}

/** How many more VMs there can be until somebody's worst response time doubles. */
export interface MoreVms {
  /** The VM that was added: a fleet row, or null for one with the fleet's mean. */
  readonly like: number | null;
  readonly hosts: readonly HostMore[];
  /** The sum over all hosts; null where a VM of this kind asks for nothing. */
  readonly vms: number | null;
  /** How many of them the memory of the hosts holds as well. */
  readonly vmsWithMemory: number | null;
}

export interface HostMore {
  /** Null: nothing that can wait is asked for. */
  readonly vms: number | null;
  /** What doubles first; `overloaded` where the host is so already. */
  readonly by: Waited | 'overloaded' | 'nothing';
  readonly memoryVms: number | null;
}

export type PerformanceNote =
  | Note
  /** The chosen VM is not among those that are planned; one with the mean was added instead. */
  | { readonly kind: 'like-unknown'; readonly name: string }
  /** Nothing is known of the memory that these use, so ballooning takes nothing from them. */
  | { readonly kind: 'idle-memory-unknown'; readonly workloads: number };
