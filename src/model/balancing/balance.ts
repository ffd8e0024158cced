import {
  type ClusterCache,
  type ClusterNote,
  type ClusterOutcome,
  clusterSteps,
} from '../cluster/cluster.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { type NewPlace, placesForNew } from './arrival.ts';
import { fleetInTime } from './fleet-in-time.ts';
import { type RuleSet, ruleSets } from './rules.ts';
import { type BalanceRun, runSteps } from './run.ts';
import type { PolicyId } from './settings.ts';

export type Balance =
  | BalanceAnswer
  | Extract<ClusterOutcome, { kind: 'impossible' }>
  /** The run was given up before its end. */
  | { readonly kind: 'stopped' };

export interface BalanceAnswer {
  readonly kind: 'balanced';
  readonly source: 'today' | 'plan';
  readonly hostNames: readonly string[];
  /** Fleet row of each item. */
  readonly rows: Int32Array;
  readonly slotCount: number;
  readonly slotSeconds: number;
  readonly startEpochSeconds: number | null;
  readonly hasProfile: boolean;
  /** Machines that no rule may move. */
  readonly immovable: number;
  /** As asked, one after the other; `none` first where all were asked for. */
  readonly runs: readonly BalanceRun[];
  /** Where each rule puts a new machine, at the busiest hour of the given placement. */
  readonly newMachine: { readonly slot: number; readonly places: readonly NewPlace[] };
  readonly notes: readonly ClusterNote[];
}

export interface BalanceProgress {
  readonly step: 'packing' | 'improving' | 'checking' | 'simulating';
  readonly doneRatio: number;
  readonly hosts?: number;
  readonly lowerBound?: number;
}

/**
 * Runs rule sets over the fleet's own time, each from the same start. Resume with `true` to give up.
 *
 * @param policies rule sets to run; null: all of them, and beside them no moves at all
 */
export function* balanceSteps(
  fleet: Fleet,
  scenario: Scenario,
  policies: readonly PolicyId[] | null,
  cache?: ClusterCache,
): Generator<BalanceProgress, Balance, boolean> {
  const outcome = yield* clusterSteps(fleet, scenario, cache);
  if (outcome.kind === 'impossible') return outcome;
  const { cluster } = outcome;
  const time = fleetInTime(cluster);
  const wanted: readonly (RuleSet | null)[] =
    policies === null ? [null, ...ruleSets] : ruleSets.filter(({ id }) => policies.includes(id));
  const runs: BalanceRun[] = [];
  for (const [index, rules] of wanted.entries()) {
    const steps = runSteps(time, scenario.balancing, rules);
    let step = steps.next(false);
    while (!step.done) {
      const doneRatio = (index + step.value) / wanted.length;
      step = steps.next(yield { step: 'simulating', doneRatio });
    }
    if (step.value === null) return { kind: 'stopped' };
    runs.push(step.value);
  }
  return {
    kind: 'balanced',
    source: cluster.source,
    hostNames: cluster.hostNames,
    rows: cluster.question.selection.rows,
    slotCount: time.slotCount,
    slotSeconds: time.slotSeconds,
    startEpochSeconds: time.startEpochSeconds,
    hasProfile: time.hasProfile,
    immovable: time.moveSeconds.filter((seconds) => Number.isNaN(seconds)).length,
    runs,
    newMachine: placesForNew(time, scenario.balancing),
    notes: cluster.notes,
  };
}
