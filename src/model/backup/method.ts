/**
 * Ways to back up a machine, as rules: what one needs and what it gives. The entries are data (content/data/backup),
 * each with its source; this is only their form.
 */

/** What one backup brings back: files and databases, a virtual disk, or the machine with its configuration. */
export type BackupUnit = 'data' | 'disk' | 'machine';

/** `depends`: on the product or on the software that does it. `unknown`: the source does not say. */
export type Ability = 'yes' | 'no' | 'depends' | 'unknown';

/** Something that must be there before a method works at all. */
export const requirements = [
  'guest-software',
  'management-software',
  'image-software',
  'array-snapshot',
  'array-replication',
  'block-storage',
  'virtual-proxy',
] as const;
export type Requirement = (typeof requirements)[number];

export type HostLoad = 'none' | 'light' | 'heavy';

export interface BackupMethod {
  readonly id: string;
  /** Of the report's Table 4, or as it is done today. */
  readonly era: 'report' | 'today';
  readonly units: readonly BackupUnit[];
  /** The machine may run meanwhile. */
  readonly online: boolean;
  /** Copies only what changed. */
  readonly difference: Ability;
  readonly singleFile: Ability;
  readonly application: Ability;
  readonly rawDisk: Ability;
  /**
   * Products that it works with: all, nearly all, those with a snapshot function for backup, those that keep track of
   * changed blocks, or those named.
   */
  readonly products: 'any' | 'most' | 'snapshot' | 'tracking' | readonly string[];
  readonly needs: readonly Requirement[];
  /** Needed with some products only. */
  readonly mayNeed: readonly Requirement[];
  readonly hostLoad: HostLoad;
  /** What crosses the LAN: all that is read, what is left after reduction, or nothing. */
  readonly lan: 'raw' | 'reduced' | 'none';
  /** Writes to the backup repository; a copy within or between arrays does not. */
  readonly repository: boolean;
  /** Saves the logs of databases between two backups. */
  readonly logs: boolean;
  /** Starts a machine from its backup, and copies while it runs. */
  readonly instant: Ability;
  /** The copy lies at another place by its nature. */
  readonly offsite: boolean;
}

/** What a product can do for backups. */
export interface BackupProduct {
  readonly id: string;
  /** A snapshot function that backup software can use. */
  readonly snapshot: Ability;
  /** It knows which blocks changed since the last backup. */
  readonly tracking: Ability;
}

/** Speeds of the world that a reader starts from; each has its source in the data. */
export interface BackupRules {
  readonly methods: readonly BackupMethod[];
  readonly products: readonly BackupProduct[];
}
