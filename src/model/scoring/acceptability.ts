import { at } from '../columns.ts';
import { type Random, seeded } from '../random.ts';
import { type ScoringProblem, shares } from './problem.ts';

export interface AcceptabilityOptions {
  readonly samples: number;
  readonly seed: number;
  /**
   * How freely the weights are drawn, 0…1: 0 keeps the reader's, 1 draws any weighting of the criteria that have a
   * weight, each as likely as any other; between, that much of the way.
   */
  readonly spread: number;
}

export interface Acceptability {
  /** Products × ranks, row by row: the share of the drawings in which the product has the rank. Each row adds up to 1. */
  readonly rankShares: Float64Array;
  /** Products × products: the share of the drawings in which the row's product is ahead of the column's. */
  readonly aheadShares: Float64Array;
  /** Products × criteria: the mean weighting among those in which the product is first; 0 where it never is. */
  readonly centralWeights: Float64Array;
  readonly samples: number;
}

/** Drawings between two reports of progress. */
const chunk = 2000;

/**
 * Stochastic multicriteria acceptability analysis: weights and unknown values are drawn, and it is counted how often
 * each product has each rank. Products that tie share their ranks, so that the order in which they are given decides
 * nothing. Sums and comparisons only: the same in every engine.
 *
 * The mean weighting that makes a product first (its central weights) tells whose product it is.
 *
 * @see Lahdelma, Hokkanen, Salminen: SMAA – Stochastic multiobjective acceptability analysis, European Journal of
 * Operational Research 106 (1998), 137–143
 */
export function* acceptabilitySteps(
  problem: ScoringProblem,
  { samples, seed, spread }: AcceptabilityOptions,
): Generator<{ readonly step: 'simulating'; readonly doneRatio: number }, Acceptability, boolean> {
  const productCount = problem.products.length;
  const random = seeded(seed);
  const own = shares(problem.weights);
  const counts = new Float64Array(productCount * productCount);
  const ahead = new Float64Array(productCount * productCount);
  const central = new Float64Array(productCount * own.length);
  const scores = new Float64Array(productCount);
  const weights = new Float64Array(own.length);
  let drawn = 0;
  while (drawn < samples) {
    const until = Math.min(samples, drawn + chunk);
    for (; drawn < until; drawn++) {
      drawWeights(weights, own, spread, random);
      drawScores(scores, problem, weights, random);
      countRanks(counts, scores);
      countAhead(ahead, scores);
      addCentral(central, scores, weights);
    }
    const isStopped = yield { step: 'simulating', doneRatio: drawn / samples };
    if (isStopped) break;
  }
  const firsts = (cell: number) => at(counts, Math.floor(cell / own.length) * productCount);
  return {
    rankShares: counts.map((count) => count / drawn),
    aheadShares: ahead.map((count) => count / drawn),
    centralWeights: central.map((sum, cell) => (sum === 0 ? 0 : sum / firsts(cell))),
    samples: drawn,
  };
}

/** Counts who is ahead of whom; a tie is half a win for each. */
function countAhead(ahead: Float64Array, scores: Float64Array) {
  const size = scores.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row === column) continue;
      const lead = at(scores, row) - at(scores, column);
      const cell = row * size + column;
      ahead[cell] = at(ahead, cell) + (lead > 0 ? 1 : lead === 0 ? 0.5 : 0);
    }
  }
}

/** Adds the weighting to the product that is first by it; those that tie share it. */
function addCentral(central: Float64Array, scores: Float64Array, weights: Float64Array) {
  const best = Math.max(...scores);
  const firsts = scores.reduce((count, score) => count + (score === best ? 1 : 0), 0);
  scores.forEach((score, product) => {
    if (score !== best) return;
    for (let criterion = 0; criterion < weights.length; criterion++) {
      const cell = product * weights.length + criterion;
      central[cell] = at(central, cell) + at(weights, criterion) / firsts;
    }
  });
}

/**
 * A weighting, each as likely as any other: the gaps between sorted random points of a line are evenly spread over
 * all ways to divide it (which needs no logarithm, whose last digit engines may disagree on).
 */
function drawWeights(weights: Float64Array, own: Float64Array, spread: number, random: Random) {
  if (spread === 0) {
    weights.set(own);
    return;
  }
  const used: number[] = [];
  for (let criterion = 0; criterion < own.length; criterion++) {
    if (at(own, criterion) > 0) used.push(criterion);
  }
  const points = new Float64Array(used.length - 1).map(() => random()).sort();
  weights.fill(0);
  let previous = 0;
  used.forEach((criterion, index) => {
    const end = index < points.length ? at(points, index) : 1;
    weights[criterion] = (1 - spread) * at(own, criterion) + spread * (end - previous);
    previous = end;
  });
}

function drawScores(
  scores: Float64Array,
  { criteria, low, high }: ScoringProblem,
  weights: Float64Array,
  random: Random,
) {
  for (let product = 0; product < scores.length; product++) {
    let sum = 0;
    for (let criterion = 0; criterion < criteria.length; criterion++) {
      const cell = product * criteria.length + criterion;
      const from = at(low, cell);
      const width = at(high, cell) - from;
      const value = width === 0 ? from : from + width * random();
      sum += at(weights, criterion) * value;
    }
    scores[product] = sum;
  }
}

/** Counts the rank of each product; those that tie share the ranks that they take together. */
function countRanks(counts: Float64Array, scores: Float64Array) {
  const size = scores.length;
  for (let product = 0; product < size; product++) {
    const score = at(scores, product);
    let better = 0;
    let equal = 0;
    for (const other of scores) {
      if (other > score) better++;
      else if (other === score) equal++;
    }
    for (let rank = better; rank < better + equal; rank++) {
      const cell = product * size + rank;
      counts[cell] = at(counts, cell) + 1 / equal;
    }
  }
}
