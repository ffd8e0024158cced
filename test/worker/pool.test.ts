import { afterEach, describe, expect, test } from 'vitest';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { createPlanner } from '../../src/worker/client.ts';
import { AbortedError, ThreadError } from '../../src/worker/errors.ts';
import { createLocalPlanner } from '../../src/worker/local-planner.ts';
import { createLocalPool } from '../../src/worker/local-pool.ts';
import type { OnProgress, Planner } from '../../src/worker/planner.ts';
import { createPool, type PlannerPool, type PoolRun } from '../../src/worker/pool.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';
import { fakeThread } from './fake-thread.ts';

const fleet = fleetOf(
  Array.from({ length: 30 }, (_, row) => ({
    vcpus: 1 + (row % 4),
    cpuProvisionedMhz: 2400,
    memoryGib: 4 + (row % 5) * 4,
    use: { cpu: { max: 500 + 40 * row } },
  })),
);

const ports: MessagePort[] = [];
const pools: PlannerPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
  for (const port of ports.splice(0)) port.close();
});

/** A pool of so many threads, each with the planner made for it. */
function poolOf(threads: number, makePlanner: (thread: number) => Planner) {
  const started: Worker[] = [];
  const pool = createPool(
    () =>
      createPlanner(() => {
        const thread = fakeThread(makePlanner(started.length), ports);
        started.push(thread);
        return thread;
      }),
    { threads },
  );
  pools.push(pool);
  return { pool, started };
}

/** A planner whose question about restarts takes as long as it is told to, and answers with the same. */
const timed = (onStart: (milliseconds: number) => void = () => {}): Planner => ({
  ...createLocalPlanner(),
  restartTime: async (question) => {
    const milliseconds = question as unknown as number;
    onStart(milliseconds);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return milliseconds as never;
  },
});

const askTimed = (planner: Planner, job: number) => planner.restartTime(job as never);
const signal = () => new AbortController().signal;
const never = () => new Promise<never>(() => {});
const seeds: PoolRun<number, unknown> = {
  jobs: [1, 2, 3, 4, 5],
  ask: (planner, seed, onProgress) => planner.consolidate({ ...defaultScenario, seed }, onProgress),
};

describe('a pool of planners', () => {
  test('answers as one planner does that is asked one job after the other', async () => {
    const local = createLocalPool(createLocalPlanner());
    const { pool } = poolOf(3, createLocalPlanner);
    local.setFleet(fleet);
    pool.setFleet(fleet);
    expect(await pool.run(signal(), seeds)).toEqual(await local.run(signal(), seeds));
  });

  test('answers in the order of the jobs, whatever the order in which they end', async () => {
    const { pool } = poolOf(3, () => timed());
    const jobs = [90, 10, 50, 5, 30, 1];
    expect(await pool.run(signal(), { jobs, ask: askTimed })).toEqual(jobs);
  });

  test('starts no more threads than there are jobs, and no more than it may', async () => {
    const { pool, started } = poolOf(3, () => timed());
    await pool.run(signal(), { jobs: [5, 5], ask: askTimed });
    expect(started).toHaveLength(2);
    await pool.run(signal(), { jobs: [5, 5, 5, 5, 5], ask: askTimed });
    expect(started).toHaveLength(3);
  });

  test('gives each thread the fleet once, and the next fleet before its next job', async () => {
    const given: number[] = [];
    const { pool } = poolOf(2, () => {
      const planner = createLocalPlanner();
      const useFleet: Planner['useFleet'] = (own) => {
        given.push(own.count);
        return planner.useFleet(own);
      };
      return { ...planner, useFleet };
    });
    pool.setFleet(fleet);
    await pool.run(signal(), seeds);
    expect(given).toEqual([30, 30]);
    pool.setFleet(fleetOf([{ vcpus: 1, memoryGib: 1 }]));
    await pool.run(signal(), { ...seeds, jobs: [1, 2] });
    expect(given).toEqual([30, 30, 1, 1]);
  });

  test('progress is summed over the jobs, never falls and ends with the whole', async () => {
    const told: number[] = [];
    const { pool } = poolOf(2, () => timed());
    const ask = async (planner: Planner, job: number, onProgress: OnProgress) => {
      onProgress({ step: 'checking', doneRatio: 0.5 });
      return askTimed(planner, job);
    };
    const onProgress: OnProgress = ({ doneRatio }) => told.push(doneRatio);
    await pool.run(signal(), { jobs: [20, 10, 5, 1], ask, onProgress });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBe(0.125);
    expect(told.at(-1)).toBe(1);
  });

  test('tells the best hosts and the highest bound of all jobs', async () => {
    const told: unknown[] = [];
    const { pool } = poolOf(1, () => timed());
    const facts = [
      { hosts: 12, lowerBound: 9 },
      { hosts: 11, lowerBound: 8 },
    ];
    await pool.run(signal(), {
      jobs: facts,
      ask: async (_, job, onProgress) => onProgress({ step: 'improving', doneRatio: 1, ...job }),
      onProgress: ({ hosts, lowerBound }) => told.push([hosts, lowerBound]),
    });
    expect(told.at(-1)).toEqual([11, 9]);
  });

  test('a thread that dies gives its job to another', async () => {
    const { pool, started } = poolOf(2, (thread) =>
      thread === 0 ? { ...timed(), restartTime: never } : timed(),
    );
    const answers = pool.run(signal(), { jobs: [1, 2, 3], ask: askTimed });
    setTimeout(() => started[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent), 50);
    expect(await answers).toEqual([1, 2, 3]);
  });

  test('a job at which two threads die is given up, with the reason, and the others with it', async () => {
    const { pool, started } = poolOf(1, () => ({ ...timed(), restartTime: never }));
    const answers = pool.run(signal(), { jobs: [1, 2], ask: askTimed });
    // The first job's, the second job's, and the first job's again.
    for (const [thread, delay] of [50, 100, 150].entries()) {
      setTimeout(() => started[thread]?.onerror?.({ message: 'no memory' } as ErrorEvent), delay);
    }
    await expect(answers).rejects.toBeInstanceOf(ThreadError);
  });

  test('an aborted run ends at once, and its jobs that wait are never begun', async () => {
    const begun: number[] = [];
    const { pool } = poolOf(1, () => timed((job) => begun.push(job)));
    const abort = new AbortController();
    const answers = pool.run(abort.signal, { jobs: [100, 1, 2], ask: askTimed });
    setTimeout(() => abort.abort(), 30);
    await expect(answers).rejects.toBeInstanceOf(AbortedError);
    expect(await pool.run(signal(), { jobs: [3], ask: askTimed })).toEqual([3]);
    expect(begun).toEqual([100, 3]);
  });

  test('ending early answers every job, those that had not begun too', async () => {
    const { pool } = poolOf(2, createLocalPlanner);
    pool.setFleet(fleet);
    const answers = pool.run(signal(), {
      ...seeds,
      ask: (planner, seed) => planner.consolidate({ ...defaultScenario, seed, effort: 1000 }, null),
    });
    setTimeout(() => pool.finishEarly(), 50);
    for (const answer of await answers) expect(answer).toMatchObject({ kind: 'planned' });
  });

  test('no copies of a fleet are made that memory does not suffice for', () => {
    const { pool } = poolOf(16, createLocalPlanner);
    expect(pool.threadCount).toBe(16);
    pool.setFleet({ ...fleet, memoryConfiguredGib: new Float64Array(2 ** 24) });
    expect(pool.threadCount).toBe(3);
  });
});

describe('the pool without threads', () => {
  test('an aborted run stops the planner, which answers the next', async () => {
    const local = createLocalPool(createLocalPlanner());
    local.setFleet(fleet);
    const abort = new AbortController();
    const answers = local.run(abort.signal, {
      ...seeds,
      ask: async (planner, seed) => {
        setTimeout(() => abort.abort());
        await new Promise((resolve) => setTimeout(resolve, 20));
        return planner.consolidate({ ...defaultScenario, seed }, null);
      },
    });
    await expect(answers).rejects.toBeInstanceOf(AbortedError);
    expect(await local.run(signal(), seeds)).toHaveLength(5);
  });
});
