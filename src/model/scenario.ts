import type { AvailabilityPolicy } from './availability/policy.ts';
import type { BackupSettings } from './backup/settings.ts';
import type { BalancingSettings } from './balancing/settings.ts';
import type { CostSettings } from './cost/settings.ts';
import type { FailoverPolicy } from './failover/failover-policy.ts';
import type { MeasuredResource } from './fleet/resources.ts';
import type { LicensingPolicy } from './licensing/policy.ts';
import type { MigrationSettings } from './migration/settings.ts';
import type { OverheadSet } from './performance/overhead-set.ts';
import type { PerformancePolicy } from './performance/policy.ts';
import type { DecisionPolicy } from './scoring/policy.ts';

/**
 * The one input of every tool beside the fleet: what the reader may choose. Plain data, so that it lives in the
 * address, in a project file and in a command's `--scenario`. Its Zod schema, defaults and migrations are in
 * `src/scenario/`; here is only what the model reads.
 */
export interface Scenario {
  readonly version: 1;
  /** Seed of everything random. */
  readonly seed: number;
  /** Candidate host types; at least one. */
  readonly hostTypes: readonly HostType[];
  readonly demand: DemandPolicy;
  readonly capacity: CapacityPolicy;
  readonly failure: FailurePolicy;
  /** What breaks, and by which rules the cluster recovers. */
  readonly failover: FailoverPolicy;
  readonly availability: AvailabilityPolicy;
  /** Improvement after the first plan, in units of work (see PackingOptions.effort). */
  readonly effort: number;
  /** Seeds that the improvement is tried with (seed, seed + 1, …); the best plan counts. */
  readonly seedCount: number;
  /**
   * Where the fleet says which host each workload runs on today: how many moves one host fewer is worth. Null plans
   * afresh, wherever workloads run.
   */
  readonly movesPerHost: number | null;
  /**
   * Failure domains (racks, sites) that the hosts stand in, as evenly as can be; 1: none are told apart. Of every set
   * of workloads that is to be apart or spread a domain holds no more than its share, rounded up.
   */
  readonly domainCount: number;
  readonly exclude: ExcludePolicy;
  readonly rules: PlacementRules;
  readonly migration: MigrationSettings;
  readonly balancing: BalancingSettings;
  readonly backup: BackupSettings;
  /** Prices and options of the total cost. */
  readonly cost: CostSettings;
  readonly performance: PerformancePolicy;
  readonly licensing: LicensingPolicy;
  /** What the reader wants of a product. */
  readonly decision: DecisionPolicy;
}

export interface HostType {
  readonly id: string;
  readonly name: string;
  readonly socketCount: number;
  readonly coresPerSocket: number;
  readonly coreMhz: number;
  readonly hasHyperThreading: boolean;
  /**
   * Work done per MHz relative to the machines that the fleet was measured on (1: the same). From a benchmark score
   * per core ÷ MHz of both generations, so that unlike CPUs compare.
   */
  readonly performancePerMhz: number;
  readonly memoryGib: number;
  /** Capacity of the storage that one host brings or is served with; null: storage is not what limits a host. */
  readonly diskGib: number | null;
  readonly diskIops: number | null;
  readonly diskMibPerSecond: number | null;
  /** Usable network of the host, all NICs for VM traffic together; null: not limited. */
  readonly networkMibPerSecond: number | null;
  readonly idleWatts: number | null;
  readonly fullWatts: number | null;
  readonly rackUnits: number | null;
  /** What one host costs, in any one currency; null where unknown. Decides between types. */
  readonly price: number | null;
  /** How many of this type may be used; null for any number. */
  readonly available: number | null;
}

/** What is not known of a host type that only its cores, clock and memory are told of: nothing of it limits or decides. */
export const untold = {
  diskGib: null,
  diskIops: null,
  diskMibPerSecond: null,
  networkMibPerSecond: null,
  idleWatts: null,
  fullWatts: null,
  rackUnits: null,
  price: null,
  available: null,
} satisfies Partial<HostType>;

export interface DemandPolicy {
  /**
   * Which figure of each workload counts.
   * - `peak`: its highest known use, all at the same moment (safe);
   * - `percentile`: a percentile of its profile (or its p95), all at the same moment;
   * - `coincident`: use slot by slot, so that workloads that peak at different hours share a host.
   */
  readonly kind: 'peak' | 'percentile' | 'coincident';
  /** 0…1; for `percentile`, and for folding days onto one another when slots are 24 or 168. */
  readonly percentileRatio: number;
  /** Slots that a profile is folded to: one typical day, one typical week, or every slot as measured. */
  readonly slots: 24 | 168 | 'all';
  /** Offset of the fleet's local time from UTC, for hours of the day and of the week (Japan: 9). */
  readonly utcOffsetHours: number;
  /** Configured memory, or what is really active (which needs a measured figure). */
  readonly memory: 'configured' | 'active';
  /** CPU use assumed, as a ratio of what is provisioned, where nothing was measured. Counted in the answer. */
  readonly assumedCpuRatio: number;
  readonly growthPerYearRatio: number;
  readonly growthYears: number;
}

export interface CapacityPolicy {
  /** Highest planned utilization of each resource in normal operation, 0…1 of the usable capacity. */
  readonly targetRatio: Readonly<Record<MeasuredResource, number>>;
  /** Share of every host's CPU and memory kept free on top, 0…1: for peaks, and for live migration. */
  readonly headroomRatio: number;
  /** Most vCPUs for each physical core; null: not limited. */
  readonly vcpusPerCore: number | null;
  /** Most VMs on one host; null: not limited. */
  readonly vmsPerHost: number | null;
  /** Largest VM that the product carries; null: not limited. */
  readonly largestVmVcpus: number | null;
  readonly largestVmMemoryGib: number | null;
  /** Memory that the hypervisor itself takes on every host. */
  readonly hostMemoryGib: number;
  /** Memory that the hypervisor takes for each VM, on top of what the VM has. */
  readonly vmMemoryGib: number;
  /** Gain of hyper-threading in throughput (0.2: a fifth more); 0 to count cores only. */
  readonly hyperThreadingGainRatio: number;
  /** Share of memory saved by page sharing among guests; 0: none. */
  readonly pageSharingRatio: number;
  /** Measured overhead and contention of the product, by resource. */
  readonly overhead: OverheadSet;
}

export interface FailurePolicy {
  /** Hosts that may fail at once with every workload restarted elsewhere: the k of N+k. */
  readonly tolerate: number;
  /** Highest utilization allowed on the surviving hosts while hosts are down. */
  readonly targetRatio: number;
  /** `spread`: every host carries load, with room left on each; `dedicated`: k hosts stay empty. */
  readonly spare: 'spread' | 'dedicated';
}

export interface ExcludePolicy {
  readonly poweredOff: boolean;
  readonly templates: boolean;
  /** Workloads left out by name. */
  readonly names: readonly string[];
}

export interface PlacementRules {
  /** Sets of workload names that must share a host. */
  readonly together: readonly (readonly string[])[];
  /** Sets of workload names of which no two may share a host. */
  readonly apart: readonly (readonly string[])[];
  /** Sets of workload names to spread over the failure domains, which may share hosts. */
  readonly spread: readonly (readonly string[])[];
  /** Workloads that run only on hosts of a group of their own, such as those that a licence was bought for. */
  readonly groups: readonly HostGroup[];
  /** Workload name → id of the only host type that it may use. */
  readonly pinned: Readonly<Record<string, string>>;
}

export interface HostGroup {
  readonly name: string;
  readonly workloads: readonly string[];
  /** Other workloads stay off these hosts. */
  readonly isExclusive: boolean;
}
