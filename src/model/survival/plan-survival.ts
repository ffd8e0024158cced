import { planSteps } from '../consolidation/consolidate.ts';
import { planHostNames } from '../consolidation/host-names.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type DemandCache } from '../consolidation/question.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import type { CleanCluster, Survival, SurvivalImpossible } from './answer.ts';
import { cleanCluster, packingWithoutSpares } from './clean-cluster.ts';
import { placedOf } from './placed.ts';
import { surviveSteps } from './survive.ts';

/** Plans a fleet and lets everything fail in it. */
export function* survivalSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache?: DemandCache,
): Generator<PlanProgress, Survival, boolean> {
  const plan = yield* planSteps(fleet, scenario, cache);
  if (plan.kind === 'impossible') return impossible(plan);
  const question = buildQuestion(fleet, scenario, cache);
  const { failures, racks } = scenario.availability;
  return yield* surviveSteps({
    question,
    placed: placedOf(question, plan),
    hostNames: planHostNames(plan, scenario),
    failures,
    racks,
  });
}

/** The smallest cluster on which all restarts after the failures asked for, and what would have to be added. */
export function* cleanClusterSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache?: DemandCache,
): Generator<PlanProgress, CleanCluster | SurvivalImpossible, boolean> {
  const plan = yield* planSteps(fleet, scenario, cache);
  if (plan.kind === 'impossible') return impossible(plan);
  const packing = yield* packingWithoutSpares(fleet, scenario, cache);
  if (packing === null) throw new Error('a fleet that was planned with spares cannot be without');
  const question = buildQuestion(fleet, scenario, cache);
  const { failures } = scenario.availability;
  return yield* cleanCluster(question, packing, placedOf(question, plan), failures);
}

const impossible = ({
  reasons,
  notes,
  seed,
}: Omit<SurvivalImpossible, 'kind'>): SurvivalImpossible => ({
  kind: 'impossible',
  reasons,
  notes,
  seed,
});
