import type { CostFact } from './cost-values.ts';
import {
  costCriterion,
  type FleetKnowledge,
  type ProductKnowledge,
  scoringProblem,
} from './knowledge.ts';
import type { DecisionPolicy } from './policy.ts';
import { tie } from './tie.ts';
import { weightedSums } from './weighted-sum.ts';

/** A cost at which a challenger passes the leader, everything else being as it is. */
export interface CostTurn {
  /** Whose cost it is: the challenger's, which would have to be lower, or the leader's, which would be higher. */
  readonly product: string;
  /** In the unit of money of the costs. */
  readonly cost: number;
}

interface CostQuestion {
  readonly knowledge: ProductKnowledge;
  readonly products: readonly string[];
  readonly policy: DecisionPolicy;
  readonly costs: FleetKnowledge['costs'];
}

/** So many halvings leave less than a yen of any amount. */
const halvings = 60;
/** A leader is not asked to be dearer than this many times the dearest. */
const dearestTimes = 10;

/**
 * How cheap the challenger, or how dear the leader, would have to be for the challenger to lead. Found by halving, with
 * the scale of the cost made anew each time: a product at the end of the scale moves it. Empty where the cost does not
 * count, or cannot turn it.
 */
export function costTurns(question: CostQuestion, leader: string, challenger: string): CostTurn[] {
  const { costs, products, knowledge, policy } = question;
  const known = products.flatMap((product) => costs[product]?.middle ?? []);
  const most = Math.max(0, ...known) * dearestTimes;
  const isCounted = scoringProblem(knowledge, products, policy, costs).criteria.includes(
    costCriterion,
  );
  if (!isCounted) return [];
  const lead = (product: string, cost: number) => {
    const fact: CostFact = { low: cost, middle: cost, high: cost };
    const sums = weightedSums(
      scoringProblem(knowledge, products, policy, { ...costs, [product]: fact }),
    );
    const middle = (id: string) => sums[products.indexOf(id)]?.middle ?? 0;
    return middle(challenger) - middle(leader);
  };
  const turn = (product: string, ahead: number, behind: number): CostTurn[] => {
    if (lead(product, ahead) <= tie || lead(product, behind) > tie) return [];
    let [inside, outside] = [ahead, behind];
    for (let step = 0; step < halvings; step++) {
      const between = (inside + outside) / 2;
      if (lead(product, between) > 0) inside = between;
      else outside = between;
    }
    return [{ product, cost: inside }];
  };
  return [
    ...turn(challenger, 0, costs[challenger]?.middle ?? most),
    ...turn(leader, most, costs[leader]?.middle ?? 0),
  ];
}
