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
  readonly samples: number;
}

/** Drawings between two reports of progress. */
const chunk = 2000;

/**
 * Stochastic multicriteria acceptability analysis: weights and unknown values are drawn, and it is counted how often
 * each product has each rank. Products that tie share their ranks, so that the order in which they are given decides
 * nothing. Sums and comparisons only: the same in every engine.
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
  const scores = new Float64Array(productCount);
  const weights = new Float64Array(own.length);
  let drawn = 0;
  while (drawn < samples) {
    const until = Math.min(samples, drawn + chunk);
    for (; drawn < until; drawn++) {
      drawWeights(weights, own, spread, random);
      drawScores(scores, problem, weights, random);
      countRanks(counts, scores);
    }
    const isStopped = yield { step: 'simulating', doneRatio: drawn / samples };
    if (isStopped) break;
  }
  return { rankShares: counts.map((count) => count / drawn), samples: drawn };
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
