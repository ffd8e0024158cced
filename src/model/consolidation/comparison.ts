import { firstFit, firstFitDecreasing } from '../packing/first-fit.ts';
import { startPacking } from '../packing/pack.ts';
import type { PackingProblem } from '../packing/problem.ts';
import type { Comparison } from './answer.ts';
import { slotSums } from './host-loads.ts';
import { buildQuestion, obstaclesBefore, type Question } from './question.ts';
import { hostsWithSpares } from './spare-count.ts';

const demandKinds = ['peak', 'percentile', 'coincident'] as const;

/**
 * The same question answered the ways that others do, spares counted alike: what each needs every day, and what it
 * needs while hosts are down. The other demand policies are only planned when the scenario asks for improvement: a
 * first answer while a slider moves does without them.
 *
 * @param hosts the plan's own count, which is the answer under the policy in use
 */
export function compare(question: Question, hosts: number): Comparison {
  const { scenario, fleet } = question;
  const { demand, effort } = scenario;
  return {
    sumDivided: counted(question, sumDivided) ?? 1,
    firstFit: counted(question, (figure) => countOf(firstFit(problemOf(question, figure)))),
    firstFitDecreasing: counted(question, (figure) =>
      countOf(firstFitDecreasing(problemOf(question, figure))),
    ),
    byDemand:
      effort === 0
        ? []
        : demandKinds.map((kind) => ({
            kind,
            hosts:
              kind === demand.kind
                ? hosts
                : hostsFor(buildQuestion(fleet, { ...scenario, demand: { ...demand, kind } })),
          })),
  };
}

/** Capacities of every day, or those while hosts are down. */
type Figure = 'usable' | 'usableInFailure';

const problemOf = ({ placement }: Question, figure: Figure): PackingProblem =>
  figure === 'usable' ? placement.normal : placement.inFailure;

/** A way of counting, with the hosts that failures add; null where it finds no answer. */
function counted(
  question: Question,
  count: (figure: Figure, question: Question) => number | null,
): number | null {
  const { failure } = question.scenario;
  const everyDay = count('usable', question);
  const needsBoth = failure.tolerate > 0 && failure.spare === 'spread';
  const whileDown = needsBoth ? count('usableInFailure', question) : 0;
  return everyDay === null || whileDown === null
    ? null
    : hostsWithSpares(everyDay, whileDown, failure);
}

const countOf = (packing: { readonly binCount: number } | null) => packing?.binCount ?? null;

/**
 * What a spreadsheet answers: for each resource the sum of the demand at its worst slot ÷ what the first host type
 * offers, rounded up; the largest of these.
 */
function sumDivided(figure: Figure, { placement }: Question): number {
  let most = 1;
  for (const { demand, capacities } of placement.limits) {
    const capacity = capacities[0]?.[figure];
    if (capacity === undefined || capacity <= 0) continue;
    for (const sum of slotSums(demand.values, demand.slotCount)) {
      // The sum of many figures may come out a hair above a whole number of hosts.
      most = Math.max(most, Math.ceil((sum / capacity) * (1 - 1e-9)));
    }
  }
  return most;
}

/** Hosts of a first plan without improvement; null where there is none. */
function hostsFor(question: Question): number | null {
  if (obstaclesBefore(question).length > 0) return null;
  const { seed } = question.scenario;
  return counted(question, (figure) => {
    const run = startPacking(problemOf(question, figure), { seed, effort: 0 });
    while (!run.step(Number.POSITIVE_INFINITY));
    return run.best?.binCount ?? null;
  });
}
