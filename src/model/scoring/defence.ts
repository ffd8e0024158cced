import { at } from '../columns.ts';
import type { Acceptability } from './acceptability.ts';
import { headToHead, type WeightTurn } from './flips.ts';
import { middleOf, type ScoringProblem, shares } from './problem.ts';
import { tie } from './tie.ts';
import { weightedSums } from './weighted-sum.ts';

/**
 * What speaks for a product that does not lead: when it would be ahead of the leader. Products and criteria are places
 * in the problem, or the names that they have there.
 */
export interface Defence<Id = number> {
  readonly product: Id;
  readonly leader: Id;
  /** Share of all weightings, and of all values of unknown facts, in which it is ahead of the leader. */
  readonly aheadShare: number;
  /** Criteria by which it is better, those that bring most first; `gain` in points of the score. */
  readonly better: readonly { readonly criterion: Id; readonly gain: number }[];
  /** Shares of a single weight from which on, or up to which, it is ahead of the leader; the smallest change first. */
  readonly weights: readonly WeightTurn<Id>[];
  /** Unknown facts that alone put it ahead of the leader: one of its own turning out well, or of the leader's badly. */
  readonly facts: readonly { readonly product: Id; readonly criterion: Id }[];
  /** Criteria that it surely meets and the leader does not: as a must-have each rules the leader out, or in doubt. */
  readonly onlyIt: readonly Id[];
  /** What those who would choose it weigh more than others do: its central weight beside an even one. */
  readonly favouredBy: readonly {
    readonly criterion: Id;
    readonly weight: number;
    readonly usual: number;
  }[];
}

/** A central weight that is so much above an even one says something; less is the noise of the drawings. */
const notable = 1.1;

/** The case for one product against the leader. */
export function defenceOf(
  problem: ScoringProblem,
  { aheadShares, centralWeights }: Acceptability,
  product: number,
  leader: number,
): Defence {
  const { criteria, low, high, products } = problem;
  const weights = shares(problem.weights);
  const scores = weightedSums(problem).map(({ middle }) => middle);
  const behind = (scores[leader] ?? 0) - (scores[product] ?? 0);
  const cell = (row: number, criterion: number) => row * criteria.length + criterion;
  const indices = criteria.map((_, criterion) => criterion);
  const usedCount = indices.filter((criterion) => at(weights, criterion) > 0).length;
  return {
    product,
    leader,
    aheadShare: at(aheadShares, product * products.length + leader),
    better: indices
      .map((criterion) => ({
        criterion,
        gain:
          at(weights, criterion) *
          (middleOf(problem, product, criterion) - middleOf(problem, leader, criterion)),
      }))
      .filter(({ gain }) => gain > tie)
      .sort((a, b) => b.gain - a.gain || a.criterion - b.criterion),
    weights: headToHead(problem, leader, product),
    facts: [product, leader]
      .flatMap((row) =>
        indices.map((criterion) => {
          const width = at(high, cell(row, criterion)) - at(low, cell(row, criterion));
          return { product: row, criterion, effect: (at(weights, criterion) * width) / 2 };
        }),
      )
      .filter(({ effect }) => effect - behind > tie)
      .sort((a, b) => b.effect - a.effect || a.criterion - b.criterion)
      .map(({ effect: _, ...fact }) => fact),
    onlyIt: indices.filter(
      (criterion) =>
        at(low, cell(product, criterion)) === 1 && at(low, cell(leader, criterion)) < 1,
    ),
    favouredBy: indices
      .map((criterion) => ({
        criterion,
        weight: at(centralWeights, cell(product, criterion)),
        usual: at(weights, criterion) > 0 ? 1 / usedCount : 0,
      }))
      .filter(({ weight, usual }) => usual > 0 && weight > usual * notable)
      .sort((a, b) => b.weight - a.weight || a.criterion - b.criterion),
  };
}
