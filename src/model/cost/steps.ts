import type { Obstacle } from '../consolidation/answer.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Terms } from '../licensing/terms.ts';
import type { Scenario } from '../scenario.ts';
import type { CostAnswer } from './answer.ts';
import { cost, type NamedInput } from './cost.ts';
import { hostsToday, noHosts, typedHosts } from './hosts.ts';
import { billOf } from './option-bill.ts';
import { hostsOf, type PlanCache } from './option-hosts.ts';

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
