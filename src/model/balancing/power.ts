import { at, item } from '../columns.ts';
import type { Choice } from './choices.ts';
import { type ExpectedLoad, expectedLoads } from './expectation.ts';
import type { BalancingState } from './state.ts';

/** Targets are filled to this share of their thresholds at most, so that the next hour does not undo the move. */
const mostPressure = 0.75;

/**
 * The emptiest host, if all its machines find a place elsewhere that stays well under the thresholds, now and at the
 * same hours of yesterday. As many hosts as the plan may lose, and one more, always stay on.
 */
export function hostToEmpty(state: BalancingState) {
  const { failure } = state.fleet.cluster.scenario;
  const on = [...state.isOn.keys()].filter((host) => state.isOn[host] === 1);
  if (on.length <= failure.tolerate + 1 || state.flights.length > 0) return null;
  const host = on.reduce((a, b) => (state.pressure(b) < state.pressure(a) ? b : a));
  const targets = on.filter((other) => other !== host).map((other) => new Prospect(state, other));
  const moves: Choice[] = [];
  const largestFirst = [...item(state.members, host)].sort(
    (a, b) => state.memoryOf(b) - state.memoryOf(a) || a - b,
  );
  for (const index of largestFirst) {
    const target = targets.find(
      (prospect) =>
        state.mayMove(index, prospect.host) && prospect.pressureWith(index) <= mostPressure,
    );
    if (target === undefined) return null;
    target.add(index);
    moves.push({ item: index, to: target.host });
  }
  return { host, moves };
}

/** A host with machines that are still to be decided on. */
class Prospect {
  readonly host: number;
  private readonly state: BalancingState;
  private readonly added: number[] = [];
  private readonly loads: readonly ExpectedLoad[];

  constructor(state: BalancingState, host: number) {
    this.state = state;
    this.host = host;
    this.loads = expectedLoads(state, host);
  }

  add(index: number) {
    this.added.push(index);
  }

  pressureWith(index: number): number {
    const { state, host } = this;
    const all = [...this.added, index];
    const sum = (of: (other: number) => number) => all.reduce((total, one) => total + of(one), 0);
    const rivals = item(state.fleet.rivalsOf, index);
    if (rivals !== null && this.added.some((other) => rivals.has(other))) return Infinity;
    const now = state.pressure(
      host,
      at(state.goalCpu, host) + sum((one) => state.cpuOf(one)),
      at(state.goalMemory, host) + sum((one) => state.memoryOf(one)),
    );
    return this.loads.reduce(
      (highest, { slot, mhz, gib }) =>
        Math.max(
          highest,
          state.pressure(
            host,
            mhz + sum((one) => state.cpuOf(one, slot)),
            gib + sum((one) => state.memoryOf(one, slot)),
          ),
        ),
      now,
    );
  }
}

/** Switches a host on: the first that is off. */
export function wake(state: BalancingState) {
  const host = state.isOn.indexOf(0);
  if (host < 0) return;
  state.isOn[host] = 1;
  state.version++;
}
