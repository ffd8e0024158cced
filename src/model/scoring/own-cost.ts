import { minorPerMajor } from '../licensing/money.ts';
import type { Scenario } from '../scenario.ts';

/**
 * The reader's own figure for what a product costs, in whole smallest units (yen, cents) of the total cost's currency;
 * null where there is none.
 */
export function ownCost(
  { decision, cost }: Pick<Scenario, 'decision' | 'cost'>,
  product: string,
): number | null {
  const amount = decision.costs[product];
  return amount === undefined ? null : Math.round(amount * minorPerMajor[cost.currency]);
}
