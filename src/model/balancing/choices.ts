import { at, item } from '../columns.ts';
import { expectedPressure, expectedWith } from './expectation.ts';
import type { RuleSet } from './rules.ts';
import type { BalancingState } from './state.ts';

/** A move that a rule wants to make. */
export interface Choice {
  readonly item: number;
  readonly to: number;
}

type Choose = (state: BalancingState, from: number) => Choice | null;

/**
 * Which machine of a host moves, and where to; null: no move is better than none. Every rule keeps to what comes
 * first here: the target must be better off after the move than the source was before it (`isBetter`), rules of
 * placement hold, and hosts and machines that rest are left alone.
 */
export const choices: Readonly<Record<RuleSet['choice'], Choose>> = {
  'evens-best': evensBest,
  'fits-lowest-cpu': fitsLowestCpu,
  'highest-load': highestLoad,
  'least-peak': leastPeak,
};

/** How loaded a host would be with one machine more. */
const pressureWith = (state: BalancingState, index: number, host: number) =>
  state.pressure(
    host,
    at(state.goalCpu, host) + state.cpuOf(index),
    at(state.goalMemory, host) + state.memoryOf(index),
  );

/** The target, with the machine on it, stands better than the source did with it. */
export const isBetter = (state: BalancingState, index: number, to: number) =>
  pressureWith(state, index, to) < state.pressure(at(state.goalOf, index));

function targetsOf(state: BalancingState, index: number): number[] {
  const targets: number[] = [];
  for (let host = 0; host < state.fleet.hostCount; host++) {
    if (at(state.hostRestsUntil, host) > state.now) continue;
    if (state.mayMove(index, host) && isBetter(state, index, host)) targets.push(host);
  }
  return targets;
}

/** A host name sorts before another: A's choice among equals. */
const isNamedBefore = ({ fleet }: BalancingState, a: number, b: number) =>
  item(fleet.cluster.hostNames, a) < item(fleet.cluster.hostNames, b);

/** A: the move after which CPU and memory of the two hosts lie closest together. */
function evensBest(state: BalancingState, from: number): Choice | null {
  let best: Choice | null = null;
  let bestGain = 1e-9;
  for (const index of item(state.members, from)) {
    for (const to of targetsOf(state, index)) {
      const gain = evenness(state, index, from, to);
      const isFirst = best !== null && gain === bestGain && isNamedBefore(state, to, best.to);
      if (gain > bestGain || isFirst) {
        bestGain = gain;
        best = { item: index, to };
      }
    }
  }
  return best;
}

/** By how much the sum of squares of the two hosts' CPU and memory use falls. */
function evenness(state: BalancingState, index: number, from: number, to: number): number {
  const squares = (sign: 0 | 1) => {
    const mhz = sign * state.cpuOf(index);
    const gib = sign * state.memoryOf(index);
    const ratios = [
      state.cpuRatio(from, at(state.goalCpu, from) - mhz),
      state.cpuRatio(to, at(state.goalCpu, to) + mhz),
      state.memoryRatio(from, at(state.goalMemory, from) - gib),
      state.memoryRatio(to, at(state.goalMemory, to) + gib),
    ];
    return ratios.reduce((sum, ratio) => sum + ratio * ratio, 0);
  };
  return squares(0) - squares(1);
}

/** B: the busiest machine that pushes no target over a threshold, to the host with the lowest CPU use. */
function fitsLowestCpu(state: BalancingState, from: number): Choice | null {
  for (const index of busiestFirst(state, from)) {
    let best: Choice | null = null;
    let lowest = Number.POSITIVE_INFINITY;
    for (const to of targetsOf(state, index)) {
      const ratio = state.cpuRatio(to, at(state.goalCpu, to));
      if (pressureWith(state, index, to) > 1 || ratio >= lowest) continue;
      lowest = ratio;
      best = { item: index, to };
    }
    if (best !== null) return best;
  }
  return null;
}

const busiestFirst = (state: BalancingState, from: number) =>
  [...item(state.members, from)].sort((a, b) => state.cpuOf(b) - state.cpuOf(a) || a - b);

/** C: the machine with the highest load alone; its CPU reserve must be free on the target. */
function highestLoad(state: BalancingState, from: number): Choice | null {
  const [index] = byLoad(state, from);
  if (index === undefined) return null;
  const reserve = at(state.fleet.cpuProvisionedMhz, index) * state.settings.reserveRatio;
  const isHighest = state.settings.target === 'highest';
  let best: Choice | null = null;
  let bestLoad = 0;
  for (const to of targetsOf(state, index)) {
    const { effective } = item(state.fleet.cpuCapacity, state.typeOf(to));
    if (effective - at(state.goalCpu, to) < reserve) continue;
    const load = loadOf(state, to);
    if (best === null || (isHighest ? load > bestLoad : load < bestLoad)) {
      best = { item: index, to };
      bestLoad = load;
    }
  }
  return best;
}

const loadOf = (state: BalancingState, host: number) =>
  state.cpuRatio(host, at(state.goalCpu, host)) +
  state.memoryRatio(host, at(state.goalMemory, host));

/** Machines by their share of the host, CPU and memory together, highest first. */
function byLoad(state: BalancingState, host: number): number[] {
  const share = (index: number) =>
    state.cpuRatio(host, state.cpuOf(index)) + state.memoryRatio(host, state.memoryOf(index));
  return [...item(state.members, host)].sort((a, b) => share(b) - share(a) || a - b);
}

/** A move is worth its time only if it takes at least this from what is over. */
const leastRelief = 0.02;

/** Below this pressure a host is relieved enough not to be over again in the next hour. */
const calm = 0.93;

/** What ours judges a move by, the weightiest first: how far the source stays over now, the worse of both hosts in the
 * hours to come (1: none is over), and the time it takes. */
type Key = readonly [number, number, number];

const isBelow = (a: Key, b: Key) =>
  a[0] < b[0] || (a[0] === b[0] && (a[1] < b[1] || (a[1] === b[1] && a[2] < b[2])));

/**
 * Ours: of the moves that put no target over its thresholds now, the one that takes most from what the source is over;
 * among equals the one after which the worse of the two hosts is least over at the same hours of yesterday; among
 * equals the shortest.
 */
function leastPeak(state: BalancingState, from: number): Choice | null {
  const now = Math.max(calm, state.pressure(from));
  const later = Math.max(1, expectedPressure(state, from));
  let best: Choice | null = null;
  let bestKey: Key =
    now > 1 ? [now - leastRelief, Number.POSITIVE_INFINITY, 0] : [now, later - leastRelief, 0];
  for (const index of item(state.members, from)) {
    const seconds = at(state.fleet.moveSeconds, index);
    const left = leftOn(state, from, index);
    if (Number.isNaN(seconds) || !isBelow([left.now, left.later, seconds], bestKey)) continue;
    const target = calmest(state, index);
    if (target === null) continue;
    const key: Key = [left.now, Math.max(left.later, target.later), seconds];
    if (!isBelow(key, bestKey)) continue;
    best = { item: index, to: target.host };
    bestKey = key;
  }
  return best;
}

const leftOn = (state: BalancingState, from: number, index: number) => ({
  now: Math.max(
    calm,
    state.pressure(
      from,
      at(state.goalCpu, from) - state.cpuOf(index),
      at(state.goalMemory, from) - state.memoryOf(index),
    ),
  ),
  later: Math.max(1, expectedWith(state, { host: from, index, sign: -1 })),
});

/** The host that a machine leaves least loaded in the hours to come and now; null where every one would be over. */
function calmest(state: BalancingState, index: number) {
  let best: { readonly host: number; readonly later: number } | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (let host = 0; host < state.fleet.hostCount; host++) {
    const now = pressureWith(state, index, host);
    if (now > 1 || !state.mayMove(index, host)) continue;
    const later = expectedWith(state, { host, index, sign: 1 });
    const peak = Math.max(now, later);
    if (peak >= lowest) continue;
    lowest = peak;
    best = { host, later };
  }
  return best;
}
