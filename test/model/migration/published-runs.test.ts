import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { moveMachine } from '../../../src/model/migration/machine-move.ts';
import { fromGigabits } from '../../../src/model/units.ts';
import {
  migrationProduct,
  publishedRun,
  withProduct,
} from '../../../src/scenario/migration-catalogue.ts';
import { defaultMigration } from '../../../src/scenario/migration-defaults.ts';

const read = (name: string): unknown =>
  parse(readFileSync(`content/data/migration/${name}.yaml`, 'utf8'));
const runs = z.array(publishedRun).parse(read('published-runs'));
const products = z.array(migrationProduct).parse(read('products'));

const gigabit = fromGigabits(1) * defaultMigration.network.usableRatio;
const move = (memoryGib: number, bandwidth = gigabit, dirty = 5 * memoryGib) => {
  const answer = moveMachine({
    memoryMib: memoryGib * 1024,
    dirtyMibPerSecond: dirty,
    bandwidthMibPerSecond: bandwidth,
    downtimeLimitSeconds: 0.3,
    maxRounds: 30,
    whenNotConverging: 'fail',
    throttle: defaultMigration.throttle,
    diskMib: 0,
    storageMibPerSecond: 500,
  });
  if (answer.kind !== 'moved') throw new Error('expected a move');
  return answer;
};

describe('against what others measured', () => {
  test('a gigabit carries 112 MiB/s of memory', () => {
    expect(gigabit).toBeCloseTo(112, 0);
  });

  test.each([1, 2, 4, 8])(
    'the report: %d GiB over a gigabit take tens of seconds to two minutes',
    (memoryGib) => {
      const run = runs.find(({ id }) => id === 'report-2008');
      if (run?.kind !== 'duration') throw new Error('the report is missing');
      const { totalSeconds } = move(memoryGib);
      // 1 GiB takes just under ten seconds by M/B alone.
      expect(totalSeconds).toBeGreaterThan(run.leastSeconds * 0.9);
      expect(totalSeconds).toBeLessThan(run.mostSeconds);
    },
  );

  test('Clark: the downtimes measured on a gigabit are of the order of the limit that is asked for', () => {
    const downtimes = runs.flatMap((run) => (run.kind === 'downtime' ? [run.downtimeSeconds] : []));
    expect(downtimes).toHaveLength(2);
    for (const seconds of downtimes) expect(seconds).toBeLessThanOrEqual(0.3);
    expect(move(1).downtimeSeconds).toBeLessThanOrEqual(0.3);
  });

  test('Hyper-V: ten times the network shortens a move by no less than measured', () => {
    const run = runs.find(({ id }) => id === 'hyper-v-10gbe');
    if (run?.kind !== 'speedup') throw new Error('the run is missing');
    for (const memoryGib of [4, 8, 16, 32]) {
      const slow = move(memoryGib, gigabit, 20).totalSeconds;
      const fast = move(memoryGib, 10 * gigabit, 20).totalSeconds;
      expect(1 - fast / slow).toBeGreaterThanOrEqual(run.shorterRatio);
    }
  });

  const disks = runs.find(({ id }) => id === 'mtv-cold-one-host');
  test.each(disks?.kind === 'disk-copy' ? disks.runs : [])(
    'MTV: the disks of $machines machines take $seconds s, within 6 %',
    ({ machines, seconds }) => {
      if (disks?.kind !== 'disk-copy') throw new Error('the run is missing');
      const copied = (machines * disks.gibPerMachine * 1024) / disks.mibPerSecond;
      expect(Math.abs(copied / seconds - 1)).toBeLessThan(0.06);
    },
  );
});

describe('product limits', () => {
  test('every product names its sources, and what is not known is null', () => {
    expect(products.length).toBeGreaterThanOrEqual(6);
    for (const { sources } of products) expect(sources.length).toBeGreaterThan(0);
  });

  test('a product changes what its sources tell, and nothing else', () => {
    const kubevirt = products.find(({ id }) => id === 'kubevirt');
    if (kubevirt === undefined) throw new Error('kubevirt is missing');
    expect(withProduct(defaultMigration, kubevirt)).toEqual({
      ...defaultMigration,
      product: 'kubevirt',
      concurrentPerHost: 2,
      concurrentPerCluster: 5,
      capMibPerSecond: 64,
    });
  });

  test('concurrency follows the link where the product says so', () => {
    const vsphere = products.find(({ id }) => id === 'vmware-vsphere');
    if (vsphere === undefined) throw new Error('vSphere is missing');
    const at = (gigabitsPerSecond: number) =>
      withProduct(
        { ...defaultMigration, network: { ...defaultMigration.network, gigabitsPerSecond } },
        vsphere,
      ).concurrentPerHost;
    expect([at(1), at(10)]).toEqual([4, 8]);
  });
});
