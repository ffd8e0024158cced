import { at } from '../columns.ts';
import type { Scenario } from '../scenario.ts';
import type {
  AvailabilityEstimate,
  MeasureEstimate,
  OptionEstimate,
  ServiceEstimate,
} from './answer.ts';
import { closedForm } from './closed-form.ts';
import {
  convergence,
  estimate,
  figuresOf,
  hoursPerYear,
  mergeRuns,
  ninesOf,
  ratioOfRun,
} from './estimate.ts';
import type { AvailabilityModel, Metric, NamedService, RunFigures, RunQuestion } from './model.ts';
import type { Measure } from './policy.ts';

/** Stretches that the runs of an option are cut into, whoever simulates them: sums then never depend on threads. */
const shardCount = 16;

/** What is to be simulated, and what the answer will need beside the figures. */
export interface PreparedAvailability {
  readonly kind: 'prepared';
  /** The cluster as it is, then one for each measure that changes something. */
  readonly models: readonly AvailabilityModel[];
  /** Model of each measure, or why there is none. */
  readonly measures: readonly {
    readonly measure: Measure;
    readonly model: number | null;
    readonly refused: MeasureEstimate['refused'];
  }[];
  readonly services: readonly NamedService[];
  readonly moreServices: number;
  readonly workloads: number;
  /** Fleet rows of each piece. */
  readonly rowsOf: readonly (readonly number[])[];
  readonly fleetCount: number;
  readonly notes: AvailabilityEstimate['notes'];
}

/** A stretch of runs of one model. */
export interface Shard {
  readonly model: AvailabilityModel;
  readonly question: RunQuestion;
}

/** All stretches to simulate, a fixed number for each model. */
export function shardsOf({ models }: PreparedAvailability, scenario: Scenario): Shard[] {
  const { runs, years } = scenario.availability;
  const count = Math.min(shardCount, runs);
  return models.flatMap((model) =>
    Array.from({ length: count }, (_, shard) => ({
      model,
      question: {
        seed: scenario.seed,
        years,
        from: Math.floor((runs * shard) / count),
        to: Math.floor((runs * (shard + 1)) / count),
      },
    })),
  );
}

/**
 * How long workloads are down in a year, and what each measure would save, by simulating years of failures.
 *
 * @param figures of each shard, in the order of {@link shardsOf}
 */
export function summarize(
  prepared: PreparedAvailability,
  scenario: Scenario,
  figures: readonly RunFigures[],
): AvailabilityEstimate {
  const { runs, years, costPerVmHour } = scenario.availability;
  const shards = shardsOf(prepared, scenario);
  const merged = prepared.models.map((model) =>
    mergeRuns(figures.filter((_, index) => shards[index]?.model === model)),
  );
  const cost = (hours: number) =>
    costPerVmHour === null ? null : hours * prepared.workloads * costPerVmHour;
  const options = merged.map((run, index) => {
    const model = prepared.models[index] as AvailabilityModel;
    return optionOf(model, run, years, cost);
  });
  const base = options[0] as OptionEstimate;
  const baseRuns = merged[0] as RunFigures;
  const hours = (run: RunFigures) =>
    figuresOf(run, 'downSeconds').map((seconds) => hoursPerYear(seconds, years));
  return {
    kind: 'estimated',
    years,
    runs,
    hosts: base.hosts,
    workloads: prepared.workloads,
    base,
    convergence: convergence(hours(baseRuns)),
    measures: prepared.measures.map(({ measure, model, refused }): MeasureEstimate => {
      if (model === null) {
        return {
          measure,
          option: null,
          refused,
          savedHours: null,
          savedCostPerYear: null,
          netPerYear: null,
        };
      }
      const less = hours(merged[model] as RunFigures);
      const saved = estimate(hours(baseRuns).map((own, run) => own - at(less, run)));
      const savedCost = cost(saved.mean);
      const net =
        savedCost === null || measure.costPerYear === null ? null : savedCost - measure.costPerYear;
      return {
        measure,
        option: options[model] as OptionEstimate,
        refused,
        savedHours: saved,
        savedCostPerYear: savedCost,
        netPerYear: net,
      };
    }),
    downHoursOf: downHoursOf(prepared, baseRuns, years * runs),
    services: prepared.services.map((service, index): ServiceEstimate => {
      const seconds = at(baseRuns.downOfService, index) / runs;
      const { name, needs, workloads } = service;
      const downHours = hoursPerYear(seconds, years);
      return { name, needs, workloads, downHours, nines: ninesOf(ratioOfRun(seconds, years)) };
    }),
    moreServices: prepared.moreServices,
    unknown: unknownOf(scenario),
    notes: prepared.notes,
    seed: scenario.seed,
  };
}

function unknownOf({ availability }: Scenario): AvailabilityEstimate['unknown'] {
  const gaps = {
    card: availability.card.mtbfHours === null,
    shared: availability.shared.length === 0,
    vm: availability.vm.crashesPerYear === null,
    cost: availability.costPerVmHour === null,
  };
  return (['card', 'shared', 'vm', 'cost'] as const).filter((gap) => gaps[gap]);
}

function downHoursOf(
  { rowsOf, fleetCount }: PreparedAvailability,
  { downOfPiece }: RunFigures,
  years: number,
): Float64Array {
  const hours = new Float64Array(fleetCount).fill(Number.NaN);
  for (const [piece, rows] of rowsOf.entries()) {
    for (const row of rows) hours[row] = hoursPerYear(at(downOfPiece, piece), years);
  }
  return hours;
}

function optionOf(
  model: AvailabilityModel,
  run: RunFigures,
  years: number,
  cost: (hours: number) => number | null,
): OptionEstimate {
  const mean = (metric: Metric) => estimate(figuresOf(run, metric)).mean;
  const hours = (metric: Metric) => hoursPerYear(mean(metric), years);
  const downHours = estimate(
    figuresOf(run, 'downSeconds').map((seconds) => hoursPerYear(seconds, years)),
  );
  const nines = (value: number) => ninesOf(value / 8760);
  const { ci95 } = downHours;
  return {
    hosts: model.cluster.hostCount,
    tolerates: model.tolerates,
    downHours,
    nines: nines(downHours.mean),
    ninesCi95: ci95 && [nines(ci95[1]), nines(Math.max(0, ci95[0]))],
    causes: {
      restart: hours('restartSeconds'),
      waiting: hours('waitingSeconds'),
      network: hours('networkSeconds'),
      shared: hours('sharedSeconds'),
      crash: hours('crashSeconds'),
    },
    outagesPerYear: mean('outages') / years,
    hostFailuresPerYear: mean('hostFailures') / years,
    hostUpRatio: estimate(figuresOf(run, 'hostUpRatio')),
    enoughHostsRatio: estimate(figuresOf(run, 'enoughHostsRatio')),
    closedForm: closedForm(model),
    downCostPerYear: cost(downHours.mean),
  };
}
