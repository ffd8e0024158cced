import { at } from '../columns.ts';
import { type ClassPlan, restoreJobs, restoreLimits } from './jobs.ts';
import type { Machines } from './machines.ts';
import type { BackupMethod } from './method.ts';
import { type Bottleneck, schedule, scheduleBound } from './schedule.ts';
import type { MethodTiming } from './selection.ts';
import type { ClassRules, RestoreLimits, WindowLimits } from './settings.ts';

const mibPerGib = 1024;

/** How long one thing takes to come back, and what its speed depends on. */
export interface RestoreTime {
  /** Null: not known, because the time to install a machine anew is not. */
  readonly seconds: number | null;
  readonly bottleneck: RestoreBottleneck;
  /** Serving from its backup, before it is copied back; null where the method has no such thing. */
  readonly instantSeconds: number | null;
}
export type RestoreBottleneck = Bottleneck | 'array' | 'rebuild';

export interface RestoreSpeeds {
  readonly restore: RestoreLimits;
  readonly window: WindowLimits;
}

/** One machine of a size, by a method. */
export function machineReturn(
  method: BackupMethod,
  { keptRatio }: ClassRules,
  gib: number,
  speeds: RestoreSpeeds,
): RestoreTime {
  const { restore } = speeds;
  const { prepareSeconds, bootSeconds, rebuildSeconds, arraySeconds } = restore;
  const around = prepareSeconds + bootSeconds;
  const instantSeconds = method.instant === 'yes' || method.instant === 'depends' ? around : null;
  if (!method.repository) {
    return { seconds: around + arraySeconds, bottleneck: 'array', instantSeconds };
  }
  const { rate, bottleneck } = speedOf(method, keptRatio, speeds);
  const copied = around + (gib * mibPerGib) / rate;
  if (bringsSystem(method)) return { seconds: copied, bottleneck, instantSeconds };
  return {
    seconds: rebuildSeconds === null ? null : copied + rebuildSeconds,
    bottleneck: rebuildSeconds === null || rebuildSeconds > copied ? 'rebuild' : bottleneck,
    instantSeconds,
  };
}

const bringsSystem = ({ units }: BackupMethod) =>
  units.includes('disk') || units.includes('machine');

/** The speed of one stream on its way back, and what limits it. */
function speedOf(
  { lan }: BackupMethod,
  keptRatio: number,
  { restore, window }: RestoreSpeeds,
): { readonly rate: number; readonly bottleneck: Bottleneck } {
  const lanWeight = { raw: 1, reduced: keptRatio, none: 0 }[lan];
  const speeds: readonly (readonly [Bottleneck, number])[] = [
    ['streams', restore.streamMibPerSecond],
    ['storage', restore.storageMibPerSecond ?? Number.POSITIVE_INFINITY],
    ['repository', (restore.repositoryMibPerSecond ?? Number.POSITIVE_INFINITY) / keptRatio],
    [
      'lan',
      lanWeight === 0
        ? Number.POSITIVE_INFINITY
        : (window.lanMibPerSecond ?? Number.POSITIVE_INFINITY) / lanWeight,
    ],
  ];
  const [bottleneck, rate] = speeds.reduce((slowest, next) =>
    next[1] < slowest[1] ? next : slowest,
  );
  return { rate, bottleneck };
}

/** One file. Where the method knows no files, the whole machine comes back first. */
export function fileReturn(
  method: BackupMethod,
  rules: ClassRules,
  gib: number,
  speeds: RestoreSpeeds,
): RestoreTime {
  const { rate, bottleneck } = speedOf(method, rules.keptRatio, speeds);
  const { fileGib, prepareSeconds } = speeds.restore;
  const copySeconds = (fileGib * mibPerGib) / rate;
  if (method.singleFile === 'yes' || method.singleFile === 'depends') {
    return { seconds: prepareSeconds + copySeconds, bottleneck, instantSeconds: null };
  }
  const machine = machineReturn(method, rules, gib, speeds);
  const seconds = machine.seconds === null ? null : machine.seconds + copySeconds;
  return { seconds, bottleneck: machine.bottleneck, instantSeconds: null };
}

/** What a selection must know of time. */
export const timingOf =
  (rules: ClassRules, gib: number, speeds: RestoreSpeeds) =>
  (method: BackupMethod): MethodTiming => {
    const { seconds, instantSeconds } = machineReturn(method, rules, gib, speeds);
    return {
      returnSeconds: seconds,
      instantSeconds,
      intervalSeconds: rules.intervalSeconds,
      logSeconds: speeds.restore.logSeconds,
    };
  };

export interface ManyReturn extends RestoreTime {
  readonly machines: number;
  /** Machines that no method saves. */
  readonly lost: number;
}

/** Many machines at once, scheduled over the same limits. */
export function manyReturn(
  machines: Machines,
  classes: readonly ClassPlan[],
  speeds: RestoreSpeeds,
  isWanted: (machine: number) => boolean,
): ManyReturn {
  const wanted = wantedMachines(machines, isWanted);
  const planOf = (machine: number) => classes[at(machines.classOf, machine)] as ClassPlan;
  const lost = wanted.filter((machine) => planOf(machine).method === null).length;
  const methods = wanted.flatMap((machine) => planOf(machine).method ?? []);
  const jobs = restoreJobs(machines, classes, speeds.restore, isWanted);
  const limits = restoreLimits(speeds.window, speeds.restore);
  const { prepareSeconds, bootSeconds, arraySeconds, rebuildSeconds } = speeds.restore;
  const copied = jobs.length === 0 ? 0 : schedule(jobs, limits).seconds;
  const byArray = methods.some(({ repository }) => !repository) ? arraySeconds : 0;
  const rebuilt = methods.filter((method) => method.repository && !bringsSystem(method)).length;
  const rebuild =
    rebuilt === 0 ? 0 : multiplied(rebuildSeconds, Math.ceil(rebuilt / limits.streams));
  const parts: readonly (readonly [RestoreBottleneck, number])[] = [
    [scheduleBound(jobs, limits).by, copied],
    ['array', byArray],
    ['rebuild', rebuild ?? Number.POSITIVE_INFINITY],
  ];
  return {
    machines: wanted.length,
    lost,
    seconds:
      rebuild === null ? null : prepareSeconds + bootSeconds + Math.max(copied, byArray) + rebuild,
    bottleneck: parts.reduce((slowest, next) => (next[1] > slowest[1] ? next : slowest))[0],
    instantSeconds: instantForAll(methods, speeds.restore),
  };
}

const multiplied = (seconds: number | null, times: number) =>
  seconds === null ? null : seconds * times;

function wantedMachines({ count }: Machines, isWanted: (machine: number) => boolean): number[] {
  const wanted: number[] = [];
  for (let machine = 0; machine < count; machine++) if (isWanted(machine)) wanted.push(machine);
  return wanted;
}

/** All of them run from their backups, as many at once as the repository carries; null where one cannot. */
function instantForAll(
  methods: readonly BackupMethod[],
  { instantAtOnce, prepareSeconds, bootSeconds }: RestoreLimits,
): number | null {
  const all = methods.every(({ instant }) => instant === 'yes' || instant === 'depends');
  // More than the repository carries must wait until the first are copied back: no quick return for them.
  if (!all || methods.length === 0 || methods.length > instantAtOnce) return null;
  return prepareSeconds + bootSeconds;
}
