import type { Note, Obstacle } from '../consolidation/answer.ts';
import type { FailoverCapacity } from './percentage.ts';
import type { CpuAndMemory } from './slots.ts';

export type AdmissionAnswer =
  | AdmissionComparison
  | {
      readonly kind: 'impossible';
      readonly reasons: readonly Obstacle[];
      readonly notes: readonly Note[];
      readonly seed: number;
    };

export const admissionKinds = ['none', 'slots', 'percentage', 'dedicated', 'proof'] as const;
export type AdmissionKind = (typeof admissionKinds)[number];

/** The ways to decide who may start, on the same hosts and the same machines in the same order. */
export interface AdmissionComparison {
  readonly kind: 'compared';
  readonly hostTypeIndex: Int32Array;
  /** Failures that are promised to be survived. */
  readonly failures: number;
  /** Machines that asked: the fleet, so many times. */
  readonly asked: number;
  readonly fleetCount: number;
  readonly rows: readonly AdmissionRow[];
  readonly notes: readonly Note[];
  readonly seed: number;
}

export interface AdmissionRow {
  readonly policy: AdmissionKind;
  readonly admitted: number;
  /** Failures that the policy promises to survive; null: it promises none. */
  readonly promised: number | null;
  /** After the worst loss of so many hosts: by reservations, whether machines can be started at all. */
  readonly startable: WorstRestart;
  /** By what the machines use in their worst hour, under the limit that holds while hosts are down. */
  readonly served: WorstRestart;
  /** Hosts that carry more than the limit of every day, with nothing failed. */
  readonly overfullHosts: number;
  readonly slots: {
    readonly slot: CpuAndMemory;
    readonly total: number;
    readonly used: number;
    readonly tolerates: number;
  } | null;
  readonly percentage: (FailoverCapacity & { readonly reservedRatio: number }) | null;
  /** Machines in a row that were refused when asking ended; null: all were asked. */
  readonly endedAfterRefusals: number | null;
}

export interface WorstRestart {
  readonly hosts: readonly number[];
  readonly slot: number | null;
  readonly lost: number;
  readonly restarted: number;
  /** Losses tried, and whether they are a sample. */
  readonly checkedCount: number;
  readonly isSample: boolean;
}
