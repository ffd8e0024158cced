import type { CostFact } from './cost-values.ts';
import {
  type FleetKnowledge,
  type ProductKnowledge,
  scaleOf,
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

interface Rivals {
  readonly leader: string;
  readonly challenger: string;
}

/**
 * How cheap the challenger, or how dear the leader, would have to be for the challenger to lead. Found by halving, with
 * the scale of the cost made anew each time: a product at the end of the scale moves it. Null where the cost does not
 * count, or cannot turn it.
 *
 * @param product whose cost it is, one of the two
 */
export function costTurn(
  { knowledge, products, policy, costs }: CostQuestion,
  product: string,
  { leader, challenger }: Rivals,
): CostTurn | null {
  if (scaleOf(products, policy, costs) === null) return null;
  const lead = (cost: number) => {
    const fact: CostFact = { low: cost, middle: cost, high: cost };
    const sums = weightedSums(
      scoringProblem(knowledge, products, policy, { ...costs, [product]: fact }),
    );
    const middle = (id: string) => sums[products.indexOf(id)]?.middle ?? 0;
    return middle(challenger) - middle(leader);
  };
  const known = products.flatMap((id) => costs[id]?.middle ?? []);
  const most = Math.max(0, ...known) * dearestTimes;
  const now = costs[product]?.middle;
  let [inside, outside] = product === challenger ? [0, now ?? most] : [most, now ?? 0];
  if (lead(inside) <= tie || lead(outside) > tie) return null;
  for (let step = 0; step < halvings; step++) {
    const between = (inside + outside) / 2;
    if (lead(between) > 0) inside = between;
    else outside = between;
  }
  return { product, cost: inside };
}

/** What of the two costs would turn it, the challenger's first. */
export const costTurns = (question: CostQuestion, rivals: Rivals): CostTurn[] =>
  [rivals.challenger, rivals.leader].flatMap(
    (product) => costTurn(question, product, rivals) ?? [],
  );
