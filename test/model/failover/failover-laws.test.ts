import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, item } from '../../../src/model/columns.ts';
import { leastSeconds } from '../../../src/model/failover/failover.ts';
import type { FailoverPolicy, Incident } from '../../../src/model/failover/failover-policy.ts';
import { noRoom, up } from '../../../src/model/failover/recorder.ts';
import { restartTime } from '../../../src/model/failover/restart-time.ts';
import type { Run } from '../../../src/model/failover/simulation.ts';
import { seconds } from '../../../src/model/units.ts';
import { failoverDefaults, vmClassDefaults } from '../../../src/scenario/failover-defaults.ts';
import { makeCluster, now, policy, run } from './clusters.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 24 });
const clusters = fc.record({
  hosts: fc.array(fc.integer({ min: 8, max: 24 }), { minLength: 2, maxLength: 6 }),
  vms: fc.array(
    fc.record({
      host: fc.nat({ max: 5 }),
      size: fc.integer({ min: 1, max: 8 }),
      vmClass: fc.nat(2),
    }),
    { minLength: 1, maxLength: 24 },
  ),
});
type ClusterFigures = typeof clusters extends fc.Arbitrary<infer Figures> ? Figures : never;

const classes = [1, 3, 5].map((priority) => ({ id: `p${priority}`, ...vmClassDefaults, priority }));

const build = ({ hosts, vms }: ClusterFigures) =>
  makeCluster(
    hosts,
    vms.map((vm) => ({ ...vm, host: vm.host % hosts.length })),
  );

const anything = fc.record({
  atSeconds: fc.integer({ min: 0, max: 300 }),
  lastsSeconds: fc.option(fc.integer({ min: 1, max: 1200 })),
  kind: fc.constantFrom('host', 'link', 'network', 'storage', 'vm', 'guest', 'partition', 'power'),
  host: fc.nat(5),
  network: fc.constantFrom('public', 'management', 'storage'),
});

function incidentOf(
  { kind, host, network, ...timed }: typeof anything extends fc.Arbitrary<infer T> ? T : never,
  { hosts, vms }: ClusterFigures,
): Incident {
  switch (kind) {
    case 'host':
    case 'link':
      return { kind, host: host % hosts.length, network, ...timed } as Incident;
    case 'vm':
    case 'guest':
      return { kind, vm: host % vms.length, ...timed };
    case 'network':
      return { kind, network: network as 'public', ...timed };
    case 'partition':
      return { kind, hosts: 1 + (host % (hosts.length - 1)), ...timed };
    default:
      return { kind: kind as 'power', ...timed };
  }
}

const downs = ({ machines }: Run) => [...machines.downSeconds];
const homeless = ({ machines }: Run, priorityOf: (vm: number) => number, priority: number) =>
  [...machines.state].filter((state, vm) => state === noRoom && priorityOf(vm) === priority).length;

test('whatever breaks, no host carries more than it may, and nobody is down longer than was watched', () => {
  fc.assert(
    fc.property(
      clusters,
      fc.array(anything, { minLength: 1, maxLength: 4 }),
      fc.record({
        quorum: fc.constantFrom('none', 'majority'),
        selfFenceSeconds: fc.option(fc.constant(20)),
        fencing: fc.constantFrom('none', 'power'),
        isolationResponse: fc.constantFrom('leave', 'power-off'),
        lockSeconds: fc.option(fc.constant(10)),
        storageSeconds: fc.option(fc.constant(60)),
        publicSeconds: fc.option(fc.constant(60)),
        vmRestartSeconds: fc.option(fc.constant(30)),
      }),
      (figures, incidents, timers) => {
        const own = policy({
          classes,
          incidents: incidents.map((incident) => incidentOf(incident, figures)),
          timers: { ...failoverDefaults.timers, ...timers } as FailoverPolicy['timers'],
          failBackSeconds: 30,
          startFailureRatio: 0.1,
        });
        const cluster = build(figures);
        const start = new Float64Array(figures.hosts.length);
        for (const [vm, host] of cluster.home.entries()) {
          start[host] = at(start, host) + at(cluster.demand, vm);
        }
        const { machines } = run(cluster, own);
        for (const [host, load] of machines.load.entries()) {
          // A host may be too full from the beginning; then it takes nothing more.
          expect(load).toBeLessThanOrEqual(
            Math.max(item(figures.hosts, host), at(start, host)) + 1e-9,
          );
        }
        for (const down of machines.downSeconds) {
          expect(down).toBeGreaterThanOrEqual(0);
          expect(down).toBeLessThanOrEqual(own.horizonSeconds + 1e-6);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('other names for hosts and machines change nothing', () => {
  fc.assert(
    fc.property(clusters, fc.array(anything, { maxLength: 3 }), (figures, incidents) => {
      const own = policy({
        classes,
        incidents: incidents.map((incident) => incidentOf(incident, figures)),
      });
      const cluster = build(figures);
      const renamed = {
        ...cluster,
        hostNames: cluster.hostNames.map((name) => `z-${name}`).toReversed(),
        vmNames: cluster.vmNames.map((name) => `${name.length}-${name}`).toReversed(),
      };
      expect(downs(run(renamed, own))).toEqual(downs(run(cluster, own)));
    }),
  );
});

test('the same seed has the same run, another seed another', () => {
  const cluster = makeCluster([16, 16], [{ host: 0, size: 4 }]);
  const own = policy({ incidents: [{ kind: 'host', host: 0, ...now }] });
  expect(downs(run(cluster, own, 5))).toEqual(downs(run(cluster, own, 5)));
  expect(downs(run(cluster, own, 6))).not.toEqual(downs(run(cluster, own, 5)));
});

describe('more spare capacity', () => {
  test('an empty host more never leaves more machines without room, from the first priority down', () => {
    fc.assert(
      fc.property(clusters, fc.integer({ min: 1, max: 24 }), (figures, extra) => {
        const own = policy({
          classes,
          placement: 'planned',
          incidents: [{ kind: 'host', host: 0, ...now }],
        });
        const cluster = build(figures);
        const withSpare = makeCluster(
          [...figures.hosts, extra],
          [...cluster.home].map((host, vm) => ({
            host,
            size: at(cluster.demand, vm),
            vmClass: at(cluster.classOf, vm),
          })),
        );
        const priorityOf = (vm: number) => item(classes, at(cluster.classOf, vm)).priority;
        const [before, after] = [run(cluster, own), run(withSpare, own)];
        const counts = (of: Run) => [1, 3, 5].map((priority) => homeless(of, priorityOf, priority));
        const worse = counts(after).findIndex((count, index) => count !== counts(before)[index]);
        if (worse >= 0) expect(counts(after)[worse]).toBeLessThan(item(counts(before), worse));
      }),
      { numRuns: 500 },
    );
  });

  test('a plan for all together leaves no more machines out than one by one', () => {
    fc.assert(
      fc.property(clusters, (figures) => {
        const incidents = [{ kind: 'host', host: 0, ...now }] as const;
        const one = classes.map((own) => ({ ...own, priority: 3 }));
        const [planned, single] = (['planned', 'one-by-one'] as const).map((placement) =>
          run(build(figures), policy({ classes: one, placement, incidents })),
        );
        const count = (of: Run | undefined) => homeless(of as Run, () => 3, 3);
        expect(count(planned)).toBeLessThanOrEqual(count(single));
      }),
    );
  });
});

describe('time', () => {
  const timers = fc.record({
    heartbeatSeconds: fc.integer({ min: 1, max: 5 }),
    detectionSeconds: fc.integer({ min: 1, max: 60 }),
    declarationSeconds: fc.integer({ min: 0, max: 30 }),
    graceSeconds: fc.integer({ min: 0, max: 240 }),
    fencingSeconds: fc.integer({ min: 0, max: 60 }),
    roundSeconds: fc.integer({ min: 0, max: 10 }),
    lockSeconds: fc.option(fc.integer({ min: 0, max: 120 })),
  });

  test('no machine of a failed host is back before detection and one boot', () => {
    fc.assert(
      fc.property(sizes, timers, fc.nat(), (vmSizes, change, seed) => {
        const own = policy({
          incidents: [{ kind: 'host', host: 0, ...now }],
          timers: { ...failoverDefaults.timers, ...change },
        });
        const cluster = makeCluster(
          [1000, 1000],
          vmSizes.map((size) => ({ host: 0, size })),
        );
        const { machines } = run(cluster, own, seed);
        for (const down of machines.downSeconds) {
          expect(down).toBeGreaterThanOrEqual(leastSeconds(own) - 1e-9);
        }
      }),
    );
  });

  test('equal machines on an unlimited storage come back as the closed form says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (vmCount, hostCount, startsPerHost) => {
          const own = policy({
            bootSpreadRatio: 0,
            incidents: [{ kind: 'host', host: 0, ...now }],
            timers: {
              ...failoverDefaults.timers,
              heartbeatSeconds: 0.1,
              primarySeconds: 0,
              startsPerHost,
            },
            classes: [{ id: 'all', ...vmClassDefaults, bootReadMib: 0 }],
          });
          const cluster = makeCluster(
            Array.from({ length: hostCount + 1 }, () => 1000),
            Array.from({ length: vmCount }, () => ({ host: 0, size: 1 })),
          );
          const closed = restartTime({
            heartbeatSeconds: seconds(1),
            missedHeartbeats: 10,
            declarationSeconds: seconds(8),
            vmCount,
            hostCount,
            startsPerHost,
            bootSeconds: seconds(25),
            applicationSeconds: seconds(60),
          });
          const slowest = Math.max(...run(cluster, own).machines.downSeconds);
          // The first heartbeat that fails to come is up to one interval away.
          expect(slowest).toBeGreaterThanOrEqual(closed.servicesSeconds);
          expect(slowest).toBeLessThanOrEqual(closed.servicesSeconds + 0.1);
        },
      ),
    );
  });

  test('boots share the storage: n at once take n times as long to read', () => {
    const own = policy({
      bootSpreadRatio: 0,
      storageMibPerSecond: 100,
      incidents: [{ kind: 'host', host: 0, ...now }],
      timers: { ...failoverDefaults.timers, heartbeatSeconds: 0.1, startsPerHost: 100 },
      classes: [
        { id: 'all', ...vmClassDefaults, bootReadMib: 1000, bootSeconds: 0, applicationSeconds: 0 },
      ],
    });
    const down = (vmCount: number) => {
      const vms = Array.from({ length: vmCount }, () => ({ host: 0, size: 1 }));
      return [...run(makeCluster([100, 100], vms), own).machines.downSeconds];
    };
    const [one] = down(1);
    for (const each of down(8)) expect(each - (one ?? 0)).toBeCloseTo(70, 6);
  });

  test('those who wait for others start when these answer, the database before the application', () => {
    const own = policy({
      bootSpreadRatio: 0,
      incidents: [{ kind: 'host', host: 0, ...now }],
      classes: [
        { id: 'database', ...vmClassDefaults, priority: 5 },
        { id: 'application', ...vmClassDefaults, priority: 1, after: 'database' },
      ],
    });
    const cluster = makeCluster(
      [100, 100],
      [
        { host: 0, size: 1, application: 'shop', vmClass: 0 },
        { host: 0, size: 1, application: 'shop', vmClass: 1 },
        { host: 0, size: 1, application: 'mail', vmClass: 1 },
      ],
    );
    const [database, shop, mail] = downs(run(cluster, own));
    expect(shop).toBeGreaterThan((database ?? 0) + 85);
    expect(mail).toBeCloseTo(database ?? 0, 1);
  });

  test('a machine of a higher priority starts first', () => {
    const own = policy({
      incidents: [{ kind: 'host', host: 0, ...now }],
      timers: { ...failoverDefaults.timers, startsPerHost: 1 },
      classes,
    });
    const vms = [2, 1, 0].map((vmClass) => ({ host: 0, size: 1, vmClass }));
    const [low, middle, high] = downs(run(makeCluster([100, 100], vms), own));
    expect(high).toBeLessThan(middle ?? 0);
    expect(middle).toBeLessThan(low ?? 0);
  });
});

describe('repair', () => {
  test('machines without room start when their host is back, and all serve again', () => {
    const own = policy({
      hostBootSeconds: 300,
      incidents: [{ kind: 'host', host: 0, atSeconds: 0, lastsSeconds: 600 }],
    });
    const cluster = makeCluster(
      [10, 10],
      [
        { host: 0, size: 8 },
        { host: 1, size: 8 },
      ],
    );
    const { machines } = run(cluster, own);
    expect(machines.state[0]).toBe(up);
    expect(machines.host[0]).toBe(0);
    expect(machines.downSeconds[0]).toBeGreaterThan(900);
  });

  test('machines that fail back return to their host without stopping', () => {
    const own = policy({
      failBackSeconds: 60,
      hostBootSeconds: 300,
      incidents: [{ kind: 'host', host: 0, atSeconds: 0, lastsSeconds: 600 }],
    });
    const cluster = makeCluster(
      [10, 10],
      [
        { host: 0, size: 4 },
        { host: 0, size: 4 },
      ],
    );
    const { machines } = run(cluster, own);
    expect([...machines.host]).toEqual([0, 0]);
    expect(machines.downSeconds[0]).toBeLessThan(200);
    const stayed = run(cluster, { ...own, failBackSeconds: null });
    expect([...stayed.machines.host]).toEqual([1, 1]);
  });

  test('power that returns brings everything back', () => {
    const own = policy({ incidents: [{ kind: 'power', atSeconds: 0, lastsSeconds: 600 }] });
    const vms = Array.from({ length: 12 }, (_, index) => ({ host: index % 3, size: 2 }));
    const { machines } = run(makeCluster([10, 10, 10], vms), own);
    expect([...machines.state]).toEqual(vms.map(() => up));
  });

  test('fencing through a power interface that is dark does not succeed, and nothing restarts', () => {
    const own = policy({
      rackCount: 2,
      timers: { ...failoverDefaults.timers, fencing: 'power' },
      incidents: [{ kind: 'rack', rack: 0, ...now }],
    });
    const { machines, watch } = run(makeCluster([10, 10], [{ host: 0, size: 1 }]), own);
    expect(machines.downSeconds[0]).toBe(own.horizonSeconds);
    expect(watch.obstruction[0]).toBe('fencing-impossible');
  });
});

test('machines kept apart do not meet on one host after a failure', () => {
  const cluster = {
    ...makeCluster(
      [10, 10, 10],
      [
        { host: 0, size: 1 },
        { host: 1, size: 1 },
        { host: 2, size: 9 },
      ],
    ),
    apart: [Int32Array.of(0, 1)],
  };
  const own = policy({ incidents: [{ kind: 'host', host: 0, ...now }] });
  const { machines } = run(cluster, own);
  expect(machines.host[0]).toBe(2);
});
