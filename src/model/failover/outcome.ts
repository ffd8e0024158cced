import { at, item } from '../columns.ts';
import { busyUnder } from '../performance/contention-curve.ts';
import { stretch } from '../performance/response-time.ts';
import type {
  ClassOutcome,
  DownReason,
  HostLoad,
  HostOutcome,
  StateColumns,
  TimelineEntry,
  VmOutcome,
} from './answer.ts';
import type { Cluster } from './cluster.ts';
import type { FailoverPolicy } from './failover-policy.ts';
import {
  down,
  frozen,
  hung,
  type LogKind,
  logName,
  noRoom,
  stopped,
  unreachable,
  up,
  waiting,
} from './recorder.ts';
import type { Run } from './simulation.ts';

/** Every machine that was down, and how it ended. */
export function vmOutcomes(cluster: Cluster, policy: FailoverPolicy, run: Run): VmOutcome[] {
  const { machines } = run;
  const outcomes: VmOutcome[] = [];
  for (let vm = 0; vm < cluster.vmNames.length; vm++) {
    const isDown = machines.shownState(vm) !== up;
    const downSeconds = at(machines.downSeconds, vm);
    const ranTwice = at(machines.ranTwice, vm) === 1;
    if (downSeconds === 0 && !isDown && !ranTwice) continue;
    const wasRestarted = at(machines.wasRestarted, vm) === 1;
    outcomes.push({
      vm,
      downSeconds,
      ending: isDown ? 'down' : wasRestarted ? 'restarted' : 'recovered',
      host: at(machines.host, vm),
      ranTwice,
      reason: isDown ? reasonOf(cluster, policy, run, vm) : null,
    });
  }
  return outcomes;
}

function reasonOf(cluster: Cluster, policy: FailoverPolicy, run: Run, vm: number): DownReason {
  const { machines, takeovers, starts } = run;
  switch (machines.shownState(vm)) {
    case unreachable:
      return { kind: 'unreachable' };
    case frozen:
      return { kind: 'storage-lost' };
    case hung:
      return { kind: 'hang-unnoticed' };
    case stopped:
      return { kind: at(starts.gaveUp, vm) === 1 ? 'attempts-exhausted' : 'not-restarted' };
    case noRoom: {
      const short = at(takeovers.shortOf, vm);
      return short < 0
        ? { kind: 'no-host' }
        : { kind: 'no-room', ...item(cluster.dimensions, short) };
    }
    case waiting: {
      const own = item(policy.classes, at(cluster.classOf, vm));
      return { kind: 'waits-for', vmClass: own.after ?? own.id };
    }
    case down:
      return obstructionOf(run, at(machines.host, vm));
    default:
      return { kind: 'in-progress' };
  }
}

function obstructionOf(run: Run, host: number): DownReason {
  const obstruction = item(run.watch.obstruction, host);
  return { kind: obstruction === 'none' ? 'in-progress' : obstruction };
}

const incidentKinds = new Set<LogKind>(['incident', 'repaired']);
const vmKinds = new Set<LogKind>(['no-room', 'start-failed', 'moved-back']);

export function timelineOf({ recorder }: Run): TimelineEntry[] {
  return Array.from({ length: recorder.logCount }, (_, index): TimelineEntry => {
    const kind = logName(at(recorder.logKind, index));
    const subject = at(recorder.logSubject, index);
    const isIncident = incidentKinds.has(kind);
    const isVm = vmKinds.has(kind);
    return {
      atSeconds: at(recorder.logAt, index),
      kind,
      incident: isIncident ? subject : null,
      host: isIncident || isVm ? null : subject,
      vm: isVm ? subject : null,
    };
  });
}

export const statesOf = ({ recorder }: Run): StateColumns => ({
  at: recorder.stateAt.slice(0, recorder.stateCount),
  vm: recorder.stateVm.slice(0, recorder.stateCount),
  state: recorder.state.slice(0, recorder.stateCount),
  host: recorder.stateHost.slice(0, recorder.stateCount),
});

/** The outages of every class, gathered over runs. */
export class Outages {
  private readonly ended: number[][];
  private readonly endless: Int32Array;
  private readonly cluster: Cluster;
  private readonly policy: FailoverPolicy;

  constructor(cluster: Cluster, policy: FailoverPolicy) {
    this.cluster = cluster;
    this.policy = policy;
    this.ended = policy.classes.map(() => []);
    this.endless = new Int32Array(policy.classes.length);
  }

  add({ machines }: Run): void {
    for (let vm = 0; vm < this.cluster.vmNames.length; vm++) {
      const downSeconds = at(machines.downSeconds, vm);
      const own = at(this.cluster.classOf, vm);
      if (machines.shownState(vm) !== up) this.endless[own] = at(this.endless, own) + 1;
      else if (downSeconds > 0) item(this.ended, own).push(downSeconds);
    }
  }

  /** @param vms what became of the machines in the first run */
  outcome(vms: readonly VmOutcome[]): ClassOutcome[] {
    return this.policy.classes.map(({ id, rtoSeconds }, own): ClassOutcome => {
      const downSeconds = Float64Array.from(item(this.ended, own)).sort();
      const endless = at(this.endless, own);
      const affected = vms.filter(({ vm }) => at(this.cluster.classOf, vm) === own);
      const outages = downSeconds.length + endless;
      const late = rtoSeconds === null ? 0 : downSeconds.filter((down) => down > rtoSeconds).length;
      const known = (ratio: number) => (downSeconds.length === 0 ? null : rank(downSeconds, ratio));
      return {
        id,
        vms: this.cluster.classOf.filter((other) => other === own).length,
        affected: affected.length,
        notRestarted: affected.filter(({ ending }) => ending === 'down').length,
        rtoSeconds,
        p50Seconds: known(0.5),
        p95Seconds: known(0.95),
        worstSeconds: known(1),
        missedRatio: rtoSeconds === null || outages === 0 ? null : (late + endless) / outages,
        downSeconds,
        endless,
      };
    });
  }
}

/** The smallest value that so large a share of all does not exceed. */
const rank = (ascending: Float64Array, ratio: number) =>
  at(ascending, Math.max(0, Math.ceil(ratio * ascending.length) - 1));

/** How full the hosts are before anything breaks, and at the end. */
export function hostOutcomes(cluster: Cluster, run: Run, isAlive: Uint8Array): HostOutcome[] {
  const { machines } = run;
  const count = cluster.dimensions.length;
  const before = new Float64Array(machines.load.length);
  const vmsBefore = new Int32Array(cluster.hostNames.length);
  for (let vm = 0; vm < cluster.home.length; vm++) {
    const host = at(cluster.home, vm);
    vmsBefore[host] = at(vmsBefore, host) + 1;
    for (let d = 0; d < count; d++) {
      const index = host * count + d;
      before[index] = at(before, index) + at(cluster.demand, vm * count + d);
    }
  }
  return cluster.hostNames.map((_, host) => ({
    isAlive: at(isAlive, host) === 1,
    vmsBefore: at(vmsBefore, host),
    vmsAfter: at(machines.vmsOn, host),
    before: loadOf(cluster, before, host),
    after: loadOf(cluster, machines.load, host),
  }));
}

function loadOf(cluster: Cluster, load: Float64Array, host: number): HostLoad {
  const { dimensions, effective, curves } = cluster;
  let fullest: HostLoad['fullest'] = null;
  let cpuRatio = 0;
  for (const [d, { resource, slot }] of dimensions.entries()) {
    const index = host * dimensions.length + d;
    const demand = at(load, index);
    const most = at(effective, index);
    if (demand <= 0 || most === Number.POSITIVE_INFINITY) continue;
    const ratio = busyUnder(item(curves, d), demand / most);
    if (fullest === null || ratio > fullest.ratio) fullest = { resource, slot, ratio };
    if (resource === 'cpu') cpuRatio = Math.max(cpuRatio, ratio);
  }
  const cores = at(cluster.coreCount, host);
  const longer = cores > 0 ? stretch(cores, cpuRatio) : null;
  return { fullest, cpuRatio, stretch: longer?.kind === 'stretched' ? longer.factor : null };
}
