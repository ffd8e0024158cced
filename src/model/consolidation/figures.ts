import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { MeasuredResource } from '../fleet/resources.ts';
import type { DemandPolicy } from '../scenario.ts';
import type { Note } from './answer.ts';
import { percentile } from './percentile.ts';
import type { Folding } from './slots.ts';

/** What the reading of measured figures needs to know; `notes` collects what the reader must be told. */
export interface FigureQuestion {
  readonly fleet: Fleet;
  readonly rows: Int32Array;
  readonly policy: DemandPolicy;
  /** Null where the plan has a single slot. */
  readonly folding: Folding | null;
  readonly notes: Note[];
}

export interface Figures {
  readonly slotCount: number;
  /** `values[i * slotCount + slot]`; NaN where unknown. */
  readonly values: Float64Array;
}

/** The policy's figures of a measured resource, by slot where the fleet has a profile of it; NaN where unknown. */
export function measuredFigures(question: FigureQuestion, resource: MeasuredResource): Figures {
  const column = question.fleet.profile?.columns[resource];
  const { folding } = question;
  return folding === null || column === undefined
    ? { slotCount: 1, values: flatFigures(question, resource) }
    : folded({ question, resource, column, folding });
}

/** One figure a workload: its peak, or its percentile; the mean where nothing else is known. */
function flatFigures(question: FigureQuestion, resource: MeasuredResource): Float64Array {
  const { rows, notes } = question;
  const figureOf = flatFigureOf(question, resource);
  let fromMean = 0;
  const values = Float64Array.from(rows, (row) => {
    const { value, isMean } = figureOf(row);
    if (isMean) fromMean++;
    return value;
  });
  if (fromMean > 0) notes.push({ kind: 'peak-from-mean', resource, workloads: fromMean });
  return values;
}

interface FlatFigure {
  /** NaN where nothing is known. */
  readonly value: number;
  readonly isMean: boolean;
}

/** How the policy reads the flat figure of a fleet row. */
function flatFigureOf(
  { fleet, policy }: FigureQuestion,
  resource: MeasuredResource,
): (row: number) => FlatFigure {
  const { mean, p95, max } = fleet.use[resource];
  const column = fleet.profile?.columns[resource];
  const slotCount = fleet.profile?.slotCount ?? 0;
  const isPercentile = policy.kind === 'percentile';
  const ratio = isPercentile ? policy.percentileRatio : 1;
  const sampled = (row: number) =>
    column === undefined
      ? Number.NaN
      : percentile(column.slice(row * slotCount, (row + 1) * slotCount), ratio);
  return (row) => {
    const known = isPercentile
      ? firstKnown(sampled(row), at(p95, row), at(max, row))
      : highestKnown(sampled(row), at(max, row), at(p95, row));
    if (!Number.isNaN(known)) return { value: known, isMean: false };
    const value = at(mean, row);
    return { value, isMean: !Number.isNaN(value) };
  };
}

const firstKnown = (...values: readonly number[]) =>
  values.find((value) => !Number.isNaN(value)) ?? Number.NaN;

const highestKnown = (...values: readonly number[]) => percentile(Float64Array.from(values), 1);

interface FoldedQuestion {
  readonly question: FigureQuestion;
  readonly resource: MeasuredResource;
  readonly column: Float64Array;
  readonly folding: Folding;
}

/** A profile folded to the plan's slots: in each, the percentile of the samples that fall into it. */
function folded({ question, resource, column, folding }: FoldedQuestion): Figures {
  const { fleet, rows, policy, notes } = question;
  const { slotCount } = folding.axis;
  const measuredCount = fleet.profile?.slotCount ?? 0;
  const buckets = bucketsOf(folding.slotOf, slotCount);
  const samples = buckets.map((bucket) => new Float64Array(bucket.length));
  const values = new Float64Array(rows.length * slotCount);
  const flatFigure = flatFigureOf(question, resource);
  let gaps = 0;
  let partly = 0;
  for (let i = 0; i < rows.length; i++) {
    const own = values.subarray(i * slotCount, (i + 1) * slotCount);
    const start = at(rows, i) * measuredCount;
    for (let slot = 0; slot < slotCount; slot++) {
      const bucket = buckets[slot] as Int32Array;
      const sample = samples[slot] as Float64Array;
      for (let s = 0; s < bucket.length; s++) sample[s] = at(column, start + at(bucket, s));
      own[slot] = percentile(sample, policy.percentileRatio);
    }
    const missing = fillGaps(own);
    if (missing === slotCount) {
      own.fill(flatFigure(at(rows, i)).value);
      partly++;
    } else gaps += missing;
  }
  if (gaps > 0) notes.push({ kind: 'gaps-filled', resource, slots: gaps });
  if (partly > 0) notes.push({ kind: 'profile-partly', resource, workloads: partly });
  return { slotCount, values };
}

/** For each slot of the plan, the profile's slots that fall into it. */
function bucketsOf(slotOf: Int32Array, slotCount: number): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: slotCount }, () => []);
  slotOf.forEach((slot, index) => {
    lists[slot]?.push(index);
  });
  return lists.map((list) => Int32Array.from(list));
}

const day = 24;

/**
 * Fills the unknown slots of one workload: with the highest figure at the same hour on other days, else with its
 * highest figure. High, because a gap must not make a plan look easier than it is. Slots of a workload without any
 * figure stay unknown.
 *
 * @returns how many slots were unknown
 */
function fillGaps(slots: Float64Array): number {
  let missing = 0;
  for (const value of slots) if (Number.isNaN(value)) missing++;
  if (missing === 0 || missing === slots.length) return missing;
  const highest = percentile(slots, 1);
  const byHour = highestByHour(slots);
  for (let slot = 0; slot < slots.length; slot++) {
    if (!Number.isNaN(at(slots, slot))) continue;
    const sameHour = at(byHour, slot % day);
    slots[slot] = Number.isNaN(sameHour) ? highest : sameHour;
  }
  return missing;
}

/** The highest known figure of each hour of the day; NaN where there is none. */
function highestByHour(slots: Float64Array): Float64Array {
  const byHour = new Float64Array(day).fill(Number.NaN);
  for (let slot = 0; slot < slots.length; slot++) {
    const value = at(slots, slot);
    const hour = slot % day;
    if (!Number.isNaN(value) && !(value <= at(byHour, hour))) byHour[hour] = value;
  }
  return byHour;
}
