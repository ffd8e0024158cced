import type { PowerState } from '../model/fleet/fleet.ts';
import { faultOf, faultOfVcpus, isBlank } from './figures.ts';
import { type Findings, problem, wholeFile } from './findings.ts';
import {
  type FleetBuilder,
  hostsByName,
  type NumberColumn,
  workloadLimit,
} from './fleet-builder.ts';
import type { ColumnMapping, ImportProblem, Place, TableField } from './outcome.ts';
import { parseNumber } from './parse-number.ts';
import type { TableSource } from './table-source.ts';
import { scaleOf } from './units.ts';

export interface MappedTable {
  readonly source: TableSource;
  /** The header's row number; rows above it are titles. */
  readonly headerRow: number;
  readonly mapping: ColumnMapping;
}

/**
 * Reads a table through a mapping of its columns. A row needs a name, and its vCPUs and memory where the mapping
 * has columns for them; a wrong value elsewhere drops that value only.
 */
export async function importTable(
  table: MappedTable,
  builder: FleetBuilder,
  findings: Findings,
): Promise<ImportProblem | null> {
  const { source, headerRow, mapping } = table;
  const name = mapping.columns.findIndex(({ field }) => field === 'name');
  if (name < 0) {
    return problem(
      'missing-column',
      { ...wholeFile(source.file, source.sheet), column: 'name' },
      null,
    );
  }
  const readers = readersOf(mapping, builder);
  const failure = await source.read((cells, row) => {
    if (row > headerRow) takeRow({ table, readers, name, cells, row, builder, findings });
    return builder.count <= workloadLimit;
  });
  if (failure !== null) return failure;
  if (builder.count > workloadLimit) {
    return problem('too-many-rows', wholeFile(source.file, source.sheet), String(builder.count));
  }
  builder.hosts = hostsByName(builder, 0);
  return null;
}

interface FigureReader {
  readonly column: number;
  readonly isRequired: boolean;
  readonly fault: (value: number) => ImportProblem['kind'] | null;
  readonly scale: number | null;
  readonly store: (machine: number, value: number) => boolean;
}
interface TextReader {
  readonly column: number;
  readonly store: (machine: number, text: string) => void;
}
interface Readers {
  readonly figures: readonly FigureReader[];
  readonly texts: readonly TextReader[];
}

const textFields = [
  'os',
  'host',
  'cluster',
  'datacenter',
  'folder',
  'application',
  'environment',
  'affinityGroup',
  'antiAffinityGroup',
] as const satisfies readonly TableField[];

function readersOf(mapping: ColumnMapping, builder: FleetBuilder): Readers {
  const figures: FigureReader[] = [];
  const texts: TextReader[] = [];
  mapping.columns.forEach(({ field, unit, header }, column) => {
    const label = textFields.find((name) => name === field);
    if (label !== undefined) {
      texts.push({ column, store: (machine, text) => builder.setLabel(machine, label, text) });
    } else if (field === 'powerState') {
      texts.push({
        column,
        store: (machine, text) => builder.setPowerState(machine, powerStateIn(text)),
      });
    } else if (field === 'isTemplate') {
      texts.push({
        column,
        store: (machine, text) => {
          if (/^(true|yes|y|1|はい|○|〇|有)$/i.test(text)) builder.markTemplate(machine);
        },
      });
    } else {
      const store = storeOf(field, header, builder);
      if (store === null) return;
      const isRequired = field === 'vcpuCount' || field === 'memoryConfigured';
      const fault = field === 'vcpuCount' ? faultOfVcpus : faultOf;
      figures.push({ column, isRequired, fault, scale: scaleOf(field, unit), store });
    }
  });
  // Sizes first: percentages are of the provisioned CPU, and its clock is of the vCPUs.
  const order = (reader: FigureReader) => rank.get(mapping.columns[reader.column]?.field) ?? 2;
  return { figures: figures.sort((a, b) => order(a) - order(b)), texts };
}

const rank = new Map<TableField | undefined, number>([
  ['vcpuCount', 0],
  ['cpuProvisionedMhz', 1],
]);

/**
 * Where a figure goes. A store gives false where the figure needs another that is unknown.
 *
 * @returns null for fields that are no figures
 */
function storeOf(
  field: TableField,
  header: string,
  builder: FleetBuilder,
): FigureReader['store'] | null {
  const { figures, use } = builder;
  const into = (column: NumberColumn) => (machine: number, value: number) => {
    column.set(machine, value);
    return true;
  };
  const ofProvisioned = (column: NumberColumn) => (machine: number, percent: number) => {
    const provisioned = figures.cpuProvisionedMhz.get(machine);
    if (Number.isNaN(provisioned)) return false;
    column.set(machine, (percent / 100) * provisioned);
    return true;
  };
  const ofClock: FigureReader['store'] = (machine, value) => {
    const vcpus = figures.vcpuCount.get(machine);
    figures.cpuProvisionedMhz.set(machine, value * vcpus);
    return !Number.isNaN(vcpus);
  };
  const isPeak = /max|peak|最大|ピーク/i.test(header);
  const stores: Partial<Record<TableField, FigureReader['store']>> = {
    vcpuCount: into(figures.vcpuCount),
    cpuProvisionedMhz: isClockOfOne(header) ? ofClock : into(figures.cpuProvisionedMhz),
    cpuMeanMhz: into(use.cpu.mean),
    cpuP95Mhz: into(use.cpu.p95),
    cpuMaxMhz: into(use.cpu.max),
    cpuMeanPercent: ofProvisioned(use.cpu.mean),
    cpuMaxPercent: ofProvisioned(use.cpu.max),
    memoryConfigured: into(figures.memoryConfiguredGib),
    memoryMean: into(use.memory.mean),
    memoryP95: into(use.memory.p95),
    memoryMax: into(use.memory.max),
    diskProvisioned: into(figures.diskProvisionedGib),
    diskUsed: into(use.disk.mean),
    diskIops: into(isPeak ? use.iops.max : use.iops.mean),
    diskThroughputMean: into(use.throughput.mean),
    diskThroughputMax: into(use.throughput.max),
    networkMean: into(use.network.mean),
    networkMax: into(use.network.max),
  };
  return stores[field] ?? null;
}

/** A clock or speed is that of one core, and the machine has one for each vCPU. */
const isClockOfOne = (header: string) =>
  /clock|speed|frequency|クロック|周波数|per core|\/ ?core/i.test(header.normalize('NFKC'));

interface RowParts {
  readonly table: MappedTable;
  readonly readers: Readers;
  readonly name: number;
  readonly cells: readonly string[];
  readonly row: number;
  readonly builder: FleetBuilder;
  readonly findings: Findings;
}

function placeOf({ table, row }: RowParts, column: number): Place {
  const { source, mapping } = table;
  const header = mapping.columns[column]?.header ?? null;
  return { file: source.file, sheet: source.sheet, row, column: header };
}

function figureOf({ cells, table }: RowParts, { column, scale }: FigureReader): number {
  const value = parseNumber(cells[column] ?? '', table.mapping.decimal);
  return scale === null ? Number.NaN : value * scale;
}

/** Why a row cannot be a workload; null where it can. */
function faultOfRow(parts: RowParts): ImportProblem | null {
  const { table, readers, cells } = parts;
  const width = table.mapping.columns.length;
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    return problem('wrong-column-count', placeOf(parts, -1), String(cells.length));
  }
  if ((cells[parts.name] ?? '').trim() === '') {
    return problem('no-name', placeOf(parts, parts.name), null);
  }
  for (const reader of readers.figures) {
    if (!reader.isRequired) continue;
    const fault = reader.fault(figureOf(parts, reader));
    if (fault !== null) {
      return problem(fault, placeOf(parts, reader.column), cells[reader.column] ?? '');
    }
  }
  return null;
}

function takeFigure(parts: RowParts, reader: FigureReader, machine: number) {
  const value = figureOf(parts, reader);
  // A figure that rests on another one is faulty where that one is missing.
  const wrong = reader.fault(value) ?? (reader.store(machine, value) ? null : 'missing-column');
  if (wrong === null) return;
  const text = parts.cells[reader.column] ?? '';
  parts.findings.drop(problem(wrong, placeOf(parts, reader.column), text));
}

function takeRow(parts: RowParts) {
  const { readers, cells, builder, findings } = parts;
  const fault = faultOfRow(parts);
  if (fault !== null) {
    findings.skip(fault);
    return;
  }
  const machine = builder.add((cells[parts.name] ?? '').trim());
  for (const reader of readers.texts) {
    const text = (cells[reader.column] ?? '').trim();
    if (text !== '') reader.store(machine, text);
  }
  for (const reader of readers.figures) {
    if (!isBlank(cells[reader.column] ?? '')) takeFigure(parts, reader, machine);
  }
  if (builder.figures.vcpuCount.get(machine) === 0) findings.count('zero-cores');
}

function powerStateIn(text: string): PowerState {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  if (
    /^(poweredon|on|running|up|active|started|起動中?|稼働中?|オン|電源オン|パワーオン|1|true)$/.test(
      plain,
    )
  ) {
    return 'on';
  }
  if (
    /^(poweredoff|off|stopped|down|inactive|shutdown|停止中?|オフ|電源オフ|パワーオフ|シャットダウン|0|false)$/.test(
      plain,
    )
  ) {
    return 'off';
  }
  return /^(suspended|paused|saved|サスペンド|一時停止中?|保存済み?)$/.test(plain)
    ? 'suspended'
    : 'unknown';
}
