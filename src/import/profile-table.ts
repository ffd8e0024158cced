import type { MeasuredResource } from '../model/fleet/resources.ts';
import { faultOf, isBlank } from './figures.ts';
import { type Findings, problem } from './findings.ts';
import type { FleetBuilder } from './fleet-builder.ts';
import type { ImportProblem, Place } from './outcome.ts';
import { type DecimalSign, parseNumber } from './parse-number.ts';
import { type Grid, type ProfileBuilder, slotLimit } from './profile-builder.ts';
import { maxOf, meanOf } from './statistics.ts';
import type { TableSource } from './table-source.ts';
import { fromDayNumber, isPlausibleTime, parseDateTime, toSeconds } from './times.ts';
import { binaryUnit, scaleOf, unitInHeader } from './units.ts';

/** A header of half a day of hours at least; fewer columns of numbers are some other table. */
const fewestSlots = 12;

/** The slots that a header row names: which column is which slot. */
export interface Slots {
  readonly grid: Grid;
  /** Number of the earliest slot on the grid. */
  readonly first: number;
  readonly count: number;
  /** For each column after the first its slot, counted from `first`; −1 for a column without a header. */
  readonly slotOf: Int32Array;
}

/**
 * Reads a header of times: Unix seconds (or milliseconds), dates with times, spreadsheet day numbers, clock times, or
 * hours counted from 0 or 1.
 *
 * @returns null where the header is none, or its times do not lie on one regular grid
 */
export function slotsOfHeader(header: readonly string[], from1904: boolean): Slots | null {
  let width = header.length;
  while (width > 1 && (header[width - 1] ?? '').trim() === '') width -= 1;
  if (width - 1 < fewestSlots) return null;
  const texts = header.slice(1, width).map((text) => text.trim());
  const dated = readTimes(texts, from1904);
  if (dated !== null) return onGrid(dated, true);
  const hours = readHours(texts);
  return hours === null ? null : onGrid(hours, false);
}

function readTimes(texts: readonly string[], from1904: boolean): number[] | null {
  for (const read of [
    (text: string) => toSeconds(parseNumber(text, '.')),
    parseDateTime,
    (text: string) => {
      const days = parseNumber(text, '.');
      return days > 20_000 && days < 80_000 ? fromDayNumber(days, from1904) : Number.NaN;
    },
  ]) {
    const times = texts.map(read);
    if (times.every(isPlausibleTime)) return times;
  }
  return null;
}

/** Hours or clock times of a typical day or week, in seconds from its start. */
function readHours(texts: readonly string[]): number[] | null {
  const clock = texts.map((text) => /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.normalize('NFKC')));
  if (clock.every((parts) => parts !== null)) {
    return clock.map((parts) => Number(parts[1]) * 3600 + Number(parts[2]) * 60);
  }
  const plain = texts.map((text) =>
    parseNumber(text.normalize('NFKC').replace(/(時台?|h|:00)$/i, ''), '.'),
  );
  const start = plain[0];
  const isCounting = (start === 0 || start === 1) && plain.every((hour, i) => hour === i + start);
  return isCounting ? plain.map((hour) => (hour - start) * 3600) : null;
}

function onGrid(times: readonly number[], isDated: boolean): Slots | null {
  const sorted = Float64Array.from(times).sort();
  const first = sorted[0] as number;
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    step = Math.min(step, (sorted[i] as number) - (sorted[i - 1] as number));
  }
  if (!(step >= 1)) return null;
  const slotOf = Int32Array.from(times, (time) => Math.round((time - first) / step));
  // A minute of drift in a clock is no matter; a time between two slots is another grid.
  if (times.some((time, i) => Math.abs(time - first - (slotOf[i] as number) * step) > step / 4)) {
    return null;
  }
  const count = Math.round(((sorted.at(-1) as number) - first) / step) + 1;
  if (count > slotLimit) return null;
  const number = Math.floor(first / step);
  const grid = { slotSeconds: step, isDated, phaseSeconds: first - number * step };
  return { grid, first: number, count, slotOf };
}

export const isSameGrid = (one: Grid, other: Grid) =>
  one.slotSeconds === other.slotSeconds &&
  one.isDated === other.isDated &&
  one.phaseSeconds === other.phaseSeconds;

export type Statistic = 'mean' | 'p95' | 'max';

/** What the figures of a profile table are. */
export interface Metric {
  readonly resource: MeasuredResource;
  readonly statistic: Statistic;
  /** Makes a figure canonical; null for a percentage of the provisioned CPU. */
  readonly scale: number | null;
}

/** Tells the metric from a text: a file's name (`hourly-2013-8-cpu_mhz_mean.csv`) or a header. Null where it names none. */
export function metricIn(text: string): Metric | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[_\-.]/g, ' ');
  const unit = unitInHeader(text.replaceAll(/[-.]/g, ' '));
  const rate = scaleOf('networkMean', unit);
  const statistic = statisticIn(plain);
  const of = (resource: MeasuredResource, scale: number | null): Metric => ({
    resource,
    statistic,
    scale,
  });
  if (/cpu/.test(plain)) {
    const isShare = /%|pct|percent|使用率/.test(plain);
    return of('cpu', isShare ? null : (scaleOf('cpuMeanMhz', unit) ?? 1));
  }
  if (/iops/.test(plain)) return of('iops', 1);
  if (/mem|メモリ|\bram\b/.test(plain)) {
    return of('memory', scaleOf('memoryMean', binaryUnit(unit)) ?? 1 / 1024);
  }
  if (/disk|ディスク|storage|ストレージ/.test(plain)) {
    return rate === null ? of('disk', scaleOf('diskUsed', unit) ?? 1) : of('throughput', rate);
  }
  // Without a unit KiB/s, as the traces that we know have it.
  return /net|ネットワーク|nic|通信/.test(plain) ? of('network', rate ?? 1 / 1024) : null;
}

function statisticIn(plain: string): Statistic {
  if (/max|peak|最大|ピーク/.test(plain)) return 'max';
  return /95/.test(plain) ? 'p95' : 'mean';
}

export interface ProfileTable {
  readonly source: TableSource;
  readonly slots: Slots;
  readonly metric: Metric;
  readonly headerRow: number;
  readonly decimal: DecimalSign;
}

export interface ProfileTarget {
  readonly builder: FleetBuilder;
  readonly profile: ProfileBuilder;
  readonly findings: Findings;
  /** The workload of each name. */
  readonly rowOf: Map<string, number>;
  /** True where the table's rows are the workloads; else they must name ones that exist. */
  readonly isOpen: boolean;
  /** False where a better table of the same resource exists: then only `use` is filled. */
  readonly isProfile: boolean;
}

/** Reads a profile table into the fleet. */
export async function importProfileTable(
  table: ProfileTable,
  into: ProfileTarget,
): Promise<ImportProblem | null> {
  const { source, slots, metric } = table;
  let header: readonly string[] = [];
  return source.read((cells, row) => {
    if (row <= table.headerRow) {
      header = cells;
      return true;
    }
    const place = { file: source.file, sheet: source.sheet, row, column: null };
    const machine = machineOf(cells, header, place, into);
    if (machine === null) return true;
    const values = readSlots({ table, cells, header, place }, machine, into);
    if (into.isProfile) into.profile.set(metric.resource, machine, { first: slots.first, values });
    fillUse(into.builder, machine, metric, values);
    return true;
  });
}

/** The workload that a row is about; null (and reported) where there is none. */
function machineOf(
  cells: readonly string[],
  header: readonly string[],
  place: Place,
  into: ProfileTarget,
): number | null {
  const { findings, rowOf } = into;
  const name = (cells[0] ?? '').trim();
  const inFirst = { ...place, column: header[0] ?? null };
  const isTooWide = cells.slice(header.length).some((cell) => cell.trim() !== '');
  const known = rowOf.get(name);
  if (name === '') findings.skip(problem('no-name', inFirst, null));
  else if (isTooWide) findings.skip(problem('wrong-column-count', place, String(cells.length)));
  else if (known !== undefined) return known;
  else if (!into.isOpen) findings.skip(problem('unknown-workload', inFirst, name));
  else {
    const machine = into.builder.add(name);
    rowOf.set(name, machine);
    return machine;
  }
  return null;
}

interface ProfileRow {
  readonly table: ProfileTable;
  readonly cells: readonly string[];
  readonly header: readonly string[];
  readonly place: Place;
}

function readSlots(row: ProfileRow, machine: number, into: ProfileTarget): Float64Array {
  const { table, cells, header, place } = row;
  const { slots, metric, decimal } = table;
  // A percentage is of what is provisioned; where that is unknown, so is the use.
  const scale = metric.scale ?? into.builder.figures.cpuProvisionedMhz.get(machine) / 100;
  const values = new Float64Array(slots.count).fill(Number.NaN);
  slots.slotOf.forEach((slot, i) => {
    const text = cells[i + 1] ?? '';
    if (isBlank(text)) return;
    const value = parseNumber(text, decimal);
    const fault = faultOf(value);
    if (fault === null) values[slot] = value * scale;
    else into.findings.drop(problem(fault, { ...place, column: header[i + 1] ?? null }, text));
  });
  return values;
}

/** The mean of hourly means is the mean; of hourly maxima the highest is the maximum. Nothing else follows. */
function fillUse(builder: FleetBuilder, machine: number, metric: Metric, values: Float64Array) {
  const use = builder.use[metric.resource];
  if (metric.statistic === 'mean' && Number.isNaN(use.mean.get(machine))) {
    use.mean.set(machine, meanOf(values));
  }
  if (metric.statistic === 'max' && Number.isNaN(use.max.get(machine))) {
    use.max.set(machine, maxOf(values));
  }
}
