import type { PlanProgress } from '../consolidation/progress.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { PlanCache } from '../cost/option-hosts.ts';
import { type ProductCosts, productCostSteps } from '../cost/product-costs.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Terms } from '../licensing/terms.ts';
import type { Scenario } from '../scenario.ts';
import type { CostFact } from './cost-values.ts';
import { type Decision, decideSteps } from './decide.ts';
import { type FleetFit, fleetFit, type ProductLimits } from './fleet-fit.ts';
import type { ProductKnowledge } from './knowledge.ts';
import { ownCost } from './own-cost.ts';

/** What of the world the question needs, as the site's data has it. */
export interface DecisionBasis {
  readonly knowledge: ProductKnowledge;
  readonly limits: Readonly<Record<string, ProductLimits>>;
  /** Product → the licences that it is sold as, the one that is taken unless the reader chooses first. */
  readonly licences: Readonly<Record<string, readonly string[]>>;
  readonly terms: readonly Terms[];
}

export interface DecisionAnswer {
  readonly decision: Decision;
  readonly costs: ProductCosts;
  /** Null without a fleet. */
  readonly fits: readonly ProductFit[] | null;
}

export type ProductFit = FleetFit & { readonly product: string };

type Steps = Generator<
  PlanProgress | { readonly step: 'simulating'; readonly doneRatio: number },
  DecisionAnswer,
  boolean
>;

/** The whole question: costs on the hosts that the fleet needs, what carries the fleet, and the ranking by all of it. */
export function* decisionSteps(
  fleet: Fleet | null,
  scenario: Scenario,
  { knowledge, limits, licences, terms }: DecisionBasis,
  cache?: PlanCache,
): Steps {
  const { decision: policy, seed } = scenario;
  const products = knowledge.products.map((product) => ({
    product,
    licence: policy.editions[product] ?? licences[product]?.[0] ?? null,
  }));
  const costs = yield* productCostSteps(fleet, scenario, { terms, products }, cache);
  const hosts = costs.kind === 'costed' ? costs.hosts.count : null;
  const fits =
    fleet &&
    knowledge.products.map((product) => ({
      product,
      ...fleetFit(
        fleet,
        selectWorkloads(fleet, scenario.exclude).rows,
        hosts,
        limits[product] ?? noLimits,
      ),
    }));
  const tooSmall = (fits ?? []).flatMap(({ product, tooLarge }) =>
    tooLarge.length > 0 ? [product] : [],
  );
  const facts = { costs: costFacts(scenario, costs), tooSmall };
  return { decision: yield* decideSteps(knowledge, policy, seed, facts), costs, fits };
}

const noLimits: ProductLimits = {
  vmVcpus: null,
  vmMemoryGib: null,
  clusterHosts: null,
  clusterVms: null,
};

/** The reader's own figures, and for the others what is computed; in the smallest unit of the total cost's currency. */
export function costFacts(
  scenario: Scenario,
  costs: ProductCosts,
): Readonly<Record<string, CostFact>> {
  const computed = (costs.kind === 'costed' ? costs.costs : []).flatMap(({ product, amount }) =>
    amount === null
      ? []
      : [
          [
            product,
            { low: amount.lowMinor, middle: amount.minor, high: amount.highMinor },
          ] as const,
        ],
  );
  const own = Object.keys(scenario.decision.costs).flatMap((product) => {
    const minor = ownCost(scenario, product);
    return minor === null ? [] : [[product, { low: minor, middle: minor, high: minor }] as const];
  });
  return Object.fromEntries([...computed, ...own]);
}
