import type { Currency, Rates } from '../licensing/money.ts';
import type { LicensingPolicy } from '../licensing/policy.ts';
import type { PowerShape } from './power.ts';

/** An amount as the reader writes it, in whole units of its currency (1,500,000 yen, 350.50 dollars). */
export interface Price {
  readonly amount: number;
  readonly currency: Currency;
}

/** The kinds of cost, in the order in which they are shown. */
export const costKinds = [
  'hardware',
  'support',
  'licences',
  'energy',
  'rack',
  'people',
  'backup',
  'migration',
  'leftover',
] as const;
export type CostKind = (typeof costKinds)[number];

/** What the total cost is to count, and at which prices. A price that is null is not known: it is asked for. */
export interface CostSettings {
  /** The currency of every result, and of the prices of host types. */
  readonly currency: Currency;
  /** Yen for one unit of a currency, as the reader says; null where no rate is given. */
  readonly rates: Rates;
  readonly years: number;
  /** Interest at which later money counts less; 0: it counts the same. */
  readonly discountRatio: number;
  readonly tax: { readonly ratio: number; readonly isIncluded: boolean };
  /** What is counted at all. What is not, is said beside the result. */
  readonly scope: Readonly<Record<CostKind, boolean>>;
  readonly energy: EnergySettings;
  readonly pricePerRackUnitYear: Price | null;
  readonly pricePerHour: Price | null;
  /** Virtual machines (or servers to consolidate); null: those of the fleet. */
  readonly workloads: number | null;
  /** Yearly rise of prices: 0.05 is five per cent. */
  readonly rise: { readonly licences: number; readonly energy: number; readonly people: number };
  /** How far each input may be from the truth, up and down (0.2: by a fifth), for the tornado and P10/P50/P90. */
  readonly spread: Readonly<Record<Driver, number>>;
  /** Draws for P10/P50/P90. */
  readonly draws: number;
  /** To stay as we are. */
  readonly stay: StayOption;
  /** What it is compared with: one to four. The first is the one that is asked about. */
  readonly options: readonly CostOption[];
}

export interface EnergySettings {
  readonly pricePerKwh: Price | null;
  /** Power of the whole site ÷ power of the machines (PUE). */
  readonly coolingFactor: number;
  readonly co2KgPerKwh: number | null;
  readonly shape: PowerShape;
}

/** What all options say, staying among them. */
export interface CommonOption {
  readonly hosts: OptionHosts;
  readonly hardware: {
    /** Null: the host type's own price. */
    readonly pricePerHost: Price | null;
    readonly supportPerHostYear: Price | null;
    readonly refreshYears: number;
  };
  /** Null: not said yet, so it is asked for; an empty list: none are needed. */
  readonly licences: readonly TypedLicence[] | null;
  /** Products of the catalogue, counted and priced by its terms and the quotes of the licence tool; null: none. */
  readonly products: LicensedProducts | null;
  readonly people: {
    readonly hoursPerHost: number | null;
    readonly hoursPerWorkload: number | null;
  };
  readonly backup: { readonly tib: number | null; readonly pricePerTibYear: Price | null };
}

export interface StayOption extends CommonOption {
  /** Age of today's hosts: they are replaced when they reach `refreshYears`. */
  readonly ageYears: number;
}

export interface CostOption extends CommonOption {
  readonly id: string;
  readonly name: string;
  readonly migration: { readonly fixed: Price | null; readonly perWorkload: Price | null };
  /** What today's contract still costs after the move, and for how many years. */
  readonly leftover: { readonly perYear: Price | null; readonly years: number };
}

export interface OptionHosts {
  /** Null: as many as the plan of the fleet needs; for staying: as many as the fleet runs on today. */
  readonly count: number | null;
  /** The only host type of the scenario that this option uses; null: any that the plan chooses. */
  readonly hostType: string | null;
  /** The rest in place of what the host type or the fleet says; null: as it says. */
  readonly socketCount: number | null;
  readonly coresPerSocket: number | null;
  readonly idleWatts: number | null;
  readonly fullWatts: number | null;
  readonly rackUnits: number | null;
  /** How busy the CPUs are on average, 0…1; null: as the plan says. */
  readonly busyRatio: number | null;
}

/** Products by their ids; null: not licensed here. */
export type LicensedProducts = Pick<
  LicensingPolicy,
  'hypervisor' | 'storage' | 'backup' | 'choices'
>;

/** A licence or subscription at the reader's own price. */
export interface TypedLicence {
  readonly name: string;
  readonly metric: 'fixed' | 'host' | 'socket' | 'core' | 'workload';
  readonly price: Price | null;
  /** `yearly`: a subscription; `once`: bought, with support every year as a ratio of the price. */
  readonly term: 'yearly' | 'once';
  readonly supportRatio: number;
}

/** Inputs that may be wrong, each at its own scale. */
export const drivers = [
  'hosts',
  'hostPrice',
  'supportPrice',
  'licencePrice',
  'power',
  'cooling',
  'electricityPrice',
  'rackPrice',
  'hours',
  'hourPrice',
  'backup',
  'migration',
  'leftover',
  'rate',
  'discount',
] as const;
export type Driver = (typeof drivers)[number];
