import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type PublicImpossible, publicObstacles } from '../survival/public-obstacles.ts';
import type { Availability, AvailabilityEstimate, OptionEstimate } from './answer.ts';
import type { ClosedForm } from './closed-form.ts';
import type { Measure } from './policy.ts';

/** The answer of `availability` as the command line prints it and the site downloads it. */
export type PublicAvailability = PublicAvailabilityEstimate | PublicImpossible;

export interface PublicAvailabilityEstimate {
  readonly kind: 'estimated';
  /** Hours a year without service, mean of all workloads. */
  readonly meanDownHours: number;
  readonly ci95: readonly [number, number] | null;
  readonly nines: number | null;
  /** The same mean without simulating; a sum of approximations, see `closedFormParts`. */
  readonly closedForm: number;
  readonly closedFormParts: ClosedForm;
  readonly years: number;
  readonly runs: number;
  readonly hosts: number;
  readonly workloads: number;
  readonly tolerates: number;
  readonly causes: OptionEstimate['causes'];
  readonly outagesPerYear: number;
  readonly hostUp: OptionEstimate['hostUpRatio'];
  readonly enoughHosts: OptionEstimate['enoughHostsRatio'];
  readonly downCostPerYear: number | null;
  readonly measures: readonly {
    readonly measure: Measure;
    readonly refused: string | null;
    readonly meanDownHours: number | null;
    readonly savedHours: number | null;
    readonly savedHoursCi95: readonly [number, number] | null;
    readonly savedCostPerYear: number | null;
    readonly netPerYear: number | null;
  }[];
  readonly services: AvailabilityEstimate['services'];
  readonly workloadHours: readonly { readonly workload: string; readonly downHours: number }[];
  readonly unknown: AvailabilityEstimate['unknown'];
  readonly seed: number;
}

export function publicAvailability(fleet: Fleet, answer: Availability): PublicAvailability {
  if (answer.kind === 'impossible') return publicObstacles(fleet, answer);
  const { base } = answer;
  return {
    kind: 'estimated',
    meanDownHours: base.downHours.mean,
    ci95: base.downHours.ci95,
    nines: base.nines,
    closedForm: base.closedForm.meanDownHours,
    closedFormParts: base.closedForm,
    years: answer.years,
    runs: answer.runs,
    hosts: base.hosts,
    workloads: answer.workloads,
    tolerates: base.tolerates,
    causes: base.causes,
    outagesPerYear: base.outagesPerYear,
    hostUp: base.hostUpRatio,
    enoughHosts: base.enoughHostsRatio,
    downCostPerYear: base.downCostPerYear,
    measures: answer.measures.map(({ measure, refused, option, savedHours, ...rest }) => ({
      measure,
      refused,
      meanDownHours: option?.downHours.mean ?? null,
      savedHours: savedHours?.mean ?? null,
      savedHoursCi95: savedHours?.ci95 ?? null,
      ...rest,
    })),
    services: answer.services,
    workloadHours: [...answer.downHoursOf.keys()]
      .filter((row) => !Number.isNaN(at(answer.downHoursOf, row)))
      .map((row) => ({
        workload: item(fleet.names, row),
        downHours: at(answer.downHoursOf, row),
      })),
    unknown: answer.unknown,
    seed: answer.seed,
  };
}
