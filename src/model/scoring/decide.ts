import { type Acceptability, acceptabilitySteps } from './acceptability.ts';
import { type Flip, flips } from './flips.ts';
import { type DecisiveGap, decisiveGaps } from './open-gaps.ts';
import type { DecisionPolicy } from './policy.ts';
import { intervalOf, type ScoringProblem, type Verdict } from './problem.ts';
import { ranking, type Score, weightedSums } from './weighted-sum.ts';

/** What is known, as the site's data has it. */
export interface ProductKnowledge {
  readonly products: readonly string[];
  /** Criteria that verdicts are given by. */
  readonly criteria: readonly string[];
  /** Products × criteria, row by row; null: nothing is known. */
  readonly verdicts: readonly (Verdict | null)[];
}

/** The verdict on a product by a criterion; null also for one that there is not. */
export function verdictOf(
  { products, criteria, verdicts }: ProductKnowledge,
  product: string,
  criterion: string,
): Verdict | null {
  const [row, column] = [products.indexOf(product), criteria.indexOf(criterion)];
  return row === -1 || column === -1 ? null : (verdicts[row * criteria.length + column] ?? null);
}

/** Why a product is not ranked. */
export type OutReason =
  | { readonly kind: 'left-out' }
  /** It does not have what the reader must have. */
  | { readonly kind: 'lacks'; readonly criterion: string };

export interface RankedProduct {
  readonly product: string;
  readonly score: Score;
  /** Share of all weightings, and of all values that unknown facts may have, in which it comes first. */
  readonly firstRankShare: number;
  /** The same near the reader's weights (a quarter of the way to any weighting). */
  readonly firstRankShareNear: number;
  /** Share by rank, the first first. */
  readonly rankShares: readonly number[];
  /** Must-haves that it meets only partly, or of which nothing is known. */
  readonly doubtful: readonly string[];
  /** What each criterion adds to the middle of the score. */
  readonly parts: readonly CriterionPart[];
}

export interface CriterionPart {
  readonly criterion: string;
  /** Share of all weights. */
  readonly weight: number;
  readonly low: number;
  readonly high: number;
}

export interface NamedFlip {
  readonly criterion: string;
  readonly weight: number;
  readonly flipsAt: number;
  readonly leaderAfter: string;
}

export interface NamedGap {
  readonly product: string;
  readonly criterion: string;
  readonly leaderThen: string;
}

export type Decision =
  | {
      readonly kind: 'ranked';
      /** The highest score first. */
      readonly ranking: readonly RankedProduct[];
      readonly out: readonly { readonly product: string; readonly reason: OutReason }[];
      readonly flips: readonly NamedFlip[];
      readonly decisiveGaps: readonly NamedGap[];
      /** Values of the ranked products that are not known, of how many. */
      readonly gaps: { readonly unknown: number; readonly of: number };
      readonly samples: number;
    }
  | {
      readonly kind: 'none-left';
      readonly out: readonly { readonly product: string; readonly reason: OutReason }[];
    };

/** The criterion that stands for the cost. */
export const costCriterion = 'cost';

const nearSpread = 0.25;

/**
 * Ranks the products by the reader's weights and says how sure that is.
 *
 * @param seed of the drawings; the same seed, the same answer
 */
export function* decideSteps(
  knowledge: ProductKnowledge,
  policy: DecisionPolicy,
  seed: number,
): Generator<{ readonly step: 'simulating'; readonly doneRatio: number }, Decision, boolean> {
  const judged = knowledge.products.map((product) => ({
    product,
    reason: outReason(knowledge, policy, product),
  }));
  const out = judged.flatMap(({ product, reason }) =>
    reason === null ? [] : [{ product, reason }],
  );
  const products = judged.flatMap(({ product, reason }) => (reason === null ? [product] : []));
  const problem = scoringProblem(knowledge, products, policy);
  if (products.length === 0 || problem.weights.every((weight) => weight === 0)) {
    return { kind: 'none-left', out };
  }
  const options = { samples: policy.samples, seed };
  const any = yield* acceptabilitySteps(problem, { ...options, spread: 1 });
  const near = yield* acceptabilitySteps(problem, { ...options, spread: nearSpread });
  const scores = weightedSums(problem);
  const name = (product: number) => products[product] ?? '';
  const criterion = (index: number) => problem.criteria[index] ?? '';
  return {
    kind: 'ranked',
    ranking: ranking(scores).map((product) =>
      rankedProduct({ knowledge, policy, problem, any, near }, product, scores),
    ),
    out,
    flips: flips(problem).map((flip: Flip) => ({
      criterion: criterion(flip.criterion),
      weight: flip.weight,
      flipsAt: flip.flipsAt,
      leaderAfter: name(flip.leaderAfter),
    })),
    decisiveGaps: decisiveGaps(problem).map((gap: DecisiveGap) => ({
      product: name(gap.product),
      criterion: criterion(gap.criterion),
      leaderThen: name(gap.leaderThen),
    })),
    gaps: countGaps(problem),
    samples: any.samples,
  };
}

function outReason(
  knowledge: ProductKnowledge,
  { leftOut, mustHave }: DecisionPolicy,
  product: string,
): OutReason | null {
  if (leftOut.includes(product)) return { kind: 'left-out' };
  const lacking = mustHave.find(
    (criterion) => verdictOf(knowledge, product, criterion) === 'lacks',
  );
  return lacking === undefined ? null : { kind: 'lacks', criterion: lacking };
}

/** The problem that the reader's weights and costs make of what is known of some products. */
export function scoringProblem(
  knowledge: ProductKnowledge,
  products: readonly string[],
  policy: DecisionPolicy,
): ScoringProblem {
  const { criteria } = knowledge;
  const cheapest = Math.min(
    ...products.map((product) => policy.costs[product] ?? Number.POSITIVE_INFINITY),
  );
  const hasCost = policy.costWeight > 0 && Number.isFinite(cheapest);
  const all = hasCost ? [...criteria, costCriterion] : criteria;
  const cells = products.flatMap((product) =>
    all.map((criterion): readonly [number, number] =>
      hasCost && criterion === costCriterion
        ? costInterval(policy.costs[product], cheapest)
        : intervalOf(verdictOf(knowledge, product, criterion)),
    ),
  );
  return {
    products,
    criteria: all,
    low: Float64Array.from(cells, ([low]) => low),
    high: Float64Array.from(cells, ([, high]) => high),
    weights: Float64Array.from(all, (criterion) =>
      hasCost && criterion === costCriterion ? policy.costWeight : (policy.weights[criterion] ?? 1),
    ),
  };
}

/** The cheapest has 1, twice its cost has a half; an unknown cost may be anything. */
function costInterval(cost: number | undefined, cheapest: number): readonly [number, number] {
  if (cost === undefined) return [0, 1];
  const value = cost === 0 ? 1 : cheapest / cost;
  return [value, value];
}

interface RankedParts {
  readonly knowledge: ProductKnowledge;
  readonly policy: DecisionPolicy;
  readonly problem: ScoringProblem;
  readonly any: Acceptability;
  readonly near: Acceptability;
}

function rankedProduct(
  { knowledge, policy, problem, any, near }: RankedParts,
  product: number,
  scores: readonly Score[],
): RankedProduct {
  const { products, criteria, low, high, weights } = problem;
  const name = products[product] ?? '';
  const score = scores[product];
  if (score === undefined) throw new Error('a product without a score');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const size = products.length;
  const row = (shares: Float64Array) => [...shares.subarray(product * size, (product + 1) * size)];
  return {
    product: name,
    score,
    firstRankShare: row(any.rankShares)[0] ?? 0,
    firstRankShareNear: row(near.rankShares)[0] ?? 0,
    rankShares: row(any.rankShares),
    doubtful: policy.mustHave.filter(
      (criterion) => verdictOf(knowledge, name, criterion) !== 'meets',
    ),
    parts: criteria.map((criterion, index) => ({
      criterion,
      weight: (weights[index] ?? 0) / total,
      low: low[product * criteria.length + index] ?? 0,
      high: high[product * criteria.length + index] ?? 0,
    })),
  };
}

function countGaps({ low, high }: ScoringProblem) {
  let unknown = 0;
  for (let cell = 0; cell < low.length; cell++) {
    if (low[cell] === 0 && high[cell] === 1) unknown++;
  }
  return { unknown, of: low.length };
}
