/** What a live migration meets: the network, the product's limits, and what the fleet's list does not tell. */
export interface MigrationSettings {
  /** Entry of the product list that the figures below were taken from; empty for the reader's own. */
  readonly product: string;
  /** Which hosts: those that the fleet names, the plan's, or the former where they are fully known. */
  readonly hosts: 'auto' | 'today' | 'plan';
  readonly network: MigrationNetwork;
  /** Most that one migration may use; null: only the link limits it. */
  readonly capMibPerSecond: number | null;
  /** Migrations that may leave or enter one host at the same time. */
  readonly concurrentPerHost: number;
  /** Migrations in the whole cluster at the same time; null: only the hosts limit it. */
  readonly concurrentPerCluster: number | null;
  readonly downtimeLimitSeconds: number;
  readonly maxRounds: number;
  readonly whenNotConverging: NotConverging;
  readonly throttle: Throttle;
  /** How fast guests change their memory, for each GiB of it: unknown to every list of machines, so assumed. */
  readonly dirtyMibPerSecondPerGib: number;
  /** No guest changes its memory faster than this, however much it has. */
  readonly mostDirtyMibPerSecond: number;
  /** `local`: disks stand in the host and must be copied with the machine. */
  readonly storage: 'shared' | 'local';
  /** Whether the product copies disks of running machines. */
  readonly movesStorage: boolean;
  /** What reading and writing the disks allows, beside the network. */
  readonly storageMibPerSecond: number;
  /** Which CPUs a running machine may move between. */
  readonly cpu: 'identical' | 'vendor' | 'any';
  /** From the end of the evacuation until the host takes machines again. */
  readonly rebootSeconds: number;
  /** The one machine whose rounds are shown. */
  readonly machine: {
    readonly memoryGib: number;
    readonly dirtyMibPerSecond: number;
    readonly diskGib: number;
  };
  /** Names of machines that may not move, that use a device of their host, and whose disk is raw or local. */
  readonly stay: readonly string[];
  readonly devices: readonly string[];
  readonly localDisks: readonly string[];
}

export interface MigrationNetwork {
  readonly gigabitsPerSecond: number;
  /** What of the nominal rate carries memory: frames and protocols take the rest. */
  readonly usableRatio: number;
  /** `shared`: the machines' own traffic uses the link too. */
  readonly kind: 'dedicated' | 'shared';
  /** On a shared link, the share that migrations may take. */
  readonly shareRatio: number;
}

/**
 * What a product does when the copy does not catch up with the guest.
 * - `fail`: the migration is given up, the guest goes on where it is;
 * - `stop`: the guest is stopped for as long as the rest takes;
 * - `auto-converge`: the guest is slowed down until the copy catches up;
 * - `post-copy`: the guest goes on at the target, and fetches what is missing.
 */
export type NotConverging = 'fail' | 'stop' | 'auto-converge' | 'post-copy';

/** How auto-converge slows a guest down. */
export interface Throttle {
  /** A round that leaves more than this share of what it copied counts as not converging; */
  readonly triggerRatio: number;
  /** the first such round takes this share of the guest's CPU time, */
  readonly firstRatio: number;
  /** each further one so much more, */
  readonly stepRatio: number;
  /** up to this. */
  readonly mostRatio: number;
}
