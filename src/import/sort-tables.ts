import { isBitbrainsHeader } from './bitbrains.ts';
import { inventoryMapping } from './bitbrains-inventory.ts';
import { problem, wholeFile } from './findings.ts';
import { findHeader, guessMapping, headerScore, isSure, shortHeader } from './guess-mapping.ts';
import type { Opened, OpenedTable } from './open-files.ts';
import type { ColumnMapping, ImportProblem } from './outcome.ts';
import { guessDecimal } from './parse-number.ts';
import { metricIn, type ProfileTable, slotsOfHeader } from './profile-table.ts';
import { type RvtoolsSheet, sheetByHeader, sheetByName } from './rvtools-columns.ts';
import { firstRows, type NumberedRow, type TableSource } from './table-source.ts';
import type { Workbook } from './xlsx.ts';

/** Rows looked at to tell what a table is. */
const sampleRows = 60;

/** A file's name without its folder and its ending. */
export const baseName = (path: string) => path.replace(/^.*[\\/]/, '').replace(/\.\w{1,5}$/, '');

/** A table of machines, with what its columns are taken for. */
export interface OpenTable {
  readonly source: TableSource;
  readonly rows: readonly NumberedRow[];
  readonly header: NumberedRow;
  readonly mapping: ColumnMapping;
  readonly isInventory: boolean;
}

/** The tables given, by what they are. */
export interface SortedTables {
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

/** Tells by their content what the tables are. */
export async function sortTables(
  opened: Opened,
  given: ColumnMapping | null,
): Promise<SortedTables> {
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
  // A workbook's sheets are named by RVTools, files by anyone: only a sheet's name counts where its columns say nothing.
  return found ?? (source.sheet === null ? null : sheetByName(source.sheet));
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
    metricIn(shortHeader(headerRow.cells[0] ?? '')) ??
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
    columns.every(({ header }, i) => shortHeader(cells[i] ?? '') === shortHeader(header)),
  );
  return exact ?? findHeader(rows) ?? (rows[0] as NumberedRow);
}

/** Of several tables the one that is sure to list machines, else the one whose header says the most. */
export function mainTable(tables: readonly OpenTable[]): OpenTable | undefined {
  const score = ({ isInventory, mapping, header }: OpenTable) =>
    (isInventory ? 2000 : 0) + (isSure(mapping) ? 1000 : 0) + headerScore(header.cells);
  return [...tables].sort((a, b) => score(b) - score(a))[0];
}

/** A set of RVTools files has many that say nothing here (vTools, vSnapshot …); any other table is strange beside it. */
export const isStranger = ({ source }: OpenTable) =>
  !/(^|_)(tab)?(v|dv)[A-Z]\w*$/.test(baseName(source.file));

export const strangerProblem = ({ source }: OpenTable) =>
  problem('unknown-format', wholeFile(source.file, source.sheet), null);
