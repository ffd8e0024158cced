import { at } from '../columns.ts';
import { middleOf, type ScoringProblem, shares } from './problem.ts';
import { tie } from './tie.ts';
import { ranking, weightedSums } from './weighted-sum.ts';

/** One product passes another once the weight of one criterion passes a point, the others keeping their proportions. */
export interface WeightTurn<Id = number> {
  readonly criterion: Id;
  /** Share of all weights that the criterion has, 0…1. */
  readonly weight: number;
  /** The share at which they meet; in a tie the weight itself. */
  readonly flipsAt: number;
  /** On which side of it the other is ahead: beyond it as the weight rises, or as it falls. */
  readonly side: Side;
}

/** Where the lead changes. */
export interface Flip extends WeightTurn {
  readonly leader: number;
  readonly leaderAfter: number;
}

/**
 * Where the lead changes, for each criterion on each side of its weight the nearest point, the smallest change
 * first. With every unknown value in the middle of its interval.
 *
 * With `w` the criterion's share, a product scores `w·v + (1 − w)·r`, where `v` is its value by the criterion and `r`
 * its score by the others: a straight line in `w`. The lead changes where the line of the leader meets another's.
 */
export function flips(problem: ScoringProblem): readonly Flip[] {
  const [leader] = ranking(weightedSums(problem));
  if (leader === undefined) return [];
  const weights = shares(problem.weights);
  return problem.criteria
    .flatMap((_, criterion) => nearest(problem, weights, criterion, leader))
    .sort(
      (a, b) =>
        Math.abs(a.flipsAt - a.weight) - Math.abs(b.flipsAt - b.weight) ||
        a.criterion - b.criterion ||
        a.flipsAt - b.flipsAt,
    );
}

/** The nearest change of the lead below and above the weight of a criterion. */
function nearest(
  problem: ScoringProblem,
  weights: Float64Array,
  criterion: number,
  leader: number,
): Flip[] {
  const found = problem.products.flatMap((_, product) => {
    const meeting = meetingOf(problem, weights, criterion, { leader, product });
    return meeting === null ? [] : [{ ...meeting, leaderAfter: product }];
  });
  const weight = at(weights, criterion);
  const nearestOn = (side: Side) => {
    const passing = found.filter((flip) => flip.side === side);
    const least = Math.min(...passing.map(({ flipsAt }) => Math.abs(flipsAt - weight)));
    // Of those that pass the leader at one point the steepest leads beyond it.
    return passing
      .filter(({ flipsAt }) => Math.abs(flipsAt - weight) <= least + end)
      .sort((a, b) => b.steepness - a.steepness)
      .slice(0, 1)
      .map(({ flipsAt, leaderAfter }) => {
        const flip: Flip = { criterion, weight, flipsAt, side, leader, leaderAfter };
        return flip;
      });
  };
  return [...nearestOn('below'), ...nearestOn('above')];
}

/**
 * Shares of a single weight at which one product passes the leader, whoever else may lead there; the smallest change
 * first. One criterion has one such point at most: two straight lines meet once.
 */
export function headToHead(
  problem: ScoringProblem,
  leader: number,
  product: number,
): readonly WeightTurn[] {
  const weights = shares(problem.weights);
  return problem.criteria
    .flatMap((_, criterion): WeightTurn[] => {
      const meeting = meetingOf(problem, weights, criterion, { leader, product });
      if (meeting === null) return [];
      const { flipsAt, side } = meeting;
      return [{ criterion, weight: at(weights, criterion), flipsAt, side }];
    })
    .sort(
      (a, b) =>
        Math.abs(a.flipsAt - a.weight) - Math.abs(b.flipsAt - b.weight) ||
        a.criterion - b.criterion,
    );
}

function meetingOf(
  problem: ScoringProblem,
  weights: Float64Array,
  criterion: number,
  { leader, product }: { readonly leader: number; readonly product: number },
) {
  const weight = at(weights, criterion);
  // A criterion that has all the weight leaves nothing to others whose proportions could be kept.
  if (weight === 1 || product === leader) return null;
  return overtaking(
    lineOf(problem, weights, criterion, leader),
    lineOf(problem, weights, criterion, product),
    weight,
  );
}

export type Side = 'below' | 'above';

/** Scores that meet so close to an end only become equal there: nobody passes. */
const end = 1e-9;

/** Where another line passes that of the leader: a steeper one above the leader's weight, a flatter one below. */
function overtaking(own: Line, line: Line, weight: number) {
  const steeper = line.value - line.rest - (own.value - own.rest);
  // Parallel but for the last digits: they meet nowhere, or are one line.
  if (Math.abs(steeper) <= tie) return null;
  const meets = (own.rest - line.rest) / steeper;
  const side: Side = steeper > 0 ? 'above' : 'below';
  if (side === 'above' ? meets >= 1 - end : meets <= end) return null;
  // The leader leads at its weight; what is computed a last digit beyond it is a tie there.
  const flipsAt = side === 'above' ? Math.max(meets, weight) : Math.min(meets, weight);
  return { side, flipsAt, steepness: Math.abs(steeper) };
}

interface Line {
  readonly value: number;
  readonly rest: number;
}

function lineOf(
  problem: ScoringProblem,
  weights: Float64Array,
  criterion: number,
  product: number,
): Line {
  let rest = 0;
  for (let index = 0; index < problem.criteria.length; index++) {
    if (index !== criterion) rest += at(weights, index) * middleOf(problem, product, index);
  }
  return {
    value: middleOf(problem, product, criterion),
    rest: rest / (1 - at(weights, criterion)),
  };
}
