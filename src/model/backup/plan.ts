import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import type { BackupAnswer, ClassAnswer, ClassCapacity, Loss } from './answer.ts';
import { chainCounts, chainSizeGib, clonedSizeGib } from './chain.ts';
import { checkCopies, offsiteCopy } from './copies.ts';
import { type ClassPlan, changePerRun, copiesDifferences } from './jobs.ts';
import { type Machines, machinesOf } from './machines.ts';
import type { BackupMethod, BackupRules } from './method.ts';
import { sharesBlocks, simulateRepository } from './repository.ts';
import {
  fileReturn,
  machineReturn,
  manyReturn,
  type RestoreSpeeds,
  type RestoreTime,
  timingOf,
} from './restore.ts';
import { selectMethods, type Verdict } from './selection.ts';
import type { BackupSettings, ClassRules } from './settings.ts';
import { planWindow } from './window.ts';

/** How far a plan has come; what it resumes with says whether to stop, which a plan this short ignores. */
export interface BackupProgress {
  readonly step: 'checking';
  readonly doneRatio: number;
}

const secondsPerDay = 86_400;
const daysPerYear = 365;
const monthsPerYear = 12;

/** Plans backups of a fleet, or of as many like machines as the reader gives figures for. */
export function* backupSteps(
  fleet: Fleet | null,
  scenario: Scenario,
  rules: BackupRules,
): Generator<BackupProgress, BackupAnswer, boolean> {
  const settings = scenario.backup;
  const speeds: RestoreSpeeds = { restore: settings.restore, window: settings.window };
  const machines = machinesOf(fleet, settings, scenario.exclude);
  const drafts = draftsOf(machines, settings, rules);
  const plans: readonly ClassPlan[] = drafts.map(({ rules: own, method }) => ({
    rules: own,
    method,
  }));
  yield { step: 'checking', doneRatio: 0.1 };
  const window = planWindow({ machines, classes: plans, settings, fleet, seed: scenario.seed });
  yield { step: 'checking', doneRatio: 0.5 };
  const capacities = drafts.map((draft) => capacityOf(draft, settings));
  yield { step: 'checking', doneRatio: 0.7 };
  const everything = manyReturn(machines, plans, speeds, () => true);
  yield { step: 'checking', doneRatio: 0.9 };
  const classes = drafts.map((draft, index) =>
    classAnswer(draft, capacities[index] ?? null, {
      speeds,
      longestJob: window.longestJob[index] ?? 0,
    }),
  );
  const occupied = classes.filter((own) => own.machines > 0);
  const shown = occupied.length > 0 ? occupied : classes.slice(-1);
  const host = slowestHost(machines, plans, speeds);
  const { longestJob: _longest, ...night } = window;
  return {
    classes,
    machines: machines.count,
    usedGib: sum(machines.usedGib),
    capacityGib: yearPeaks(capacities, settings.chain.years),
    ...night,
    restore: {
      file: worst(shown.map(({ file }) => file)),
      machine: worst(shown.map(({ machine }) => machine)),
      host,
      everything,
    },
    offsite: settings.copies.hasOffsite ? offsiteOf(drafts, settings) : null,
    rule: checkCopies(settings.copies, {
      hasBackup: drafts.some(({ method }) => method !== null),
      isOffsiteByMethod: drafts.some(({ method }) => method?.offsite === true),
    }),
    notes: machines.notes,
  };
}

/** Runs {@link backupSteps} to its end. */
export function planBackup(
  fleet: Fleet | null,
  scenario: Scenario,
  rules: BackupRules,
): BackupAnswer {
  const steps = backupSteps(fleet, scenario, rules);
  for (;;) {
    const step = steps.next(false);
    if (step.done) return step.value;
  }
}

const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);

/** A class with its machines counted and its method chosen. */
interface Draft {
  readonly id: string;
  readonly name: string;
  readonly rules: ClassRules;
  readonly machines: number;
  readonly usedGib: number;
  readonly largestGib: number;
  readonly verdicts: readonly Verdict[];
  readonly method: BackupMethod | null;
}

function draftsOf(
  machines: Machines,
  settings: BackupSettings,
  rules: BackupRules,
): readonly Draft[] {
  const all = [...settings.classes, { id: 'rest', name: '', ...settings.rest }];
  const sizes = all.map(() => ({ machines: 0, usedGib: 0, largestGib: 0 }));
  for (let machine = 0; machine < machines.count; machine++) {
    const own = sizes[at(machines.classOf, machine)] as (typeof sizes)[number];
    const gib = at(machines.usedGib, machine);
    own.machines++;
    own.usedGib += gib;
    own.largestGib = Math.max(own.largestGib, gib);
  }
  const speeds = { restore: settings.restore, window: settings.window };
  return all.map((own, index) => {
    const size = sizes[index] as (typeof sizes)[number];
    // An empty class is judged by the machine that the reader gives as typical.
    const gib = size.machines === 0 ? settings.sample.usedGib : size.largestGib;
    const verdicts = selectMethods({
      needs: own.needs,
      settings,
      rules,
      timing: timingOf(own, gib, speeds),
    });
    const chosen = own.method ?? verdicts.find(({ fits }) => fits !== 'does-not-fit')?.method;
    const method = rules.methods.find(({ id }) => id === chosen) ?? null;
    return { id: own.id, name: own.name, rules: own, ...size, verdicts, method };
  });
}

function capacityOf(draft: Draft, { chain }: BackupSettings): ClassCapacity | null {
  const { method, rules, usedGib } = draft;
  if (method === null || !method.repository || draft.machines === 0) return null;
  const isAlwaysFull = !copiesDifferences(method);
  const runsPerDay = secondsPerDay / rules.intervalSeconds;
  const { kind, fullEveryDays, weekly, monthly, yearly } = chain;
  const policy = { kind, weekly, monthly, yearly };
  const points = rules.retentionDays * runsPerDay;
  const usual = chainCounts({ ...policy, points, pointsPerFull: fullEveryDays * runsPerDay });
  const counts = isAlwaysFull
    ? { fulls: points + 1, increments: 0, archives: usual.archives }
    : usual;
  const size = {
    dataGib: usedGib,
    keptRatio: rules.keptRatio,
    changeRatio: changePerRun(rules),
  };
  const shares = sharesBlocks({ blockCloning: chain.blockCloning, kind, isAlwaysFull });
  const days = simulateRepository({
    ...chain,
    ...size,
    changePerDayRatio: rules.changePerDayRatio,
    isAlwaysFull,
    runsPerDay,
    retentionDays: rules.retentionDays,
    days: chain.years * daysPerYear,
  });
  return {
    ...size,
    counts,
    sharesBlocks: shares,
    formulaGib: shares
      ? clonedSizeGib(
          { ...policy, points, pointsPerFull: fullEveryDays * runsPerDay },
          size,
          runsPerDay,
        )
      : chainSizeGib(counts, size),
    monthsGib: monthPeaks(days, chain.years),
  };
}

/** The fullest moment of each twelfth of a year. */
function monthPeaks(days: Float64Array, years: number): readonly number[] {
  const peaks = new Array<number>(years * monthsPerYear).fill(0);
  for (const [day, gib] of days.entries()) {
    const month = Math.floor((day * monthsPerYear) / daysPerYear);
    peaks[month] = Math.max(peaks[month] as number, gib);
  }
  return peaks;
}

/** Classes are at their fullest together at worst: their peaks of a month add up. */
function yearPeaks(
  capacities: readonly (ClassCapacity | null)[],
  years: number,
): readonly number[] {
  return Array.from({ length: years }, (_, year) => {
    const months = Array.from({ length: monthsPerYear }, (_, month) =>
      capacities.reduce(
        (total, own) => total + (own?.monthsGib[year * monthsPerYear + month] ?? 0),
        0,
      ),
    );
    return Math.max(...months);
  });
}

interface ClassTiming {
  readonly speeds: RestoreSpeeds;
  /** The class's longest backup. */
  readonly longestJob: number;
}

function classAnswer(
  draft: Draft,
  capacity: ClassCapacity | null,
  { speeds, longestJob }: ClassTiming,
): ClassAnswer {
  const { id, name, rules, machines, usedGib, largestGib, verdicts, method } = draft;
  const machine = method && machineReturn(method, rules, largestGib, speeds);
  return {
    id,
    name,
    machines,
    usedGib,
    largestGib,
    verdicts,
    method: method?.id ?? null,
    isChosenByReader: rules.method !== null,
    capacity,
    loss: lossOf(draft, longestJob, speeds),
    file: method && fileReturn(method, rules, largestGib, speeds),
    machine,
    returns: returnsOf(rules.needs.rtoSeconds, machine),
  };
}

function lossOf({ rules, method }: Draft, longestJob: number, { restore }: RestoreSpeeds): Loss {
  const target = rules.needs.rpoSeconds;
  if (method === null) return { seconds: null, worstSeconds: null, verdict: 'unknown' };
  const seconds = method.logs
    ? Math.min(restore.logSeconds, rules.intervalSeconds)
    : rules.intervalSeconds;
  const worstSeconds = method.logs ? seconds : seconds + longestJob;
  if (target === null) return { seconds, worstSeconds, verdict: 'no-target' };
  if (worstSeconds <= target) return { seconds, worstSeconds, verdict: 'met' };
  return { seconds, worstSeconds, verdict: seconds <= target ? 'narrow' : 'missed' };
}

function returnsOf(target: number | null, time: RestoreTime | null): ClassAnswer['returns'] {
  if (target === null) return 'no-target';
  if (time === null) return 'unknown';
  if (time.seconds !== null && time.seconds <= target) return 'met';
  if (time.instantSeconds !== null && time.instantSeconds <= target) return 'met-instantly';
  return time.seconds === null ? 'unknown' : 'missed';
}

/** The longest; what is not known is longer than anything. */
function worst(times: readonly (RestoreTime | null)[]): RestoreTime {
  const known = times.filter((time) => time !== null);
  const none: RestoreTime = { seconds: null, bottleneck: 'none', instantSeconds: null };
  return known.reduce(
    (longest, time) =>
      (time.seconds ?? Number.POSITIVE_INFINITY) > (longest.seconds ?? -1) &&
      longest.seconds !== null
        ? time
        : longest,
    known[0] ?? none,
  );
}

/** The host with the most data: after its loss the longest restore. */
function slowestHost(machines: Machines, plans: readonly ClassPlan[], speeds: RestoreSpeeds) {
  const gib = new Float64Array(Math.max(1, machines.hostCount));
  for (let machine = 0; machine < machines.count; machine++) {
    const host = at(machines.hostOf, machine);
    gib[host] = at(gib, host) + at(machines.usedGib, machine);
  }
  const fullest = gib.reduce((best, own, host) => (own > at(gib, best) ? host : best), 0);
  const time = manyReturn(
    machines,
    plans,
    speeds,
    (machine) => at(machines.hostOf, machine) === fullest,
  );
  return { ...time, name: machines.hostNames[fullest] ?? '' };
}

/** What crosses the line in a day, and at first: reduced as in the repository; between arrays as it is. */
function offsiteOf(drafts: readonly Draft[], { copies }: BackupSettings) {
  let daily = 0;
  let seed = 0;
  for (const { method, rules, usedGib } of drafts) {
    if (method === null) continue;
    const kept = method.repository ? rules.keptRatio : 1;
    const changed = copiesDifferences(method)
      ? changePerRun(rules) * (secondsPerDay / rules.intervalSeconds)
      : secondsPerDay / rules.intervalSeconds;
    daily += usedGib * kept * changed;
    seed += usedGib * kept;
  }
  return offsiteCopy(copies, daily, seed);
}
