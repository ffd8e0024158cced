import { at } from '../columns.ts';
import type { ConsolidationImpossible, ConsolidationPlan } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { Demand, ResourceDemand } from '../consolidation/demand.ts';
import { demandKey } from '../consolidation/demand.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type DemandCache } from '../consolidation/question.ts';
import type { Selection } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { type Quantiles, quantilesOf } from '../uncertainty/quantiles.ts';
import {
  type Future,
  type Outcome,
  type Sample,
  sampleSteps,
  type TornadoBar,
} from '../uncertainty/sample.ts';
import { worstCpuResponse } from './perform.ts';

export type SpreadInput = 'level' | 'growth' | 'efficiency' | 'peaks';
/** Hosts that the fleet needs; worst response time on the hosts that were planned. */
export type SpreadFigure = 'hosts' | 'response';

export interface PlanSpread {
  readonly kind: 'spread';
  readonly hosts: Quantiles;
  readonly response: Quantiles;
  /** Where everything is as is likely. */
  readonly likely: Readonly<Record<SpreadFigure, number | null>>;
  /** How many draws came to each number of hosts, ascending. */
  readonly hostCounts: readonly { readonly hosts: number; readonly draws: number }[];
  readonly tornado: readonly TornadoBar<SpreadInput, SpreadFigure>[];
  readonly seed: number;
}

/**
 * How many hosts are needed, and how slow the planned ones become, if the inputs are off by what the reader thinks
 * possible. Every draw is planned for real (first plans without improvement, the likely one too, so that they compare).
 */
export function* planSpreadSteps(
  fleet: Fleet,
  given: Scenario,
): Generator<PlanProgress, PlanSpread | ConsolidationImpossible, boolean> {
  const scenario: Scenario = { ...given, effort: 0 };
  const cache: DemandCache = { last: null };
  const plan = yield* planSteps(fleet, scenario, cache);
  if (plan.kind === 'impossible') return plan;
  if (cache.last === null) throw new Error('a plan without a demand');
  const { selection, demand } = cache.last;
  const base: Base = { fleet, scenario, plan, selection, demand };
  const { draws, ...spreads } = scenario.performance.spreads;
  const steps = sampleSteps<SpreadInput, SpreadFigure>({
    spreads,
    figures: ['hosts', 'response'],
    count: draws,
    seed: scenario.seed,
    evaluate: (future) => evaluate(base, future),
  });
  let step = steps.next(false);
  while (!step.done) {
    const isStopped: boolean = yield { step: 'checking', doneRatio: step.value };
    step = steps.next(isStopped);
  }
  const likely = runToEnd(
    evaluate(base, {
      level: spreads.level.likely,
      growth: spreads.growth.likely,
      efficiency: spreads.efficiency.likely,
      peaks: spreads.peaks.likely,
    }),
  );
  return answered(step.value, likely, scenario.seed);
}

function runToEnd<Value>(steps: Generator<number, Value, boolean>): Value {
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

const known = (value: number) => (Number.isFinite(value) ? value : null);

function answered(
  sample: Sample<SpreadInput, SpreadFigure>,
  likely: Outcome<SpreadFigure>,
  seed: number,
): PlanSpread {
  const counts = new Map<number, number>();
  for (const hosts of sample.figures.hosts) {
    if (Number.isFinite(hosts)) counts.set(hosts, (counts.get(hosts) ?? 0) + 1);
  }
  return {
    kind: 'spread',
    hosts: quantilesOf(sample.figures.hosts),
    response: quantilesOf(sample.figures.response),
    likely: { hosts: known(likely.hosts), response: known(likely.response) },
    hostCounts: [...counts].sort(([a], [b]) => a - b).map(([hosts, draws]) => ({ hosts, draws })),
    tornado: sample.tornado,
    seed,
  };
}

interface Base {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
  readonly plan: ConsolidationPlan;
  readonly selection: Selection;
  readonly demand: Demand;
}

function* evaluate(
  base: Base,
  future: Future<SpreadInput>,
): Generator<number, Outcome<SpreadFigure>, boolean> {
  const { fleet, plan, selection } = base;
  const scenario = withEfficiency(base.scenario, future.efficiency);
  const cache: DemandCache = {
    last: { key: demandKey(scenario), selection, demand: changedDemand(base, future) },
  };
  const steps = planSteps(fleet, scenario, cache);
  let step = steps.next(false);
  while (!step.done) {
    yield step.value.doneRatio;
    step = steps.next(false);
  }
  return {
    hosts: step.value.kind === 'planned' ? step.value.hosts : Infinity,
    response: worstCpuResponse(buildQuestion(fleet, scenario, cache), plan),
  };
}

/** The product's efficiency times a factor; never better than the physical machine. */
function withEfficiency(scenario: Scenario, factor: number): Scenario {
  const { capacity } = scenario;
  const { overhead } = capacity;
  const { cpu } = overhead.paths;
  const oneVmRatio = Math.min(1, (cpu.oneVmRatio ?? 1) * factor);
  const paths = { ...overhead.paths, cpu: { ...cpu, oneVmRatio } };
  return { ...scenario, capacity: { ...capacity, overhead: { ...overhead, paths } } };
}

const varying: ReadonlySet<string> = new Set(['cpu', 'iops', 'throughput', 'network']);

/** The plan's demand as one future has it. */
function changedDemand({ fleet, scenario, selection, demand }: Base, future: Future<SpreadInput>) {
  const { growthPerYearRatio, growthYears } = scenario.demand;
  const grown = (1 + growthPerYearRatio + future.growth) / (1 + growthPerYearRatio);
  const growth = Math.max(0, grown) ** growthYears;
  const resources = demand.resources.map((own): ResourceDemand => {
    if (!varying.has(own.resource)) return { ...own, values: own.values.map((v) => v * growth) };
    const means = meansOf(own, selection.rows, fleet.use[own.resource as 'cpu'].mean);
    const factor = growth * future.level;
    const values = own.values.map((value, index) => {
      const mean = at(means, Math.floor(index / own.slotCount));
      return Math.max(0, mean + (value - mean) * future.peaks) * factor;
    });
    return { ...own, values };
  });
  return { ...demand, resources };
}

/** Each workload's mean: of its slots, else as its source tells it; 0 where nothing is known, so all of it is peak. */
function meansOf({ slotCount, values }: ResourceDemand, rows: Int32Array, told: Float64Array) {
  return Float64Array.from(rows, (row, i) => {
    if (slotCount === 1) {
      const mean = at(told, row);
      return Number.isNaN(mean) ? 0 : Math.min(mean, at(values, i));
    }
    let sum = 0;
    for (let slot = 0; slot < slotCount; slot++) sum += at(values, i * slotCount + slot);
    return sum / slotCount;
  });
}
