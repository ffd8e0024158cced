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
  const { fleet, rows, policy, notes } = question;
  const { mean, p95, max } = fleet.use[resource];
  const column = fleet.profile?.columns[resource];
  const slotCount = fleet.profile?.slotCount ?? 0;
  const isPercentile = policy.kind === 'percentile';
  const ratio = isPercentile ? policy.percentileRatio : 1;
  let fromMean = 0;
  const values = Float64Array.from(rows, (row) => {
    const sampled =
      column === undefined
        ? Number.NaN
        : percentile(column.slice(row * slotCount, (row + 1) * slotCount), ratio);
    const known = isPercentile
      ? firstKnown(sampled, at(p95, row), at(max, row))
      : highestKnown(sampled, at(max, row), at(p95, row));
    if (!Number.isNaN(known)) return known;
    const average = at(mean, row);
    if (!Number.isNaN(average)) fromMean++;
    return average;
  });
  if (fromMean > 0) notes.push({ kind: 'peak-from-mean', resource, workloads: fromMean });
  return values;
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
  const flat = flatFigures({ ...question, notes: [] }, resource);
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
    const missing = fillGaps(own, at(flat, i));
    if (missing === slotCount) partly++;
    else gaps += missing;
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
 * highest figure. High, because a gap must not make a plan look easier than it is.
 *
 * @param flat the figure to use all the time where no slot is known
 * @returns how many slots were unknown
 */
function fillGaps(slots: Float64Array, flat: number): number {
  const highest = percentile(slots, 1);
  let missing = 0;
  for (let slot = 0; slot < slots.length; slot++) {
    if (!Number.isNaN(at(slots, slot))) continue;
    missing++;
    slots[slot] = Number.isNaN(highest) ? flat : -1;
  }
  // Filled figures are marked −1 first, so that one gap is never filled from another.
  if (missing === 0 || missing === slots.length) return missing;
  for (let slot = 0; slot < slots.length; slot++) {
    if (at(slots, slot) >= 0) continue;
    let sameHour = -1;
    for (let other = slot % day; other < slots.length; other += day) {
      sameHour = Math.max(sameHour, at(slots, other));
    }
    slots[slot] = sameHour < 0 ? highest : sameHour;
  }
  return missing;
}
