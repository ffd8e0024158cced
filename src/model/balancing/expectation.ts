import { item } from '../columns.ts';
import type { BalancingState } from './state.ts';

/** Hours that ours looks ahead. */
const aheadSeconds = 3 * 3600;
const daySeconds = 86_400;

/**
 * The slots of yesterday that stand for the next hours. A rule may know the past only: on the first day there is none,
 * and nothing is expected.
 */
export function expectedSlots({ fleet, slot }: BalancingState): number[] {
  const { slotSeconds, slotCount } = fleet;
  const day = Math.round(daySeconds / slotSeconds);
  const ahead = Math.max(1, Math.round(aheadSeconds / slotSeconds));
  if (day < 1 || slotCount === 1) return [];
  return Array.from({ length: ahead }, (_, k) => slot + 1 + k - day).filter(
    (past) => past >= 0 && past < slot,
  );
}

/** What a host's machines used at one of yesterday's hours. */
export interface ExpectedLoad {
  readonly slot: number;
  readonly mhz: number;
  readonly gib: number;
}

/** CPU and memory that a host's machines had at the same hours yesterday; summed once for each change. */
export function expectedLoads(state: BalancingState, host: number): readonly ExpectedLoad[] {
  if (state.expected.version !== state.version) {
    state.expected = { version: state.version, byHost: new Map() };
  }
  const known = state.expected.byHost.get(host);
  if (known !== undefined) return known;
  const loads = expectedSlots(state).map((slot) => {
    let mhz = 0;
    let gib = 0;
    for (const index of item(state.members, host)) {
      mhz += state.cpuOf(index, slot);
      gib += state.memoryOf(index, slot);
    }
    return { slot, mhz, gib };
  });
  state.expected.byHost.set(host, loads);
  return loads;
}

/** The highest pressure expected of a host in the next hours; 0 where nothing is known. */
export function expectedPressure(state: BalancingState, host: number): number {
  let highest = 0;
  for (const { mhz, gib } of expectedLoads(state, host)) {
    highest = Math.max(highest, state.pressure(host, mhz, gib));
  }
  return highest;
}

/** The highest pressure expected of a host that gains (+1) or loses (−1) a machine; 0 where nothing is known. */
export function expectedWith(state: BalancingState, { host, index, sign }: Change): number {
  let highest = 0;
  for (const { slot, mhz, gib } of expectedLoads(state, host)) {
    const pressure = state.pressure(
      host,
      mhz + sign * state.cpuOf(index, slot),
      gib + sign * state.memoryOf(index, slot),
    );
    if (pressure > highest) highest = pressure;
  }
  return highest;
}

export interface Change {
  readonly host: number;
  readonly index: number;
  readonly sign: 1 | -1;
}
