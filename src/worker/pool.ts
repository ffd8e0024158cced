import type { Fleet } from '../model/fleet/fleet.ts';
import type { PlannerClient } from './client.ts';
import { AbortedError, ThreadError } from './errors.ts';
import type { OnProgress, Planner, Progress } from './planner.ts';

/** Many questions of one kind that do not wait for one another: a seed or a share of the runs each. */
export interface PoolRun<Job, Answer> {
  readonly jobs: readonly Job[];
  /** Asks one of them; what its progress says is summed over all. */
  readonly ask: (planner: Planner, job: Job, onProgress: OnProgress) => Promise<Answer>;
  readonly onProgress?: OnProgress | null;
}

/** Several planners at work on the jobs of a run, each with the fleet. */
export interface PlannerPool {
  /** How many jobs are worked on at once, at most. */
  readonly threadCount: number;
  /**
   * Asks all jobs of a run. Which thread takes which job, and when, makes no difference: answers come in the order of
   * the jobs. A thread that dies gives its job to another, once.
   *
   * @throws AbortedError, ThreadError; the first job that fails ends the others
   */
  run<Job, Answer>(signal: AbortSignal, run: PoolRun<Job, Answer>): Promise<readonly Answer[]>;
  /** Ends improvement: jobs under way are answered with their best so far, the others with their first. */
  finishEarly(): void;
  /** The fleet that every thread is given, once, before its next job; null: forget it, and end what runs. */
  setFleet(fleet: Fleet | null): void;
  dispose(): void;
}

export interface PoolOptions {
  /** Threads at most; by default as many as the machine has, or as the copies of the fleet leave memory for. */
  readonly threads?: number;
}

/** Memory that the copies of the fleet may take together. */
const mostFleetBytes = 2 ** 29;

/**
 * A pool of planners. A thread is started with the first job that needs one, so that a pool costs nothing until it is
 * used; few jobs start few threads.
 *
 * @param startClient `createPlanner` in the browser. In Node see `createLocalPool`.
 * @example
 * const pool = createPool(createPlanner);
 * pool.setFleet(fleet);
 * const shares = await pool.run(signal, {
 *   jobs: seeds,
 *   ask: (planner, seed, onProgress) => planner.availability({ ...question, seed }, onProgress),
 *   onProgress,
 * });
 */
export function createPool(
  startClient: () => PlannerClient,
  { threads = navigator.hardwareConcurrency }: PoolOptions = {},
): PlannerPool {
  const all: PlannerClient[] = [];
  const free: PlannerClient[] = [];
  const waiting: ((client: PlannerClient) => void)[] = [];
  let fleet: Fleet | null = null;
  let fleetBytes = 0;
  /** Counts the ends asked for: a job of a run that began before the last one is not to improve anything. */
  let ends = 0;

  const threadCount = () =>
    Math.max(1, Math.min(threads, Math.floor(mostFleetBytes / Math.max(1, fleetBytes))));

  function taken(): Promise<PlannerClient> {
    const client = free.pop();
    if (client !== undefined) return Promise.resolve(client);
    if (all.length < threadCount()) {
      const started = startClient();
      if (fleet !== null) started.setFleet(fleet);
      all.push(started);
      return Promise.resolve(started);
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function give(client: PlannerClient) {
    const next = waiting.shift();
    if (next === undefined) free.push(client);
    else next(client);
  }

  async function onAnyThread<Answer>(
    signal: AbortSignal,
    question: (planner: Planner, client: PlannerClient) => Promise<Answer>,
  ): Promise<Answer> {
    const client = await taken();
    try {
      return await client.ask(signal, (planner) => question(planner, client));
    } finally {
      give(client);
    }
  }

  async function run<Job, Answer>(
    signal: AbortSignal,
    { jobs, ask, onProgress }: PoolRun<Job, Answer>,
  ): Promise<readonly Answer[]> {
    if (signal.aborted) throw new AbortedError('aborted before it was asked');
    const endsBefore = ends;
    const inner = new AbortController();
    const abort = () => inner.abort();
    signal.addEventListener('abort', abort, { once: true });
    const tell = summed(jobs.length, onProgress ?? null);
    const question = (job: Job, index: number) =>
      onAnyThread(inner.signal, (planner, client) => {
        const answer = ask(planner, job, (progress) => tell(index, progress));
        if (ends !== endsBefore) client.finishEarly();
        return answer;
      });
    const answered = async (job: Job, index: number) => {
      const answer = await question(job, index).catch((error) => {
        if (error instanceof ThreadError && !inner.signal.aborted) return question(job, index);
        throw error;
      });
      tell(index, null);
      return answer;
    };
    try {
      return await Promise.all(jobs.map(answered));
    } finally {
      signal.removeEventListener('abort', abort);
      // Where one job failed, nobody waits for the others.
      abort();
    }
  }

  return {
    get threadCount() {
      return threadCount();
    },
    run,
    finishEarly() {
      ends++;
      for (const client of all) client.finishEarly();
    },
    setFleet(given) {
      fleet = given;
      fleetBytes = given === null ? 0 : bytesOf(given);
      for (const client of all) client.setFleet(given);
    },
    dispose() {
      for (const client of all) client.dispose();
    },
  };
}

/** Sums the progress of jobs: a job that is answered is whole, and a job that starts again takes nothing back. */
function summed(jobCount: number, onProgress: OnProgress | null) {
  const done = new Float64Array(jobCount);
  let last: Progress | null = null;
  return (index: number, progress: Progress | null) => {
    done[index] = Math.max(done[index] ?? 0, progress?.doneRatio ?? 1);
    if (progress !== null) last = better(last, progress);
    if (onProgress === null || last === null) return;
    onProgress({ ...last, doneRatio: done.reduce((sum, own) => sum + own, 0) / jobCount });
  };
}

/** The latest step, with the best plan of any job and the highest bound: each is proven for all. */
function better(last: Progress | null, next: Progress): Progress {
  const hosts = Math.min(last?.hosts ?? Infinity, next.hosts ?? Infinity);
  const lowerBound = Math.max(last?.lowerBound ?? 0, next.lowerBound ?? 0);
  return hosts === Infinity ? next : { ...next, hosts, lowerBound };
}

/** What the columns of a fleet take in memory. */
function bytesOf(part: unknown): number {
  if (ArrayBuffer.isView(part)) return part.byteLength;
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return 0;
  return Object.values(part).reduce((sum: number, own) => sum + bytesOf(own), 0);
}
