import type { Resource } from '../fleet/resources.ts';
import type { BoundArgument } from '../packing/problem.ts';

/** The answer to 'how many hosts'; a plan with its proof, or the reasons why there is none. */
export type Consolidation = ConsolidationPlan | ConsolidationImpossible;

export interface ConsolidationPlan {
  readonly kind: 'planned';
  /** All hosts to buy: those that carry load plus those kept free for failures. */
  readonly hosts: number;
  /** One entry a host type of the scenario, in its order. */
  readonly hostsByType: readonly { readonly id: string; readonly hosts: number }[];
  /** No plan under these rules needs fewer hosts. */
  readonly lowerBound: number;
  readonly boundBy: BoundArgument;
  /** (hosts − lowerBound) ÷ lowerBound; 0 means proven optimal. */
  readonly gap: number;
  /** What all hosts cost, where every candidate type has a price: then price, not number, decided the mix. */
  readonly cost: PlanCost | null;
  /** Workloads ÷ hosts. */
  readonly ratio: number;
  readonly binding: Binding;
  /** How many hosts may fail at once, proven by re-placing every loss. */
  readonly tolerates: number;
  readonly survival: Survival;
  readonly worstFailure: WorstFailure | null;
  /** Host of each planned workload: index into `hostTypeIndex`; −1 for a workload that is left out. Row = fleet row. */
  readonly hostOf: Int32Array;
  /** Scenario host type of each host. */
  readonly hostTypeIndex: Int32Array;
  /** What stays where it is and what moves; null for a plan afresh. */
  readonly kept: Kept | null;
  /** Failure domain of each host, from 0; null where none are told apart. */
  readonly domainOf: Int32Array | null;
  /** Host group of each host (index into the scenario's), −1 for none; null where there are no groups. */
  readonly groupOf: Int32Array | null;
  /** How full: `utilization[resource]`, host-major, `[host * slotCount + slot]` of the physical capacity (ratio). */
  readonly utilization: Readonly<Partial<Record<Resource, HostSlots>>>;
  /** Demand of the whole fleet by resource and slot against the capacity of all hosts. */
  readonly totals: Readonly<Partial<Record<Resource, ResourceTotals>>>;
  /** The same question answered the ways that others do, to show what they hide. */
  readonly comparison: Comparison;
  readonly before: Footprint | null;
  readonly after: Footprint;
  readonly slots: SlotAxis;
  readonly left: LeftOut;
  readonly notes: readonly Note[];
  readonly because: readonly Step[];
  readonly seed: number;
}

/** In the currency of the host types' prices. */
export interface PlanCost {
  readonly total: number;
  /** No plan under these rules costs less. */
  readonly lowerBound: number;
  /** (total − lowerBound) ÷ lowerBound. */
  readonly gap: number;
}

export interface ConsolidationImpossible {
  readonly kind: 'impossible';
  readonly reasons: readonly Obstacle[];
  readonly left: LeftOut;
  readonly notes: readonly Note[];
  readonly seed: number;
}

/** What drives the host count: the resource and, where it has a profile, the slot (null: the same all the time). */
export interface Binding {
  readonly resource: Resource;
  readonly slot: number | null;
  /** Fractional hosts that each resource alone would need, at its worst slot: the others' slack. */
  readonly hostsByResource: readonly {
    readonly resource: Resource;
    readonly slot: number | null;
    readonly hosts: number;
  }[];
}

export interface HostSlots {
  readonly slotCount: number;
  readonly ratio: Float32Array;
}

export interface ResourceTotals {
  readonly slotCount: number;
  readonly demand: Float64Array;
  /** What the planned hosts offer in all, physically and up to the target. */
  readonly physicalCapacity: number;
  readonly usableCapacity: number;
}

export interface SlotAxis {
  readonly slotCount: number;
  readonly slotSeconds: number;
  /** `day`: slot is hour of day; `week`: hour of week, Monday first; `time`: as measured; `none`: one slot. */
  readonly kind: 'none' | 'day' | 'week' | 'time';
  readonly startEpochSeconds: number | null;
}

/** The check that every loss of k hosts was re-placed for real. */
export interface Survival {
  readonly tolerate: number;
  /** How many sets of k hosts exist, and how many were re-placed (all, unless `isSample`). */
  readonly lossCount: number;
  readonly checkedCount: number;
  readonly isSample: boolean;
  readonly spare: 'none' | 'spread' | 'dedicated';
}

export interface WorstFailure {
  /** The hosts lost. */
  readonly hosts: readonly number[];
  /** Workloads that had to restart elsewhere. */
  readonly restarted: number;
  /** Workloads (fleet rows) that found no place: empty in a plan that tolerates it. */
  readonly unplaced: readonly number[];
  /** Fullest resource on any surviving host afterwards. */
  readonly fullest: {
    readonly resource: Resource;
    readonly slot: number | null;
    readonly ratio: number;
  };
}

/** A plan that goes on from where workloads run today. */
export interface Kept {
  /** Today's name of each planned host; null for a new one. */
  readonly names: readonly (string | null)[];
  /** In an order in which no host is ever filled beyond what it may hold. */
  readonly moves: readonly PlannedMove[];
  /** Workloads that reach their host in no order found, with what is short there (null: a rule stands against it). */
  readonly blocked: readonly {
    readonly workload: number;
    readonly to: string;
    readonly resource: Resource | null;
    readonly slot: number | null;
  }[];
  /** Hosts of today that the plan has no use for. */
  readonly freed: readonly string[];
  readonly stayCount: number;
  /** The plan afresh, put on today's hosts with as few moves as were found. */
  readonly fromScratch: { readonly hosts: number; readonly moves: number };
}

/** One live migration. */
export interface PlannedMove {
  /** Fleet row. */
  readonly workload: number;
  readonly from: string;
  readonly to: string;
  /** To a host only on the way: its own has no room before others have left it. */
  readonly isDetour: boolean;
}

export interface Comparison {
  /** Sum of demand ÷ capacity, rounded up: promises what no placement may reach. */
  readonly sumDivided: number;
  /** First-fit in the order of the list. */
  readonly firstFit: number | null;
  /** First-fit with the largest first. */
  readonly firstFitDecreasing: number | null;
  /** Hosts under the other demand policies, all else equal; null where it cannot be computed. */
  readonly byDemand: readonly {
    readonly kind: 'peak' | 'percentile' | 'coincident';
    readonly hosts: number | null;
  }[];
}

/** What a set of hosts weighs on the data centre; null where a host type does not say. */
export interface Footprint {
  readonly hosts: number;
  readonly coreCount: number | null;
  readonly memoryGib: number | null;
  readonly rackUnits: number | null;
  /** Electric power averaged over the slots. */
  readonly meanWatts: number | null;
  /** kWh in a year of 8,760 h at that power, without cooling. */
  readonly kwhPerYear: number | null;
}

export interface LeftOut {
  readonly poweredOff: number;
  readonly templates: number;
  readonly byName: number;
}

/** Something that the reader must know to trust the figure. */
export type Note =
  | { readonly kind: 'cpu-assumed'; readonly workloads: number; readonly ratio: number }
  | { readonly kind: 'use-unknown'; readonly resource: Resource; readonly workloads: number }
  | { readonly kind: 'peak-from-mean'; readonly resource: Resource; readonly workloads: number }
  | { readonly kind: 'memory-active-unknown'; readonly workloads: number }
  | { readonly kind: 'no-profile' }
  /** The reader wants few moves, and no workload says where it runs. */
  | { readonly kind: 'no-host-known' }
  /** Failure domains and host groups are rules for a plan afresh: nobody says which of today's hosts are which. */
  | { readonly kind: 'groups-need-fresh' }
  | { readonly kind: 'host-unknown'; readonly workloads: number }
  /** Hosts of today that are of no candidate type: whatever runs there moves. */
  | { readonly kind: 'hosts-go'; readonly hosts: number }
  | { readonly kind: 'host-type-assumed'; readonly hosts: number; readonly hostType: string }
  /** No spread of the load survived every loss, so the spare hosts stay empty instead. */
  | { readonly kind: 'spare-not-spread' }
  | { readonly kind: 'profile-partly'; readonly resource: Resource; readonly workloads: number }
  | { readonly kind: 'gaps-filled'; readonly resource: Resource; readonly slots: number }
  | { readonly kind: 'resource-not-limited'; readonly resource: Resource }
  | { readonly kind: 'overhead-clamped'; readonly path: string; readonly ratio: number }
  | { readonly kind: 'overhead-gap'; readonly path: string }
  | {
      readonly kind: 'name-unknown';
      readonly name: string;
      readonly rule: 'together' | 'apart' | 'spread' | 'groups' | 'pinned' | 'exclude';
    }
  | { readonly kind: 'above-provisioned'; readonly resource: Resource; readonly workloads: number };

/** Why nothing fits: always with the workload, the resource and the amount. */
export type Obstacle =
  | { readonly kind: 'no-workloads' }
  | { readonly kind: 'no-capacity'; readonly hostType: string; readonly resource: Resource }
  | {
      readonly kind: 'too-large';
      readonly workloads: readonly number[];
      readonly hostType: string;
      readonly resource: Resource;
      readonly slot: number | null;
      readonly demand: number;
      readonly capacity: number;
    }
  | {
      readonly kind: 'above-product-limit';
      readonly workload: number;
      readonly resource: 'vcpu' | 'memory';
      readonly demand: number;
      readonly limit: number;
    }
  | { readonly kind: 'together-and-apart'; readonly first: number; readonly second: number }
  | {
      readonly kind: 'too-many-in-domain';
      readonly workloads: readonly number[];
      /** So many of them the domains may hold (all together, or the one that they would share). */
      readonly most: number;
      readonly domains: number;
    }
  | { readonly kind: 'hosts-exhausted'; readonly workloads: readonly number[] }
  | { readonly kind: 'not-enough-spare'; readonly tolerate: number; readonly hostType: string };

/** One step of the computation of a usable capacity, for 'open the figure'. */
export type Step =
  | {
      readonly step: 'physical';
      readonly hostType: string;
      readonly resource: Resource;
      readonly value: number;
    }
  | {
      readonly step: 'hyper-threading';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'generation';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'hypervisor-memory';
      readonly hostType: string;
      readonly resource: Resource;
      readonly minus: number;
      readonly value: number;
    }
  | {
      readonly step: 'page-sharing';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'overhead';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'target';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'contention';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'headroom';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    }
  | {
      readonly step: 'vcpus-per-core';
      readonly hostType: string;
      readonly resource: Resource;
      readonly factor: number;
      readonly value: number;
    };
