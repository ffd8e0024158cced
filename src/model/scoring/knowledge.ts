import { type CostFact, type CostScale, costInterval, costScale } from './cost-values.ts';
import type { DecisionPolicy } from './policy.ts';
import { intervalOf, type ScoringProblem, type Verdict } from './problem.ts';

/** What is known, as the site's data has it. */
export interface ProductKnowledge {
  readonly products: readonly string[];
  /** Criteria that verdicts are given by. */
  readonly criteria: readonly string[];
  /** Products × criteria, row by row; null: nothing is known. */
  readonly verdicts: readonly (Verdict | null)[];
}

/** What is known of the products beside the site's data: what they cost, and which do not carry the fleet. */
export interface FleetKnowledge {
  /** Product → cost, all in one unit of money; one that is not named is not known. */
  readonly costs: Readonly<Record<string, CostFact>>;
  readonly tooSmall: readonly string[];
}

export const nothingKnown: FleetKnowledge = { costs: {}, tooSmall: [] };

/** The criterion that stands for the cost. */
export const costCriterion = 'cost';

/** The verdict on a product by a criterion; null also for one that there is not. */
export function verdictOf(
  { products, criteria, verdicts }: ProductKnowledge,
  product: string,
  criterion: string,
): Verdict | null {
  const [row, column] = [products.indexOf(product), criteria.indexOf(criterion)];
  return row === -1 || column === -1 ? null : (verdicts[row * criteria.length + column] ?? null);
}

/** The scale of the cost among the products that are ranked; null where the cost does not count. */
export const scaleOf = (
  products: readonly string[],
  { costWeight }: DecisionPolicy,
  costs: FleetKnowledge['costs'],
): CostScale | null =>
  costWeight === 0 ? null : costScale(products.map((product) => costs[product] ?? null));

/** The problem that the reader's weights make of what is known of some products. */
export function scoringProblem(
  knowledge: ProductKnowledge,
  products: readonly string[],
  policy: DecisionPolicy,
  costs: FleetKnowledge['costs'] = {},
): ScoringProblem {
  const scale = scaleOf(products, policy, costs);
  const verdicts = (product: string) =>
    knowledge.criteria.map((criterion) => intervalOf(verdictOf(knowledge, product, criterion)));
  const cells = products.flatMap((product) =>
    scale === null
      ? verdicts(product)
      : [...verdicts(product), costInterval(costs[product] ?? null, scale)],
  );
  const weights = knowledge.criteria.map((criterion) => policy.weights[criterion] ?? 1);
  return {
    products,
    criteria: scale === null ? knowledge.criteria : [...knowledge.criteria, costCriterion],
    low: Float64Array.from(cells, ([low]) => low),
    high: Float64Array.from(cells, ([, high]) => high),
    weights: Float64Array.from(scale === null ? weights : [...weights, policy.costWeight]),
  };
}
