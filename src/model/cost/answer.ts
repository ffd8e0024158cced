import type { Currency } from '../licensing/money.ts';
import type { Flow, Missing } from './flows.ts';
import type { EnergyUse } from './power.ts';
import type { Payback } from './present-value.ts';
import type { CostKind, Driver } from './settings.ts';

/** What staying and up to four options cost. All amounts are whole smallest units of `currency` (yen, cents). */
export interface CostAnswer {
  readonly currency: Currency;
  /** Digits after the point of an amount: 0 for yen, 2 for dollars. */
  readonly decimals: number;
  readonly years: number;
  readonly discountRatio: number;
  readonly tax: { readonly ratio: number; readonly isIncluded: boolean };
  readonly counted: readonly CostKind[];
  readonly notCounted: readonly CostKind[];
  readonly stay: OptionCost;
  readonly options: readonly OptionCost[];
  /** Id of the option (or `stay`) with the least present value; null where fewer than two are complete. */
  readonly cheapest: string | null;
  readonly uncertainty: Uncertainty | null;
  readonly seed: number;
}

export interface OptionCost {
  /** `stay`, or the option's own. */
  readonly id: string;
  readonly name: string;
  readonly hosts: HostSummary;
  /** Null where power or load of the hosts is not known. */
  readonly energy: EnergyUse | null;
  /** Complete: every amount that is counted has its price. */
  readonly isComplete: boolean;
  readonly missing: readonly Missing[];
  readonly lines: readonly CostLine[];
  /** Of what is known: start, then the end of each year. */
  readonly byYear: readonly number[];
  readonly cumulative: readonly number[];
  /** Of what is known. */
  readonly known: { readonly total: number; readonly npv: number };
  /** Null while something is missing. */
  readonly total: number | null;
  /** Present value of the costs; null while something is missing. */
  readonly npv: number | null;
  /** Against staying; null for staying itself, or while either side misses something. */
  readonly saving: Saving | null;
  /** Against staying, in ratios: 0.2 is a fifth of what staying takes. */
  readonly shrink: readonly Shrink[];
  /** What matters most, largest swing first; null while something is missing. */
  readonly tornado: readonly Swing[] | null;
}

export interface HostSummary {
  /** Null where nothing says how many there are. */
  readonly count: number | null;
  readonly coreCount: number | null;
  readonly rackUnits: number | null;
  readonly from: 'plan' | 'fleet' | 'typed' | 'unknown';
}

export interface CostLine {
  readonly kind: CostKind;
  readonly byYear: readonly number[];
  readonly total: number;
  /** The amounts that it is made of, each as the product that it is. */
  readonly parts: readonly CostPart[];
}

export interface CostPart extends Flow {
  readonly minor: number;
}

export interface Saving {
  readonly total: number;
  readonly npv: number;
  readonly byYear: readonly number[];
  readonly cumulative: readonly number[];
  readonly payback: Payback;
  readonly discountedPayback: Payback;
}

export const shrinkMeasures = ['hosts', 'cores', 'watts', 'licences', 'total'] as const;
export type ShrinkMeasure = (typeof shrinkMeasures)[number];

export interface Shrink {
  readonly measure: ShrinkMeasure;
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
}

/** What the answer becomes when one input is at the low and at the high end of its spread. */
export interface Swing {
  readonly driver: Driver;
  readonly lowRatio: number;
  readonly highRatio: number;
  /** The saving against staying where that is known, else the cost; as present value. */
  readonly low: number;
  readonly high: number;
}

export interface Uncertainty {
  readonly draws: number;
  readonly ranges: readonly {
    readonly id: string;
    /** Present value of the costs. */
    readonly npv: Quantiles;
    /** Of the saving against staying; null for staying, or where it is not known. */
    readonly saving: Quantiles | null;
    /** Share of the draws in which it costs least. */
    readonly cheapestRatio: number;
  }[];
}

/** Half of all draws are below p50, a tenth below p10, a tenth above p90. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}
