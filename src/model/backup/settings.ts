import type { Requirement } from './method.ts';

/** What the reader may choose about backups: one section of the scenario. */
export interface BackupSettings {
  readonly environment: BackupEnvironment;
  /** How much each point counts when several methods fit, 0…3. */
  readonly priorities: Readonly<Record<Priority, number>>;
  /** The first class that matches a machine takes it; `rest` takes what no class matches. */
  readonly classes: readonly BackupClass[];
  readonly rest: ClassRules;
  readonly chain: ChainPolicy;
  readonly window: WindowLimits;
  readonly restore: RestoreLimits;
  readonly copies: CopyPolicy;
  /** What is computed for while no fleet is given. */
  readonly sample: SampleFleet;
}

export interface BackupEnvironment {
  /** Id of a product of the rules; one that they do not know is asked about. */
  readonly product: string;
  readonly has: Readonly<Record<Requirement, boolean>>;
}

export const priorities = [
  'little-load',
  'no-agents',
  'whole-machine',
  'single-file',
  'small-copies',
  'any-product',
  'quick-return',
] as const;
export type Priority = (typeof priorities)[number];

export interface BackupNeeds {
  /** Data only, or the whole system with its operating system at once. */
  readonly unit: 'data' | 'system';
  /** The machine must keep running. */
  readonly online: boolean;
  readonly singleFile: boolean;
  /** Only what changed is to be copied. */
  readonly difference: boolean;
  /** The application itself must agree to the copy (databases). */
  readonly application: boolean;
  readonly rawDisk: boolean;
  /** Load on the hosts that is acceptable while backups run. */
  readonly hostLoad: 'none' | 'light' | 'heavy';
  /** What may be lost at most; null: no target. */
  readonly rpoSeconds: number | null;
  /** How soon one machine must be back; null: no target. */
  readonly rtoSeconds: number | null;
  readonly offsite: boolean;
  /** A copy that nobody can change or delete, against ransomware. */
  readonly immutable: boolean;
}

export interface ClassRules {
  readonly needs: BackupNeeds;
  /** A method's id; null: the one that ranks first. */
  readonly method: string | null;
  /** Share of the data that changes in a day. */
  readonly changePerDayRatio: number;
  /** What is left of the data after compression and deduplication: C of the formula. */
  readonly keptRatio: number;
  /** Time from one backup to the next. */
  readonly intervalSeconds: IntervalSeconds;
  readonly retentionDays: number;
}

/** An hour to a day: what divides a day. */
export const intervals = [3600, 7200, 10_800, 14_400, 21_600, 28_800, 43_200, 86_400] as const;
export type IntervalSeconds = (typeof intervals)[number];

export interface BackupClass extends ClassRules {
  readonly id: string;
  /** As the reader calls it; empty: the site's own name for its id. */
  readonly name: string;
  readonly match: ClassMatch;
}

/** All conditions given must hold; a list holds when one of its texts occurs in the label, upper or lower case. */
export interface ClassMatch {
  readonly os: readonly string[];
  readonly application: readonly string[];
  readonly environment: readonly string[];
  readonly folder: readonly string[];
  readonly cluster: readonly string[];
  readonly atLeastGib: number | null;
  readonly atMostGib: number | null;
  /** Machines named one by one; they belong to the class whatever else it says. */
  readonly names: readonly string[];
}

export interface ChainPolicy {
  /**
   * - `forever`: one full backup, later ones are merged into it;
   * - `synthetic`: a new full every few days, made in the repository;
   * - `active`: a new full every few days, read from the machines again.
   */
  readonly kind: 'forever' | 'synthetic' | 'active';
  readonly fullEveryDays: number;
  /** Full backups of different machines fall on different days. */
  readonly spreadFulls: boolean;
  /** Backups kept beyond the usual retention: one a week, a month, a year. */
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
  /** The repository's file system shares equal blocks between files. */
  readonly blockCloning: boolean;
  readonly growthPerYearRatio: number;
  readonly years: number;
}

export interface WindowLimits {
  /** Length of the time allowed, from the first start. */
  readonly seconds: number;
  readonly proxies: number;
  readonly coresPerProxy: number;
  readonly tasksPerCore: number;
  /** What one core processes (reading, deduplicating, compressing) of a full and of an incremental backup. */
  readonly fullMibPerSecondPerCore: number;
  readonly incrementalMibPerSecondPerCore: number;
  /** Machines of one host that are backed up at once. */
  readonly tasksPerHost: number;
  /** What one host may give to backups; null: not limited. */
  readonly hostMibPerSecond: number | null;
  readonly lanMibPerSecond: number | null;
  /** Share of the LAN that backups may take. */
  readonly lanRatio: number;
  /** What the machines' storage reads in all. */
  readonly storageMibPerSecond: number | null;
  readonly storageRatio: number;
  /** What the repository takes, after reduction. */
  readonly repositoryMibPerSecond: number | null;
  /** Share of the storage's throughput that the machines themselves use meanwhile; null: from the fleet. */
  readonly storageBusyRatio: number | null;
  /** Share of the jobs that fail and are run again. */
  readonly failureRatio: number;
}

export interface RestoreLimits {
  readonly fileGib: number;
  /** Looking for the backup, mounting it. */
  readonly prepareSeconds: number;
  /** From the start of a machine that runs from its backup until it serves. */
  readonly bootSeconds: number;
  /** Machines that may run from their backups at once. */
  readonly instantAtOnce: number;
  readonly streams: number;
  readonly streamMibPerSecond: number;
  /** Reading from the repository; null: not limited. */
  readonly repositoryMibPerSecond: number | null;
  readonly storageMibPerSecond: number | null;
  /** Installing a machine anew where only its data is saved; null: not known. */
  readonly rebuildSeconds: number | null;
  /** Rolling a volume back within the array. */
  readonly arraySeconds: number;
  /** Between two saves of a database's log. */
  readonly logSeconds: number;
}

export type Medium = 'disk' | 'object' | 'tape';

export interface CopyPolicy {
  readonly repositoryMedium: Medium;
  readonly repositoryImmutable: boolean;
  /** Another copy at another place. */
  readonly hasOffsite: boolean;
  readonly offsiteMedium: Medium;
  /** Offline, or unchangeable for a time. */
  readonly offsiteImmutable: boolean;
  /** Line to the other place; null: not known. */
  readonly linkMegabits: number | null;
  readonly linkHours: number;
  /** Backups are restored on trial, and found without error. */
  readonly verified: boolean;
}

export interface SampleFleet {
  readonly machines: number;
  readonly usedGib: number;
  readonly hosts: number;
}
