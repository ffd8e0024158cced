import type { Consolidation, Obstacle } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { type HostFigures, noHosts, plannedHosts, typedHosts } from './hosts.ts';
import type { BillQuestion } from './option-bill.ts';
import type { CommonOption } from './settings.ts';

/**
 * Plans that were made for a cost question, by the settings that they depend on: a price that changes needs no new
 * plan. Belongs to one fleet.
 */
export interface PlanCache {
  readonly plans: Map<string, Consolidation>;
}

/** More than the options of one question, and few enough to keep. */
const mostPlans = 8;

export interface FoundHosts extends Pick<BillQuestion, 'plan'> {
  readonly hosts: HostFigures;
  readonly reasons: readonly Obstacle[] | null;
}

/** The hosts of an option: as many as the reader says, else those of the plan of the fleet. */
export function* hostsOf(
  fleet: Fleet | null,
  scenario: Scenario,
  { hosts: own }: CommonOption,
  cache: PlanCache,
): Generator<PlanProgress, FoundHosts, boolean> {
  const { shape } = scenario.cost.energy;
  const chosen = scenario.hostTypes.filter(
    ({ id }) => own.hostType === null || id === own.hostType,
  );
  if (own.count !== null) {
    // Where several types may be meant, none is: the reader says what a typed host is.
    const type = chosen.length === 1 ? chosen[0] : undefined;
    return { hosts: typedHosts(own.count, own, type, shape), plan: null, reasons: null };
  }
  if (fleet === null) return { hosts: noHosts, plan: null, reasons: null };
  const asked = { ...scenario, hostTypes: chosen };
  const plan = yield* keptPlan(fleet, asked, cache);
  return plan.kind === 'planned'
    ? {
        hosts: plannedHosts(plan, chosen, own, shape),
        plan: { plan, types: chosen },
        reasons: null,
      }
    : { hosts: noHosts, plan: null, reasons: plan.reasons };
}

function* keptPlan(
  fleet: Fleet,
  scenario: Scenario,
  { plans }: PlanCache,
): Generator<PlanProgress, Consolidation, boolean> {
  const { cost: _prices, licensing: _terms, decision: _wishes, ...planned } = scenario;
  const key = JSON.stringify(planned);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const steps = planSteps(fleet, scenario);
  let wasStopped = false;
  for (let step = steps.next(false); ; step = steps.next(wasStopped)) {
    if (step.done) {
      // A plan that was stopped short is an answer, but not the answer.
      if (!wasStopped) keep(plans, key, step.value);
      return step.value;
    }
    wasStopped = (yield step.value) || wasStopped;
  }
}

function keep(plans: PlanCache['plans'], key: string, plan: Consolidation): void {
  if (plans.size >= mostPlans) {
    const [oldest = ''] = plans.keys();
    plans.delete(oldest);
  }
  plans.set(key, plan);
}
