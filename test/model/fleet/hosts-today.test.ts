import { describe, expect, test } from 'vitest';
import type { Cluster } from '../../../src/model/cluster/cluster.ts';
import { clusterSteps } from '../../../src/model/cluster/cluster.ts';
import { hostsAsBins } from '../../../src/model/consolidation/hosts-as-bins.ts';
import { buildQuestion } from '../../../src/model/consolidation/question.ts';
import { todaysCluster } from '../../../src/model/failover/placed-cluster.ts';
import type { ExistingHost, Fleet } from '../../../src/model/fleet/fleet.ts';
import { kindsOf } from '../../../src/model/fleet/host-kinds.ts';
import { homesOf, hostsToday } from '../../../src/model/fleet/hosts-today.ts';
import type { HostType, Scenario } from '../../../src/model/scenario.ts';
import { bare, finish, host, runningFleet } from '../cluster/running-fleet.ts';

const machine = (on: string) => ({ on, vcpus: 1, memoryGib: 4, use: { cpu: { max: 100 } } });

/** Two of a kind, one larger, one that does not say its clock, and one that only a machine names. */
const inventory = [
  host('a', { memoryGib: 99.8 }),
  host('silent', { coreMhz: null }),
  host('large', { coreCount: 20, memoryGib: 199.7, cpuModel: '' }),
  host('b', { memoryGib: 99.6, cluster: 'other' }),
];
const fleet = runningFleet(inventory, ['a', 'b', 'large', 'silent', 'unlisted', ''].map(machine));

describe('the hosts of today', () => {
  test('are the described ones, in the order of the inventory, each of its kind', () => {
    const today = hostsToday(fleet);
    expect(today?.names).toEqual(['a', 'large', 'b']);
    expect([...(today?.rows ?? [])]).toEqual([0, 2, 3]);
    expect(today?.types.map(({ memoryGib }) => memoryGib)).toEqual([99.6, 199.7]);
    expect([...(today?.typeOf ?? [])]).toEqual([0, 1, 0]);
    expect(hostsToday({ ...fleet, hosts: [host('a', { memoryGib: null })] })).toBeNull();
  });

  test('hold the machines that name them; of two hosts of one name the later does', () => {
    const rows = Int32Array.from([0, 1, 2, 3, 4, 5]);
    expect([...homesOf(fleet, rows, ['a', 'large', 'b'])]).toEqual([0, 2, 1, -1, -1, -1]);
    expect([...homesOf(fleet, rows, ['a', '', 'a'])]).toEqual([2, -1, -1, -1, -1, -1]);
  });

  test('are the same to migration and to failover: names, types, places of machines', () => {
    const moving = finish(clusterSteps(fleet, bare));
    const failing = todaysCluster(fleet, bare);
    if (moving.kind !== 'found' || failing.kind !== 'cluster') throw new Error('no cluster');
    const { cluster }: { readonly cluster: Cluster } = moving;
    expect(failing.cluster.hostNames).toEqual(cluster.hostNames);
    expect(failing.cluster.hostType).toEqual(cluster.typeOf);
    expect(failing.cluster.home).toEqual(cluster.hostOf);
    expect(failing.cluster.capacity).toEqual(
      capacities(cluster.question.placement.inFailure.binTypes, cluster.typeOf),
    );
    expect(failing.unplaced).toBe(3);
    expect(cluster.notes).toContainEqual({ kind: 'host-unknown', workloads: 3 });
  });
});

const capacities = (types: readonly { readonly capacity: Float64Array }[], typeOf: Int32Array) =>
  Float64Array.from(Array.from(typeOf).flatMap((type) => [...(types[type]?.capacity ?? [])]));

describe('the hosts of today as bins of a plan', () => {
  const [small, large] = kindsOf(inventory).map(({ type }) => type) as [HostType, HostType];
  const binsOf = (hosts: readonly ExistingHost[], hostTypes: readonly HostType[]) => {
    const own: Fleet = { ...fleet, hosts };
    const scenario: Scenario = { ...bare, hostTypes, movesPerHost: 5 };
    return hostsAsBins(buildQuestion(own, scenario));
  };

  test('are all that the inventory lists, then those that only machines name', () => {
    const bins = binsOf(inventory, [small, large]);
    expect(bins?.names).toEqual(['a', 'silent', 'large', 'b', 'unlisted']);
    expect([...(bins?.home ?? [])]).toEqual([0, 3, 2, 1, 4, -1]);
  });

  test('are of the candidate that they match; what is not known well enough is of the only one that it may be', () => {
    const bins = binsOf(inventory, [small, large]);
    expect([...(bins?.typeOf ?? [])]).toEqual([0, 0, 1, 0, -1]);
    expect(bins?.notes).toEqual([
      { kind: 'host-unknown', workloads: 1 },
      { kind: 'hosts-go', hosts: 1 },
      { kind: 'host-type-assumed', hosts: 1, hostType: small.id },
    ]);
  });

  test('what is known of a host is not overruled by there being one candidate', () => {
    const half = host('a', { coreCount: 16, coreMhz: null, memoryGib: null });
    expect(binsOf([half], [small])?.typeOf[0]).toBe(-1);
    expect(binsOf([{ ...half, coreCount: null }], [small])?.typeOf[0]).toBe(0);
  });

  test('two hosts of one name are two bins, the later with the machines', () => {
    const bins = binsOf([host('a'), host('a'), host('b')], [small]);
    expect(bins?.names.slice(0, 3)).toEqual(['a', 'a', 'b']);
    expect([...(bins?.home ?? [])].slice(0, 2)).toEqual([1, 2]);
  });
});
