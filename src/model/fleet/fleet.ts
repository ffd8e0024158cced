import type { MeasuredResource } from './resources.ts';

/**
 * A fleet: the workloads to place (physical servers to consolidate, or VMs that run today) and the hosts that they
 * run on now, as columns: row i of every column is the same workload. Unknown figures are NaN, never zero.
 *
 * An importer makes it; nothing changes it afterwards. It survives a structured clone as it is, and its typed arrays
 * can be transferred.
 */
export interface Fleet {
  /** What the reader knows it by: the file's name or the sample's. */
  readonly name: string;
  readonly count: number;
  /** Unique within the fleet: an importer tells duplicates apart by ' (2)', ' (3)' … and says so. */
  readonly names: readonly string[];
  readonly vcpuCount: Float64Array;
  /** CPU that the workload could use at most (MHz), as provisioned. */
  readonly cpuProvisionedMhz: Float64Array;
  readonly memoryConfiguredGib: Float64Array;
  /** Disk capacity that must exist for the workload (GiB): what is provisioned. */
  readonly diskProvisionedGib: Float64Array;
  readonly use: Readonly<Record<MeasuredResource, Use>>;
  readonly profile: Profile | null;
  /** One of `powerStates` for each workload, as its index. */
  readonly powerState: Uint8Array;
  /** 1 where the row is a template, a placeholder or another thing that never runs. */
  readonly isTemplate: Uint8Array;
  readonly labels: Readonly<Record<LabelName, Labels>>;
  readonly hosts: readonly ExistingHost[];
}

export const powerStates = ['on', 'off', 'suspended', 'unknown'] as const;
export type PowerState = (typeof powerStates)[number];

/** Figures of one resource's use, in its canonical unit; NaN where unknown. */
export interface Use {
  readonly mean: Float64Array;
  readonly p95: Float64Array;
  readonly max: Float64Array;
}

/**
 * Use over time. Slot s of workload w is `columns.cpu[w * slotCount + s]`; NaN where no sample exists.
 * A resource without a column has no profile at all.
 */
export interface Profile {
  readonly slotCount: number;
  readonly slotSeconds: number;
  /** Start of slot 0 in Unix seconds, or null for a profile without a date (a typical day or week). */
  readonly startEpochSeconds: number | null;
  readonly columns: Readonly<Partial<Record<MeasuredResource, Float64Array>>>;
}

/** Text columns, each text stored once: row i's text is `texts[index[i]]`; the empty text is unknown. */
export interface Labels {
  readonly texts: readonly string[];
  readonly index: Int32Array;
}

export const labelNames = [
  'os',
  'host',
  'cluster',
  'datacenter',
  'folder',
  'application',
  'environment',
  'affinityGroup',
  'antiAffinityGroup',
] as const;
export type LabelName = (typeof labelNames)[number];

/** A host that the fleet runs on today. Null where the source does not say. */
export interface ExistingHost {
  readonly name: string;
  readonly cluster: string;
  readonly cpuModel: string;
  readonly socketCount: number | null;
  readonly coreCount: number | null;
  readonly coreMhz: number | null;
  readonly hasHyperThreading: boolean | null;
  readonly memoryGib: number | null;
  readonly nicCount: number | null;
  readonly model: string;
}

export const labelAt = (labels: Labels, row: number) =>
  labels.texts[labels.index[row] as number] as string;
