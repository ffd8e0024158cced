import type { MeasuredResource } from '../model/fleet/resources.ts';
import { fromKib, fromKibPerSecond } from '../model/units.ts';
import { faultOf, faultOfVcpus, optionalFigure } from './figures.ts';
import { type Findings, problem, wholeFile } from './findings.ts';
import type { FleetBuilder } from './fleet-builder.ts';
import type { ImportProblem, Place } from './outcome.ts';
import { parseNumber } from './parse-number.ts';
import { type ProfileBuilder, slotLimit } from './profile-builder.ts';
import { maxOf, meanOf, percentileOf } from './statistics.ts';
import type { TableSource } from './table-source.ts';
import { isPlausibleTime, toSeconds } from './times.ts';

/** Columns of the GWA-T-12 traces of Bitbrains, by the words that their headers hold. */
const columnWords = {
  time: 'timestamp',
  cores: 'cpu cores',
  capacityMhz: 'cpu capacity',
  usageMhz: 'cpu usage [mhz]',
  usagePercent: 'cpu usage [%]',
  memoryKib: 'memory capacity',
  memoryUsedKib: 'memory usage',
  readKibPerSecond: 'disk read',
  writeKibPerSecond: 'disk write',
  receivedKibPerSecond: 'network received',
  sentKibPerSecond: 'network transmitted',
} as const;
type Column = keyof typeof columnWords;

const hourSeconds = 3600;

/** @returns where each column stands, or null where the header is none of these traces */
function columnsOf(header: readonly string[]): Record<Column, number> | null {
  const names = header.map((text) => text.trim().toLowerCase());
  const find = (words: string) => names.findIndex((name) => name.startsWith(words));
  const entries = Object.entries(columnWords).map(([column, words]) => [column, find(words)]);
  const columns = Object.fromEntries(entries) as Record<Column, number>;
  const isTrace = columns.time >= 0 && columns.cores >= 0 && columns.capacityMhz >= 0;
  return isTrace && (columns.usageMhz >= 0 || columns.usagePercent >= 0) ? columns : null;
}

export const isBitbrainsHeader = (header: readonly string[]) => columnsOf(header) !== null;

const sampledResources = [
  'cpu',
  'memory',
  'throughput',
  'network',
] as const satisfies readonly MeasuredResource[];
type Sampled = (typeof sampledResources)[number];

interface Samples {
  readonly times: number[];
  /** In the canonical unit; NaN where the sample has none. */
  readonly values: Record<Sampled, number[]>;
}

/**
 * Folds one machine's trace into the fleet: size from its last sample with cores, mean, p95 and maximum from the
 * samples themselves, and an hourly profile of means. The order of rows does not matter.
 */
export async function importTrace(
  source: TableSource,
  name: string,
  into: { builder: FleetBuilder; profile: ProfileBuilder; findings: Findings; clock: Clock },
): Promise<ImportProblem | null> {
  const reader = new TraceReader(source, into.findings, into.clock);
  const failure = await source.read((cells, row) => reader.take(cells, row));
  if (failure !== null) return failure;
  if (reader.rowCount === 0) return problem('no-workloads', wholeFile(source.file), null);
  const { builder, profile, findings } = into;
  const machine = builder.add(name);
  const { last, samples } = reader;
  builder.setPowerState(machine, last.cores > 0 ? 'on' : 'off');
  builder.figures.vcpuCount.set(machine, last.cores);
  builder.figures.cpuProvisionedMhz.set(machine, last.capacityMhz);
  builder.figures.memoryConfiguredGib.set(machine, fromKib(last.memoryKib));
  findings.count('rows-out-of-order', reader.outOfOrder);
  findings.count('time-gaps', gapCount(samples.times));
  const hours = samples.times.map((time) => Math.floor(time / hourSeconds));
  for (const resource of sampledResources) {
    const values = samples.values[resource];
    builder.use[resource].mean.set(machine, meanOf(values));
    builder.use[resource].p95.set(machine, percentileOf(values, 0.95));
    builder.use[resource].max.set(machine, maxOf(values));
    const stretch = hourlyMeans(hours, values);
    if (stretch !== null) profile.set(resource, machine, stretch);
  }
  return null;
}

/** Where the traces of one fleet lie in time, told by the first sample: a clock a year off is wrong. */
export class Clock {
  private anchor = Number.NaN;
  accepts(time: number): boolean {
    if (!isPlausibleTime(time)) return false;
    if (Number.isNaN(this.anchor)) this.anchor = time;
    return Math.abs(time - this.anchor) < (slotLimit / 2) * hourSeconds;
  }
}

class TraceReader {
  readonly samples: Samples = {
    times: [],
    values: { cpu: [], memory: [], throughput: [], network: [] },
  };
  /** The latest sample that has cores; without one the machine never ran. */
  last = { time: Number.NEGATIVE_INFINITY, cores: 0, capacityMhz: 0, memoryKib: 0 };
  rowCount = 0;
  outOfOrder = 0;
  private before = Number.NEGATIVE_INFINITY;
  private columns: Record<Column, number> | null = null;
  private header: readonly string[] = [];
  private readonly source: TableSource;
  private readonly findings: Findings;
  private readonly clock: Clock;

  constructor(source: TableSource, findings: Findings, clock: Clock) {
    this.source = source;
    this.findings = findings;
    this.clock = clock;
  }

  take(cells: readonly string[], row: number): boolean {
    if (this.columns === null) {
      this.columns = columnsOf(cells);
      this.header = cells;
      return this.columns !== null;
    }
    this.takeSample(this.columns, cells, row);
    return true;
  }

  private takeSample(columns: Record<Column, number>, cells: readonly string[], row: number) {
    const { findings } = this;
    const text = (column: Column) => (cells[columns[column]] ?? '').trim();
    const place = (column: Column): Place => ({
      file: this.source.file,
      sheet: null,
      row,
      column: this.header[columns[column]]?.trim() ?? null,
    });
    const skip = (kind: ImportProblem['kind'], column: Column) =>
      findings.skip(problem(kind, place(column), text(column)));
    if (cells.length !== this.header.length) {
      findings.skip(
        problem('wrong-column-count', { ...place('time'), column: null }, String(cells.length)),
      );
      return;
    }
    const time = toSeconds(parseNumber(text('time'), '.'));
    if (!this.clock.accepts(time)) return skip('bad-time', 'time');
    const cores = parseNumber(text('cores'), '.');
    const coresFault = faultOfVcpus(cores);
    if (coresFault !== null) return skip(coresFault, 'cores');
    const capacityMhz = parseNumber(text('capacityMhz'), '.');
    const capacityFault = faultOf(capacityMhz);
    if (capacityFault !== null) return skip(capacityFault, 'capacityMhz');
    this.rowCount += 1;
    if (time < this.before) this.outOfOrder += 1;
    this.before = time;
    if (cores === 0) {
      // The machine was off or being rebuilt: its zeros are not its use.
      findings.count('zero-cores');
      return;
    }
    const figure = (column: Column) =>
      columns[column] < 0
        ? Number.NaN
        : optionalFigure(text(column), (cell) => parseNumber(cell, '.'), place(column), findings);
    const memoryKib = figure('memoryKib');
    if (time >= this.last.time) this.last = { time, cores, capacityMhz, memoryKib };
    const usageMhz = figure('usageMhz');
    const cpuMhz = Number.isNaN(usageMhz) ? (figure('usagePercent') / 100) * capacityMhz : usageMhz;
    const usedKib = figure('memoryUsedKib');
    if (cpuMhz > capacityMhz || usedKib > memoryKib) findings.count('above-capacity');
    const { times, values } = this.samples;
    times.push(time);
    values.cpu.push(cpuMhz);
    values.memory.push(fromKib(usedKib));
    values.throughput.push(
      fromKibPerSecond(figure('readKibPerSecond') + figure('writeKibPerSecond')),
    );
    values.network.push(
      fromKibPerSecond(figure('receivedKibPerSecond') + figure('sentKibPerSecond')),
    );
  }
}

/** Steps of more than twice the usual one. */
function gapCount(times: readonly number[]): number {
  const sorted = Float64Array.from(times).sort();
  const steps = sorted.subarray(1).map((time, i) => time - (sorted[i] as number));
  const usual = percentileOf(steps, 0.5);
  return steps.filter((step) => step > 2 * usual).length;
}

function hourlyMeans(hours: readonly number[], values: readonly number[]) {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const hour of hours) {
    if (hour < first) first = hour;
    if (hour > last) last = hour;
  }
  if (hours.length === 0) return null;
  const sums = new Float64Array(last - first + 1);
  const counts = new Float64Array(last - first + 1);
  hours.forEach((hour, i) => {
    const value = values[i] as number;
    if (Number.isNaN(value)) return;
    sums[hour - first] = (sums[hour - first] as number) + value;
    counts[hour - first] = (counts[hour - first] as number) + 1;
  });
  // 0 ÷ 0 is NaN: an hour without samples is unknown.
  return { first, values: sums.map((sum, i) => sum / (counts[i] as number)) };
}
