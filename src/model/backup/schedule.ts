import { at } from '../columns.ts';
import { type Flow, fairRates, type SharedLimit } from './rates.ts';

/** A job: one machine's backup (or restore), with how it meets the limits. */
export interface Job extends Flow {
  /** Row of the machine. */
  readonly machine: number;
  readonly mib: number;
}

export interface ScheduleLimits {
  /** Jobs that run at once. */
  readonly streams: number;
  readonly tasksPerHost: number;
  readonly hostMibPerSecond: number;
  readonly shared: readonly SharedLimit[];
}

/** When each job runs, and the load meanwhile, piece by piece between two events. */
export interface Schedule {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly seconds: number;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly running: number;
  /** Load on each shared limit, in their order. */
  readonly shared: readonly number[];
  /** All that is read. */
  readonly mibPerSecond: number;
  readonly busiestHost: number;
}

/**
 * Staggers jobs: as long as a stream is free and a job waits whose host may run one more, the longest such job starts.
 * Those that run share what there is (see `fairRates`). So no stream waits while work waits that may run, and no limit
 * is exceeded.
 *
 * Longest first, because a long job that starts last is what makes a window long; of equal ones that of the idlest host.
 * 10,000 jobs with 256 streams take less than two seconds (test/bench/backup.ts).
 */
export function schedule(jobs: readonly Job[], limits: ScheduleLimits): Schedule {
  const queues = queuesByHost(jobs);
  const start = new Float64Array(jobs.length);
  const end = new Float64Array(jobs.length);
  const left = Float64Array.from(jobs, ({ mib }) => mib);
  const pieces: Piece[] = [];
  const hosts = new Int32Array(hostCountOf(jobs) + 1);
  let running: number[] = [];
  let now = 0;
  const admit = () => {
    while (running.length < limits.streams) {
      const next = longestReady(jobs, queues, limits, hosts);
      if (next === null) return;
      const { host } = jobs[next] as Job;
      start[next] = now;
      running.push(next);
      hosts[host + 1] = at(hosts, host + 1) + 1;
    }
  };
  for (admit(); running.length > 0; admit()) {
    const flows = running.map((index) => jobs[index] as Job);
    const rates = fairRates(flows, limits.shared, limits.hostMibPerSecond);
    const step = timeToNext(running, left, rates);
    pieces.push(pieceOf(flows, rates, { limits, now, step }));
    now += step;
    running = running.filter((index, position) => {
      const rest = at(left, index) - at(rates, position) * step;
      // What is left of rounding is done: a job shorter than a millionth of its size is no job.
      left[index] = rest <= 1e-9 * (jobs[index] as Job).mib ? 0 : rest;
      if (left[index] !== 0) return true;
      end[index] = now;
      const { host } = jobs[index] as Job;
      hosts[host + 1] = at(hosts, host + 1) - 1;
      return false;
    });
  }
  return { start, end, seconds: now, pieces };
}

const hostCountOf = (jobs: readonly Job[]) =>
  1 + jobs.reduce((most, { host }) => Math.max(most, host), -1);

/** Waiting jobs of each host (and, apart, those without one), longest first. */
interface Queue {
  readonly host: number;
  readonly jobs: number[];
  next: number;
}

function queuesByHost(jobs: readonly Job[]): readonly Queue[] {
  const queues = new Map<number, Queue>();
  const order = Array.from(jobs, (_, index) => index).sort(
    (a, b) => (jobs[b] as Job).mib - (jobs[a] as Job).mib || a - b,
  );
  for (const index of order) {
    const { host } = jobs[index] as Job;
    const queue = queues.get(host) ?? { host, jobs: [], next: 0 };
    queues.set(host, queue);
    queue.jobs.push(index);
  }
  return [...queues.values()];
}

/** Takes the longest waiting job that may start now out of its queue; of equal ones that of the idlest host. */
function longestReady(
  jobs: readonly Job[],
  queues: readonly Queue[],
  { tasksPerHost }: ScheduleLimits,
  hosts: Int32Array,
): number | null {
  let best: Queue | null = null;
  let bestMib = -1;
  let bestRunning = 0;
  for (const queue of queues) {
    const job = queue.jobs[queue.next];
    if (job === undefined) continue;
    // A job without a host meets no limit of hosts.
    const running = at(hosts, queue.host + 1);
    if (queue.host >= 0 && running >= tasksPerHost) continue;
    const { mib } = jobs[job] as Job;
    if (mib > bestMib || (mib === bestMib && running < bestRunning)) {
      best = queue;
      bestMib = mib;
      bestRunning = running;
    }
  }
  if (best === null) return null;
  best.next++;
  return best.jobs[best.next - 1] as number;
}

function timeToNext(running: readonly number[], left: Float64Array, rates: Float64Array): number {
  let step = Number.POSITIVE_INFINITY;
  for (const [position, index] of running.entries()) {
    const rate = at(rates, position);
    if (at(left, index) === 0) return 0;
    if (rate > 0) step = Math.min(step, at(left, index) / rate);
  }
  if (step === Number.POSITIVE_INFINITY) throw new Error('a job runs without any speed');
  return step;
}

function pieceOf(
  flows: readonly Job[],
  rates: Float64Array,
  {
    limits,
    now,
    step,
  }: { readonly limits: ScheduleLimits; readonly now: number; readonly step: number },
): Piece {
  const shared = new Array<number>(limits.shared.length).fill(0);
  const byHost = new Float64Array(hostCountOf(flows));
  let mibPerSecond = 0;
  for (const [index, { weights, host }] of flows.entries()) {
    const rate = at(rates, index);
    mibPerSecond += rate;
    if (host >= 0) byHost[host] = at(byHost, host) + rate;
    for (let limit = 0; limit < shared.length; limit++) {
      shared[limit] = (shared[limit] as number) + (weights[limit] as number) * rate;
    }
  }
  return {
    start: now,
    end: now + step,
    running: flows.length,
    shared,
    mibPerSecond,
    busiestHost: byHost.reduce((most, own) => Math.max(most, own), 0),
  };
}

/** What no schedule can beat, by each limit; the largest of them is the bottleneck. */
export type Bottleneck =
  | 'storage'
  | 'lan'
  | 'repository'
  | 'streams'
  | 'host-tasks'
  | 'host-throughput'
  | 'longest-job'
  | 'none';

export interface Bound {
  readonly seconds: number;
  readonly by: Bottleneck;
  /** Every limit's own bound, longest first. */
  readonly each: readonly { readonly by: Bottleneck; readonly seconds: number }[];
}

/**
 * Lower bound of a schedule: the work that each limit must carry, at its full speed. A stream carries a job at its own
 * speed at most, so streams bound the sum of the jobs' shortest times, and a host those of its own jobs.
 */
export function scheduleBound(jobs: readonly Job[], limits: ScheduleLimits): Bound {
  const total = (of: (job: Job) => number, among = jobs) =>
    among.reduce((sum, job) => sum + of(job), 0);
  const shortest = ({ mib, most, host }: Job) =>
    mib / Math.min(most, host >= 0 ? limits.hostMibPerSecond : most);
  const byHost = Map.groupBy(
    jobs.filter(({ host }) => host >= 0),
    ({ host }) => host,
  );
  const ofHosts = (groups: Iterable<readonly Job[]>, of: (own: readonly Job[]) => number) => {
    let most = 0;
    for (const own of groups) most = Math.max(most, of(own));
    return most;
  };
  const each: { by: Bottleneck; seconds: number }[] = [
    ...limits.shared.map(({ id, mibPerSecond }, limit) => ({
      by: id,
      seconds: total(({ mib, weights }) => mib * (weights[limit] as number)) / mibPerSecond,
    })),
    { by: 'streams', seconds: total(shortest) / limits.streams },
    {
      by: 'host-tasks',
      seconds: ofHosts(byHost.values(), (own) => total(shortest, own) / limits.tasksPerHost),
    },
    {
      by: 'host-throughput',
      seconds: ofHosts(
        byHost.values(),
        (own) => total(({ mib }) => mib, own) / limits.hostMibPerSecond,
      ),
    },
    { by: 'longest-job', seconds: jobs.reduce((most, job) => Math.max(most, shortest(job)), 0) },
  ];
  each.sort((a, b) => b.seconds - a.seconds);
  const [first] = each;
  return first === undefined || first.seconds === 0
    ? { seconds: 0, by: 'none', each }
    : { seconds: first.seconds, by: first.by, each };
}
