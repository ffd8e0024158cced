import type { Resource } from '../fleet/resources.ts';
import type { UnknownTarget } from './compiled-incidents.ts';
import type { LogKind } from './recorder.ts';

/** The answer to 'what happens when it breaks'. */
export type FailoverAnswer = FailoverOutcome | FailoverImpossible;

/** Why there is no cluster to break. */
export type FailoverImpossible =
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'no-fleet' }
  | { readonly kind: 'hosts-unknown' }
  | { readonly kind: 'unknown-target'; readonly targets: readonly UnknownTarget[] };

export interface FailoverOutcome {
  readonly kind: 'simulated';
  readonly cluster: ClusterShape;
  /** Machines that were down at some time, in the order of the cluster. */
  readonly vms: readonly VmOutcome[];
  readonly unaffected: number;
  /** Machines that are down at the end of the time watched. */
  readonly notRestarted: number;
  /** From the first incident until the last machine that was down serves again; null where one does not. */
  readonly restartedAllSeconds: number | null;
  /** The same until the last guest is up: what the report measured. Null where no machine restarted, or one did not. */
  readonly guestsAllSeconds: number | null;
  /** No restart after a host's failure is faster than this: detection, declaration and one boot. */
  readonly leastSeconds: number;
  readonly classes: readonly ClassOutcome[];
  readonly hosts: readonly HostOutcome[];
  readonly timeline: readonly TimelineEntry[];
  readonly states: StateColumns;
  /** Machines whose host was taken over while it lived: they ran twice, on data that both may have written. */
  readonly ranTwice: number;
  readonly runs: number;
  readonly horizonSeconds: number;
  readonly notes: readonly FailoverNote[];
  readonly seed: number;
}

/** What a drawing of the cluster needs. */
export interface ClusterShape {
  readonly hostNames: readonly string[];
  readonly vmNames: readonly string[];
  readonly home: Int32Array;
  readonly classOf: Uint8Array;
  readonly rackOf: Int32Array;
}

export interface VmOutcome {
  /** Row in the cluster. */
  readonly vm: number;
  /** Within the time watched, all outages together. */
  readonly downSeconds: number;
  readonly ending: 'restarted' | 'recovered' | 'down';
  /** Host at the end. */
  readonly host: number;
  readonly ranTwice: boolean;
  /** Why it is down at the end; null where it is not. */
  readonly reason: DownReason | null;
}

/** Why a machine does not serve at the end of the time watched. */
export type DownReason =
  | { readonly kind: 'no-room'; readonly resource: Resource; readonly slot: number | null }
  /** No host that may act reaches the storage, or rules keep the machine off all of them. */
  | { readonly kind: 'no-host' }
  /** Its network is cut, and nobody reacts to that. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'storage-lost' }
  /** Its guest hangs, and nobody looks into guests. */
  | { readonly kind: 'hang-unnoticed' }
  /** It stopped, and the product does not start it again. */
  | { readonly kind: 'not-restarted' }
  | { readonly kind: 'attempts-exhausted' }
  /** It waits for machines of this class to answer. */
  | { readonly kind: 'waits-for'; readonly vmClass: string }
  /** Its host is down or cut off, and nobody takes it over. */
  | {
      readonly kind:
        | 'nobody-left'
        | 'no-quorum'
        | 'isolated'
        | 'manager-down'
        | 'fencing-impossible'
        | 'lost-race'
        | 'lock-held';
    }
  /** On its way when the time watched ended. */
  | { readonly kind: 'in-progress' };

export interface ClassOutcome {
  readonly id: string;
  readonly vms: number;
  readonly affected: number;
  readonly notRestarted: number;
  readonly rtoSeconds: number | null;
  /** Over all runs, of machines that were down and came back: half, 95 of 100, the longest; null where none did. */
  readonly p50Seconds: number | null;
  readonly p95Seconds: number | null;
  readonly worstSeconds: number | null;
  /** Share of outages, over all runs, longer than promised or without end; null where nothing was promised. */
  readonly missedRatio: number | null;
  /** Downtime of every machine that came back, over all runs, ascending. */
  readonly downSeconds: Float64Array;
  /** Outages over all runs that did not end. */
  readonly endless: number;
}

export interface HostOutcome {
  readonly isAlive: boolean;
  readonly vmsBefore: number;
  readonly vmsAfter: number;
  readonly before: HostLoad;
  readonly after: HostLoad;
}

export interface HostLoad {
  /** Fullest resource, of what the host offers in all; null where it carries nothing. */
  readonly fullest: {
    readonly resource: Resource;
    readonly slot: number | null;
    readonly ratio: number;
  } | null;
  /** How busy its processors are at their busiest. */
  readonly cpuRatio: number;
  /** How much longer work takes than alone; null: overloaded, or processors unknown. */
  readonly stretch: number | null;
}

export interface TimelineEntry {
  readonly atSeconds: number;
  readonly kind: LogKind;
  /** Place in the policy's incidents, a host or a machine of the cluster, by kind. */
  readonly incident: number | null;
  readonly host: number | null;
  readonly vm: number | null;
}

/** Every change of state of every machine, in order of time; codes as in `vmStates`. */
export interface StateColumns {
  readonly at: Float64Array;
  readonly vm: Int32Array;
  readonly state: Uint8Array;
  readonly host: Int32Array;
}

export type FailoverNote =
  | { readonly kind: 'unplaced'; readonly vms: number }
  /** The witness has a vote only where the number of hosts is even. */
  | { readonly kind: 'witness-without-vote' }
  /** Two hosts with a majority rule and no witness: the loss of one leaves none. */
  | { readonly kind: 'two-hosts-no-witness' }
  | { readonly kind: 'affinity-not-kept' };
