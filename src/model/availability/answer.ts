import type { Note, Obstacle } from '../consolidation/answer.ts';
import type { ClosedForm } from './closed-form.ts';
import type { Estimate } from './estimate.ts';
import type { Measure } from './policy.ts';

export type Availability = AvailabilityEstimate | AvailabilityImpossible;

export interface AvailabilityImpossible {
  readonly kind: 'impossible';
  readonly reasons: readonly Obstacle[];
  readonly notes: readonly Note[];
  readonly seed: number;
}

export interface AvailabilityEstimate {
  readonly kind: 'estimated';
  readonly years: number;
  readonly runs: number;
  readonly hosts: number;
  readonly workloads: number;
  readonly base: OptionEstimate;
  /** How the mean settles, in hours a year. */
  readonly convergence: readonly {
    readonly runs: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly measures: readonly MeasureEstimate[];
  /** Hours a year without service of each workload, by fleet row; NaN for one that is left out. */
  readonly downHoursOf: Float64Array;
  readonly services: readonly ServiceEstimate[];
  /** Services beyond those listed. */
  readonly moreServices: number;
  /** What was left out because its rate is unknown. */
  readonly unknown: readonly ('card' | 'shared' | 'vm' | 'cost')[];
  readonly notes: readonly Note[];
  readonly seed: number;
}

export interface OptionEstimate {
  readonly hosts: number;
  readonly tolerates: number;
  /** Hours a year without service, mean of all workloads. */
  readonly downHours: Estimate;
  /** From the mean, and from the ends of its interval (fewest first); null where nothing was ever down. */
  readonly nines: number | null;
  readonly ninesCi95: readonly [number | null, number | null] | null;
  /** Hours a year by cause; overlaps count once in the whole, and twice here. */
  readonly causes: {
    readonly restart: number;
    readonly waiting: number;
    readonly network: number;
    readonly shared: number;
    readonly crash: number;
  };
  readonly outagesPerYear: number;
  readonly hostFailuresPerYear: number;
  /** For the check against what is exact. */
  readonly hostUpRatio: Estimate;
  readonly enoughHostsRatio: Estimate;
  readonly closedForm: ClosedForm;
  /** Cost of downtime in a year; null where the cost of an hour is unknown. */
  readonly downCostPerYear: number | null;
}

export interface MeasureEstimate {
  readonly measure: Measure;
  /** Null where it cannot be said, and why. */
  readonly option: OptionEstimate | null;
  readonly refused: 'card-unknown' | 'changes-nothing' | null;
  /** Hours a year that a workload is down less, run by run under the same failures. */
  readonly savedHours: Estimate | null;
  readonly savedCostPerYear: number | null;
  /** Saved cost less the measure's own; null where either is unknown. */
  readonly netPerYear: number | null;
}

export interface ServiceEstimate {
  readonly name: string;
  readonly needs: 'all' | 'any';
  readonly workloads: number;
  readonly downHours: number;
  readonly nines: number | null;
}
