import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairRates } from '../../../src/model/backup/rates.ts';
import {
  type Job,
  type Schedule,
  type ScheduleLimits,
  schedule,
  scheduleBound,
} from '../../../src/model/backup/schedule.ts';
import { loadParts } from '../../../src/model/backup/window.ts';

const slack = 1 + 1e-6;

const arbitraryLimits = fc.record<ScheduleLimits>({
  streams: fc.integer({ min: 1, max: 12 }),
  tasksPerHost: fc.integer({ min: 1, max: 4 }),
  hostMibPerSecond: fc.constantFrom(60, 200, Number.POSITIVE_INFINITY),
  shared: fc
    .tuple(
      fc.constantFrom(100, 500, Number.POSITIVE_INFINITY),
      fc.constantFrom(50, 120, Number.POSITIVE_INFINITY),
      fc.constantFrom(80, Number.POSITIVE_INFINITY),
    )
    .map(([storage, lan, repository]) => [
      { id: 'storage', mibPerSecond: storage },
      { id: 'lan', mibPerSecond: lan },
      { id: 'repository', mibPerSecond: repository },
    ]),
});

const arbitraryJobs = fc.array(
  fc.record<Job>({
    machine: fc.constant(0),
    host: fc.integer({ min: -1, max: 4 }),
    mib: fc.integer({ min: 1, max: 5000 }),
    most: fc.constantFrom(25, 100),
    weights: fc
      .tuple(fc.constant(1), fc.constantFrom(0, 0.5, 1), fc.constantFrom(0.3, 0.5))
      .map((all) => [...all]),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('a schedule', () => {
  test('reads all data, exactly once', () => {
    fc.assert(
      fc.property(arbitraryJobs, arbitraryLimits, (jobs, limits) => {
        const plan = schedule(jobs, limits);
        const read = plan.pieces.reduce(
          (sum, { start, end, mibPerSecond }) => sum + (end - start) * mibPerSecond,
          0,
        );
        const wanted = jobs.reduce((sum, { mib }) => sum + mib, 0);
        expect(read / wanted).toBeCloseTo(1, 6);
        for (const index of jobs.keys()) {
          expect(plan.end[index]).toBeGreaterThan(plan.start[index] as number);
        }
      }),
    );
  });

  test('exceeds no limit at any moment', () => {
    fc.assert(
      fc.property(arbitraryJobs, arbitraryLimits, (jobs, limits) => {
        const plan = schedule(jobs, limits);
        for (const piece of plan.pieces) {
          expect(piece.running).toBeLessThanOrEqual(limits.streams);
          expect(piece.busiestHost).toBeLessThanOrEqual(limits.hostMibPerSecond * slack);
          for (const [limit, { mibPerSecond }] of limits.shared.entries()) {
            expect(piece.shared[limit]).toBeLessThanOrEqual(mibPerSecond * slack);
          }
          expect(busiestHostTasks(jobs, plan, piece)).toBeLessThanOrEqual(limits.tasksPerHost);
        }
      }),
    );
  });

  test('conserves work: no stream is free while a job waits that may run', () => {
    fc.assert(
      fc.property(arbitraryJobs, arbitraryLimits, (jobs, limits) => {
        const plan = schedule(jobs, limits);
        for (const piece of plan.pieces) {
          if (piece.end === piece.start || piece.running === limits.streams) continue;
          const moment = (piece.start + piece.end) / 2;
          const waits = [...jobs.keys()].filter((index) => (plan.start[index] as number) > moment);
          for (const index of waits) {
            const { host } = jobs[index] as Job;
            // The job waits for its host alone.
            expect(host).toBeGreaterThanOrEqual(0);
            expect(tasksOn(jobs, plan, moment).get(host)).toBe(limits.tasksPerHost);
          }
        }
      }),
    );
  });

  test('is never shorter than the bottleneck allows', () => {
    fc.assert(
      fc.property(arbitraryJobs, arbitraryLimits, (jobs, limits) => {
        const bound = scheduleBound(jobs, limits);
        expect(schedule(jobs, limits).seconds * slack).toBeGreaterThanOrEqual(bound.seconds);
      }),
    );
  });

  test('does not slow down when a stream comes free of the others', () => {
    const jobs = Array.from({ length: 40 }, (_, index): Job => job(index % 4, 1000));
    const short = schedule(jobs, { ...open, streams: 8 }).seconds;
    expect(schedule(jobs, { ...open, streams: 4 }).seconds).toBeCloseTo(2 * short, 6);
  });

  test('its chart has the area of its data', () => {
    fc.assert(
      fc.property(arbitraryJobs, arbitraryLimits, (jobs, limits) => {
        const plan = schedule(jobs, limits);
        const area = loadParts(plan).reduce(
          (sum, { start, end, readMibPerSecond }) => sum + (end - start) * readMibPerSecond,
          0,
        );
        expect(area / jobs.reduce((sum, { mib }) => sum + mib, 0)).toBeCloseTo(1, 6);
      }),
    );
  });
});

const unlimited = Number.POSITIVE_INFINITY;
const open: ScheduleLimits = {
  streams: 100,
  tasksPerHost: 100,
  hostMibPerSecond: unlimited,
  shared: [
    { id: 'storage', mibPerSecond: unlimited },
    { id: 'lan', mibPerSecond: unlimited },
    { id: 'repository', mibPerSecond: unlimited },
  ],
};
const job = (host: number, mib: number, most = 100): Job => ({
  machine: 0,
  host,
  mib,
  most,
  weights: [1, 1, 0.5],
});

function tasksOn(jobs: readonly Job[], plan: Schedule, moment: number) {
  const tasks = new Map<number, number>();
  for (const [index, { host }] of jobs.entries()) {
    const isRunning =
      (plan.start[index] as number) <= moment && (plan.end[index] as number) > moment;
    if (isRunning && host >= 0) tasks.set(host, (tasks.get(host) ?? 0) + 1);
  }
  return tasks;
}

const busiestHostTasks = (
  jobs: readonly Job[],
  plan: Schedule,
  { start, end }: { readonly start: number; readonly end: number },
) => (start === end ? 0 : Math.max(0, ...tasksOn(jobs, plan, (start + end) / 2).values()));

describe('by hand', () => {
  test('36 cores read 100 TB in 8 hours, and 14 the tenth of it that changed (Veeam, sizing a proxy)', () => {
    const machines = Array.from({ length: 1000 }, (_, index) => index);
    const full = machines.map((index) => job(index % 20, (100 * 2 ** 20) / 1000, 100));
    const changed = machines.map((index) => job(index % 20, (10 * 2 ** 20) / 1000, 25));
    const hoursWith = (jobs: readonly Job[], streams: number) =>
      schedule(jobs, { ...open, streams }).seconds / 3600;
    // 3,641 MB/s ÷ 100 = 36.4 cores and 364 ÷ 25 = 14.6; the guide rounds down.
    expect(hoursWith(full, 36)).toBeGreaterThan(8);
    expect(hoursWith(full, 37)).toBeLessThan(8.2);
    expect(hoursWith(changed, 14)).toBeGreaterThan(8);
    expect(hoursWith(changed, 15)).toBeLessThan(8);
  });

  test('two machines share a host’s limit, and the third has its stream for itself', () => {
    const jobs = [job(0, 600), job(0, 600), job(1, 600)];
    const limits = { ...open, hostMibPerSecond: 120 };
    const plan = schedule(jobs, limits);
    expect([...plan.end]).toEqual([10, 10, 6]);
    expect(scheduleBound(jobs, limits)).toMatchObject({ seconds: 10, by: 'host-throughput' });
  });

  test.each([
    ['lan', { shared: [open.shared[0], { id: 'lan', mibPerSecond: 50 }, open.shared[2]] }],
    [
      'repository',
      { shared: [open.shared[0], open.shared[1], { id: 'repository', mibPerSecond: 20 }] },
    ],
    ['storage', { shared: [{ id: 'storage', mibPerSecond: 10 }, open.shared[1], open.shared[2]] }],
    ['streams', { streams: 1 }],
    ['host-tasks', { tasksPerHost: 1 }],
    ['longest-job', {}],
  ] as const)('names the bottleneck: %s', (by, limits) => {
    const jobs = [job(0, 1000), job(0, 900), job(1, 800)];
    expect(scheduleBound(jobs, { ...open, ...limits } as ScheduleLimits).by).toBe(by);
  });

  test('nothing to do takes no time', () => {
    expect(schedule([], open)).toMatchObject({ seconds: 0, pieces: [] });
    expect(scheduleBound([], open)).toMatchObject({ seconds: 0, by: 'none' });
  });
});

test('rates are fair: nobody could have more but from one that has no more', () => {
  fc.assert(
    fc.property(arbitraryJobs, arbitraryLimits, (jobs, limits) => {
      const rates = fairRates(jobs, limits.shared, limits.hostMibPerSecond);
      const load = limits.shared.map((_, limit) =>
        jobs.reduce((sum, { weights }, i) => sum + (weights[limit] as number) * (rates[i] ?? 0), 0),
      );
      for (const [index, { most, host, weights }] of jobs.entries()) {
        const rate = rates[index] as number;
        const rivals = (uses: (other: Job) => boolean) =>
          Math.max(
            ...[...jobs.keys()].filter((i) => uses(jobs[i] as Job)).map((i) => rates[i] ?? 0),
          );
        const hostLoad = jobs.reduce(
          (sum, other, i) => sum + (other.host === host ? (rates[i] as number) : 0),
          0,
        );
        const isHeldByShared = limits.shared.some(
          ({ mibPerSecond }, limit) =>
            (weights[limit] as number) > 0 &&
            (load[limit] as number) * slack >= mibPerSecond &&
            rate * slack >= rivals((other) => (other.weights[limit] as number) > 0),
        );
        const isHeldByHost =
          host >= 0 &&
          hostLoad * slack >= limits.hostMibPerSecond &&
          rate * slack >= rivals((other) => other.host === host);
        expect(rate * slack >= most || isHeldByShared || isHeldByHost).toBe(true);
      }
    }),
  );
});
