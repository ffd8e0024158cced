import { at } from '../columns.ts';
import { type ScoringProblem, shares } from './problem.ts';
import { ranking, weightedSums } from './weighted-sum.ts';

/** Another product leads once the weight of one criterion passes a point, the others keeping their proportions. */
export interface Flip {
  readonly criterion: number;
  /** Share of all weights that the criterion has, 0…1. */
  readonly weight: number;
  /** The share at which the lead changes. */
  readonly flipsAt: number;
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
  const weight = at(weights, criterion);
  // A criterion that has all the weight leaves nothing to others whose proportions could be kept.
  if (weight === 1) return [];
  const lines = problem.products.map((_, product) => lineOf(problem, weights, criterion, product));
  const own = lines[leader];
  if (own === undefined) return [];
  let below: Flip | null = null;
  let above: Flip | null = null;
  lines.forEach((line, product) => {
    const flipsAt = crossing(own, line);
    if (product === leader || flipsAt === null) return;
    const flip = { criterion, weight, flipsAt, leader, leaderAfter: product };
    if (flipsAt < weight && (below === null || flipsAt > below.flipsAt)) below = flip;
    if (flipsAt > weight && (above === null || flipsAt < above.flipsAt)) above = flip;
  });
  return [below, above].filter((flip) => flip !== null);
}

interface Line {
  readonly value: number;
  readonly rest: number;
}

function lineOf(
  { criteria, low, high }: ScoringProblem,
  weights: Float64Array,
  criterion: number,
  product: number,
): Line {
  const middle = (index: number) => {
    const cell = product * criteria.length + index;
    return (at(low, cell) + at(high, cell)) / 2;
  };
  let rest = 0;
  for (let index = 0; index < criteria.length; index++) {
    if (index !== criterion) rest += at(weights, index) * middle(index);
  }
  return { value: middle(criterion), rest: rest / (1 - at(weights, criterion)) };
}

/** The share in 0…1 at which two lines meet; null where they do not, or lie on one another. */
function crossing(a: Line, b: Line): number | null {
  const slopes = a.value - a.rest - (b.value - b.rest);
  if (slopes === 0) return null;
  const share = (b.rest - a.rest) / slopes;
  return share >= 0 && share <= 1 ? share : null;
}
