import type { Scenario } from '../scenario.ts';
import type { Consolidation, ConsolidationPlan } from './answer.ts';

/**
 * The question once for each seed of its set: seed, seed + 1, … A first plan is hardly the seed's doing, so without
 * effort there is one.
 */
export function seedScenarios(scenario: Scenario): Scenario[] {
  const count = scenario.effort > 0 ? scenario.seedCount : 1;
  return Array.from({ length: count }, (_, turn) => ({
    ...scenario,
    seed: scenario.seed + turn,
    seedCount: 1,
  }));
}

/**
 * The best of the answers to one question under a set of seeds, in the order of the seeds: the cheapest, then the one
 * of fewest hosts, then the first; where moves count, the one that weighs hosts and moves best. What any of them proves is proven for all.
 */
export function bestPlan(scenario: Scenario, answers: readonly Consolidation[]): Consolidation {
  const plans = answers.filter((answer) => answer.kind === 'planned');
  const first = plans[0] ?? answers[0];
  if (first === undefined) throw new Error('A set of seeds has at least one seed.');
  if (first.kind === 'impossible') return { ...first, seed: scenario.seed };
  const best = plans.reduce((left, right) => (isBetter(scenario, right, left) ? right : left));
  const strongest = plans.reduce((left, right) =>
    right.lowerBound > left.lowerBound ? right : left,
  );
  const { lowerBound, boundBy } = strongest;
  const gap = (best.hosts - lowerBound) / lowerBound;
  return { ...best, lowerBound, boundBy, gap, cost: costOf(best, plans), seed: scenario.seed };
}

/** Nothing can be better than this: further seeds need not be tried. */
export const isSettled = (answer: Consolidation) =>
  answer.kind === 'impossible'
    ? answer.reasons.every(({ kind }) => kind !== 'hosts-exhausted' && kind !== 'not-enough-spare')
    : answer.kept === null && answer.gap === 0 && (answer.cost?.gap ?? 0) === 0;

function isBetter(scenario: Scenario, one: ConsolidationPlan, other: ConsolidationPlan): boolean {
  const { movesPerHost, hostTypes } = scenario;
  if (movesPerHost !== null) {
    const cheapest = Math.min(...hostTypes.map(({ price }) => price ?? 1));
    const hosts = ({ cost, hosts: own }: ConsolidationPlan) => (cost ? cost.total / cheapest : own);
    const moves = ({ kept }: ConsolidationPlan) => kept?.moves.length ?? 0;
    const score = (plan: ConsolidationPlan) => hosts(plan) * movesPerHost + moves(plan);
    return score(one) < score(other);
  }
  const [cost, otherCost] = [one.cost?.total ?? 0, other.cost?.total ?? 0];
  return cost < otherCost || (cost === otherCost && one.hosts < other.hosts);
}

function costOf({ cost }: ConsolidationPlan, plans: readonly ConsolidationPlan[]) {
  if (cost === null) return null;
  const lowerBound = plans.reduce((most, plan) => Math.max(most, plan.cost?.lowerBound ?? 0), 0);
  return { ...cost, lowerBound, gap: (cost.total - lowerBound) / lowerBound };
}
