import { at, sumKnown } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { stretch } from '../performance/response-time.ts';
import { seeded } from '../random.ts';
import type { LoadPart, NightAnswer, Response, Timetable, Trouble } from './answer.ts';
import { backupJobs, backupLimits, type ClassPlan, copiesDifferences, type Night } from './jobs.ts';
import type { Machines } from './machines.ts';
import { type Job, type Schedule, schedule, scheduleBound } from './schedule.ts';
import type { BackupSettings } from './settings.ts';

export interface WindowQuestion {
  readonly machines: Machines;
  readonly classes: readonly ClassPlan[];
  readonly settings: BackupSettings;
  readonly fleet: Fleet | null;
  readonly seed: number;
}

interface Planned {
  readonly night: Night;
  readonly jobs: readonly Job[];
  readonly plan: Schedule;
  readonly answer: NightAnswer;
}

/** Every night's schedule, the one that decides, and what goes wrong in it. */
export function planWindow(question: WindowQuestion) {
  const { machines, classes } = question;
  const nights: readonly Planned[] = nightsOf(question).map((night) => planNight(question, night));
  // The first backup of all comes once, and nobody sizes a window for it.
  const regular = nights.filter(({ night }) => night !== 'first');
  const decisive = regular.reduce((longest, next) =>
    next.plan.seconds > longest.plan.seconds ? next : longest,
  );
  return {
    nights: nights.map(({ answer }) => answer),
    decisive: decisive.night,
    windowSeconds: decisive.plan.seconds,
    bottleneck: decisive.answer.bottleneck,
    holds: regular.every(({ answer }) => answer.holds),
    timetable: timetableOf(decisive, machines),
    trouble: troubleOf(question, decisive),
    response: responseOf(question, decisive.plan),
    longestJob: longestJobs(decisive, machines, classes.length),
  };
}

const nightsOf = ({ settings: { chain } }: WindowQuestion): readonly Night[] =>
  chain.kind === 'active' && !chain.spreadFulls
    ? ['first', 'full', 'ordinary']
    : ['first', 'ordinary'];

function planNight(question: WindowQuestion, night: Night): Planned {
  const { settings, machines, classes } = question;
  const { window, chain } = settings;
  const jobs = backupJobs({ machines, classes, window, chain, night });
  const limits = backupLimits(window);
  const plan = schedule(jobs, limits);
  const bound = scheduleBound(jobs, limits);
  return {
    night,
    jobs,
    plan,
    answer: {
      night,
      jobs: jobs.length,
      readGib: jobs.reduce((sum, { mib }) => sum + mib, 0) / 1024,
      seconds: plan.seconds,
      boundSeconds: bound.seconds,
      bottleneck: bound.by,
      bounds: bound.each.filter(({ seconds }) => seconds > 0),
      holds: plan.seconds <= window.seconds,
      syntheticSeconds: night === 'ordinary' ? syntheticSeconds(question) : null,
    },
  };
}

/**
 * Full backups made in the repository: each is read there and written there once, so twice its size at the
 * repository's speed, on the one day of the cycle. With block cloning only references are written.
 */
function syntheticSeconds({ settings, machines, classes }: WindowQuestion): number | null {
  const { chain, window } = settings;
  if (chain.kind !== 'synthetic' || window.repositoryMibPerSecond === null) return null;
  if (chain.blockCloning) return 0;
  let mib = 0;
  for (let machine = 0; machine < machines.count; machine++) {
    const { method, rules } = classes[at(machines.classOf, machine)] as ClassPlan;
    if (method === null || !method.repository || !copiesDifferences(method)) continue;
    mib += 2 * at(machines.usedGib, machine) * 1024 * rules.keptRatio;
  }
  const turns = chain.spreadFulls ? chain.fullEveryDays : 1;
  return mib / turns / window.repositoryMibPerSecond;
}

const mostParts = 120;

function timetableOf({ jobs, plan }: Planned, machines: Machines): Timetable {
  return {
    rows: Int32Array.from(jobs, ({ machine }) =>
      machines.rows === null ? -1 : at(machines.rows, machine),
    ),
    hosts: Int32Array.from(jobs, ({ machine }) => at(machines.hostOf, machine)),
    start: plan.start,
    end: plan.end,
    hostNames: machines.hostNames,
    load: loadParts(plan),
  };
}

/** The load of a night, averaged over equal parts of it. */
export function loadParts({ pieces, seconds }: Schedule): readonly LoadPart[] {
  if (seconds === 0) return [];
  const count = Math.min(mostParts, pieces.length);
  const length = seconds / count;
  const parts = Array.from({ length: count }, (_, part) => ({
    start: part * length,
    end: (part + 1) * length,
    running: 0,
    readMibPerSecond: 0,
    lanMibPerSecond: 0,
    repositoryMibPerSecond: 0,
  }));
  let part = 0;
  for (const piece of pieces) {
    while (part < count - 1 && (parts[part] as LoadPart).end <= piece.start) part++;
    for (let index = part; index < count; index++) {
      const own = parts[index] as (typeof parts)[number];
      const share = (Math.min(own.end, piece.end) - Math.max(own.start, piece.start)) / length;
      if (share <= 0) break;
      own.running += share * piece.running;
      own.readMibPerSecond += share * piece.mibPerSecond;
      own.lanMibPerSecond += share * (piece.shared[1] as number);
      own.repositoryMibPerSecond += share * (piece.shared[2] as number);
    }
  }
  return parts;
}

/** Jobs that fail are noticed at their end, and run again in full when all others are done. */
function troubleOf({ settings, seed }: WindowQuestion, { jobs, plan }: Planned): Trouble {
  const { window } = settings;
  const random = seeded(seed);
  const failed = jobs.filter(() => random() < window.failureRatio);
  const again = failed.length === 0 ? 0 : schedule(failed, backupLimits(window)).seconds;
  const withRerunsSeconds = plan.seconds + again;
  return {
    failedJobs: failed.length,
    withRerunsSeconds,
    rerunsHold: withRerunsSeconds <= window.seconds,
    proxyLostSeconds: window.proxies > 1 ? schedule(jobs, backupLimits(window, 1)).seconds : null,
  };
}

/**
 * The storage as one server that machines and backups share: how much longer an access takes than on an idle one, at
 * the busiest moment of the night. The figures of `performance/response-time.ts`.
 */
function responseOf({ settings, fleet }: WindowQuestion, { pieces }: Schedule): Response {
  const { storageMibPerSecond, storageBusyRatio } = settings.window;
  if (storageMibPerSecond === null) return { kind: 'unknown' };
  const busyRatio = storageBusyRatio ?? measuredBusy(fleet, storageMibPerSecond);
  if (busyRatio === null) return { kind: 'unknown' };
  const most = pieces.reduce((peak, piece) => Math.max(peak, piece.shared[0] as number), 0);
  const duringRatio = busyRatio + most / storageMibPerSecond;
  return {
    kind: 'known',
    busyRatio,
    duringRatio,
    before: factorAt(busyRatio),
    during: factorAt(duringRatio),
  };
}

function measuredBusy(fleet: Fleet | null, storageMibPerSecond: number): number | null {
  if (fleet === null) return null;
  const { mean } = fleet.use.throughput;
  return mean.every((value) => Number.isNaN(value)) ? null : sumKnown(mean) / storageMibPerSecond;
}

function factorAt(ratio: number): number | null {
  const slowed = stretch(1, ratio);
  return slowed.kind === 'overloaded' ? null : slowed.factor;
}

/** The longest job of each class. */
function longestJobs({ jobs, plan }: Planned, machines: Machines, count: number): number[] {
  const longest = new Array<number>(count).fill(0);
  for (const [index, { machine }] of jobs.entries()) {
    const own = at(machines.classOf, machine);
    const seconds = at(plan.end, index) - at(plan.start, index);
    longest[own] = Math.max(longest[own] as number, seconds);
  }
  return longest;
}
