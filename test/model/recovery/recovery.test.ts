import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildQuestion } from '../../../src/model/consolidation/question.ts';
import { siteOutcomes } from '../../../src/model/recovery/quorum.ts';
import { replication } from '../../../src/model/recovery/replication.ts';
import { siteLoss } from '../../../src/model/recovery/site-loss.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultAvailability } from '../../../src/scenario/availability-defaults.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf } from '../consolidation/fleets.ts';

const { recovery } = defaultAvailability;
const hosts = fc.integer({ min: 1, max: 20 });

describe('a cluster over two sites', () => {
  test('with a majority never runs on two sides that do not hear one another', () => {
    fc.assert(
      fc.property(hosts, hosts, fc.boolean(), (hostsHere, hostsThere, hasWitness) => {
        const given = { hostsHere, hostsThere, hasWitness, quorum: 'majority' as const };
        for (const outcome of siteOutcomes(given)) expect(outcome.isSplit).toBe(false);
      }),
    );
  });

  test('without quorum splits when the line between the sites fails', () => {
    const given = { hostsHere: 4, hostsThere: 4, hasWitness: false, quorum: 'none' as const };
    const link = siteOutcomes(given).find(({ failure }) => failure === 'link');
    expect(link).toMatchObject({ runsHere: true, runsThere: true, isSplit: true });
  });

  test('of equal halves without a witness stops when either site is lost, and with one goes on', () => {
    const equal = { hostsHere: 4, hostsThere: 4, quorum: 'majority' as const };
    const lostThere = (hasWitness: boolean) =>
      siteOutcomes({ ...equal, hasWitness }).find(({ failure }) => failure === 'there');
    expect(lostThere(false)).toMatchObject({ votesHere: 4, votes: 8, runsHere: false });
    expect(lostThere(true)).toMatchObject({ votesHere: 5, votes: 9, runsHere: true });
  });

  test('goes on at one side when only the line fails, and stops when the witness is gone as well', () => {
    const given = { hostsHere: 4, hostsThere: 4, hasWitness: true, quorum: 'majority' as const };
    const outcomes = siteOutcomes(given);
    const of = (name: string) => outcomes.find(({ failure }) => failure === name);
    expect(of('link')).toMatchObject({ runsHere: true, runsThere: false });
    expect(of('link-and-witness')).toMatchObject({ runsHere: false, runsThere: false });
    expect(of('witness')).toMatchObject({ runsHere: true, runsThere: true, isSplit: false });
  });
});

describe('replication', () => {
  // 86,400 MiB a day are 1 MiB/s; three times as much in the busiest hour; 100 Mb/s are 11.92 MiB/s.
  const oneMibPerSecond = {
    ...recovery,
    changePerDayRatio: 0.1,
    lineMegabits: 100,
    intervalSeconds: 900,
  };
  const diskGib = 86_400 / 1024 / 0.1;

  test('loses an interval and the time that its changes take to cross', () => {
    const answer = replication(oneMibPerSecond, diskGib);
    expect(answer.meanMibPerSecond).toBeCloseTo(1, 9);
    expect(answer.peakMibPerSecond).toBeCloseTo(3, 9);
    expect(answer.verdict).toBe('holds');
    expect(answer.transferSeconds).toBeCloseTo((3 * 900) / 11.920928955, 6);
    expect(answer.lossSeconds).toBeCloseTo(900 + 226.4924, 3);
    expect(answer.meetsRpo).toBe(true);
  });

  test('that only keeps up on average, or never, promises no bound', () => {
    expect(replication({ ...oneMibPerSecond, lineMegabits: 20 }, diskGib)).toMatchObject({
      verdict: 'lags',
      lossSeconds: null,
      meetsRpo: false,
    });
    expect(replication({ ...oneMibPerSecond, lineMegabits: 5 }, diskGib).verdict).toBe('never');
  });

  test('without a line is unknown, not fast', () => {
    expect(replication(recovery, 1000)).toMatchObject({ verdict: 'unknown', meetsRpo: null });
  });

  test('at the same time loses nothing, and makes each write wait for the way there and back', () => {
    const answer = replication(
      { ...oneMibPerSecond, mode: 'synchronous', distanceKm: 100 },
      diskGib,
    );
    expect(answer.lossSeconds).toBe(0);
    // 200 km at 299,792 km/s ÷ 1.468
    expect(answer.addedMilliseconds).toBeCloseTo(0.979, 3);
  });
});

describe('the loss of a site', () => {
  const fleet = fleetOf(
    Array.from({ length: 40 }, () => ({
      vcpus: 4,
      memoryGib: 60,
      diskGib: 100,
      use: { cpu: { max: 4000 } },
    })),
  );
  const withHosts = (count: number): Scenario => ({
    ...defaultScenario,
    effort: 0,
    availability: { ...defaultAvailability, recovery: { ...recovery, hosts: count } },
  });

  test('restarts as many as the hosts there hold, and all on as many as are needed', () => {
    const first = siteLoss(buildQuestion(fleet, withHosts(1)));
    if (first.kind !== 'estimated') throw new Error('estimated');
    expect(first.restarted).toBe(Math.floor((1020 * 0.9) / 60.1));
    const needed = first.hostsNeeded ?? 0;
    const enough = siteLoss(buildQuestion(fleet, withHosts(needed)));
    expect(enough).toMatchObject({ restarted: 40, workloads: 40, diskGib: 4000 });
  });

  test('takes decision, promotion, starts in turn and the application', () => {
    const answer = siteLoss(buildQuestion(fleet, withHosts(3)));
    if (answer.kind !== 'estimated') throw new Error('estimated');
    // 40 machines on 3 hosts, 4 at once: 4 turns of 25 s.
    expect(answer.recovery).toMatchObject({ waveCount: 4, seconds: 3600 + 600 + 100 + 60 });
  });

  test('without hosts there restarts nothing', () => {
    expect(siteLoss(buildQuestion(fleet, withHosts(0)))).toMatchObject({
      restarted: 0,
      recovery: null,
    });
  });
});
