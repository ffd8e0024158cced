import type { Currency } from './money.ts';

/*
 * Licence terms as data. One rule has few parts: what is counted (its metric), minimums, packs, what one full set of
 * licences lets run, and where a machine may go without another licence. The entries with their sources are in
 * `content/data/licensing/`; here is what the model reads of them.
 */

/** What a product is for. `all`: every machine and host, as a hypervisor or a backup product. */
export const software = ['windows', 'rhel', 'sles', 'sql', 'oracle'] as const;
export type Software = (typeof software)[number];

export const layers = ['hypervisor', 'guest', 'database', 'storage', 'backup'] as const;
export type Layer = (typeof layers)[number];

/** The report's time, and ours. */
export type Era = '2008' | 'today';

export type Metric = 'core' | 'socket' | 'host' | 'vm' | 'vcpu' | 'workload' | 'tib' | 'none';

/** Every physical core of a host: VMware, Windows Server, SQL Server on a host, Oracle Database. */
export interface CoreRule {
  readonly metric: 'core';
  readonly minimumPerCpu: number;
  readonly minimumPerHost: number;
  /** Licences a core: Oracle's core factor; 1 otherwise. */
  readonly factor: number;
}

/** Every occupied socket of a host. */
export interface SocketRule {
  readonly metric: 'socket';
  /** Sockets that one licence covers (VI 3.5, RHEL: 2); the rest of a host is rounded up. */
  readonly socketsPerLicence: number;
  /** Cores of one CPU that one licence covers (vSphere 7: 32); null where cores do not count. */
  readonly coresPerSocketLicence: number | null;
  /** Cores of a whole host that one licence covers (OpenShift on bare metal: 128). */
  readonly coresPerHostLicence: number | null;
}

/** Every host, up to a size. */
export interface HostRule {
  readonly metric: 'host';
  readonly socketsPerLicence: number | null;
  readonly memoryGibPerLicence: number | null;
}

/** Machines: as guests (`vm`), or as what is protected (`workload`). Rounded up once for the whole order. */
export interface MachineRule {
  readonly metric: 'vm' | 'workload';
  readonly machinesPerLicence: number;
}

/** The virtual CPUs of each machine. */
export interface VcpuRule {
  readonly metric: 'vcpu';
  readonly minimumPerMachine: number;
  readonly vcpusPerLicence: number;
  readonly factor: number;
}

/** Raw storage, less what other licences of the same order include. */
export interface CapacityRule {
  readonly metric: 'tib';
}

/** Nothing to license. */
export interface FreeRule {
  readonly metric: 'none';
}

export type Rule =
  | CoreRule
  | SocketRule
  | HostRule
  | MachineRule
  | VcpuRule
  | CapacityRule
  | FreeRule;

/** Where and when a product's price stands. */
export interface Price {
  readonly currency: Currency;
  /** As the source says; `low` and `high` span the sources that differ. */
  readonly minor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
  /** Years of the subscription that this price is for; null where it does not depend on the term. */
  readonly termYears: number | null;
  readonly asOf: string;
}

export interface Terms {
  readonly id: string;
  /** Products that do the same; the cheapest legal mix is searched within a family. */
  readonly family: string;
  readonly era: Era;
  readonly layer: Layer;
  readonly covers: Software | 'all';
  readonly rule: Rule;
  /** Licences come in packs of this many. */
  readonly packSize: number;
  readonly minimumPerOrder: number;
  /**
   * Machines that one full licensing of a host lets run; a host may be licensed again for as many more where it is
   * stackable. Null for a product that is not about guests, and for licences of machines.
   */
  readonly guests: { readonly count: number | 'unlimited'; readonly isStackable: boolean } | null;
  /**
   * How far licences reach.
   * - `machine`: they go with their machine to any host;
   * - `affinity`: hosts that could run it, and a rule that binds machines to hosts is accepted as a limit;
   * - `cluster`: every host of the cluster, whatever rules bind (Oracle and soft partitioning).
   */
  readonly reach: 'machine' | 'affinity' | 'cluster';
  /** Support or Software Assurance must be bought with it. */
  readonly needsSupport: boolean;
  /** Only with these hypervisors (hard partitioning); null: any. */
  readonly onlyWith: readonly string[] | null;
  /** Most sockets of a host that may run it; null: not limited. */
  readonly largestHostSockets: number | null;
  /** Software that each host itself must be licensed for, because it is the hypervisor's own system. */
  readonly hostRuns: Software | null;
  /** Raw TiB of storage that each licence includes. */
  readonly includedTib: number;
  /** All hosts of a cluster must have the same edition. */
  readonly isUniform: boolean;
  /** Sources contradict each other on whether it is still sold. */
  readonly isSaleUncertain: boolean;
  readonly offer: Offer;
  readonly prices: readonly Price[];
}

/** How a price is meant: so much for so many licences, once or for each year or month. */
export interface Offer {
  readonly licences: number;
  readonly per: 'once' | 'year' | 'month';
  /** Support of a perpetual licence, a share of its price a year; null where not known, or included. */
  readonly supportRatioPerYear: number | null;
}
