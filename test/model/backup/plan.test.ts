import { describe, expect, test } from 'vitest';
import { planBackup } from '../../../src/model/backup/plan.ts';
import { publicBackup } from '../../../src/model/backup/public-answer.ts';
import type { Fleet, LabelName } from '../../../src/model/fleet/fleet.ts';
import { fleetOf, type TestWorkload } from '../consolidation/fleets.ts';
import { rules, scenarioWith } from './rules.ts';

const planned = (backup: unknown, fleet: Fleet | null = null) =>
  planBackup(fleet, scenarioWith(backup), rules);
const vsphere = { product: 'vsphere' };
const rest = <Answer extends { readonly classes: readonly unknown[] }>({
  classes,
}: Answer): Answer['classes'][number] => classes[classes.length - 1] as Answer['classes'][number];

/** A fleet with labels, each given machine by machine. */
function labelled(
  workloads: readonly TestWorkload[],
  labels: Partial<Record<LabelName, readonly string[]>>,
): Fleet {
  const fleet = fleetOf(workloads);
  const own = Object.entries(labels).map(([name, texts]) => {
    const unique = [...new Set(texts)];
    const index = Int32Array.from(texts, (text) => unique.indexOf(text));
    return [name, { texts: unique, index }];
  });
  return { ...fleet, labels: { ...fleet.labels, ...Object.fromEntries(own) } };
}

describe('classes', () => {
  const fleet = labelled(
    [
      { name: 'a', diskGib: 100 },
      { name: 'b', diskGib: 3000 },
      { name: 'c', diskGib: 50, use: { disk: { max: 20 } } },
      { name: 'd' },
      { name: 't', diskGib: 10, isTemplate: true },
      { name: 'off', diskGib: 40, powerState: 1 },
    ],
    {
      application: ['SQL Server', 'web', '', '', '', ''],
      host: ['h1', 'h1', 'h2', '', 'h2', 'h2'],
    },
  );
  const classes = [
    { id: 'database', match: { application: ['sql'] } },
    { id: 'large', match: { atLeastGib: 2000 } },
    { id: 'chosen', match: { names: ['c', 'nobody'] } },
    { id: 'empty' },
  ];
  const answer = planned({ environment: vsphere, classes }, fleet);

  test('the first class that matches takes a machine, by label, size or name; an empty rule takes none', () => {
    expect(answer.classes.map(({ id, machines, usedGib }) => [id, machines, usedGib])).toEqual([
      ['database', 1, 100],
      ['large', 1, 3000],
      ['chosen', 1, 20],
      ['empty', 0, 0],
      ['rest', 2, 140],
    ]);
  });

  test('what is not known is told', () => {
    expect(answer.notes).toEqual([
      { kind: 'size-provisioned', machines: 3 },
      { kind: 'size-unknown', machines: 1, assumedGib: 100 },
      { kind: 'host-unknown', machines: 1, hosts: 2 },
      { kind: 'templates-left-out', machines: 1 },
      { kind: 'name-unknown', name: 'nobody' },
    ]);
  });

  test('the largest machine of a class decides its return', () => {
    const large = answer.classes[1];
    // 300 s to find it, 300 s to start, 3000 GiB at 100 MiB/s.
    expect(large?.machine?.seconds).toBeCloseTo(600 + 30 * 1024, 6);
    expect(large?.machine?.bottleneck).toBe('streams');
  });
});

describe('the way back', () => {
  const quick = { restore: { prepareSeconds: 0, bootSeconds: 0, repositoryMibPerSecond: 40 } };

  test('is as slow as its narrowest part, after reduction', () => {
    const { machine } = rest(planned({ environment: vsphere, ...quick }));
    // Half of each MiB comes from the repository: 40 MiB/s bring back 80.
    expect(machine?.seconds).toBeCloseTo((100 * 1024) / 80, 6);
    expect(machine?.bottleneck).toBe('repository');
  });

  test('all machines share it', () => {
    const { restore } = planned({ environment: vsphere, ...quick });
    expect(restore.everything.seconds).toBeCloseTo((100 * 100 * 1024) / 80, 3);
    expect(restore.everything.bottleneck).toBe('repository');
    expect(restore.host).toMatchObject({ machines: 25, lost: 0 });
  });

  test('of data alone is unknown until the time to install a machine is given', () => {
    const dataOnly = { needs: { unit: 'data' }, method: 'file-copy' };
    expect(rest(planned({ rest: dataOnly })).machine?.seconds).toBeNull();
    expect(planned({ rest: dataOnly }).restore.everything.seconds).toBeNull();
    const given = planned({ rest: dataOnly, restore: { rebuildSeconds: 7200 } });
    expect(rest(given).machine).toMatchObject({
      seconds: 7200 + 600 + 1024,
      bottleneck: 'rebuild',
    });
  });

  test('from an array needs no copy', () => {
    const array = { has: { 'array-snapshot': true, 'array-replication': true } };
    const answer = planned({ environment: array, rest: { method: 'array-replication' } });
    expect(answer.restore.everything).toMatchObject({ seconds: 900, bottleneck: 'array' });
    expect(answer.windowSeconds).toBe(0);
    expect(answer.capacityGib).toEqual([0, 0, 0, 0, 0]);
  });

  test('at once is for as many as the repository carries', () => {
    const few = planned({ environment: vsphere, sample: { machines: 8, hosts: 2 } });
    expect(few.restore.everything.instantSeconds).toBe(600);
    expect(planned({ environment: vsphere }).restore.everything.instantSeconds).toBeNull();
  });
});

describe('targets', () => {
  const withNeeds = (needs: object, more: object = {}) =>
    rest(planned({ environment: vsphere, rest: { needs, ...more } }));

  test('a daily backup loses a day at worst, and a little more while it runs', () => {
    const { loss } = withNeeds({ rpoSeconds: 86_400 });
    expect(loss.verdict).toBe('narrow');
    expect(loss.worstSeconds).toBeGreaterThan(86_400);
    expect(withNeeds({ rpoSeconds: 86_400 }, { intervalSeconds: 43_200 }).loss.verdict).toBe('met');
    expect(withNeeds({ rpoSeconds: 3600 }).loss.verdict).toBe('missed');
    expect(withNeeds({ rpoSeconds: null }).loss.verdict).toBe('no-target');
  });

  test('a return in time rules slow methods out, and running from the backup saves it', () => {
    const own = withNeeds({ rtoSeconds: 900 });
    expect([own.method, own.returns]).toEqual(['tracking-hotadd', 'met-instantly']);
    const export1 = own.verdicts.find(({ method }) => method === 'export-import');
    expect(export1?.because).toContainEqual({
      effect: 'against',
      kind: 'too-slow',
      seconds: 600 + 1024,
      targetSeconds: 900,
    });
  });
});

describe('the night', () => {
  test('incremental runs are bound by the streams: 10 TB, 5 % changed, 8 × 25 MiB/s', () => {
    const answer = planned({ environment: vsphere });
    const bound = (10_000 * 0.05 * 1024) / 200;
    const night = answer.nights.find((own) => own.night === 'ordinary');
    expect(night).toMatchObject({ bottleneck: 'streams', jobs: 100 });
    expect(night?.boundSeconds).toBeCloseTo(bound, 6);
    expect(answer.windowSeconds * (1 + 1e-9)).toBeGreaterThanOrEqual(bound);
  });

  test('full backups that are read anew make their own night, unless spread over the cycle', () => {
    const chain = { kind: 'active' };
    const together = planned({ environment: vsphere, chain });
    const spread = planned({ environment: vsphere, chain: { ...chain, spreadFulls: true } });
    expect(together.decisive).toBe('full');
    expect(spread.decisive).toBe('ordinary');
    expect(spread.windowSeconds).toBeLessThan(together.windowSeconds);
  });

  test('what fails runs again after the others, the same jobs for the same seed', () => {
    const { trouble, windowSeconds } = planned({
      environment: vsphere,
      window: { failureRatio: 0.1, proxies: 2 },
    });
    expect(trouble.failedJobs).toBeGreaterThan(0);
    expect(trouble.withRerunsSeconds).toBeGreaterThan(windowSeconds);
    expect(trouble.proxyLostSeconds).toBeGreaterThan(1.8 * windowSeconds);
    const sure = planned({ environment: vsphere, window: { failureRatio: 0 } });
    expect(sure.trouble).toMatchObject({
      failedJobs: 0,
      withRerunsSeconds: sure.windowSeconds,
      proxyLostSeconds: null,
    });
  });

  test('storage half busy serves in twice the time (M/M/1), and backups stretch it further', () => {
    const storage = { storageMibPerSecond: 1000, storageBusyRatio: 0.5 };
    const { response } = planned({ environment: vsphere, window: storage });
    expect(response).toMatchObject({ kind: 'known', before: 2, busyRatio: 0.5 });
    // Eight streams of 25 MiB/s: 70 % busy.
    expect(response.kind === 'known' && response.during).toBeCloseTo(1 / 0.3, 6);
    const full = planned({
      environment: vsphere,
      window: { ...storage, storageBusyRatio: 0.9 },
    });
    expect(full.response).toMatchObject({ kind: 'known', during: null });
    expect(planned({ environment: vsphere }).response).toEqual({ kind: 'unknown' });
  });
});

describe('copies', () => {
  test('a day’s changes need a line of their size', () => {
    const copies = { hasOffsite: true, linkMegabits: 100, linkHours: 10 };
    const { offsite } = planned({ environment: vsphere, copies });
    // 10,000 GiB × 5 % × one half = 250 GiB in 36,000 s.
    expect(offsite?.dailyGib).toBeCloseTo(250, 9);
    expect(offsite?.neededMegabits).toBeCloseTo((250 * 2 ** 30 * 8) / 36_000 / 1e6, 9);
    expect(offsite?.keepsUp).toBe(true);
    const slow = planned({ environment: vsphere, copies: { ...copies, linkMegabits: 50 } });
    expect(slow.offsite?.keepsUp).toBe(false);
    const unknown = planned({ environment: vsphere, copies: { ...copies, linkMegabits: null } });
    expect(unknown.offsite).toMatchObject({ keepsUp: null, seedSeconds: null });
  });

  test.each([
    [{}, [false, false, false, false, false]],
    [{ hasOffsite: true }, [true, true, true, false, false]],
    [{ hasOffsite: true, offsiteMedium: 'disk' }, [true, false, true, false, false]],
    [
      { hasOffsite: true, offsiteMedium: 'tape', offsiteImmutable: true, verified: true },
      [true, true, true, true, true],
    ],
    [{ repositoryImmutable: true, repositoryMedium: 'object' }, [false, true, false, true, false]],
  ])('3-2-1-1-0 with %j: %j', (copies, expected) => {
    const { rule } = planned({ environment: vsphere, copies });
    expect(rule.map(({ isMet }) => isMet)).toEqual(expected);
  });
});

test('a class that nothing fits says so, and its machines are lost', () => {
  const answer = planned({
    environment: { has: { 'image-software': false, 'guest-software': false } },
    rest: { needs: { application: true, hostLoad: 'none', rawDisk: true, rtoSeconds: 10 } },
  });
  expect(rest(answer)).toMatchObject({ method: null, capacity: null, machine: null });
  expect(answer.restore.everything).toMatchObject({ machines: 100, lost: 100 });
});

test('the reader’s own choice stands, though it does not fit', () => {
  const own = rest(planned({ environment: vsphere, rest: { method: 'export-import' } }));
  expect(own).toMatchObject({ method: 'export-import', isChosenByReader: true });
  expect(own.verdicts.find(({ method }) => method === 'export-import')?.fits).toBe('does-not-fit');
});

test('the answer passes through another thread unchanged, and is the same every time', () => {
  const answer = planned({ environment: vsphere, chain: { kind: 'active' } });
  expect(structuredClone(answer)).toEqual(answer);
  const text = JSON.stringify(publicBackup(null, answer));
  const again = planned({ environment: vsphere, chain: { kind: 'active' } });
  expect(JSON.stringify(publicBackup(null, again))).toBe(text);
});
