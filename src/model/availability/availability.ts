import { at } from '../columns.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type DemandCache } from '../consolidation/question.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { clusterOf } from '../survival/cluster.ts';
import { placedOf } from '../survival/placed.ts';
import type { Availability, AvailabilityImpossible } from './answer.ts';
import type { RunFigures } from './model.ts';
import { modelOf, servicesOf, withMeasure } from './prepare.ts';
import { simulateRuns } from './runs.ts';
import { type PreparedAvailability, shardsOf, summarize } from './summary.ts';

/** Plans the cluster and makes everything ready to be simulated. */
export function* prepareSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache?: DemandCache,
): Generator<PlanProgress, PreparedAvailability | AvailabilityImpossible, boolean> {
  const plan = yield* planSteps(fleet, scenario, cache);
  if (plan.kind === 'impossible') {
    const { reasons, notes, seed } = plan;
    return { kind: 'impossible', reasons, notes, seed };
  }
  const question = buildQuestion(fleet, scenario, cache);
  const { rows } = question.selection;
  const placed: Placed = placedOf(question, plan);
  const cluster = clusterOf(question, placed);
  const { listed, more } = servicesOf(question, cluster);
  const policy = scenario.availability;
  const models = [modelOf(question, placed, policy, listed)];
  const measures: PreparedAvailability['measures'][number][] = [];
  for (const measure of policy.measures) {
    yield { step: 'checking', doneRatio: measures.length / policy.measures.length };
    const changed = withMeasure(question, placed, policy, measure);
    if ('refused' in changed) {
      measures.push({ measure, model: null, refused: changed.refused });
      continue;
    }
    measures.push({ measure, model: models.length, refused: null });
    models.push(modelOf(question, changed.placed, changed.policy, listed));
  }
  return {
    kind: 'prepared',
    models,
    measures,
    services: listed,
    moreServices: more,
    workloads: rows.length,
    rowsOf: cluster.itemsOf.map((items) => items.map((member) => at(rows, member))),
    fleetCount: fleet.count,
    notes: question.notes,
  };
}

/** All of it in one thread, shard by shard; may be stopped between the plan and the first figures only. */
export function* availabilitySteps(
  fleet: Fleet,
  scenario: Scenario,
  cache?: DemandCache,
): Generator<PlanProgress, Availability, boolean> {
  const prepared = yield* prepareSteps(fleet, scenario, cache);
  if (prepared.kind === 'impossible') return prepared;
  const shards = shardsOf(prepared, scenario);
  const figures: RunFigures[] = [];
  for (const { model, question } of shards) {
    yield { step: 'checking', doneRatio: figures.length / shards.length };
    figures.push(simulateRuns(model, question));
  }
  return summarize(prepared, scenario, figures);
}
