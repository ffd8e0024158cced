import { at } from '../columns.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import type { FailoverAnswer, FailoverNote, FailoverOutcome } from './answer.ts';
import type { Cluster } from './cluster.ts';
import { compileIncidents, rackOf } from './compiled-incidents.ts';
import type { FailoverPolicy } from './failover-policy.ts';
import { hostOutcomes, Outages, statesOf, timelineOf, vmOutcomes } from './outcome.ts';
import { type PlacedCluster, plannedCluster, todaysCluster } from './placed-cluster.ts';
import { type Prepared, prepare, type Run, simulate } from './simulation.ts';
import { testBedCluster } from './test-bed.ts';

/** How far a simulation has come; while a plan is made first, as that tells it. */
export type FailoverProgress =
  | PlanProgress
  | { readonly step: 'simulating'; readonly doneRatio: number };

/**
 * Breaks a cluster as the scenario says, and watches what happens: once with everything recorded, then again with
 * other random numbers for the distribution of downtime.
 *
 * @param fleet null: only the test bed can be broken
 */
export function* failoverSteps(
  fleet: Fleet | null,
  scenario: Scenario,
): Generator<FailoverProgress, FailoverAnswer, boolean> {
  const placed = yield* placedCluster(fleet, scenario);
  if (placed.kind !== 'cluster') return placed;
  const { cluster, unplaced } = placed;
  const { failover: policy } = scenario;
  const { incidents, unknown } = compileIncidents(cluster, policy.incidents, policy.rackCount);
  if (unknown.length > 0) return { kind: 'unknown-target', targets: unknown };
  const prepared = prepare(cluster, policy, incidents);
  const first = simulate(prepared, { seed: scenario.seed, isRecorded: true });
  const outages = new Outages(cluster, policy);
  outages.add(first);
  for (let run = 1; run < policy.runs; run++) {
    const isStopped: boolean = yield { step: 'simulating', doneRatio: run / policy.runs };
    if (isStopped) break;
    outages.add(simulate(prepared, { seed: scenario.seed + run, isRecorded: false }));
  }
  return outcomeOf(prepared, first, { outages, unplaced, scenario });
}

/** The same in one go. */
export function failover(fleet: Fleet | null, scenario: Scenario): FailoverAnswer {
  const steps = failoverSteps(fleet, scenario);
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

type NoCluster = { readonly kind: 'no-plan' | 'no-fleet' | 'hosts-unknown' };

function* placedCluster(
  fleet: Fleet | null,
  scenario: Scenario,
): Generator<FailoverProgress, PlacedCluster | NoCluster, boolean> {
  const { cluster } = scenario.failover;
  if (cluster === 'test-bed') return { kind: 'cluster', cluster: testBedCluster(), unplaced: 0 };
  if (fleet === null) return { kind: 'no-fleet' };
  if (cluster === 'today') return todaysCluster(fleet, scenario);
  const plan = yield* planSteps(fleet, scenario);
  return plan.kind === 'planned' ? plannedCluster(fleet, scenario, plan) : { kind: 'no-plan' };
}

interface Gathered {
  readonly outages: Outages;
  readonly unplaced: number;
  readonly scenario: Scenario;
}

function outcomeOf(
  { cluster, policy }: Prepared,
  run: Run,
  { outages, unplaced, scenario }: Gathered,
): FailoverOutcome {
  const hostCount = cluster.hostNames.length;
  const vms = vmOutcomes(cluster, policy, run);
  const notRestarted = vms.filter(({ ending }) => ending === 'down').length;
  const begin = firstIncident(policy);
  const isAllBack = notRestarted === 0 && vms.length > 0;
  const { backAt, guestAt } = run.machines;
  return {
    kind: 'simulated',
    cluster: {
      hostNames: cluster.hostNames,
      vmNames: cluster.vmNames,
      home: cluster.home,
      classOf: cluster.classOf,
      rackOf: Int32Array.from(cluster.hostNames, (_, host) =>
        rackOf(host, hostCount, policy.rackCount),
      ),
    },
    vms,
    unaffected: cluster.vmNames.length - vms.length,
    notRestarted,
    restartedAllSeconds: isAllBack ? latest(backAt, vms, begin) : null,
    guestsAllSeconds: isAllBack ? latest(guestAt, vms, begin) : null,
    leastSeconds: leastSeconds(policy),
    classes: outages.outcome(vms),
    hosts: hostOutcomes(cluster, run, run.isAlive),
    timeline: timelineOf(run),
    states: statesOf(run),
    ranTwice: vms.filter(({ ranTwice }) => ranTwice).length,
    runs: policy.runs,
    horizonSeconds: policy.horizonSeconds,
    notes: notesOf(cluster, scenario, unplaced),
    seed: scenario.seed,
  };
}

const firstIncident = ({ incidents }: FailoverPolicy) =>
  incidents.reduce((least, { atSeconds }) => Math.min(least, atSeconds), Number.POSITIVE_INFINITY);

/** The last of the moments that are known; null where none is. */
function latest(moments: Float64Array, vms: FailoverOutcome['vms'], begin: number): number | null {
  let last: number | null = null;
  for (const { vm } of vms) {
    const moment = at(moments, vm);
    if (!Number.isNaN(moment)) last = Math.max(last ?? 0, moment - begin);
  }
  return last;
}

/** Detection, declaration, what is waited for, and the fastest boot of all classes. */
export function leastSeconds({
  timers,
  classes,
  bootSpreadRatio,
  storageMibPerSecond,
}: FailoverPolicy) {
  const boots = classes.map(
    ({ bootReadMib, bootSeconds }) =>
      (bootSeconds + bootReadMib / storageMibPerSecond) * (1 - bootSpreadRatio),
  );
  const { detectionSeconds, declarationSeconds, graceSeconds, fencingSeconds, roundSeconds } =
    timers;
  const declared = detectionSeconds + declarationSeconds + graceSeconds + fencingSeconds;
  return declared + roundSeconds + Math.min(...boots);
}

function notesOf(
  cluster: Cluster,
  { failover, rules }: Scenario,
  unplaced: number,
): FailoverNote[] {
  const notes: FailoverNote[] = [];
  const hostCount = cluster.hostNames.length;
  const isMajority = failover.timers.quorum === 'majority';
  if (unplaced > 0) notes.push({ kind: 'unplaced', vms: unplaced });
  if (isMajority && failover.witness !== 'none' && hostCount % 2 === 1) {
    notes.push({ kind: 'witness-without-vote' });
  }
  if (isMajority && failover.witness === 'none' && hostCount === 2) {
    notes.push({ kind: 'two-hosts-no-witness' });
  }
  if (rules.together.length > 0) notes.push({ kind: 'affinity-not-kept' });
  return notes;
}
