import { at } from '../columns.ts';
import { placedByArrival } from './arrival.ts';
import { type Choice, choices } from './choices.ts';
import { expectedPressure } from './expectation.ts';
import type { FleetInTime } from './fleet-in-time.ts';
import { Meter } from './meter.ts';
import { hostToEmpty, wake } from './power.ts';
import type { RuleSet } from './rules.ts';
import type { BalancingSettings, PolicyId } from './settings.ts';
import { BalancingState, type Flight } from './state.ts';
import { triggers } from './triggers.ts';

/** One move, made or (in recommend-only mode) proposed. */
export interface Migration {
  /** Seconds from the start of the run. */
  readonly atSeconds: number;
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** `relief`: a host was over, or will be; `power`: its host is emptied to be switched off. */
  readonly because: 'relief' | 'power';
  /** Pressure of the source before, and of the target after. */
  readonly sourceBefore: number;
  readonly targetAfter: number;
}

export interface BalanceRun {
  /** `none`: nothing is ever moved; what the others are measured against. */
  readonly policy: PolicyId | 'none';
  readonly migrations: readonly Migration[];
  /** Minutes that hosts were over a threshold, added up over hosts. */
  readonly overThresholdMinutes: number;
  /** Standard deviation of the running hosts' CPU use, averaged over time. */
  readonly imbalance: number;
  /** Null where a host type does not tell its power. */
  readonly energyKwh: number | null;
  /** Hours that hosts were switched off, added up over hosts. */
  readonly offHours: number;
  /** Times that a rule wanted to act and no move was better than none. */
  readonly withoutBenefit: number;
  /** CPU use of each host at the end of each slot, `[slot * hostCount + host]`; −1: switched off. */
  readonly cpu: Float32Array;
  /** Where each machine was at the start. */
  readonly startedOn: Int32Array;
}

/** Runs one rule set over the fleet's time, slot by slot; resume with `true` to give it up. */
export function* runSteps(
  fleet: FleetInTime,
  settings: BalancingSettings,
  rules: RuleSet | null,
): Generator<number, BalanceRun | null, boolean> {
  const startedOn =
    rules !== null && settings.start === 'arrival'
      ? placedByArrival(fleet, settings, rules.id)
      : fleet.cluster.hostOf.slice();
  const state = new BalancingState(fleet, settings, startedOn);
  const meter = new Meter(state);
  const run = new PolicyRun(state, meter, rules);
  const cpu = new Float32Array(fleet.slotCount * fleet.hostCount);
  for (let slot = 0; slot < fleet.slotCount; slot++) {
    // A profile without time stands still, and its day is told in hours of one figure.
    state.enterSlot(slot);
    run.slot();
    cpu.set(meter.cpuByHost(), slot * fleet.hostCount);
    if (yield (slot + 1) / fleet.slotCount) return null;
  }
  return {
    policy: rules?.id ?? 'none',
    migrations: run.migrations,
    ...meter.totals(),
    withoutBenefit: run.withoutBenefit,
    cpu,
    startedOn,
  };
}

/** A rule set at work on a state. */
class PolicyRun {
  readonly migrations: Migration[] = [];
  withoutBenefit = 0;
  private readonly state: BalancingState;
  private readonly meter: Meter;
  private readonly rules: RuleSet | null;
  /** The version at which each host was last looked at in vain, and when the next of those that rest is free again. */
  private readonly inVain: Int32Array;
  private readonly lookAgainAt: Float64Array;

  constructor(state: BalancingState, meter: Meter, rules: RuleSet | null) {
    this.state = state;
    this.meter = meter;
    this.rules = rules;
    this.inVain = new Int32Array(state.fleet.hostCount).fill(-1);
    this.lookAgainAt = new Float64Array(state.fleet.hostCount);
  }

  /** One slot: the rules look at its beginning and at every interval. */
  slot() {
    const { state } = this;
    const { slotSeconds } = state.fleet;
    const end = state.now + slotSeconds;
    let isFirst = true;
    while (state.now < end) {
      if (this.rules !== null) this.look(this.rules, isFirst);
      isFirst = false;
      this.passUntil(Math.min(end, state.now + state.settings.intervalSeconds));
    }
  }

  /** Lets time pass; migrations end on the way. */
  private passUntil(until: number) {
    const { state, meter } = this;
    for (;;) {
      let next: Flight | null = null;
      for (const flight of state.flights) {
        if (flight.endSeconds <= until && (next === null || flight.endSeconds < next.endSeconds)) {
          next = flight;
        }
      }
      meter.pass((next?.endSeconds ?? until) - state.now);
      state.now = next?.endSeconds ?? until;
      if (next === null) return;
      state.land(next);
    }
  }

  private look(rules: RuleSet, isSlotStart: boolean) {
    const { state } = this;
    this.meter.refresh();
    for (const host of triggers[rules.trigger](state)) {
      const isKnown = at(this.inVain, host) === state.version;
      if (isKnown && state.now < at(this.lookAgainAt, host)) continue;
      this.relieve(rules, host);
    }
    if (!rules.maySwitchOff || !state.settings.switchOff || !isSlotStart) return;
    if (state.settings.mode === 'automatic') this.save(rules);
  }

  /** Moves machines from a host until the rule is content, or no move is better than none. */
  private relieve(rules: RuleSet, host: number) {
    const { state } = this;
    for (let turn = 0; turn < state.fleet.itemCount; turn++) {
      const choice = choices[rules.choice](state, host);
      if (choice === null) {
        if (turn === 0) this.giveUp(rules, host);
        return;
      }
      this.make(rules, choice, 'relief');
      if (state.settings.mode === 'recommend') return;
      if (!this.isStillWanted(rules, host)) return;
    }
  }

  private isStillWanted(rules: RuleSet, host: number) {
    const { state } = this;
    if (at(state.hostRestsUntil, host) > state.now) return false;
    if (rules.trigger === 'uneven') return triggers.uneven(state)[0] === host;
    return state.pressure(host) > 1 || expectedIf(rules, state, host) > 1;
  }

  private giveUp(rules: RuleSet, host: number) {
    if (at(this.inVain, host) !== this.state.version) this.withoutBenefit++;
    this.wait(host);
    if (rules.maySwitchOff && this.state.settings.switchOff) wake(this.state);
  }

  /** A host need not be looked at before something changes, or one that rests is free again. */
  private wait(host: number) {
    const { state } = this;
    let next = Number.POSITIVE_INFINITY;
    for (const until of state.hostRestsUntil) if (until > state.now) next = Math.min(next, until);
    for (const until of state.itemRestsUntil) if (until > state.now) next = Math.min(next, until);
    this.inVain[host] = state.version;
    this.lookAgainAt[host] = next;
  }

  /** Empties the emptiest host where that overloads no other, and switches it off. */
  private save(rules: RuleSet) {
    const { state } = this;
    const plan = hostToEmpty(state);
    if (plan === null) return;
    for (const choice of plan.moves) this.make(rules, choice, 'power');
    state.isOn[plan.host] = 0;
    state.version++;
  }

  private make(rules: RuleSet, { item: index, to }: Choice, because: Migration['because']) {
    const { state } = this;
    const from = at(state.goalOf, index);
    const sourceBefore = state.pressure(from);
    const targetAfter = state.pressure(
      to,
      at(state.goalCpu, to) + state.cpuOf(index),
      at(state.goalMemory, to) + state.memoryOf(index),
    );
    const seconds = at(state.fleet.moveSeconds, index);
    this.migrations.push({
      atSeconds: state.now,
      item: index,
      from,
      to,
      seconds,
      because,
      sourceBefore,
      targetAfter,
    });
    const until = state.now + state.settings.cooldownSeconds;
    if (state.settings.mode === 'recommend') {
      // Said once; not again while it would be the same advice.
      state.itemRestsUntil[index] = until;
      this.wait(from);
    } else {
      state.start(index, to);
      if (rules.rests === 'receiving-host') state.hostRestsUntil[to] = until;
      if (rules.rests === 'machine') state.itemRestsUntil[index] = until;
    }
  }
}

const expectedIf = (rules: RuleSet, state: BalancingState, host: number) =>
  rules.trigger === 'over-or-expected' ? expectedPressure(state, host) : 0;
