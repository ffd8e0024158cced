/** What a product costs, in any one unit of money; `low` and `high` where it is not known exactly. */
export interface CostFact {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Where the scale of the cost ends: the least cost has 1, the largest 0. */
export interface CostScale {
  readonly cheapest: number;
  readonly dearest: number;
}

/** The scale of what is known; null where fewer than two costs are: then there is nothing to compare. */
export function costScale(costs: readonly (CostFact | null)[]): CostScale | null {
  const known = costs.flatMap((cost) => (cost === null ? [] : [cost.middle]));
  if (known.length < 2) return null;
  return { cheapest: Math.min(...known), dearest: Math.max(...known) };
}

/**
 * A cost as a value: 1 for the cheapest, 0 for the dearest, in a straight line between. An unknown cost may be
 * anything. What every product pays alike (hosts, power, the guests' licences) moves both ends and so changes nothing.
 */
export function costInterval(
  cost: CostFact | null,
  { cheapest, dearest }: CostScale,
): readonly [low: number, high: number] {
  if (cost === null) return [0, 1];
  const value = (amount: number) =>
    dearest === cheapest ? 1 : Math.min(1, Math.max(0, (dearest - amount) / (dearest - cheapest)));
  return [value(cost.high), value(cost.low)];
}

/** The cost that has a value; the other way round. */
export const costOfValue = (value: number, { cheapest, dearest }: CostScale): number =>
  dearest - value * (dearest - cheapest);
