import { at, item } from '../columns.ts';
import type { FailoverOutcome } from './answer.ts';
import type { FailoverPolicy } from './failover-policy.ts';

/** Times as they are printed: no clock of a cluster is finer. */
const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;
const known = (seconds: number | null) => (seconds === null ? null : toMilliseconds(seconds));

/** The answer with names in place of rows, as the command line prints it. */
export type PublicFailover = ReturnType<typeof publicFailover>;

export function publicFailover(outcome: FailoverOutcome, policy: FailoverPolicy) {
  const { cluster, classes, hosts, timeline, vms } = outcome;
  const hostName = (host: number) => item(cluster.hostNames, host);
  const vmName = (vm: number) => item(cluster.vmNames, vm);
  return {
    vms: vms.map(({ vm, downSeconds, ending, host, reason, ranTwice }) => ({
      name: vmName(vm),
      class: item(classes, at(cluster.classOf, vm)).id,
      downSeconds: toMilliseconds(downSeconds),
      restarted: ending === 'restarted',
      ending,
      host: ending === 'down' && reason?.kind !== 'unreachable' ? null : hostName(host),
      reason: reason?.kind ?? null,
      ...(reason?.kind === 'no-room' ? { resource: reason.resource, slot: reason.slot } : {}),
      ...(reason?.kind === 'waits-for' ? { waitsFor: reason.vmClass } : {}),
      ranTwice,
    })),
    unaffected: outcome.unaffected,
    restartedAllSeconds: known(outcome.restartedAllSeconds),
    guestsAllSeconds: known(outcome.guestsAllSeconds),
    notRestarted: outcome.notRestarted,
    ranTwice: outcome.ranTwice,
    leastSeconds: toMilliseconds(outcome.leastSeconds),
    classes: classes.map(({ downSeconds: _all, ...rest }) => ({
      ...rest,
      p50Seconds: known(rest.p50Seconds),
      p95Seconds: known(rest.p95Seconds),
      worstSeconds: known(rest.worstSeconds),
    })),
    hosts: hosts.map((host, index) => ({ name: hostName(index), ...host })),
    timeline: timeline.map(({ atSeconds, kind, incident, host, vm }) => ({
      atSeconds: toMilliseconds(atSeconds),
      kind,
      ...(incident === null ? {} : { incident: item(policy.incidents, incident).kind }),
      ...(host === null ? {} : { host: hostName(host) }),
      ...(vm === null ? {} : { vm: vmName(vm) }),
    })),
    runs: outcome.runs,
    horizonSeconds: outcome.horizonSeconds,
    notes: outcome.notes,
    seed: outcome.seed,
  };
}
