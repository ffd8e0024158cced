import { firstFit, firstFitDecreasing } from '../packing/first-fit.ts';
import { startPacking } from '../packing/pack.ts';
import type { PackingProblem } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Comparison } from './answer.ts';
import { slotSums } from './host-loads.ts';
import { buildQuestion, obstaclesBefore, type Question } from './question.ts';

const demandKinds = ['peak', 'percentile', 'coincident'] as const;

/**
 * The same question answered the ways that others do. The other demand policies are only planned when the scenario
 * asks for improvement: a first answer while a slider moves does without them.
 */
export function compare(question: Question): Comparison {
  const { placement, scenario, fleet } = question;
  const { tolerate } = scenario.failure;
  const plus = (bins: number | null) => (bins === null ? null : bins + tolerate);
  return {
    sumDivided: sumDivided(question) + tolerate,
    firstFit: plus(countOf(firstFit(placement.normal))),
    firstFitDecreasing: plus(countOf(firstFitDecreasing(placement.normal))),
    byDemand:
      scenario.effort === 0
        ? []
        : demandKinds.map((kind) => ({
            kind,
            hosts: plus(
              hostsFor(buildQuestion(fleet, { ...scenario, demand: { ...scenario.demand, kind } })),
            ),
          })),
  };
}

const countOf = (packing: { readonly binCount: number } | null) => packing?.binCount ?? null;

/**
 * What a spreadsheet answers: for each resource the sum of the demand at its worst slot ÷ what the first host type
 * offers, rounded up; the largest of these.
 */
function sumDivided({ placement }: Question): number {
  let most = 0;
  for (const { demand, capacities } of placement.limits) {
    const usable = capacities[0]?.usable;
    if (usable === undefined || usable <= 0) continue;
    for (const sum of slotSums(demand.values, demand.slotCount)) {
      // The sum of many figures may come out a hair above a whole number of hosts.
      most = Math.max(most, Math.ceil((sum / usable) * (1 - 1e-9)));
    }
  }
  return Math.max(1, most);
}

/** Hosts of a first plan without improvement; null where there is none. */
function hostsFor(question: Question): number | null {
  if (obstaclesBefore(question).length > 0) return null;
  return firstCount(question.placement.normal, question.scenario);
}

function firstCount(problem: PackingProblem, { seed }: Scenario): number | null {
  const run = startPacking(problem, { seed, effort: 0 });
  while (!run.step(Number.POSITIVE_INFINITY));
  return run.best?.binCount ?? null;
}
