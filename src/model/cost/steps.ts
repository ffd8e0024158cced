import type { Consolidation, Obstacle } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Terms } from '../licensing/terms.ts';
import type { Scenario } from '../scenario.ts';
import type { CostAnswer } from './answer.ts';
import { cost, type NamedInput } from './cost.ts';
import { type HostFigures, hostsToday, noHosts, plannedHosts, typedHosts } from './hosts.ts';
import { type BillQuestion, billOf } from './option-bill.ts';
import type { CostOption } from './settings.ts';

/**
 * Plans that were made for a cost question, by the settings that they depend on: a price that changes needs no new
 * plan. Belongs to one fleet.
 */
export interface PlanCache {
  readonly plans: Map<string, Consolidation>;
}

/** More than the options of one question, and few enough to keep. */
const mostPlans = 8;

export interface CostOutcome {
  readonly cost: CostAnswer;
  /** Options whose fleet fits no hosts, with the reasons; their cost lacks everything that needs hosts. */
  readonly impossible: readonly {
    readonly option: string;
    readonly reasons: readonly Obstacle[];
  }[];
}

/**
 * What staying and each option of the scenario cost. Options that say no number of hosts take the plan of the fleet
 * under their own host type; without a fleet they must say one.
 */
export function* costSteps(
  fleet: Fleet | null,
  scenario: Scenario,
  terms: readonly Terms[],
  cache: PlanCache = { plans: new Map() },
): Generator<PlanProgress, CostOutcome, boolean> {
  const { cost: settings, hostTypes } = scenario;
  const workloads =
    settings.workloads ?? (fleet && selectWorkloads(fleet, scenario.exclude).rows.length);
  const options: NamedInput[] = [];
  const impossible: { option: string; reasons: readonly Obstacle[] }[] = [];
  for (const option of settings.options) {
    const found = yield* hostsOf(fleet, scenario, option, cache);
    if (found.reasons !== null) impossible.push({ option: option.id, reasons: found.reasons });
    const { id, name, products } = option;
    const { hosts, plan } = found;
    const bill =
      products &&
      settings.scope.licences &&
      billOf({ scenario, fleet, terms, products, hosts, workloads, plan });
    options.push({
      id,
      name,
      option,
      move: option,
      ageYears: 0,
      hosts,
      workloads,
      bill: bill || null,
    });
  }
  const { stay } = settings;
  const { count, hostType } = stay.hosts;
  const type = hostTypes.find(({ id }) => id === hostType);
  const { shape } = settings.energy;
  const today =
    count !== null
      ? typedHosts(count, stay.hosts, type, shape)
      : fleet === null
        ? noHosts
        : hostsToday(fleet, stay.hosts, shape);
  const { products } = stay;
  const bill =
    products &&
    settings.scope.licences &&
    billOf({ scenario, fleet, terms, products, hosts: today, workloads, plan: null });
  const base = { id: 'stay', name: '', option: stay, move: null, bill: bill || null } as const;
  return {
    cost: cost({
      settings,
      seed: scenario.seed,
      stay: { ...base, ageYears: stay.ageYears, hosts: today, workloads },
      options,
    }),
    impossible,
  };
}

interface Found extends Pick<BillQuestion, 'plan'> {
  readonly hosts: HostFigures;
  readonly reasons: readonly Obstacle[] | null;
}

function* hostsOf(
  fleet: Fleet | null,
  scenario: Scenario,
  { hosts: own }: CostOption,
  cache: PlanCache,
): Generator<PlanProgress, Found, boolean> {
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
  const { cost: _prices, licensing: _terms, ...planned } = scenario;
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
