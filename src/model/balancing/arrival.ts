import { at, item } from '../columns.ts';
import { type FleetInTime, type Series, valueAt } from './fleet-in-time.ts';
import { type BalancingSettings, type PolicyId, policyIds } from './settings.ts';
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

/** Where each rule puts the machine that is to be added, and how loaded that host is with it; null: nowhere. */
export interface NewPlace {
  readonly policy: PolicyId;
  readonly place: { readonly host: number; readonly pressure: number } | null;
}

/** A new machine on the given placement, at the hour that the fleet asks most of its CPUs. */
export function placesForNew(fleet: FleetInTime, settings: BalancingSettings) {
  const { vcpus, cpuMhz, memoryGib } = settings.newMachine;
  const index = fleet.itemCount;
  const extended: FleetInTime = {
    ...fleet,
    itemCount: index + 1,
    cpu: extendedSeries(fleet.cpu, cpuMhz),
    memory: extendedSeries(fleet.memory, memoryGib),
    vcpus: Float64Array.from([...fleet.vcpus, vcpus]),
    cpuProvisionedMhz: Float64Array.from([...fleet.cpuProvisionedMhz, cpuMhz]),
    moveSeconds: Float64Array.from([...fleet.moveSeconds, Number.NaN]),
    rivalsOf: [...fleet.rivalsOf, null],
    typeOnly: fleet.typeOnly && Int32Array.from([...fleet.typeOnly, -1]),
  };
  const state = new BalancingState(
    extended,
    settings,
    Int32Array.from([...fleet.cluster.hostOf, -1]),
  );
  const slot = busiestSlot(fleet);
  state.enterSlot(slot);
  const places = policyIds.map((policy): NewPlace => {
    const host = hostForNew(state, index, policy);
    return {
      policy,
      place: host === null ? null : { host, pressure: pressureWith(state, index, host) },
    };
  });
  return { slot, places };
}

const extendedSeries = ({ slotCount, values }: Series, value: number): Series => {
  const longer = new Float64Array(values.length + slotCount).fill(value);
  longer.set(values);
  return { slotCount, values: longer };
};

function busiestSlot({ cpu, slotCount, itemCount }: FleetInTime): number {
  let busiest = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let slot = 0; slot < slotCount; slot++) {
    let sum = 0;
    for (let index = 0; index < itemCount; index++) sum += valueAt(cpu, index, slot);
    if (sum > highest) {
      highest = sum;
      busiest = slot;
    }
  }
  return busiest;
}
