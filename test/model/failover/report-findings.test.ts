import { describe, expect, test } from 'vitest';
import type { FailoverPolicy } from '../../../src/model/failover/failover-policy.ts';
import { failoverPresets } from '../../../src/scenario/failover-presets.ts';
import { parseHaCatalogue, toHaTimers } from '../../../src/scenario/ha-catalogue.ts';
import { readData } from '../../content/read-content.ts';
import { brokenTestBed, now, policy } from './clusters.ts';

/** What the report saw when it broke its test bed at five places (chapter 3 (4), figure 9), with the timers of 2008. */

const catalogue = parseHaCatalogue({
  profiles: readData('ha/profiles'),
  assumptions: readData('ha/assumptions'),
});
const of2008 = catalogue.profiles.filter(({ is2008 }) => is2008);
const era = (id: string): Partial<FailoverPolicy> => {
  const profile = catalogue.profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) throw new Error(id);
  const { timers } = toHaTimers(profile, catalogue.assumptions);
  return { ...failoverPresets.host, timers };
};

test('the defaults are the data: a profile with its gaps filled, and the assumed boots', () => {
  const { timers, profile, classes, storageMibPerSecond, hostBootSeconds } = policy({});
  expect(timers).toEqual(era(profile).timers);
  const assumed = new Map(catalogue.assumptions.map(({ id, value }) => [id, value]));
  expect(classes[0]).toMatchObject({
    bootReadMib: assumed.get('bootReadMib'),
    bootSeconds: assumed.get('bootSeconds'),
    applicationSeconds: assumed.get('applicationSeconds'),
  });
  expect(storageMibPerSecond).toBe(assumed.get('storageMibPerSecond'));
  expect(hostBootSeconds).toBe(assumed.get('hostBootSeconds'));
});

describe.each(of2008.map(({ id }) => id))('with the timers of %s', (id) => {
  const timers = era(id);

  test('a host fails: all its machines are back in a little under one minute to one and a half', () => {
    for (const host of [0, 1]) {
      const outcome = brokenTestBed([{ kind: 'host', host, ...now }], timers);
      expect(outcome.vms.map(({ ending }) => ending)).toEqual(['restarted', 'restarted']);
      expect(outcome.vms.every((vm) => vm.host === 1 - host)).toBe(true);
      expect(outcome.guestsAllSeconds).toBeGreaterThan(50);
      expect(outcome.guestsAllSeconds).toBeLessThanOrEqual(90);
    }
  });

  test('a machine fails: the others go on, and it is not started again', () => {
    const outcome = brokenTestBed([{ kind: 'vm', vm: 0, ...now }], timers);
    expect(outcome.vms).toMatchObject([
      { vm: 0, ending: 'down', reason: { kind: 'not-restarted' } },
    ]);
    expect(outcome.unaffected).toBe(3);
  });

  test('a guest hangs: nobody notices', () => {
    const outcome = brokenTestBed([{ kind: 'guest', vm: 0, ...now }], timers);
    expect(outcome.vms).toMatchObject([
      { vm: 0, ending: 'down', reason: { kind: 'hang-unnoticed' } },
    ]);
    expect(outcome.timeline.map(({ kind }) => kind)).toEqual(['incident']);
  });

  test('the public network fails: not noticed while the hosts talk; all machines stay unreachable', () => {
    const outcome = brokenTestBed([{ kind: 'network', network: 'public', ...now }], timers);
    expect(outcome.timeline.map(({ kind }) => kind)).toEqual(['incident']);
    expect(outcome.vms.map(({ reason }) => reason?.kind)).toEqual(
      Array.from({ length: 4 }, () => 'unreachable'),
    );
    expect(outcome.vms.every(({ ending }) => ending === 'down')).toBe(true);
  });

  test('the iSCSI network fails: machines are unreachable and not restarted', () => {
    const outcome = brokenTestBed([{ kind: 'network', network: 'storage', ...now }], timers);
    expect(outcome.vms.map(({ reason }) => reason?.kind)).toEqual(
      Array.from({ length: 4 }, () => 'storage-lost'),
    );
    expect(outcome.restartedAllSeconds).toBeNull();
  });

  test.each(['public', 'management', 'storage'] as const)(
    'teaming removes the failure of one card or switch of the %s network',
    (network) => {
      const cards = { public: 2, management: 2, storage: 2 };
      for (const incident of [
        { kind: 'card', host: 0, network, ...now } as const,
        { kind: 'switch', network, ...now } as const,
      ]) {
        const outcome = brokenTestBed([incident], { ...timers, cards });
        expect(outcome.vms).toEqual([]);
        expect(outcome.timeline.map(({ kind }) => kind)).toEqual(['incident']);
      }
    },
  );
});

test('without teaming one card of the storage or public network leaves the machines of its host out', () => {
  for (const network of ['public', 'storage'] as const) {
    const outcome = brokenTestBed([{ kind: 'card', host: 0, network, ...now }], era('vi3'));
    expect(outcome.vms.map(({ vm, ending }) => [vm, ending])).toEqual([
      [0, 'down'],
      [1, 'down'],
    ]);
  }
});

describe('the heartbeat network fails', () => {
  const broken = [{ kind: 'network', network: 'management', ...now }] as const;

  test('every host is isolated, and nobody would take over a host that fails now', () => {
    const outcome = brokenTestBed(broken, era('vi3'));
    const isolated = outcome.timeline.filter(({ kind }) => kind === 'isolated');
    expect(isolated.map(({ host }) => host)).toEqual([0, 1]);
    expect(outcome.vms).toEqual([]);
    const failed = brokenTestBed(
      [...broken, { kind: 'host', host: 0, atSeconds: 600, lastsSeconds: null }],
      era('vi3'),
    );
    expect(failed.vms.map(({ vm, reason }) => [vm, reason?.kind])).toEqual([
      [0, 'isolated'],
      [1, 'isolated'],
    ]);
  });

  test('hosts that switch off when isolated take all machines down, though nothing else is broken', () => {
    const { timers } = policy(era('vi3'));
    const outcome = brokenTestBed(broken, {
      ...era('vi3'),
      timers: { ...timers, isolationResponse: 'power-off' },
    });
    expect(outcome.notRestarted).toBe(4);
  });

  test('without locks, fencing and quorum every machine runs twice: split brain', () => {
    const { timers } = policy(era('vi3'));
    const unprotected = { ...timers, lockSeconds: null, isolationSeconds: null };
    expect(brokenTestBed(broken, { ...era('vi3'), timers: unprotected }).ranTwice).toBe(4);
  });

  test('a majority with a witness prevents it: one host stops itself, the other takes over', () => {
    const { timers } = policy(era('vi3'));
    const guarded = {
      ...timers,
      lockSeconds: null,
      isolationSeconds: null,
      quorum: 'majority',
      selfFenceSeconds: 10,
    } as const;
    const outcome = brokenTestBed(broken, { ...era('vi3'), timers: guarded, witness: 'disk' });
    expect(outcome.ranTwice).toBe(0);
    expect(outcome.vms.map(({ vm, ending, host }) => [vm, ending, host])).toEqual([
      [2, 'restarted', 0],
      [3, 'restarted', 0],
    ]);
  });

  test('a majority of two hosts without a witness is no majority: both stop themselves', () => {
    const { timers } = policy(era('vi3'));
    const guarded = { ...timers, quorum: 'majority', selfFenceSeconds: 10 } as const;
    const outcome = brokenTestBed(broken, { ...era('vi3'), timers: guarded, witness: 'none' });
    expect(outcome.notRestarted).toBe(4);
    expect(outcome.notes).toEqual([{ kind: 'two-hosts-no-witness' }]);
  });
});
