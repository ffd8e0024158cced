import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cluster, clusterSteps } from '../../../src/model/cluster/cluster.ts';
import type { Fleet } from '../../../src/model/fleet/fleet.ts';
import { evacuate, fullestHost } from '../../../src/model/migration/evacuation.ts';
import { patchSteps } from '../../../src/model/migration/patch.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import {
  bare,
  finish,
  host,
  migrating,
  type RunningMachine,
  runningFleet,
} from '../cluster/running-fleet.ts';

const clusterOf = (fleet: Fleet, scenario: Scenario = bare): Cluster => {
  const outcome = finish(clusterSteps(fleet, scenario));
  if (outcome.kind === 'impossible') throw new Error(JSON.stringify(outcome.reasons));
  return outcome.cluster;
};

const hosts = [host('a'), host('b'), host('c')];
const machine = (name: string, on: string, change: Partial<RunningMachine> = {}) => ({
  name,
  on,
  vcpus: 2,
  cpuProvisionedMhz: 2000,
  memoryGib: 10,
  use: { cpu: { max: 1000 } },
  ...change,
});
const evacuated = (machines: readonly RunningMachine[], scenario: Scenario = bare, own = hosts) => {
  const cluster = clusterOf(runningFleet(own, machines), scenario);
  const evacuation = evacuate(cluster, 0);
  const name = (item: number) => cluster.fleet.names[cluster.question.selection.rows[item] ?? -1];
  return {
    cluster,
    evacuation,
    reasons: evacuation.stuck.map(({ item, reason }) => [name(item), reason.kind]),
    targets: evacuation.moves.map(({ item, to }) => [name(item), cluster.hostNames[to]]),
  };
};

const fleets = fc
  .array(
    fc.record({
      on: fc.constantFrom('a', 'b', 'c'),
      memoryGib: fc.integer({ min: 1, max: 30 }),
      cpu: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 24, maxLength: 24 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    runningFleet(
      hosts,
      list.map(({ on, memoryGib, cpu }, row) =>
        machine(`m${row}`, on, { memoryGib, profile: { cpu } }),
      ),
    ),
  );

describe('laws', () => {
  test('every machine of the host moves or is told why not, and no target is overfilled in any hour', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const cluster = clusterOf(fleet);
        const { moves, stuck } = evacuate(cluster, 0);
        const own = [...cluster.hostOf.keys()].filter((item) => cluster.hostOf[item] === 0);
        const told = [...moves.map(({ item }) => item), ...stuck.map(({ item }) => item)];
        expect(told.sort((a, b) => a - b)).toEqual(own);
        const after = cluster.hostOf.slice();
        for (const { item, to } of moves) after[item] = to;
        expect(overfilled(cluster, after, new Set(moves.map(({ to }) => to)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('no more migrations run at a time than the product allows, and all have ended by the time told', () => {
    fc.assert(
      fc.property(fleets, fc.integer({ min: 1, max: 5 }), (fleet, concurrentPerHost) => {
        const { moves, seconds } = evacuate(clusterOf(fleet, migrating({ concurrentPerHost })), 0);
        for (const { startSeconds } of moves) {
          const running = moves.filter(
            (other) => other.startSeconds <= startSeconds && other.endSeconds > startSeconds,
          );
          expect(running.length).toBeLessThanOrEqual(concurrentPerHost);
        }
        expect(Math.max(0, ...moves.map(({ endSeconds }) => endSeconds))).toBe(seconds);
      }),
      { numRuns: 40 },
    );
  });

  test('the host is not empty sooner than its memory crosses the link', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const { moves, seconds, lanes } = evacuate(clusterOf(fleet), 0);
        const sent = moves.reduce((sum, { move }) => sum + move.sentMib, 0);
        expect(seconds * lanes.linkMibPerSecond).toBeGreaterThanOrEqual(sent * (1 - 1e-9));
      }),
      { numRuns: 40 },
    );
  });

  test('patching leaves every machine somewhere, and no host is missed unless it says which', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const patch = finish(patchSteps(clusterOf(fleet)));
        expect(patch.isComplete).toBe(patch.steps.length === hosts.length);
        expect(patch.refused.length > 0).toBe(!patch.isComplete);
        for (const { stuck } of patch.refused) expect(stuck.length).toBeGreaterThan(0);
        const [first] = patch.steps;
        if (first !== undefined) expect(first.startSeconds).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});

/** Hosts, among those that received something, that hold more than they may in some dimension. */
function overfilled(cluster: Cluster, hostOf: Int32Array, touched: ReadonlySet<number>) {
  const { demand, dimensionCount, binTypes } = cluster.question.placement.inFailure;
  return [...touched].filter((target) => {
    const capacity = binTypes[cluster.typeOf[target] ?? 0]?.capacity ?? new Float64Array();
    return Array.from({ length: dimensionCount }, (_, d) => d).some((d) => {
      let load = 0;
      hostOf.forEach((on, item) => {
        if (on === target) load += demand[item * dimensionCount + d] ?? 0;
      });
      return load > (capacity[d] ?? 0) * (1 + 1e-9);
    });
  });
}

describe('what cannot move says why', () => {
  const alone = [machine('x', 'a')];
  test.each([
    ['stays', migrating({ stay: ['x'] })],
    ['device', migrating({ devices: ['x'] })],
    ['local-disk', migrating({ localDisks: ['x'], movesStorage: false })],
    ['local-disk', migrating({ storage: 'local', movesStorage: false })],
    ['not-converging', migrating({ dirtyMibPerSecondPerGib: 500, mostDirtyMibPerSecond: 5000 })],
  ])('%s', (kind, scenario) => {
    expect(evacuated(alone, scenario).reasons).toEqual([['x', kind]]);
  });

  test('an AMD host takes nothing that runs on Intel, unless that is not checked', () => {
    const mixed = [host('a'), host('b', { cpuModel: 'AMD EPYC' })];
    expect(evacuated(alone, bare, mixed).reasons).toEqual([['x', 'no-compatible-host']]);
    expect(evacuated(alone, migrating({ cpu: 'any' }), mixed).targets).toEqual([['x', 'b']]);
  });

  test('another cluster takes nothing', () => {
    const two = [host('a', { cluster: 'one' }), host('b', { cluster: 'two' })];
    expect(evacuated(alone, bare, two).reasons).toEqual([['x', 'no-compatible-host']]);
  });

  test('rivals in the way are named', () => {
    const rules = { ...bare.rules, apart: [['x', 'y', 'z']] };
    const machines = [machine('x', 'a'), machine('y', 'b'), machine('z', 'c')];
    const { evacuation, reasons } = evacuated(machines, { ...bare, rules });
    expect(reasons).toEqual([['x', 'apart']]);
    expect(evacuation.stuck[0]?.reason).toMatchObject({ other: 1 });
  });

  test('a companion that stays keeps the others', () => {
    const rules = { ...bare.rules, together: [['x', 'y']] };
    const machines = [machine('x', 'a'), machine('y', 'a')];
    const scenario = { ...migrating({ stay: ['y'] }), rules };
    expect(evacuated(machines, scenario).reasons).toEqual([
      ['x', 'together'],
      ['y', 'stays'],
    ]);
  });

  test('no room names the nearest host, the resource and the amount', () => {
    const machines = [
      machine('x', 'a', { memoryGib: 50 }),
      machine('y', 'b', { memoryGib: 60 }),
      machine('z', 'c', { memoryGib: 90 }),
    ];
    expect(evacuated(machines).evacuation.stuck[0]?.reason).toEqual({
      kind: 'no-room',
      host: 1,
      resource: 'memory',
      slot: null,
      demand: 50,
      free: 40,
    });
  });

  test('a host that has as many machines as it may takes no more', () => {
    const capacity = { ...bare.capacity, vmsPerHost: 1 };
    const machines = [machine('x', 'a'), machine('y', 'b'), machine('z', 'c')];
    expect(evacuated(machines, { ...bare, capacity }).evacuation.stuck[0]?.reason).toEqual({
      kind: 'too-many-machines',
      limit: 1,
    });
  });

  test('no room at a single hour is enough to refuse', () => {
    const busyAt = (hour: number, mhz: number) => ({
      profile: { cpu: Array.from({ length: 24 }, (_, slot) => (slot === hour ? mhz : 100)) },
    });
    const own = [host('a'), host('b')];
    const clash = [machine('x', 'a', busyAt(14, 6000)), machine('y', 'b', busyAt(14, 6000))];
    const apart = [machine('x', 'a', busyAt(14, 6000)), machine('y', 'b', busyAt(2, 6000))];
    expect(evacuated(clash, bare, own).evacuation.stuck[0]?.reason).toMatchObject({
      kind: 'no-room',
      resource: 'cpu',
      slot: 14,
    });
    expect(evacuated(apart, bare, own).reasons).toEqual([]);
  });
});

test('machines that must share a host arrive on one', () => {
  const rules = { ...bare.rules, together: [['x', 'y']] };
  const { targets } = evacuated([machine('x', 'a'), machine('y', 'a')], { ...bare, rules });
  expect(new Set(targets.map(([, to]) => to)).size).toBe(1);
});

test('a machine that does not converge on its share of the link goes alone', () => {
  const scenario = migrating({ concurrentPerHost: 4, mostDirtyMibPerSecond: 5000 });
  const machines = [
    machine('hot', 'a', { memoryGib: 80 }),
    ...['p', 'q', 'r'].map((name) => machine(name, 'a', { memoryGib: 2 })),
  ];
  const { evacuation, cluster } = evacuated(machines, scenario);
  const hot = evacuation.moves.find(({ isAlone }) => isAlone);
  expect(cluster.fleet.names[hot?.item ?? -1]).toBe('hot');
  const others = evacuation.moves.filter((move) => move !== hot);
  expect(others.every(({ endSeconds }) => endSeconds <= (hot?.startSeconds ?? 0))).toBe(true);
});

test('a shared network gives migrations their share and says what machines lose', () => {
  const { network } = bare.migration;
  const shared = migrating({ network: { ...network, kind: 'shared', shareRatio: 0.25 } });
  const machines = [machine('x', 'a')];
  const [dedicated, half] = [evacuated(machines), evacuated(machines, shared)];
  expect(dedicated.evacuation.lanes.takenRatio).toBe(0);
  expect(half.evacuation.lanes.takenRatio).toBe(0.25);
  expect(half.evacuation.seconds).toBeGreaterThan(dedicated.evacuation.seconds * 3.9);
});

test('local storage adds the copy of the disk', () => {
  const machines = [machine('x', 'a', { diskGib: 100 })];
  const scenario = migrating({ storage: 'local', storageMibPerSecond: 100 });
  expect(evacuated(machines, scenario).evacuation.moves[0]?.move.diskSeconds).toBe(1024);
});

describe('a cluster patched', () => {
  test('takes the evacuations and the restarts, one after the other', () => {
    const machines = [machine('x', 'a'), machine('y', 'b'), machine('z', 'c')];
    const patch = finish(patchSteps(clusterOf(runningFleet(hosts, machines))));
    expect(patch.isComplete).toBe(true);
    const evacuations = patch.steps.reduce((sum, step) => sum + step.evacuationSeconds, 0);
    expect(patch.seconds).toBeCloseTo(evacuations + 3 * bare.migration.rebootSeconds, 9);
  });

  test('ends with the names of those that find no place', () => {
    const machines = ['a', 'b', 'c'].map((on) => machine(`on-${on}`, on, { memoryGib: 60 }));
    const patch = finish(patchSteps(clusterOf(runningFleet(hosts, machines))));
    expect(patch).toMatchObject({ isComplete: false, steps: [], seconds: 0 });
    expect(patch.refused.map(({ stuck }) => stuck.map(({ item }) => item))).toEqual([
      [0],
      [1],
      [2],
    ]);
  });
});

test('the fullest host is the one of the highest use of any resource at any hour', () => {
  const machines = [machine('x', 'a'), machine('y', 'b', { memoryGib: 95 })];
  const cluster = clusterOf(runningFleet(hosts, machines));
  expect(cluster.hostNames[fullestHost(cluster)]).toBe('b');
});
