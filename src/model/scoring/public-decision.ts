import type { ProductCost } from '../cost/product-cost.ts';
import type { ProductCosts } from '../cost/product-costs.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import type { DecisionAnswer, ProductFit } from './answer.ts';
import type { Decision, SecondPlace } from './decide.ts';
import { ownCost } from './own-cost.ts';

/** Digits that a share of drawings is worth: with 20,000 of them its standard error is below 0.004. */
const digits = 1e4;
const rounded = (value: number) => Math.round(value * digits) / digits;

/** A decision as the command line and the downloads say it. Amounts are in whole smallest units (yen, cents). */
export function publicDecision(
  { decision, costs, fits }: DecisionAnswer,
  scenario: Scenario,
  fleet: Fleet | null,
) {
  return {
    ...publicRanking(decision),
    costs: publicCosts(costs, scenario),
    ...(fits === null || fleet === null ? {} : { fit: fits.map((fit) => publicFit(fit, fleet)) }),
  };
}

function publicRanking(decision: Decision) {
  const out = decision.out.map(({ product, reason }) => ({ product, ...reason }));
  if (decision.kind === 'none-left') return { kind: decision.kind, ranking: [], flips: [], out };
  const { ranking, flips, gaps, decisiveGaps, secondPlace, samples } = decision;
  return {
    kind: decision.kind,
    ranking: ranking.map(({ product, place, score, firstRankShare, ...rest }) => ({
      product,
      place,
      score: rounded(score.middle),
      scoreLow: rounded(score.low),
      scoreHigh: rounded(score.high),
      firstRankShare: rounded(firstRankShare),
      firstRankShareNear: rounded(rest.firstRankShareNear),
      rankShares: rest.rankShares.map(rounded),
      doubtful: rest.doubtful,
    })),
    flips: flips.map(({ weight, flipsAt, ...flip }) => ({
      ...flip,
      weight: rounded(weight),
      flipsAt: rounded(flipsAt),
    })),
    gaps,
    decisiveGaps: decisiveGaps.map(({ turnsAt, ...gap }) => ({
      ...gap,
      ...(turnsAt === null ? {} : { turnsAtMinor: Math.floor(turnsAt) }),
    })),
    secondPlace: secondPlace && publicSecond(secondPlace),
    out,
    samples,
  };
}

function publicSecond({
  aheadShare,
  better,
  weights,
  favouredBy,
  costTurns,
  ...rest
}: SecondPlace) {
  return {
    ...rest,
    aheadShare: rounded(aheadShare),
    better: better.map(({ criterion, gain }) => ({ criterion, gain: rounded(gain) })),
    weights: weights.map(({ criterion, weight, flipsAt, side }) => ({
      criterion,
      weight: rounded(weight),
      flipsAt: rounded(flipsAt),
      side,
    })),
    favouredBy: favouredBy.map(({ criterion, weight, usual }) => ({
      criterion,
      weight: rounded(weight),
      usual: rounded(usual),
    })),
    costTurns: costTurns.map(({ product, cost }) => ({ product, minor: Math.round(cost) })),
  };
}

/** The reader's own figures, and what is computed for the others; without hosts only the own figures are known. */
function publicCosts(costs: ProductCosts, scenario: Scenario) {
  const { currency } = scenario.cost;
  const own = (product: string) => ownCost(scenario, product);
  if (costs.kind !== 'costed') {
    const given = Object.keys(scenario.decision.costs);
    const products = given.map((product) => ({ product, from: 'reader', minor: own(product) }));
    return { kind: costs.kind, currency, products };
  }
  const { kind, years, discountRatio, hosts, workloads, notCounted } = costs;
  const products = costs.costs.map((cost) => publicCost(cost, own(cost.product)));
  return { kind, currency, years, discountRatio, hosts, workloads, notCounted, products };
}

function publicCost(
  { product, licence, amount, missing, others, lines }: ProductCost,
  own: number | null,
) {
  return {
    product,
    licence,
    from: own !== null ? 'reader' : amount === null ? 'unknown' : 'computed',
    minor: own ?? amount?.minor ?? null,
    ...(amount === null ? {} : { computed: amount }),
    missing,
    others,
    because: lines.map(({ product: id, ...line }) => ({ licence: id, ...line })),
  };
}

/** With the names of the machines in place of their rows. */
const publicFit = ({ product, tooLarge, ...rest }: ProductFit, fleet: Fleet) => ({
  product,
  tooLarge: tooLarge.map(({ row, ...figures }) => ({ workload: fleet.names[row], ...figures })),
  ...rest,
});
