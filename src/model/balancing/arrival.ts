import { at, item } from '../columns.ts';
import type { FleetInTime } from './fleet-in-time.ts';
import type { BalancingSettings, PolicyId } from './settings.ts';
import { BalancingState } from './state.ts';

/**
 * Initial placement: the host that each rule gives a new machine, by what it looks at when it moves one.
 * A: where CPU and memory come out evenest. B: the lowest CPU use where nothing watched exceeds its threshold.
 * C: the lowest (or highest) load where the CPU reserve is free. Ours: where the fuller of CPU and memory stays lowest.
 *
 * @returns null where no host may hold it
 */
export function hostForNew(state: BalancingState, index: number, policy: PolicyId): number | null {
  let best: number | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (let host = 0; host < state.fleet.hostCount; host++) {
    if (!state.mayHold(index, host)) continue;
    const score = scores[policy](state, index, host);
    if (score < lowest) {
      lowest = score;
      best = host;
    }
  }
  return best;
}

type Score = (state: BalancingState, index: number, host: number) => number;

/** Hosts that break what the rule asks for come last, the emptiest of them first: a machine must stand somewhere. */
const last = 1e6;

const scores: Readonly<Record<PolicyId, Score>> = {
  A: (state, index, host) => {
    const cpu = cpuWith(state, index, host);
    const memory = memoryWith(state, index, host);
    return cpu * cpu + memory * memory;
  },
  B: (state, index, host) =>
    state.cpuRatio(host, at(state.goalCpu, host)) +
    (pressureWith(state, index, host) > 1 ? last : 0),
  C: (state, index, host) => {
    const reserve = at(state.fleet.cpuProvisionedMhz, index) * state.settings.reserveRatio;
    const { effective } = item(state.fleet.cpuCapacity, state.typeOf(host));
    const load =
      state.cpuRatio(host, at(state.goalCpu, host)) +
      state.memoryRatio(host, at(state.goalMemory, host));
    const isFree =
      effective - at(state.goalCpu, host) >= reserve && memoryWith(state, index, host) <= 1;
    return (state.settings.target === 'highest' ? -load : load) + (isFree ? 0 : last);
  },
  ours: (state, index, host) => pressureWith(state, index, host),
};

const cpuWith: Score = (state, index, host) =>
  state.cpuRatio(host, at(state.goalCpu, host) + state.cpuOf(index));
const memoryWith: Score = (state, index, host) =>
  state.memoryRatio(host, at(state.goalMemory, host) + state.memoryOf(index));
const pressureWith: Score = (state, index, host) =>
  state.pressure(
    host,
    at(state.goalCpu, host) + state.cpuOf(index),
    at(state.goalMemory, host) + state.memoryOf(index),
  );

/**
 * All machines placed one by one, in the fleet's order, by what is known in the first hour. Machines that no host may
 * hold stay where the given placement has them.
 */
export function placedByArrival(
  fleet: FleetInTime,
  settings: BalancingSettings,
  policy: PolicyId,
): Int32Array {
  const state = new BalancingState(fleet, settings, new Int32Array(fleet.itemCount).fill(-1));
  for (let index = 0; index < fleet.itemCount; index++) {
    const host = hostForNew(state, index, policy) ?? at(fleet.cluster.hostOf, index);
    state.place(index, host);
  }
  return state.hostOf;
}
