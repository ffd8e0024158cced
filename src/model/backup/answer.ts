import type { ChainCounts } from './chain.ts';
import type { CopyCheck, OffsiteCopy } from './copies.ts';
import type { Night } from './jobs.ts';
import type { BackupNote } from './machines.ts';
import type { ManyReturn, RestoreTime } from './restore.ts';
import type { Bottleneck } from './schedule.ts';
import type { Verdict } from './selection.ts';

/** Which method for which machines, and what follows from it: space, window, return. */
export interface BackupAnswer {
  /** One for each class of the scenario in its order, then the rest. */
  readonly classes: readonly ClassAnswer[];
  readonly machines: number;
  readonly usedGib: number;
  /** The repository at its fullest in each year, the first year first. */
  readonly capacityGib: readonly number[];
  /** Nights in the order: everything for the first time, full backups, changes only. */
  readonly nights: readonly NightAnswer[];
  /** The night that decides: the longest that comes back regularly. */
  readonly decisive: Night;
  readonly windowSeconds: number;
  readonly bottleneck: Bottleneck;
  readonly holds: boolean;
  readonly timetable: Timetable;
  readonly trouble: Trouble;
  readonly response: Response;
  readonly restore: {
    /** The worst class. */
    readonly file: RestoreTime;
    readonly machine: RestoreTime;
    /** The host whose machines take longest. */
    readonly host: ManyReturn & { readonly name: string };
    readonly everything: ManyReturn;
  };
  /** Null where no copy at another place is planned. */
  readonly offsite: OffsiteCopy | null;
  readonly rule: readonly CopyCheck[];
  readonly notes: readonly BackupNote[];
}

export interface ClassAnswer {
  readonly id: string;
  readonly name: string;
  readonly machines: number;
  readonly usedGib: number;
  readonly largestGib: number;
  readonly verdicts: readonly Verdict[];
  /** Null: nothing fits, and the reader has chosen nothing. */
  readonly method: string | null;
  readonly isChosenByReader: boolean;
  readonly capacity: ClassCapacity | null;
  readonly loss: Loss;
  readonly file: RestoreTime | null;
  readonly machine: RestoreTime | null;
  readonly returns: 'met' | 'met-instantly' | 'missed' | 'unknown' | 'no-target';
}

/** What the class keeps in the repository; null for a method that does not use it. */
export interface ClassCapacity {
  readonly counts: ChainCounts;
  readonly dataGib: number;
  readonly keptRatio: number;
  readonly changeRatio: number;
  readonly sharesBlocks: boolean;
  /** By the closed formula, without growth. */
  readonly formulaGib: number;
  /** By simulation, with growth: the fullest moment of each month. */
  readonly monthsGib: readonly number[];
}

/** What may be lost: to the last backup, and to the last that was finished. */
export interface Loss {
  readonly seconds: number | null;
  readonly worstSeconds: number | null;
  /** `narrow`: met unless the failure comes while a backup runs. */
  readonly verdict: 'met' | 'narrow' | 'missed' | 'unknown' | 'no-target';
}

export interface NightAnswer {
  readonly night: Night;
  readonly jobs: number;
  readonly readGib: number;
  readonly seconds: number;
  readonly boundSeconds: number;
  readonly bottleneck: Bottleneck;
  /** Each limit's own bound, longest first. */
  readonly bounds: readonly { readonly by: Bottleneck; readonly seconds: number }[];
  readonly holds: boolean;
  /** Making full backups in the repository afterwards: no machine and no host feels it. */
  readonly syntheticSeconds: number | null;
}

/** The decisive night, for charts. */
export interface Timetable {
  /** One entry a job: the machine (index among the machines), its fleet row or −1, host, start and end. */
  readonly rows: Int32Array;
  readonly hosts: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly hostNames: readonly string[];
  /** Mean load in each of up to 120 equal parts of the night. */
  readonly load: readonly LoadPart[];
}

export interface LoadPart {
  readonly start: number;
  readonly end: number;
  readonly running: number;
  readonly readMibPerSecond: number;
  readonly lanMibPerSecond: number;
  readonly repositoryMibPerSecond: number;
}

export interface Trouble {
  /** Jobs that fail and run again after all others. */
  readonly failedJobs: number;
  readonly withRerunsSeconds: number;
  readonly rerunsHold: boolean;
  /** One backup server less for the whole night; null where there is only one. */
  readonly proxyLostSeconds: number | null;
}

/** How the storage's response time is stretched while backups run. */
export type Response =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly busyRatio: number;
      readonly duringRatio: number;
      /** Times the time without any load; null: overloaded. */
      readonly before: number | null;
      readonly during: number | null;
    };
