import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { startPacking } from '../packing/pack.ts';
import type { LowerBound, Packing } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type {
  Consolidation,
  ConsolidationImpossible,
  Kept,
  Note,
  Obstacle,
  PlanCost,
} from './answer.ts';
import { bestPlan, isSettled, seedScenarios } from './best-plan.ts';
import { compare } from './comparison.ts';
import { footprintAfter, footprintBefore } from './footprint.ts';
import { bindingOf, fleetTotals, hostUtilization, type Placed } from './host-loads.ts';
import { hostsAsBins } from './hosts-as-bins.ts';
import { keepHosts } from './keep-hosts.ts';
import { hasPrices } from './placement-problem.ts';
import type { PlanProgress } from './progress.ts';
import {
  buildQuestion,
  type DemandCache,
  obstacleOf,
  obstaclesBefore,
  type Question,
} from './question.ts';
import { hostsWithSpares } from './spare-count.ts';
import { type Arrangement, arrangeSpares } from './spares.ts';

/** Work between two yields: some 15 milliseconds. */
const chunk = 1_000_000;

/**
 * Plans a fleet onto hosts, step by step.
 *
 * 1. Workloads are selected and their demand is read under the policy.
 * 2. The question becomes vector bin packing under the usable capacity of normal operation, and is packed.
 * 3. Hosts are added for the failures to tolerate, load is spread, and every loss is re-placed.
 *
 * Yields between pieces of work; resume with `true` to end improvement and be answered with the best plan so far.
 * The same fleet and scenario give the same answer on every machine, unless stopped: the seeds of a set are tried one
 * after the other here and in as many threads as there are elsewhere (`bestPlan` of the answers is the same).
 */
export function* planSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache: DemandCache = { last: null },
): Generator<PlanProgress, Consolidation, boolean> {
  const questions = seedScenarios(scenario);
  const answers: Consolidation[] = [];
  let isStopped = false;
  for (const [turn, question] of questions.entries()) {
    const steps = onePlan(fleet, question, cache);
    let step = steps.next(isStopped);
    while (!step.done) {
      const doneRatio = (turn + step.value.doneRatio) / questions.length;
      const isStop: boolean = yield { ...step.value, doneRatio };
      isStopped ||= isStop;
      step = steps.next(isStopped);
    }
    answers.push(step.value);
    if (isStopped || isSettled(step.value)) break;
  }
  return bestPlan(scenario, answers);
}

/** A plan under one seed. */
function* onePlan(
  fleet: Fleet,
  scenario: Scenario,
  cache: DemandCache,
): Generator<PlanProgress, Consolidation, boolean> {
  const question = buildQuestion(fleet, scenario, cache);
  const before = obstaclesBefore(question);
  if (before.length > 0) return impossible(question, before);
  const packed = yield* packSteps(question);
  if (packed.kind === 'impossible') return impossible(question, packed.reasons);
  const arranged = yield* arrangeSpares(question, packed.packing, packed.bound);
  if (arranged.kind === 'impossible') return impossible(question, [arranged.reason]);
  if (scenario.movesPerHost === null) return planned(question, packed, arranged.arrangement, null);
  const keeping = yield* keepHosts(question, arranged.arrangement);
  const { arrangement, kept } = keeping ?? { arrangement: arranged.arrangement, kept: null };
  return planned(question, packed, arrangement, kept);
}

/** A plan in one go, without improvement being seen. */
export function consolidate(fleet: Fleet, scenario: Scenario): Consolidation {
  const steps = planSteps(fleet, scenario);
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

type Packed =
  | { readonly kind: 'packed'; readonly packing: Packing; readonly bound: LowerBound }
  | { readonly kind: 'impossible'; readonly reasons: readonly Obstacle[] };

function* packSteps(question: Question): Generator<PlanProgress, Packed, boolean> {
  const { scenario, placement } = question;
  const { seed, effort, failure } = scenario;
  const run = startPacking(placement.normal, { seed, effort });
  // While hosts are down the fleet needs at least so many; 0 says nothing, and costs nothing to know.
  const withSpares = (hosts: number) => hostsWithSpares(hosts, 0, failure);
  while (!run.step(chunk)) {
    const { best, bound, doneRatio } = run;
    const isStopped: boolean = yield {
      step: best === null ? 'packing' : 'improving',
      doneRatio,
      ...(best === null
        ? {}
        : { hosts: withSpares(best.binCount), lowerBound: withSpares(bound.bins) }),
    };
    if (isStopped && best !== null) break;
  }
  const outcome = run.outcome();
  return outcome.kind === 'packed'
    ? outcome
    : {
        kind: 'impossible',
        reasons: outcome.reasons.map((misfit) => obstacleOf(question, misfit)),
      };
}

function impossible(
  { selection, notes, scenario }: Question,
  reasons: readonly Obstacle[],
): ConsolidationImpossible {
  return { kind: 'impossible', reasons, left: selection.left, notes, seed: scenario.seed };
}

function planned(
  question: Question,
  { packing, bound }: { readonly packing: Packing; readonly bound: LowerBound },
  arrangement: Arrangement,
  kept: Kept | null,
): Consolidation {
  const { fleet, scenario, selection, placement } = question;
  const { limits } = placement;
  const placed: Placed = arrangement;
  // From here on hosts are of host types; that a host group has its own is told apart.
  const typeOf = placed.typeOf.map(placement.typeOfBinType);
  const { domainOf } = placed;
  const hosts = placed.typeOf.length;
  const utilization = hostUtilization(placed, limits);
  const hostOf = new Int32Array(fleet.count).fill(-1);
  selection.rows.forEach((row, index) => {
    hostOf[row] = at(placed.hostOf, index);
  });
  return {
    kind: 'planned',
    hosts,
    hostsByType: scenario.hostTypes.map(({ id }, type) => ({
      id,
      hosts: typeOf.filter((other) => other === type).length,
    })),
    lowerBound: arrangement.lowerBound,
    boundBy: bound.by,
    gap: (hosts - arrangement.lowerBound) / arrangement.lowerBound,
    cost: costOf(question, placed.typeOf, bound),
    ratio: selection.rows.length / hosts,
    binding: bindingOf(packing.typeOf, limits),
    tolerates: arrangement.tolerates,
    survival: arrangement.survival,
    worstFailure: arrangement.worstFailure && {
      ...arrangement.worstFailure,
      unplaced: arrangement.worstFailure.unplaced.map((index) => at(selection.rows, index)),
    },
    hostOf,
    hostTypeIndex: typeOf,
    kept,
    domainOf: domainOf ?? null,
    groupOf:
      scenario.hostTypes.length === placement.normal.binTypes.length
        ? null
        : placed.typeOf.map(placement.groupOfBinType),
    utilization,
    totals: fleetTotals(placed, limits),
    comparison: compare(question, hosts),
    before: footprintBefore(fleet.hosts),
    after: footprintAfter(typeOf, scenario.hostTypes, utilization.cpu),
    slots: question.axis,
    left: selection.left,
    notes: [...question.notes, ...notesOn(question, arrangement, kept)],
    because: limits.flatMap(({ capacities }) =>
      capacities.slice(0, scenario.hostTypes.length).flatMap((capacity) => capacity?.because ?? []),
    ),
    seed: scenario.seed,
  };
}

function notesOn(question: Question, { survival }: Arrangement, kept: Kept | null): Note[] {
  const { failure, movesPerHost } = question.scenario;
  if (movesPerHost !== null) {
    return kept === null ? [{ kind: 'no-host-known' }] : [...(hostsAsBins(question)?.notes ?? [])];
  }
  const isSpread =
    failure.tolerate === 0 || failure.spare !== 'spread' || survival.spare === 'spread';
  return isSpread ? [] : [{ kind: 'spare-not-spread' }];
}

/** What the hosts cost; dedicated spares cost at least as much as so many of the cheapest type. */
function costOf(
  { scenario, placement }: Question,
  typeOf: Int32Array,
  bound: LowerBound,
): PlanCost | null {
  if (!hasPrices(scenario)) return null;
  const prices = placement.normal.binTypes.map(({ cost }) => cost);
  let total = 0;
  for (const type of typeOf) total += item(prices, type);
  const { tolerate, spare } = scenario.failure;
  const spares = spare === 'dedicated' ? tolerate * Math.min(...prices) : 0;
  const lowerBound = bound.cost + spares;
  return { total, lowerBound, gap: (total - lowerBound) / lowerBound };
}
