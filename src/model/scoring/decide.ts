import { type Acceptability, acceptabilitySteps } from './acceptability.ts';
import { type CostTurn, costTurn, costTurns } from './cost-turns.ts';
import type { CostScale } from './cost-values.ts';
import { type Defence, defenceOf } from './defence.ts';
import { type Flip, flips, type WeightTurn } from './flips.ts';
import {
  costCriterion,
  type FleetKnowledge,
  nothingKnown,
  type ProductKnowledge,
  scaleOf,
  scoringProblem,
  verdictOf,
} from './knowledge.ts';
import { type DecisiveGap, decisiveGaps } from './open-gaps.ts';
import type { DecisionPolicy } from './policy.ts';
import type { ScoringProblem } from './problem.ts';
import { places, ranking, type Score, weightedSums } from './weighted-sum.ts';

/** Why a product is not ranked. */
export type OutReason =
  | { readonly kind: 'left-out' }
  /** It does not have what the reader must have. */
  | { readonly kind: 'lacks'; readonly criterion: string }
  /** The fleet has a machine that is larger than it carries. */
  | { readonly kind: 'too-small' };

export interface RankedProduct {
  readonly product: string;
  /** 1 for the first; equal scores share a place. */
  readonly place: number;
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

export interface NamedFlip extends WeightTurn<string> {
  readonly leaderAfter: string;
}

export interface NamedGap {
  readonly product: string;
  readonly criterion: string;
  readonly leaderThen: string;
  /** Of an unknown cost: the cost below which the product leads, or above which the leader does not; else null. */
  readonly turnsAt: number | null;
}

/** The case for the second place, by names. */
export interface SecondPlace extends Defence<string> {
  /** Its score is the leader's: it is second by the rule of the list alone. */
  readonly isLevel: boolean;
  /** Costs at which it passes the leader: its own if it were so low, the leader's if it were so high. */
  readonly costTurns: readonly CostTurn[];
}

export type Decision =
  | {
      readonly kind: 'ranked';
      /** The highest score first; of equal ones those first that cannot fall as low, then in the order of the site. */
      readonly ranking: readonly RankedProduct[];
      readonly out: readonly { readonly product: string; readonly reason: OutReason }[];
      readonly flips: readonly NamedFlip[];
      readonly decisiveGaps: readonly NamedGap[];
      /** Null where one product is ranked. */
      readonly secondPlace: SecondPlace | null;
      /** The ends of the scale of the cost; null where the cost does not count. */
      readonly costScale: CostScale | null;
      /** Values of the ranked products that are not known, of how many. */
      readonly gaps: { readonly unknown: number; readonly of: number };
      readonly samples: number;
    }
  | {
      readonly kind: 'none-left';
      readonly out: readonly { readonly product: string; readonly reason: OutReason }[];
    };

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
  fleet: FleetKnowledge = nothingKnown,
): Generator<{ readonly step: 'simulating'; readonly doneRatio: number }, Decision, boolean> {
  const judged = knowledge.products.map((product) => ({
    product,
    reason: outReason(knowledge, policy, fleet, product),
  }));
  const out = judged.flatMap(({ product, reason }) =>
    reason === null ? [] : [{ product, reason }],
  );
  const products = judged.flatMap(({ product, reason }) => (reason === null ? [product] : []));
  const { costs } = fleet;
  const question = { knowledge, products, policy, costs };
  const problem = scoringProblem(knowledge, products, policy, costs);
  if (products.length === 0 || problem.weights.every((weight) => weight === 0)) {
    return { kind: 'none-left', out };
  }
  const options = { samples: policy.samples, seed };
  const any = yield* acceptabilitySteps(problem, { ...options, spread: 1 });
  const near = yield* acceptabilitySteps(problem, { ...options, spread: nearSpread });
  const scores = weightedSums(problem);
  const order = ranking(scores);
  const placed = places(scores);
  const name = (product: number) => products[product] ?? '';
  const criterion = (index: number) => problem.criteria[index] ?? '';
  return {
    kind: 'ranked',
    ranking: order.map((product) =>
      rankedProduct({ knowledge, policy, problem, any, near, scores, placed }, product),
    ),
    out,
    flips: flips(problem).map(({ leader: _, ...flip }: Flip) => ({
      ...flip,
      criterion: criterion(flip.criterion),
      leaderAfter: name(flip.leaderAfter),
    })),
    // A quote is found out soonest.
    decisiveGaps: [...costGaps(order), ...decisiveGaps(problem).flatMap(namedGap)],
    secondPlace: secondPlace(order),
    costScale: scaleOf(products, policy, costs),
    gaps: countGaps(problem),
    samples: any.samples,
  };

  /** A cost that is not known moves the scale too, so it is tried and not taken from the ends of its interval. */
  function costGaps([leader, second]: readonly number[]): NamedGap[] {
    if (leader === undefined || second === undefined) return [];
    const unknown = products.filter((product) => costs[product] === undefined);
    return unknown.flatMap((product) => {
      const challenger = product === name(leader) ? name(second) : product;
      const turn = costTurn(question, product, { leader: name(leader), challenger });
      if (turn === null) return [];
      return [{ product, criterion: costCriterion, leaderThen: challenger, turnsAt: turn.cost }];
    });
  }

  function namedGap(gap: DecisiveGap): NamedGap[] {
    if (criterion(gap.criterion) === costCriterion) return [];
    return [
      {
        product: name(gap.product),
        criterion: criterion(gap.criterion),
        leaderThen: name(gap.leaderThen),
        turnsAt: null,
      },
    ];
  }

  function secondPlace([leader, second]: readonly number[]): SecondPlace | null {
    if (leader === undefined || second === undefined) return null;
    const own: Defence = defenceOf(problem, any, second, leader);
    const named = <Part extends { readonly criterion: number }>(part: Part) => ({
      ...part,
      criterion: criterion(part.criterion),
    });
    return {
      product: name(second),
      leader: name(leader),
      isLevel: placed[second] === 1,
      aheadShare: own.aheadShare,
      better: own.better.map(named),
      weights: own.weights.map(named),
      facts: own.facts.map((fact) => ({ ...named(fact), product: name(fact.product) })),
      // A cost is not something to have: it has its own sentence.
      onlyIt: own.onlyIt.map(criterion).filter((id) => id !== costCriterion),
      favouredBy: own.favouredBy.map(named),
      costTurns: costTurns(question, { leader: name(leader), challenger: name(second) }),
    };
  }
}

function outReason(
  knowledge: ProductKnowledge,
  { leftOut, mustHave, mustCarryFleet }: DecisionPolicy,
  { tooSmall }: FleetKnowledge,
  product: string,
): OutReason | null {
  if (leftOut.includes(product)) return { kind: 'left-out' };
  if (mustCarryFleet && tooSmall.includes(product)) return { kind: 'too-small' };
  const lacking = mustHave.find(
    (criterion) => verdictOf(knowledge, product, criterion) === 'lacks',
  );
  return lacking === undefined ? null : { kind: 'lacks', criterion: lacking };
}

interface RankedParts {
  readonly knowledge: ProductKnowledge;
  readonly policy: DecisionPolicy;
  readonly problem: ScoringProblem;
  readonly any: Acceptability;
  readonly near: Acceptability;
  readonly scores: readonly Score[];
  /** Places of the products. */
  readonly placed: readonly number[];
}

function rankedProduct(
  { knowledge, policy, problem, any, near, scores, placed }: RankedParts,
  product: number,
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
    place: placed[product] ?? 0,
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
