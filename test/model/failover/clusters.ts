import type { FailoverOutcome } from '../../../src/model/failover/answer.ts';
import type { Cluster } from '../../../src/model/failover/cluster.ts';
import { compileIncidents } from '../../../src/model/failover/compiled-incidents.ts';
import { failover } from '../../../src/model/failover/failover.ts';
import type { FailoverPolicy, Incident } from '../../../src/model/failover/failover-policy.ts';
import { prepare, type Run, simulate } from '../../../src/model/failover/simulation.ts';
import { noContention } from '../../../src/model/performance/contention-curve.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { failoverDefaults } from '../../../src/scenario/failover-defaults.ts';

export const now = { atSeconds: 0, lastsSeconds: null } as const;

/** A policy that differs from the default where it is said. */
export const policy = (change: Partial<FailoverPolicy>): FailoverPolicy => ({
  ...failoverDefaults,
  ...change,
});

/** The report's test bed with something broken. */
export function brokenTestBed(
  incidents: readonly Incident[],
  change: Partial<FailoverPolicy> = {},
): FailoverOutcome {
  const answer = failover(null, {
    ...defaultScenario,
    failover: policy({ runs: 1, ...change, cluster: 'test-bed', incidents }),
  });
  if (answer.kind !== 'simulated') throw new Error(answer.kind);
  return answer;
}

/** Machines of one resource on hosts of one size. */
export function makeCluster(
  hostSizes: readonly number[],
  vms: readonly {
    readonly host: number;
    readonly size: number;
    readonly application?: string;
    readonly vmClass?: number;
  }[],
): Cluster {
  return {
    hostNames: hostSizes.map((_, host) => `h${host}`),
    vmNames: vms.map((_, vm) => `v${vm}`),
    applications: vms.map(({ application = '' }) => application),
    classOf: Uint8Array.from(vms, ({ vmClass = 0 }) => vmClass),
    home: Int32Array.from(vms, ({ host }) => host),
    dimensions: [{ resource: 'memory', slot: null }],
    demand: Float64Array.from(vms, ({ size }) => size),
    capacity: Float64Array.from(hostSizes),
    effective: Float64Array.from(hostSizes),
    curves: [noContention],
    coreCount: new Int32Array(hostSizes.length).fill(8),
    hostType: new Int32Array(hostSizes.length),
    typeOnly: new Int32Array(vms.length).fill(-1),
    mostVmsPerHost: Number.POSITIVE_INFINITY,
    apart: [],
  };
}

export function run(cluster: Cluster, own: FailoverPolicy, seed = 1): Run {
  const { incidents } = compileIncidents(cluster, own.incidents, own.rackCount);
  return simulate(prepare(cluster, own, incidents), { seed, isRecorded: true });
}
