import { at } from '../columns.ts';
import { expectedPressure } from './expectation.ts';
import type { RuleSet } from './rules.ts';
import type { BalancingState } from './state.ts';

/** The hosts that a rule wants to relieve now, most loaded first; empty where nothing is to be done. */
export const triggers: Readonly<Record<RuleSet['trigger'], (state: BalancingState) => number[]>> = {
  uneven: (state) => {
    const { cpu, memory } = spreadOf(state);
    const isUneven = Math.max(cpu, memory) > state.settings.imbalanceRatio;
    return isUneven ? byPressure(state, () => true).slice(0, 1) : [];
  },
  'cpu-over': (state) =>
    byPressure(state, (host) => hasHeld(state, state.overSince, host) && isCpuOver(state, host)),
  'cpu-and-memory-over': (state) =>
    byPressure(state, (host) => hasHeld(state, state.bothOverSince, host)),
  'over-or-expected': (state) =>
    byPressure(
      state,
      (host) => hasHeld(state, state.overSince, host) || expectedPressure(state, host) > 1,
    ),
};

const hasHeld = (state: BalancingState, since: Float64Array, host: number) =>
  at(since, host) >= 0 && state.now - at(since, host) >= state.settings.holdSeconds;

/** By the load to come: a host that is already being relieved is not relieved again. */
const isCpuOver = (state: BalancingState, host: number) =>
  state.cpuRatio(host, at(state.goalCpu, host)) > state.settings.thresholdRatio.cpu;

function byPressure(state: BalancingState, isWanted: (host: number) => boolean): number[] {
  const hosts: { readonly host: number; readonly pressure: number }[] = [];
  for (let host = 0; host < state.fleet.hostCount; host++) {
    if (state.isOn[host] !== 1 || at(state.hostRestsUntil, host) > state.now) continue;
    if (isWanted(host)) hosts.push({ host, pressure: state.pressure(host) });
  }
  return hosts.sort((a, b) => b.pressure - a.pressure || a.host - b.host).map(({ host }) => host);
}

/** Standard deviation of the hosts' CPU and memory use, of the load to come. */
export function spreadOf(state: BalancingState) {
  const cpu: number[] = [];
  const memory: number[] = [];
  for (let host = 0; host < state.fleet.hostCount; host++) {
    if (state.isOn[host] !== 1) continue;
    cpu.push(state.cpuRatio(host, at(state.goalCpu, host)));
    memory.push(state.memoryRatio(host, at(state.goalMemory, host)));
  }
  return { cpu: deviation(cpu), memory: deviation(memory) };
}

/** Standard deviation of a whole population; 0 of nothing. */
export function deviation(values: readonly number[]): number {
  if (values.length === 0) return 0;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return Math.sqrt(squares / values.length);
}
