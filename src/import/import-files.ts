import { Clock, importTrace, isBitbrainsHeader } from './bitbrains.ts';
import { inventoryMapping } from './bitbrains-inventory.ts';
import { Findings, problem, wholeFile } from './findings.ts';
import { FleetBuilder, workloadLimit } from './fleet-builder.ts';
import { findHeader, guessMapping, headerScore, isSure } from './guess-mapping.ts';
import { type Opened, type OpenedTable, openFiles } from './open-files.ts';
import type {
  ColumnMapping,
  ImportFile,
  ImportFormat,
  ImportOutcome,
  ImportProblem,
} from './outcome.ts';
import { guessDecimal } from './parse-number.ts';
import { ProfileBuilder } from './profile-builder.ts';
import {
  importProfileTable,
  isSameGrid,
  metricIn,
  type ProfileTable,
  slotsOfHeader,
} from './profile-table.ts';
import type { OnImportProgress } from './progress.ts';
import { importRvtools } from './rvtools.ts';
import { type RvtoolsSheet, sheetByHeader, sheetByName } from './rvtools-columns.ts';
import { importTable } from './table.ts';
import { firstRows, type NumberedRow, type TableSource } from './table-source.ts';
import type { Workbook } from './xlsx.ts';

/** Rows looked at to tell what a table is. */
const sampleRows = 60;
const previewRows = 20;
const refusedRows = 20;

/**
 * Reads files, given together, into one fleet. What they are is told by their content: an RVTools workbook or set of
 * CSV files, Bitbrains traces or their summary, profile tables by the hour, any other table of machines; each also
 * inside a zip. Bad input is an outcome, never an exception.
 *
 * @param mapping what the columns of a table are, where the reader has said so; null to guess
 */
export async function importFiles(
  files: readonly ImportFile[],
  mapping: ColumnMapping | null,
  onProgress: OnImportProgress | null,
): Promise<ImportOutcome> {
  const findings = new Findings();
  const opened = await openFiles(files, mapping, findings, onProgress);
  if (opened.tables.length === 0) return refused(opened, files);
  const sorted = await sortTables(opened, mapping);
  const job = new ImportJob(fleetName(files, sorted), findings, sorted);
  const outcome = await job.run(opened, mapping !== null);
  onProgress?.('parsing', 1);
  return outcome;
}

function refused(opened: Opened, files: readonly ImportFile[]): ImportOutcome {
  const reasons =
    opened.problems.length > 0
      ? opened.problems
      : [problem('empty-file', wholeFile(files[0]?.name ?? ''), null)];
  return { kind: 'refused', reasons };
}

/** A fleet is called after the one file given, or after the one that names its workloads. */
function fleetName(files: readonly ImportFile[], sorted: SortedTables): string {
  const main =
    sorted.rvtools[0]?.tables.get('vInfo') ??
    mainTable(sorted.tables)?.source ??
    sorted.traces[0] ??
    sorted.profiles[0]?.source;
  const [only] = files.length === 1 ? files : [];
  return baseName(only?.name ?? main?.file ?? '');
}

const baseName = (path: string) => path.replace(/^.*[\\/]/, '').replace(/\.\w{1,5}$/, '');

interface OpenTable {
  readonly source: TableSource;
  readonly rows: readonly NumberedRow[];
  readonly header: NumberedRow;
  readonly mapping: ColumnMapping;
  readonly isInventory: boolean;
}

/** The tables given, by what they are. */
interface SortedTables {
  /** One RVTools export each: a workbook, or all CSV files together. */
  readonly rvtools: {
    readonly isWorkbook: boolean;
    readonly tables: Map<RvtoolsSheet, TableSource>;
  }[];
  readonly traces: TableSource[];
  readonly profiles: ProfileTable[];
  readonly tables: OpenTable[];
  readonly problems: ImportProblem[];
}

async function sortTables(opened: Opened, given: ColumnMapping | null): Promise<SortedTables> {
  const exports = new ExportSheets();
  const sorted: SortedTables = { rvtools: [], traces: [], profiles: [], tables: [], problems: [] };
  for (const table of opened.tables) {
    const { source, workbook } = table;
    if (given === null && workbook !== null && isExport(workbook)) {
      // The names of its sheets say what they are: none is unpacked before it is needed.
      exports.add(workbook, sheetByName(source.sheet ?? ''), source);
      continue;
    }
    const rows = await firstRows(source, sampleRows);
    const sheet = given === null ? rvtoolsSheet(source, rows) : null;
    if (sheet === null) sortTable(sorted, table, rows, given);
    else exports.add(workbook, sheet, source);
  }
  sorted.rvtools.push(...exports.list());
  return sorted;
}

/** The sheets of each RVTools export; CSV files given together are one export. */
class ExportSheets {
  private readonly sheets = new Map<Workbook | null, Map<RvtoolsSheet, TableSource>>();

  add(workbook: Workbook | null, sheet: RvtoolsSheet | null, source: TableSource) {
    if (sheet === null) return;
    const known = this.sheets.get(workbook) ?? new Map<RvtoolsSheet, TableSource>();
    if (!known.has(sheet)) known.set(sheet, source);
    this.sheets.set(workbook, known);
  }
  list(): SortedTables['rvtools'] {
    return Array.from(this.sheets, ([workbook, tables]) => ({
      isWorkbook: workbook !== null,
      tables,
    }));
  }
}

function sortTable(
  sorted: SortedTables,
  { source, separator, workbook }: OpenedTable,
  rows: readonly NumberedRow[],
  given: ColumnMapping | null,
) {
  const [first] = rows;
  if (first === undefined) {
    // An empty sheet beside others is no problem; an empty file is.
    if (workbook === null) {
      sorted.problems.push(problem('empty-file', wholeFile(source.file), null));
    }
  } else if (isBitbrainsHeader(first.cells)) sorted.traces.push(source);
  else if (!addProfile(sorted, source, rows)) {
    sorted.tables.push(openTable(source, rows, separator, given));
  }
}

const isExport = ({ sheets }: Workbook) => sheets.some(({ name }) => sheetByName(name) === 'vInfo');

function rvtoolsSheet(source: TableSource, rows: readonly NumberedRow[]): RvtoolsSheet | null {
  const byHeader = rows.slice(0, 10).map(({ cells }) => sheetByHeader(cells));
  const found = byHeader.find((sheet) => sheet !== null) ?? null;
  const named = sheetByName(source.sheet ?? source.file);
  // A sheet's name counts where its columns are at least a machine's or a host's.
  return found ?? (source.sheet === null ? null : named);
}

function addProfile(
  sorted: SortedTables,
  source: TableSource,
  rows: readonly NumberedRow[],
): boolean {
  const headerRow = rows.slice(0, 5).find(({ cells }) => slotsOfHeader(cells, source.from1904));
  const slots = headerRow && slotsOfHeader(headerRow.cells, source.from1904);
  if (headerRow === undefined || !slots) return false;
  const metric =
    metricIn(headerRow.cells[0] ?? '') ??
    metricIn(source.sheet ?? '') ??
    metricIn(source.file.replace(/^.*[\\/]/, ''));
  if (metric === null) {
    const place = { ...wholeFile(source.file, source.sheet), row: headerRow.row };
    sorted.problems.push(problem('missing-column', place, headerRow.cells[0] ?? ''));
    return true;
  }
  const figures = rows
    .filter(({ row }) => row > headerRow.row)
    .flatMap(({ cells }) => cells.slice(1));
  const decimal = guessDecimal(figures);
  sorted.profiles.push({ source, slots, metric, headerRow: headerRow.row, decimal });
  return true;
}

function openTable(
  source: TableSource,
  rows: readonly NumberedRow[],
  separator: ColumnMapping['separator'],
  given: ColumnMapping | null,
): OpenTable {
  const first = rows[0] as NumberedRow;
  const inventory = given === null ? inventoryMapping(first.cells, separator) : null;
  const header =
    inventory !== null
      ? first
      : given === null
        ? (findHeader(rows) ?? first)
        : headerOf(rows, given);
  const below = rows.filter(({ row }) => row > header.row);
  const mapping = given ?? inventory ?? guessMapping(header.cells, below, separator);
  return { source, rows, header, mapping, isInventory: inventory !== null };
}

/** The row that has the headers of a mapping; the likeliest where the mapping was made for another file. */
function headerOf(rows: readonly NumberedRow[], { columns }: ColumnMapping): NumberedRow {
  const exact = rows.find(({ cells }) =>
    columns.every(({ header }, i) => (cells[i] ?? '').trim() === header.trim()),
  );
  return exact ?? findHeader(rows) ?? (rows[0] as NumberedRow);
}

class ImportJob {
  private readonly builder = new FleetBuilder();
  private readonly name: string;
  private readonly findings: Findings;
  private readonly sorted: SortedTables;

  constructor(name: string, findings: Findings, sorted: SortedTables) {
    this.name = name;
    this.findings = findings;
    this.sorted = sorted;
  }

  async run(opened: Opened, isGiven: boolean): Promise<ImportOutcome> {
    const { sorted, builder, findings } = this;
    const reasons = [...opened.problems, ...sorted.problems];
    const hasOther = sorted.rvtools.length > 0 || sorted.traces.length > 0;
    const main = mainTable(sorted.tables);
    if (!(isGiven || hasOther || main === undefined || isSure(main.mapping))) {
      return mappingNeeded(main);
    }
    const format = await this.readAll(hasOther, reasons);
    if (format === null || builder.keptCount === 0 || builder.keptCount > workloadLimit) {
      return { kind: 'refused', reasons: this.refusal(format, reasons, opened) };
    }
    // What could not be read beside what could is listed with the rows left out.
    for (const reason of reasons) findings.skip(reason);
    const { fleet, duplicates } = builder.build(this.name);
    findings.duplicateNames(duplicates);
    const mapping = format === 'table' ? (main?.mapping ?? null) : null;
    return {
      kind: 'imported',
      format,
      fleet,
      skipped: findings.skipped(),
      warnings: findings.warnings(),
      mapping,
    };
  }

  /** Why there is no fleet: what failed, else that no row was a workload, with the first rows and their faults. */
  private refusal(
    format: ImportFormat | null,
    reasons: readonly ImportProblem[],
    opened: Opened,
  ): readonly ImportProblem[] {
    const place = wholeFile(opened.tables[0]?.source.file ?? '');
    if (this.builder.keptCount > workloadLimit) {
      return [problem('too-many-rows', place, String(this.builder.keptCount))];
    }
    if (format === null && reasons.length > 0) return reasons;
    const listed = this.findings.skipped().listed.slice(0, refusedRows);
    return [problem('no-workloads', place, null), ...reasons, ...listed];
  }

  /** @returns what was read, or null where the main part could not be */
  private async readAll(hasOther: boolean, reasons: ImportProblem[]): Promise<ImportFormat | null> {
    const { sorted, builder, findings } = this;
    let format: ImportFormat | null = null;
    for (const { isWorkbook, tables } of sorted.rvtools) {
      const failure = await importRvtools(tables, builder, findings);
      if (failure !== null) reasons.push(failure);
      else format ??= isWorkbook ? 'rvtools-xlsx' : 'rvtools-csv';
    }
    const grid = { slotSeconds: 3600, isDated: true, phaseSeconds: 0 };
    const profile = new ProfileBuilder(sorted.profiles[0]?.slots.grid ?? grid);
    if (await this.readTraces(profile, reasons)) format ??= 'bitbrains';
    if (hasOther) reasons.push(...sorted.tables.filter(isStranger).map(strangerProblem));
    else format = (await this.readTables(reasons)) ?? format;
    if (await this.readProfiles(profile, format === null, reasons)) format ??= 'hourly-profile';
    const built = profile.build(builder.keptRows());
    if (built === 'too-large') reasons.push(problem('too-many-rows', wholeFile(this.name), null));
    else builder.profile = built;
    return format;
  }

  private async readTraces(profile: ProfileBuilder, reasons: ImportProblem[]): Promise<boolean> {
    const { builder, findings, sorted } = this;
    const into = { builder, profile, findings, clock: new Clock() };
    let wasRead = false;
    for (const source of sorted.traces) {
      const name = baseName(source.file);
      const failure = await importTrace(source, name, into);
      if (failure === null) wasRead = true;
      else reasons.push(failure);
    }
    return wasRead;
  }

  /** Tables with the same header are one table in several files; another one is refused. */
  private async readTables(reasons: ImportProblem[]): Promise<ImportFormat | null> {
    const { builder, findings, sorted } = this;
    const main = mainTable(sorted.tables);
    if (main === undefined) return null;
    let wasRead = false;
    for (const table of sorted.tables) {
      const isSame = table.header.cells.join('\t') === main.header.cells.join('\t');
      const failure = isSame
        ? await importTable(
            { source: table.source, headerRow: table.header.row, mapping: main.mapping },
            builder,
            findings,
          )
        : strangerProblem(table);
      if (failure === null) wasRead = true;
      else reasons.push(failure);
    }
    if (!wasRead) return null;
    return main.isInventory ? 'bitbrains-inventory' : 'table';
  }

  private async readProfiles(
    profile: ProfileBuilder,
    isOpen: boolean,
    reasons: ImportProblem[],
  ): Promise<boolean> {
    const { builder, findings, sorted } = this;
    const rowOf = new Map<string, number>();
    for (const row of builder.keptRows()) {
      if (!rowOf.has(builder.nameOf(row))) rowOf.set(builder.nameOf(row), row);
    }
    let wasRead = false;
    for (const table of sorted.profiles) {
      const rivals = sorted.profiles.filter(
        ({ metric }) => metric.resource === table.metric.resource,
      );
      const isProfile = table === bestOf(rivals);
      const failure = isSameGrid(table.slots.grid, profile.grid)
        ? await importProfileTable(table, { builder, profile, findings, rowOf, isOpen, isProfile })
        : problem('bad-time', wholeFile(table.source.file, table.source.sheet), null);
      if (failure === null) wasRead = true;
      else reasons.push(failure);
    }
    return wasRead;
  }
}

/** Of several tables the one that is sure to list machines, else the one whose header says the most. */
function mainTable(tables: readonly OpenTable[]): OpenTable | undefined {
  const score = ({ isInventory, mapping, header }: OpenTable) =>
    (isInventory ? 2000 : 0) + (isSure(mapping) ? 1000 : 0) + headerScore(header.cells);
  return [...tables].sort((a, b) => score(b) - score(a))[0];
}

/** A set of RVTools files has many that say nothing here (vTools, vSnapshot …); any other table is strange beside it. */
const isStranger = ({ source }: OpenTable) =>
  !/(^|_)(tab)?(v|dv)[A-Z]\w*$/.test(baseName(source.file));

const strangerProblem = ({ source }: OpenTable) =>
  problem('unknown-format', wholeFile(source.file, source.sheet), null);

/** Of several tables of one resource the means make the profile, then percentiles, then maxima. */
function bestOf(tables: readonly ProfileTable[]): ProfileTable | undefined {
  const order = ['mean', 'p95', 'max'];
  const rank = ({ metric }: ProfileTable) => order.indexOf(metric.statistic);
  return [...tables].sort((a, b) => rank(a) - rank(b))[0];
}

function mappingNeeded({ mapping, rows, header }: OpenTable): ImportOutcome {
  const preview = rows
    .filter(({ row }) => row > header.row)
    .slice(0, previewRows)
    .map(({ cells }) => mapping.columns.map((_, i) => cells[i] ?? ''));
  return { kind: 'mapping-needed', guess: mapping, preview };
}
