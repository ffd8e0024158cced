import { performance } from 'node:perf_hooks';
import type { Cluster } from '../../src/model/failover/cluster.ts';
import type { FailoverPolicy, Incident } from '../../src/model/failover/failover-policy.ts';
import { prepare, simulate } from '../../src/model/failover/simulation.ts';
import { noContention } from '../../src/model/performance/contention-curve.ts';
import { type Random, seeded, wholeBelow } from '../../src/model/random.ts';
import { failoverDefaults } from '../../src/scenario/failover-defaults.ts';

/** Measured on the same machine: CloudSim Plus, 1,000 hosts × 10,000 machines × 1 month. */
const peerEventsPerSecond = 11_500;
const aimedAt = 500_000;

const monthSeconds = 30 * 86_400;
const hostCount = 1000;
const vmCount = 10_000;

/** A month of failures: each host once a week, each machine stops or hangs once in three days on average. */
export async function bench(print: (line: string) => void): Promise<void> {
  const random = seeded(1);
  const policy: FailoverPolicy = {
    ...failoverDefaults,
    horizonSeconds: monthSeconds,
    timers: { ...failoverDefaults.timers, vmRestartSeconds: 30, guestSeconds: 120 },
    failBackSeconds: 60,
    placement: 'one-by-one',
  };
  const incidents = [
    ...renewals(
      random,
      hostCount,
      7 * 86_400,
      (host, atSeconds): Incident => ({
        kind: 'host',
        host,
        atSeconds,
        lastsSeconds: 3600,
      }),
    ),
    ...renewals(
      random,
      vmCount,
      3 * 86_400,
      (vm, atSeconds): Incident => ({
        kind: random() < 0.5 ? 'vm' : 'guest',
        vm,
        atSeconds,
        lastsSeconds: null,
      }),
    ),
  ];
  const cluster = makeCluster();
  const prepared = prepare(cluster, policy, incidents as never);
  const speeds: number[] = [];
  let count = 0;
  for (let run = 0; run < 5; run++) {
    const started = performance.now();
    const { eventCount } = simulate(prepared, { seed: run, isRecorded: false });
    speeds.push(eventCount / ((performance.now() - started) / 1000));
    count = eventCount;
  }
  const median = speeds.toSorted((a, b) => a - b)[2] ?? 0;
  const said = Math.round(median).toLocaleString('en');
  print(
    `${hostCount} hosts × ${vmCount} machines × 1 month: ${count.toLocaleString('en')} events, ${said} events/s`,
  );
  print(
    `  ${(median / peerEventsPerSecond).toFixed(0)} × CloudSim Plus (11,500 events/s); ${(median / aimedAt).toFixed(2)} × the number aimed at`,
  );
}

function makeCluster(): Cluster {
  const demand = new Float64Array(vmCount * 2);
  for (let vm = 0; vm < vmCount; vm++) demand.set([2 + (vm % 5), 8 + (vm % 7)], vm * 2);
  const perHost = Float64Array.from({ length: hostCount * 2 }, (_, d) => (d % 2 === 0 ? 64 : 192));
  return {
    hostNames: Array.from({ length: hostCount }, (_, host) => `h${host}`),
    vmNames: Array.from({ length: vmCount }, (_, vm) => `v${vm}`),
    applications: Array.from({ length: vmCount }, () => ''),
    classOf: new Uint8Array(vmCount),
    home: Int32Array.from({ length: vmCount }, (_, vm) => vm % hostCount),
    dimensions: [
      { resource: 'cpu', slot: null },
      { resource: 'memory', slot: null },
    ],
    demand,
    capacity: perHost,
    effective: perHost,
    curves: [noContention, noContention],
    coreCount: new Int32Array(hostCount).fill(32),
    hostType: new Int32Array(hostCount),
    typeOnly: new Int32Array(vmCount).fill(-1),
    mostVmsPerHost: Number.POSITIVE_INFINITY,
    apart: [],
  };
}

/** Moments of failure of each of several things, evenly drawn about a mean. */
function renewals(
  random: Random,
  count: number,
  meanSeconds: number,
  incident: (subject: number, at: number) => Incident,
): Incident[] {
  const total = Math.round((count * monthSeconds) / meanSeconds);
  return Array.from({ length: total }, () =>
    incident(wholeBelow(random, count), random() * monthSeconds),
  );
}
