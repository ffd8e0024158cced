import { at } from '../columns.ts';
import type { Note, Obstacle } from '../consolidation/answer.ts';
import { obstaclesBefore, type Question } from '../consolidation/question.ts';
import { restartTime } from '../failover/restart-time.ts';
import { startPacking } from '../packing/pack.ts';
import { clusterOf } from '../survival/cluster.ts';
import { Replacement } from '../survival/replacement.ts';
import { seconds } from '../units.ts';
import { type SiteOutcome, siteOutcomes } from './quorum.ts';
import { type Replication, replication } from './replication.ts';

export interface SiteLoss {
  readonly kind: 'estimated';
  readonly workloads: number;
  readonly diskGib: number;
  /** Workloads whose disk is unknown: left out of the sum. */
  readonly diskUnknown: number;
  readonly replication: Replication;
  /** Hosts of the scenario's first type that hold everything there while the site is lost; null: none can. */
  readonly hostsNeeded: number | null;
  readonly hosts: number;
  /** Workloads that start on the hosts there, in the worst hour. */
  readonly restarted: number;
  readonly worstSlot: number | null;
  /** Null where no host is there. */
  readonly recovery: {
    readonly waveCount: number;
    /** Until the last application answers. */
    readonly seconds: number;
    readonly steps: readonly { readonly step: RecoveryStep; readonly seconds: number }[];
    readonly meetsRto: boolean;
  } | null;
  readonly stretched: readonly SiteOutcome[];
  /** Whether what is left of a stretched cluster holds everything: enough hosts at each site. */
  readonly holdsHere: boolean | null;
  readonly holdsThere: boolean | null;
  readonly notes: readonly Note[];
  readonly seed: number;
}
export type RecoveryStep = 'decision' | 'promotion' | 'boot' | 'application';

export type SiteLossAnswer =
  | SiteLoss
  | {
      readonly kind: 'impossible';
      readonly reasons: readonly Obstacle[];
      readonly notes: readonly Note[];
      readonly seed: number;
    };

/** The whole site is lost: what starts elsewhere, after how long, and with how much of the last work lost. */
export function siteLoss(question: Question): SiteLossAnswer {
  const { scenario, fleet, selection, notes } = question;
  const { seed } = scenario;
  const reasons = obstaclesBefore(question);
  if (reasons.length > 0) return { kind: 'impossible', reasons, notes, seed };
  const policy = scenario.availability.recovery;
  const { rows } = selection;
  let diskGib = 0;
  let diskUnknown = 0;
  for (const row of rows) {
    const own = at(fleet.diskProvisionedGib, row);
    if (Number.isNaN(own)) diskUnknown++;
    else diskGib += own;
  }
  const hostsNeeded = neededHosts(question);
  const { restarted, worstSlot } = startedOn(question, policy.hosts);
  const holds = (hosts: number) => (hostsNeeded === null ? false : hosts >= hostsNeeded);
  return {
    kind: 'estimated',
    workloads: rows.length,
    diskGib,
    diskUnknown,
    replication: replication(policy, diskGib),
    hostsNeeded,
    hosts: policy.hosts,
    restarted,
    worstSlot,
    recovery: recoveryOf(question, restarted),
    stretched: siteOutcomes(policy.stretched),
    holdsHere: holds(policy.stretched.hostsHere),
    holdsThere: holds(policy.stretched.hostsThere),
    notes,
    seed,
  };
}

/** The first type alone, in any number, under the limits that hold while something is down. */
function neededHosts({ placement, scenario }: Question): number | null {
  const [first] = placement.inFailure.binTypes;
  if (first === undefined) return null;
  const problem = {
    ...placement.inFailure,
    binTypes: [{ ...first, available: Number.POSITIVE_INFINITY, cost: 1 }],
    typeOnly: null,
  };
  const run = startPacking(problem, { seed: scenario.seed, effort: 0 });
  while (!run.step(Number.POSITIVE_INFINITY));
  const outcome = run.outcome();
  return outcome.kind === 'packed' ? outcome.packing.binCount : null;
}

/** How many find a place on empty hosts there, in the hour in which fewest do: the whole site is one lost host. */
function startedOn(question: Question, hosts: number) {
  const count = question.selection.rows.length;
  if (hosts === 0) return { restarted: 0, worstSlot: null };
  const placed = { hostOf: new Int32Array(count), typeOf: new Int32Array(hosts + 1) };
  const cluster = { ...clusterOf(question, placed), pinOf: null };
  const replacement = new Replacement(cluster);
  let most = -1;
  let worstSlot = 0;
  for (let slot = 0; slot < cluster.slotCount; slot++) {
    replacement.turnTo(slot);
    const { count: unplaced } = replacement.lose([0]);
    if (unplaced > most) {
      most = unplaced;
      worstSlot = slot;
    }
  }
  return { restarted: count - most, worstSlot: cluster.slotCount === 1 ? null : worstSlot };
}

function recoveryOf({ scenario }: Question, vmCount: number): SiteLoss['recovery'] {
  const { recovery: policy, restart } = scenario.availability;
  if (policy.hosts === 0 || vmCount === 0) return null;
  const time = restartTime({
    heartbeatSeconds: seconds(0),
    missedHeartbeats: 0,
    declarationSeconds: seconds(0),
    vmCount,
    hostCount: policy.hosts,
    startsPerHost: restart.startsPerHost,
    bootSeconds: seconds(restart.bootSeconds),
    applicationSeconds: seconds(restart.applicationSeconds),
  });
  const steps = [
    { step: 'decision', seconds: policy.decisionSeconds },
    { step: 'promotion', seconds: policy.promotionSeconds },
    { step: 'boot', seconds: time.guestsSeconds },
    { step: 'application', seconds: restart.applicationSeconds },
  ] as const;
  const total = steps.reduce((sum, step) => sum + step.seconds, 0);
  return {
    waveCount: time.waveCount,
    seconds: total,
    steps,
    meetsRto: total <= policy.rtoSeconds,
  };
}
