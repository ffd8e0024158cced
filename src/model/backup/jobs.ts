import { at } from '../columns.ts';
import type { Machines } from './machines.ts';
import type { BackupMethod } from './method.ts';
import type { SharedLimit } from './rates.ts';
import type { Job, ScheduleLimits } from './schedule.ts';
import type { ChainPolicy, ClassRules, RestoreLimits, WindowLimits } from './settings.ts';

/** A class with the method that the plan gives it; null: none fits. */
export interface ClassPlan {
  readonly rules: ClassRules;
  readonly method: BackupMethod | null;
}

/** Which night: everything anew, fulls on their day, or changes only. */
export type Night = 'first' | 'full' | 'ordinary';

const mibPerGib = 1024;
const secondsPerDay = 86_400;
const unlimited = Number.POSITIVE_INFINITY;

/** Share of the data that one run copies, as far as the method copies differences. */
export const changePerRun = ({ changePerDayRatio, intervalSeconds }: ClassRules) =>
  Math.min(1, (changePerDayRatio * intervalSeconds) / secondsPerDay);

/** A method of which differences are unknown is planned without them. */
export const copiesDifferences = ({ difference }: BackupMethod) =>
  difference === 'yes' || difference === 'depends';

export interface NightQuestion {
  readonly machines: Machines;
  readonly classes: readonly ClassPlan[];
  readonly window: WindowLimits;
  readonly chain: ChainPolicy;
  readonly night: Night;
}

/**
 * One job a machine. What an array copies by itself, within or to another array, is no job: it takes no stream, no
 * host and no LAN.
 */
export function backupJobs({
  machines,
  classes,
  window,
  chain,
  night,
}: NightQuestion): readonly Job[] {
  const jobs: Job[] = [];
  for (let machine = 0; machine < machines.count; machine++) {
    const { rules, method } = classes[at(machines.classOf, machine)] as ClassPlan;
    const gib = at(machines.usedGib, machine);
    if (method === null || !method.repository || gib === 0) continue;
    const isFull = isFullTonight(machine, night, chain) || !copiesDifferences(method);
    const perCore = isFull ? window.fullMibPerSecondPerCore : window.incrementalMibPerSecondPerCore;
    jobs.push({
      machine,
      host: method.hostLoad === 'none' ? -1 : at(machines.hostOf, machine),
      mib: gib * mibPerGib * (isFull ? 1 : changePerRun(rules)),
      most: perCore / window.tasksPerCore,
      weights: weightsOf(method, rules),
    });
  }
  return jobs.filter(({ mib }) => mib > 0);
}

function isFullTonight(machine: number, night: Night, chain: ChainPolicy): boolean {
  if (night !== 'ordinary') return true;
  return chain.kind === 'active' && chain.spreadFulls && machine % chain.fullEveryDays === 0;
}

/** Storage, LAN, repository, for every MiB of the machine's data. */
const weightsOf = ({ lan }: BackupMethod, { keptRatio }: ClassRules) => [
  1,
  { raw: 1, reduced: keptRatio, none: 0 }[lan],
  keptRatio,
];

const shared = (storage: number, lan: number, repository: number): readonly SharedLimit[] => [
  { id: 'storage', mibPerSecond: storage },
  { id: 'lan', mibPerSecond: lan },
  { id: 'repository', mibPerSecond: repository },
];

export const lanLimit = ({ lanMibPerSecond, lanRatio }: WindowLimits) =>
  (lanMibPerSecond ?? unlimited) * lanRatio;

export const backupLimits = (window: WindowLimits, lostProxies = 0): ScheduleLimits => ({
  streams: (window.proxies - lostProxies) * window.coresPerProxy * window.tasksPerCore,
  tasksPerHost: window.tasksPerHost,
  hostMibPerSecond: window.hostMibPerSecond ?? unlimited,
  shared: shared(
    (window.storageMibPerSecond ?? unlimited) * window.storageRatio,
    lanLimit(window),
    window.repositoryMibPerSecond ?? unlimited,
  ),
});

/** The way back: from the repository over the LAN to the storage, as many machines at once as there are streams. */
export const restoreLimits = (window: WindowLimits, restore: RestoreLimits): ScheduleLimits => ({
  streams: restore.streams,
  tasksPerHost: unlimited,
  hostMibPerSecond: window.hostMibPerSecond ?? unlimited,
  shared: shared(
    restore.storageMibPerSecond ?? unlimited,
    window.lanMibPerSecond ?? unlimited,
    restore.repositoryMibPerSecond ?? unlimited,
  ),
});

/** The jobs that bring machines back whose method keeps them in the repository. */
export function restoreJobs(
  machines: Machines,
  classes: readonly ClassPlan[],
  restore: RestoreLimits,
  isWanted: (machine: number) => boolean,
): readonly Job[] {
  const jobs: Job[] = [];
  for (let machine = 0; machine < machines.count; machine++) {
    const { rules, method } = classes[at(machines.classOf, machine)] as ClassPlan;
    const mib = at(machines.usedGib, machine) * mibPerGib;
    if (method === null || !method.repository || mib === 0 || !isWanted(machine)) continue;
    jobs.push({
      machine,
      host: method.hostLoad === 'none' ? -1 : at(machines.hostOf, machine),
      mib,
      most: restore.streamMibPerSecond,
      weights: weightsOf(method, rules),
    });
  }
  return jobs;
}
