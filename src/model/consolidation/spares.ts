import { at, item } from '../columns.ts';
import { startPacking } from '../packing/pack.ts';
import type { LowerBound, Packing, PackingProblem } from '../packing/problem.ts';
import { spread } from '../packing/spread.ts';
import { hasOneMore, stockOf } from '../packing/stock.ts';
import type { Obstacle, Survival } from './answer.ts';
import type { Placed } from './host-loads.ts';
import type { PlanProgress } from './progress.ts';
import type { Question } from './question.ts';
import { sharings } from './sharing.ts';
import { hostsWithSpares } from './spare-count.ts';
import { checkSurvival, type SurvivalCheck } from './survival.ts';

/** Losses tried before all others. */
const probeCount = 8;

/** The final hosts of a plan and what they survive. */
export interface Arrangement extends Placed {
  readonly lowerBound: number;
  readonly tolerates: number;
  readonly survival: Survival;
  readonly worstFailure: SurvivalCheck['worst'];
}

export type Arranged =
  | { readonly kind: 'arranged'; readonly arrangement: Arrangement }
  | { readonly kind: 'impossible'; readonly reason: Obstacle };

/**
 * Adds hosts to a packing until every loss of k of them is re-placed, and spreads the load over them.
 *
 * Why so many: after a loss of any k hosts all workloads run on the other N − k, so N − k is at least what the fleet
 * needs under the capacities that hold while hosts are down; and N is at least what it needs in normal operation.
 * Hence the lower bound `max(bound, boundInFailure + k)`. With one host type k empty hosts always suffice, for an
 * empty one takes all that a lost one had. So the search starts at the bound and ends at the packing plus k; the
 * first number of hosts at which free room, shared by all hosts or by fewer (`sharings`), passes the check, or at
 * which k empty hosts are reached, is the answer. Dedicated spares are asked to be empty, so N ≥ bound + k.
 */
export function* arrangeSpares(
  question: Question,
  packing: Packing,
  bound: LowerBound,
): Generator<PlanProgress, Arranged, boolean> {
  const { failure } = question.scenario;
  const k = failure.tolerate;
  if (k === 0) return { kind: 'arranged', arrangement: withoutSpares(question, packing, bound) };
  const lowerBound = hostsWithSpares(bound.bins, boundInFailure(question), failure);
  const plan: Spared = { question, packing, k, lowerBound };
  if (failure.spare === 'spread') {
    const first = Math.max(packing.binCount, lowerBound);
    for (let hosts = first; hosts <= packing.binCount + k; hosts++) {
      yield { step: 'checking', doneRatio: (hosts - first) / (k + 1), hosts, lowerBound };
      const found = sharedOver(plan, hosts);
      if (found !== null) return { kind: 'arranged', arrangement: found };
    }
  }
  yield { step: 'checking', doneRatio: 0.9, hosts: packing.binCount + k, lowerBound };
  return withEmptyHosts(plan);
}

interface Spared {
  readonly question: Question;
  readonly packing: Packing;
  readonly k: number;
  readonly lowerBound: number;
}

/** No spare is asked for: the packing as it is, spread where that keeps every rule, and what it survives by luck. */
function withoutSpares(question: Question, packing: Packing, bound: LowerBound): Arrangement {
  const hostOf =
    question.scenario.failure.spare === 'spread'
      ? spread(question.placement.normal, packing.typeOf, packing.binOf, packing.domainOf)
      : null;
  const placed = placedOn(hostOf ?? packing.binOf, packing.typeOf, packing.domainOf);
  const check = checkSurvival(question, placed, 1);
  const tolerates = check.survives ? 1 : 0;
  return arrangementOf(placed, check, {
    lowerBound: bound.bins,
    tolerates,
    tolerate: 0,
    spare: 'none',
  });
}

/** No plan on fewer hosts holds the fleet while hosts are down. */
function boundInFailure({ placement, scenario }: Question): number {
  // Only the bound is wanted: starting computes it, and no step is made.
  return startPacking(placement.inFailure, { seed: scenario.seed, effort: 0 }).bound.bins;
}

/**
 * The load on so many hosts, the free room shared by as many of them as the failures allow, where every loss is
 * re-placed; null where it is not. So hosts that are all a little emptier come before few that are half empty.
 */
function sharedOver(
  { question, packing, k, lowerBound }: Spared,
  hosts: number,
): Arrangement | null {
  const { normal, inFailure } = question.placement;
  const extra = hosts - packing.binCount;
  for (const mix of spareMixes(normal, packing, extra)) {
    const typeOf = withExtra(packing.typeOf, mix);
    const domainOf = extraDomains(normal, packing, typeOf.length);
    const located = domainOf ? { ...packing, domainOf } : packing;
    for (const sharing of sharings(normal, inFailure, located, typeOf)) {
      const hostOf = sharing.hostOf();
      if (hostOf === null) continue;
      const placed = placedOn(hostOf, typeOf, domainOf);
      const check = checkSurvival(question, placed, k, probes(hosts, sharing.hosts, k));
      if (!check.survives) continue;
      const facts = { lowerBound, tolerates: k, tolerate: k, spare: 'spread' as const };
      return arrangementOf(placed, check, facts);
    }
  }
  return null;
}

/** Losses that fail first if any does, of the last so many hosts, which share what is free: to give up on early. */
function probes(hosts: number, shared: number, k: number): number[][] {
  const step = Math.max(1, Math.floor(shared / probeCount));
  return Array.from({ length: Math.min(probeCount, shared) }, (_, turn) => hosts - 1 - turn * step)
    .filter((last) => last >= k - 1)
    .map((last) => Array.from({ length: k }, (_, back) => last - k + 1 + back));
}

/** The packing as it is and empty hosts beside it, as many as it takes. */
function withEmptyHosts({ question, packing, k, lowerBound }: Spared): Arranged {
  const { normal } = question.placement;
  // With unlike types an empty host may be too small for what the largest had, and a group or a domain may need one of
  // its own.
  const kinds = Math.max(2, normal.domainCount ?? 1, groupKinds(question));
  for (let extra = k; extra <= kinds * k; extra++) {
    for (const mix of spareMixes(normal, packing, extra)) {
      const typeOf = withExtra(packing.typeOf, mix);
      const placed = placedOn(packing.binOf, typeOf, extraDomains(normal, packing, typeOf.length));
      const check = checkSurvival(question, placed, k);
      if (!check.survives) continue;
      const facts = { lowerBound, tolerates: k, tolerate: k, spare: 'dedicated' as const };
      return { kind: 'arranged', arrangement: arrangementOf(placed, check, facts) };
    }
  }
  const { hostTypes } = question.scenario;
  const hostType = item(hostTypes, question.placement.typeOfBinType(at(packing.typeOf, 0))).id;
  return { kind: 'impossible', reason: { kind: 'not-enough-spare', tolerate: k, hostType } };
}

const groupKinds = ({ scenario, placement }: Question) =>
  placement.normal.binTypes.length / scenario.hostTypes.length;

const placedOn = (hostOf: Int32Array, typeOf: Int32Array, domainOf?: Int32Array): Placed => ({
  hostOf,
  typeOf,
  ...(domainOf ? { domainOf } : {}),
});

/** Domains of a packing's hosts and of so many more behind them, each in the domain with the fewest. */
function extraDomains(
  { domainCount = 1 }: PackingProblem,
  { domainOf }: Packing,
  hostCount: number,
): Int32Array | undefined {
  if (!domainOf) return undefined;
  const used = new Int32Array(domainCount);
  return Int32Array.from({ length: hostCount }, (_, host) => {
    const domain = domainOf[host] ?? used.indexOf(Math.min(...used));
    used[domain] = at(used, domain) + 1;
    return domain;
  });
}

/** Mixes of many types are too many to try; so many are enough for the few spares that anyone buys. */
const mostMixes = 60;

/** Types of so many more hosts, within what is available, the cheapest mix first. */
export function spareMixes(problem: PackingProblem, packing: Packing, extra: number): number[][] {
  const { binTypes } = problem;
  const stock = stockOf(problem);
  const used = new Int32Array(binTypes.length);
  for (const type of packing.typeOf) used[type] = at(used, type) + 1;
  const byCost = binTypes
    .map((_, type) => type)
    .sort((a, b) => item(binTypes, a).cost - item(binTypes, b).cost || a - b);
  const mixes: number[][] = [];
  const extend = (mix: readonly number[], from: number) => {
    if (mixes.length >= mostMixes) return;
    if (mix.length === extra) {
      mixes.push([...mix]);
      return;
    }
    for (let place = from; place < byCost.length; place++) {
      const type = item(byCost, place);
      if (!hasOneMore(stock, used, type)) continue;
      used[type] = at(used, type) + 1;
      extend([...mix, type], place);
      used[type] = at(used, type) - 1;
    }
  };
  extend([], 0);
  const cost = (mix: readonly number[]) =>
    mix.reduce((sum, type) => sum + item(binTypes, type).cost, 0);
  return mixes.sort((a, b) => cost(a) - cost(b));
}

const withExtra = (typeOf: Int32Array, mix: readonly number[]) =>
  Int32Array.from([...typeOf, ...mix]);

function arrangementOf(
  placed: Placed,
  check: SurvivalCheck,
  facts: {
    readonly lowerBound: number;
    readonly tolerates: number;
    readonly tolerate: number;
    readonly spare: Survival['spare'];
  },
): Arrangement {
  const { lossCount, checkedCount, isSample, worst } = check;
  const { lowerBound, tolerates, tolerate, spare } = facts;
  return {
    ...placed,
    lowerBound,
    tolerates,
    survival: { tolerate, lossCount, checkedCount, isSample, spare },
    worstFailure: worst,
  };
}
