import type { Obstacle } from '../consolidation/answer.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Currency } from '../licensing/money.ts';
import { bareHost } from '../licensing/policy.ts';
import type { Terms } from '../licensing/terms.ts';
import type { Scenario } from '../scenario.ts';
import type { HostSummary } from './answer.ts';
import type { Missing } from './flows.ts';
import { distinct } from './gather.ts';
import { coreCountOf, type HostFigures, hostCountOf, typedHosts } from './hosts.ts';
import { type FoundHosts, hostsOf, type PlanCache } from './option-hosts.ts';
import { type Costing, costOf, type ProductCost, type ProductLicence } from './product-cost.ts';
import { decimalsOf } from './rates.ts';

/** What each product costs over the years on the same hosts. */
export type ProductCosts =
  /** Neither a fleet nor hosts are given: nothing can be counted. */
  | { readonly kind: 'no-hosts' }
  | { readonly kind: 'impossible'; readonly reasons: readonly Obstacle[] }
  | CostedProducts;

export interface CostedProducts {
  readonly kind: 'costed';
  readonly currency: Currency;
  /** Digits after the point of an amount: 0 for yen, 2 for dollars. */
  readonly decimals: number;
  readonly years: number;
  readonly discountRatio: number;
  readonly hosts: HostSummary;
  /** Machines on them; null where nothing says how many. */
  readonly workloads: number | null;
  /** What is not in the amounts because it is not known. It is so for every product alike, and decides nothing. */
  readonly notCounted: readonly Missing[];
  readonly costs: readonly ProductCost[];
}

export interface ProductCostQuestion {
  readonly terms: readonly Terms[];
  readonly products: readonly ProductLicence[];
}

/**
 * What each product costs on the hosts of the scenario's first option, or of the plan of the fleet, or in the numbers
 * of the licence tool. All else is as that option says: an amount is what the total cost would be with the product as
 * the option's hypervisor.
 */
export function* productCostSteps(
  fleet: Fleet | null,
  scenario: Scenario,
  { terms, products }: ProductCostQuestion,
  cache: PlanCache = { plans: new Map() },
): Generator<PlanProgress, ProductCosts, boolean> {
  const [option] = scenario.cost.options;
  if (option === undefined) throw new Error('a cost question has at least one option');
  const { cost, licensing } = scenario;
  const found =
    (fleet === null ? hostsInNumbers(scenario) : null) ??
    (yield* hostsOf(fleet, scenario, option, cache));
  if (found.reasons !== null) return { kind: 'impossible', reasons: found.reasons };
  if (found.hosts.from === 'unknown') return { kind: 'no-hosts' };
  const machines =
    fleet === null
      ? (licensing.numbers?.machines ?? null)
      : selectWorkloads(fleet, scenario.exclude).rows.length;
  const costing: Costing = {
    option,
    settings: { ...cost, scope: { ...cost.scope, licences: true } },
    // Of guests that nobody told of nothing is counted: only what the hosts themselves need.
    scenario: {
      ...scenario,
      licensing: { ...licensing, numbers: licensing.numbers ?? bareHost },
    },
    fleet,
    terms,
    hosts: found.hosts,
    plan: found.plan,
    workloads: cost.workloads ?? machines,
  };
  const costed = products.map((product) => costOf(costing, product));
  return {
    kind: 'costed',
    currency: cost.currency,
    decimals: decimalsOf(cost.currency),
    years: cost.years,
    discountRatio: cost.discountRatio,
    hosts: summaryOf(found.hosts),
    workloads: costing.workloads,
    notCounted: distinct(costed.flatMap(({ notCounted }) => notCounted)),
    costs: costed.map((one) => one.cost),
  };
}

/** Without hosts in the first option: those of the licence tool's numbers. */
function hostsInNumbers({ licensing: { numbers }, cost }: Scenario): FoundHosts | null {
  const [option] = cost.options;
  if (option === undefined || option.hosts.count !== null || numbers === null) return null;
  const { hosts: count, socketsPerHost: socketCount, coresPerSocket } = numbers;
  const own = { ...option.hosts, socketCount, coresPerSocket };
  const hosts = typedHosts(count, own, undefined, cost.energy.shape);
  return { hosts, plan: null, reasons: null };
}

const summaryOf = (hosts: HostFigures): HostSummary => ({
  count: hostCountOf(hosts),
  coreCount: coreCountOf(hosts),
  rackUnits: hosts.rackUnits,
  from: hosts.from,
});
