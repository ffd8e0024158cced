import type { Note, Obstacle, SlotAxis } from '../consolidation/answer.ts';

/** What becomes of a cluster when hosts fail, in every hour; or why there is no cluster to ask about. */
export type Survival = SurvivalMap | SurvivalImpossible;

export interface SurvivalImpossible {
  readonly kind: 'impossible';
  readonly reasons: readonly Obstacle[];
  readonly notes: readonly Note[];
  readonly seed: number;
}

export interface SurvivalMap {
  readonly kind: 'checked';
  /** Scenario host type of each host. */
  readonly hostTypeIndex: Int32Array;
  readonly hostNames: readonly string[];
  /** Host of each workload, by fleet row; −1 for one that is left out. */
  readonly hostOf: Int32Array;
  readonly workloadCount: number;
  readonly slots: SlotAxis;
  /** Hosts that were asked to fail at once. */
  readonly failures: number;
  /** So many hosts may fail at once, in any hour, with every workload restarted: at most `failures`. */
  readonly tolerates: number;
  /** One for each number of hosts lost at once, from 1 to `failures`. */
  readonly levels: readonly LossLevel[];
  /** The loss of each rack, where hosts stand in several. */
  readonly racks: RackLosses | null;
  /** Workloads without a place when a host fails: `[host * slotCount + slot]`. */
  readonly byHost: Int32Array;
  /** Workloads without a place when two fail, in their worst hour: `[a * hostCount + b]`; null where not all were tried. */
  readonly byPair: Int32Array | null;
  /** Workloads (fleet rows) that do not restart in some checked loss, with how many of the losses and hours. */
  readonly unrestartable: readonly Unrestartable[];
  readonly notes: readonly Note[];
  readonly seed: number;
}

export interface Unrestartable {
  readonly row: number;
  /** Checked losses × hours in which it finds no place. */
  readonly cases: number;
}

export interface LossLevel {
  readonly failures: number;
  /** How many sets of so many hosts exist, and how many were re-placed (all, unless `isSample`). */
  readonly lossCount: number;
  readonly checkedCount: number;
  readonly isSample: boolean;
  /** Losses that leave a workload without a place in at least one hour. */
  readonly failedCount: number;
  /** Losses × hours that do. */
  readonly failedCases: number;
  readonly worst: WorstLoss;
}

export interface WorstLoss {
  readonly hosts: readonly number[];
  /** Null where the demand does not change with time. */
  readonly slot: number | null;
  /** Workloads that ran on the lost hosts. */
  readonly lost: number;
  /** Workloads (fleet rows) that find no place. */
  readonly unplaced: readonly number[];
  /** Proof: no way of placing leaves fewer. */
  readonly atLeast: number;
}

export interface RackLosses {
  readonly rackOf: Int32Array;
  readonly rackCount: number;
  /** `[rack * slotCount + slot]` */
  readonly byRack: Int32Array;
  readonly worst: WorstLoss;
}

/** The smallest cluster that restarts everything, and what each type of host would have to be added. */
export interface CleanCluster {
  readonly kind: 'found';
  /** Null where none was found within the hosts tried. */
  readonly smallest: { readonly hosts: number; readonly hostsByType: readonly number[] } | null;
  /** Hosts of the present cluster. */
  readonly present: number;
  /** One a host type of the scenario: how many of it, added to the present cluster, make it clean. */
  readonly extras: readonly ExtraHosts[];
  /** Index into `extras` of the cheapest; where a price is missing, of the fewest. Null where none helps. */
  readonly cheapest: number | null;
  readonly isByPrice: boolean;
}

export interface ExtraHosts {
  readonly hostType: string;
  /** 0 where the cluster is clean as it is; null where as many as were tried do not help. */
  readonly hosts: number | null;
  readonly triedUpTo: number;
  /** In the currency of the host types' prices; null where the price is unknown. */
  readonly price: number | null;
}
