import { at } from '../columns.ts';
import { type ScoringProblem, shares } from './problem.ts';
import { tie } from './tie.ts';
import { ranking, weightedSums } from './weighted-sum.ts';

/** A value that is not known exactly and that alone could change which product leads. */
export interface DecisiveGap {
  readonly product: number;
  readonly criterion: number;
  /** The product that would lead if the value were at the end of its interval that changes the lead. */
  readonly leaderThen: number;
}

/**
 * The facts worth finding out: each unknown value is set to its worst for the leader, or to its best for another,
 * all others staying in the middle, and kept when the lead changes. The ones with most weight first.
 */
export function decisiveGaps(problem: ScoringProblem): readonly DecisiveGap[] {
  const scores = weightedSums(problem);
  const [leader, second] = ranking(scores);
  if (leader === undefined || second === undefined) return [];
  const weights = shares(problem.weights);
  const middle = (product: number) => scores[product]?.middle ?? 0;
  const found: (DecisiveGap & { readonly effect: number })[] = [];
  problem.products.forEach((_, product) => {
    problem.criteria.forEach((_criterion, criterion) => {
      const cell = product * problem.criteria.length + criterion;
      const effect =
        (at(weights, criterion) * (at(problem.high, cell) - at(problem.low, cell))) / 2;
      if (effect === 0) return;
      const isLeader = product === leader;
      const changes = isLeader
        ? middle(second) - (middle(leader) - effect) > tie
        : middle(product) + effect - middle(leader) > tie;
      if (changes) {
        found.push({ product, criterion, leaderThen: isLeader ? second : product, effect });
      }
    });
  });
  return found
    .sort((a, b) => b.effect - a.effect || a.product - b.product || a.criterion - b.criterion)
    .map(({ product, criterion, leaderThen }) => ({ product, criterion, leaderThen }));
}
