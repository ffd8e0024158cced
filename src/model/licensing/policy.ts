import type { Currency, Rates } from './money.ts';
import type { Software } from './terms.ts';

/** What a reader chooses about licences: one section of the scenario. Terms and prices are not in it. */
export interface LicensingPolicy {
  /** Product ids of the catalogue; null: not licensed here. */
  readonly hypervisor: string | null;
  readonly storage: string | null;
  readonly backup: string | null;
  /** A product's id, or the id of a family whose cheapest legal mix is searched; null: not licensed here. */
  readonly choices: Readonly<Record<Software, string | null>>;
  /** Years that amounts are for. */
  readonly years: number;
  /** Wanted subscription term; the nearest one that has a price is taken. */
  readonly termYears: number;
  /** Support of perpetual licences also where it is not mandatory. */
  readonly withSupport: boolean;
  /**
   * Where machines may go, and so which hosts need licences for them.
   * - `bound`: rules bind each to the host that the plan gives it;
   * - `failover`: they move within the cluster so that hosts stay evenly filled, also while `failure.tolerate` are down;
   * - `anywhere`: any host may have to carry all of its cluster's at once.
   */
  readonly mobility: 'bound' | 'failover' | 'anywhere';
  /** The estate in plain numbers; null: the plan of the fleet. */
  readonly numbers: PlainNumbers | null;
  /** Share of machines assumed to run a software where the fleet's labels are empty. */
  readonly assumedRatio: Readonly<Record<Software, number>>;
  /** Machines that run a software whatever their labels say, by name. */
  readonly named: Readonly<Record<Software, readonly string[]>>;
  readonly currency: Currency;
  /** Yen for one unit of a currency. */
  readonly rates: Rates;
  /** Added to the total; null: without tax. */
  readonly taxRatio: number | null;
  /** The reader's own prices, by product id, for the licences and the time that the product's offer names. */
  readonly quotes: Readonly<Record<string, Quote>>;
}

export interface Quote {
  readonly minor: number;
  readonly currency: Currency;
  readonly supportRatioPerYear: number | null;
}

/** An estate of like hosts and like machines. */
export interface PlainNumbers {
  readonly hosts: number;
  readonly socketsPerHost: number;
  readonly coresPerSocket: number;
  readonly machines: number;
  readonly vcpusPerMachine: number;
  readonly windows: number;
  readonly rhel: number;
  readonly sles: number;
  /** Of the Windows machines first. */
  readonly sql: number;
  /** Of the other machines first. */
  readonly oracle: number;
  /** Raw storage that the hypervisor's own storage claims. */
  readonly claimedTib: number;
}

/** One host of one core and no machine: what numbers start from where less is told than all of them. */
export const bareHost: PlainNumbers = {
  hosts: 1,
  socketsPerHost: 1,
  coresPerSocket: 1,
  machines: 0,
  vcpusPerMachine: 1,
  windows: 0,
  rhel: 0,
  sles: 0,
  sql: 0,
  oracle: 0,
  claimedTib: 0,
};
