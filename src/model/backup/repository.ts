import { longTerm } from './prune.ts';

/** A class of machines as its backups see it. */
export interface RepositoryQuestion {
  readonly kind: 'forever' | 'synthetic' | 'active';
  readonly dataGib: number;
  readonly keptRatio: number;
  readonly changePerDayRatio: number;
  /** Every backup is full: the method copies no differences. */
  readonly isAlwaysFull: boolean;
  readonly runsPerDay: number;
  readonly retentionDays: number;
  readonly fullEveryDays: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
  readonly blockCloning: boolean;
  readonly growthPerYearRatio: number;
  readonly days: number;
}

/** A backup in the repository. */
interface Point {
  readonly run: number;
  readonly isFull: boolean;
  readonly sizeGib: number;
}

const daysPerYear = 365;

/** Data on a day: it grows by a ratio a year, evenly within the year, by sums and products that every machine agrees on. */
export function dataOn(day: number, dataGib: number, growthPerYearRatio: number): number {
  let grown = dataGib;
  for (let year = 1; year <= Math.floor(day / daysPerYear); year++) grown *= 1 + growthPerYearRatio;
  return grown * (1 + (growthPerYearRatio * (day % daysPerYear)) / daysPerYear);
}

/**
 * What the repository holds at its fullest on each day, by making and deleting backups run by run. A new backup is
 * written before old ones are deleted, as real ones are.
 */
export function simulateRepository(question: RepositoryQuestion): Float64Array {
  const { days, runsPerDay } = question;
  const peaks = new Float64Array(days);
  const state: State = { points: [], archives: [] };
  for (let day = 0; day < days; day++) {
    for (let turn = 0; turn < runsPerDay; turn++) {
      state.points.push(newPoint(question, day, day * runsPerDay + turn));
      mergeForever(question, state, day);
      peaks[day] = Math.max(peaks[day] as number, heldGib(question, state));
      deleteOld(question, state, day);
    }
  }
  return peaks;
}

interface State {
  points: Point[];
  /** Days whose last backup is kept longer, newest first, each with the data of that day. */
  archives: { readonly day: number; readonly sizeGib: number }[];
}

const perRun = ({ changePerDayRatio, runsPerDay }: RepositoryQuestion) =>
  Math.min(1, changePerDayRatio / runsPerDay);

function newPoint(question: RepositoryQuestion, day: number, run: number): Point {
  const { kind, dataGib, growthPerYearRatio, fullEveryDays, runsPerDay } = question;
  const data = dataOn(day, dataGib, growthPerYearRatio);
  const isTurn = kind !== 'forever' && run % (fullEveryDays * runsPerDay) === 0;
  const isFull = question.isAlwaysFull || run === 0 || isTurn;
  const grown = (data - dataOn(Math.max(0, day - 1), dataGib, growthPerYearRatio)) / runsPerDay;
  return { run, isFull, sizeGib: isFull ? data : Math.min(data, perRun(question) * data + grown) };
}

const pointsToKeep = ({ retentionDays, runsPerDay }: RepositoryQuestion) =>
  retentionDays * runsPerDay;

/** Forever-incremental: what no longer is to be kept becomes part of the full backup after it. */
function mergeForever(question: RepositoryQuestion, state: State, today: number) {
  if (question.kind !== 'forever' || question.isAlwaysFull) return;
  while (state.points.length > pointsToKeep(question)) {
    const [oldest, next, ...rest] = state.points as [Point, Point, ...Point[]];
    const { dataGib, growthPerYearRatio, runsPerDay } = question;
    keepLonger(question, state, oldest);
    const sizeGib = dataOn(Math.floor(next.run / runsPerDay), dataGib, growthPerYearRatio);
    state.points = [{ run: next.run, isFull: true, sizeGib }, ...rest];
    pruneArchives(question, state, today);
  }
}

/** Deletes the oldest chain once as many newer backups exist as are to be kept. */
function deleteOld(question: RepositoryQuestion, state: State, today: number) {
  if (question.kind === 'forever' && !question.isAlwaysFull) return;
  for (;;) {
    const length = chainLength(state.points);
    if (length === 0 || state.points.length - length < pointsToKeep(question)) break;
    for (const point of state.points.splice(0, length)) keepLonger(question, state, point);
  }
  pruneArchives(question, state, today);
}

/** Length of the oldest chain; 0 where it is the only one. */
function chainLength(points: readonly Point[]): number {
  const next = points.findIndex(({ isFull }, index) => index > 0 && isFull);
  return Math.max(0, next);
}

/** Offers the last backup of a day to the long-term rules. */
function keepLonger(question: RepositoryQuestion, state: State, { run }: Point) {
  if (question.weekly + question.monthly + question.yearly === 0) return;
  if ((run + 1) % question.runsPerDay !== 0) return;
  const day = Math.floor(run / question.runsPerDay);
  const sizeGib = dataOn(day, question.dataGib, question.growthPerYearRatio);
  state.archives.unshift({ day, sizeGib });
}

function pruneArchives(question: RepositoryQuestion, state: State, today: number) {
  if (state.archives.length === 0) return;
  const oldest = state.points[0] as Point;
  const first = Math.floor(oldest.run / question.runsPerDay);
  const recent = Array.from({ length: today - first + 1 }, (_, index) => first + index);
  const kept = new Set(
    longTerm(
      state.archives.map(({ day }) => day),
      recent,
      question,
    ),
  );
  state.archives = state.archives.filter(({ day }) => kept.has(day));
}

/** What is read anew is written anew: only full backups that the repository makes itself share blocks. */
export const sharesBlocks = ({
  blockCloning,
  kind,
  isAlwaysFull,
}: Pick<RepositoryQuestion, 'blockCloning' | 'kind' | 'isAlwaysFull'>) =>
  blockCloning && kind !== 'active' && !isAlwaysFull;

const heldGib = (question: RepositoryQuestion, state: State) =>
  question.keptRatio * (sharesBlocks(question) ? clonedGib(question, state) : plainGib(state));

const plainGib = ({ points, archives }: State) =>
  archives.reduce((sum, { sizeGib }) => sum + sizeGib, 0) +
  points.reduce((sum, { sizeGib }) => sum + sizeGib, 0);

/** One full backup, and of each later one what changed since the one before it. */
function clonedGib(question: RepositoryQuestion, { points, archives }: State): number {
  const { runsPerDay, changePerDayRatio, dataGib, growthPerYearRatio } = question;
  const all = [
    ...archives.map(({ day, sizeGib }) => ({ run: (day + 1) * runsPerDay - 1, sizeGib })).reverse(),
    ...points.map(({ run }) => ({
      run,
      sizeGib: dataOn(Math.floor(run / runsPerDay), dataGib, growthPerYearRatio),
    })),
  ];
  return all.reduce((sum, { run, sizeGib }, index) => {
    const before = all[index - 1];
    if (before === undefined) return sum + sizeGib;
    const changed = Math.min(1, (changePerDayRatio * (run - before.run)) / runsPerDay);
    return sum + Math.min(sizeGib, changed * sizeGib + Math.max(0, sizeGib - before.sizeGib));
  }, 0);
}
