import type { AdmissionPolicy } from '../admission/policy.ts';
import type { RecoveryPolicy } from '../recovery/policy.ts';

/** What the reader may choose about failures: which are tried, how often they come, what an outage costs. */
export interface AvailabilityPolicy {
  /** Hosts that fail at once, at most, when every failure is tried. */
  readonly failures: number;
  /** Racks that the hosts are dealt out to in turn; null: racks are not tried. */
  readonly racks: number | null;
  readonly admission: AdmissionPolicy;
  /** Length of one simulated run. */
  readonly years: number;
  /** Independent runs. */
  readonly runs: number;
  readonly host: FailureRate;
  /** Cards for the machines' network, in each host. Null mean time: cards are left out. */
  readonly card: CardPolicy;
  /** What all hosts depend on: storage controllers, switches, power feeds. */
  readonly shared: readonly SharedPart[];
  /** Crashes of a machine by itself. Null rate: left out. */
  readonly vm: {
    readonly crashesPerYear: number | null;
    /** Until it is up again, by whoever restarts it. */
    readonly downSeconds: number;
  };
  readonly restart: RestartPolicy;
  /** What an hour without one machine costs, in any one currency; null: unknown. */
  readonly costPerVmHour: number | null;
  readonly measures: readonly Measure[];
  readonly recovery: RecoveryPolicy;
}

export interface FailureRate {
  /** Mean operating time from repair to failure. */
  readonly mtbfHours: number;
  /** Mean time from failure to repair. */
  readonly mttrHours: number;
}

export interface CardPolicy {
  /** 1: single; 2 and more: teamed, one of them is enough. */
  readonly perHost: number;
  readonly mtbfHours: number | null;
  readonly mttrHours: number;
}

/** A part that exists several times, of which some are needed. All machines are down while fewer work. */
export interface SharedPart extends FailureRate {
  readonly name: string;
  readonly count: number;
  readonly needed: number;
}

/** From a host's failure to its machines' return. */
export interface RestartPolicy {
  /** From the failure to the first start: detection, declaration, fencing, locks. */
  readonly detectionSeconds: number;
  /** Machines that one host starts at the same time. */
  readonly startsPerHost: number;
  readonly bootSeconds: number;
  readonly applicationSeconds: number;
}

/** Something that could be bought or changed; compared with the cluster as it is, under the same failures. */
export type Measure =
  | { readonly kind: 'spare'; readonly hosts: number; readonly costPerYear: number | null }
  | { readonly kind: 'teaming'; readonly cards: number; readonly costPerYear: number | null }
  | {
      readonly kind: 'detection';
      readonly detectionSeconds: number;
      readonly costPerYear: number | null;
    }
  | { readonly kind: 'repair'; readonly mttrHours: number; readonly costPerYear: number | null };
