import { optionalFigure } from './figures.ts';
import { type Findings, problem, wholeFile } from './findings.ts';
import type { ImportProblem, Place } from './outcome.ts';
import { parseWholeNumber } from './parse-number.ts';
import { type ColumnsOf, columnsOf, type ReadSheet } from './rvtools-columns.ts';
import type { OnRow, TableSource } from './table-source.ts';

/** How far down the header may stand, below a title. */
const headerRowLimit = 10;

/**
 * Reads the rows of one sheet below its header, by our names of its columns.
 *
 * @returns why the sheet cannot be read; null when all rows were handed over
 */
export async function readRows<Sheet extends ReadSheet>(
  sheet: Sheet,
  source: TableSource,
  findings: Findings,
  onRow: (row: SheetRow<Sheet>) => void,
): Promise<ImportProblem | null> {
  let header: readonly string[] | null = null;
  let columns: ColumnsOf<Sheet> | null = null;
  let looked = 0;
  let wanted: Uint8Array | null = null;
  const take: OnRow = (cells, number) => {
    if (columns === null || header === null) {
      const candidate = columnsOf(sheet, cells);
      looked += 1;
      if (candidate['name' as keyof ColumnsOf<Sheet>] < 0) return looked < headerRowLimit;
      header = cells;
      columns = candidate;
      wanted = new Uint8Array(cells.length);
      for (const column of Object.values<number>(candidate)) if (column >= 0) wanted[column] = 1;
      warnOfMissing(sheet, source, candidate, findings);
      return true;
    }
    if (isTooWide(cells, header)) {
      const place = { file: source.file, sheet: source.sheet, row: number, column: null };
      findings.skip(problem('wrong-column-count', place, String(cells.length)));
      return true;
    }
    onRow(new SheetRow({ source, header, columns, cells, number, findings }));
    return true;
  };
  const failure = await source.read(take, () => wanted);
  if (failure !== null) return failure;
  const place = {
    ...wholeFile(source.file, source.sheet),
    column: sheet === 'vHost' ? 'Host' : 'VM',
  };
  return columns === null ? problem('missing-column', place, null) : null;
}

function warnOfMissing<Sheet extends ReadSheet>(
  sheet: Sheet,
  source: TableSource,
  columns: ColumnsOf<Sheet>,
  findings: Findings,
) {
  for (const [column, shown] of worthMissing[sheet]) {
    if (columns[column as keyof ColumnsOf<Sheet>] < 0) {
      findings.warn({ kind: 'missing-column', sheet: source.sheet ?? sheet, column: shown });
    }
  }
}

/** Columns whose absence makes the plan worse; others are not missed. */
const worthMissing: Record<ReadSheet, readonly (readonly [string, string])[]> = {
  vInfo: [
    ['powerState', 'Powerstate'],
    ['template', 'Template'],
    ['vcpus', 'CPUs'],
    ['memory', 'Memory'],
    ['provisioned', 'Provisioned MiB'],
    ['inUse', 'In Use MiB'],
    ['host', 'Host'],
    ['cluster', 'Cluster'],
  ],
  vCPU: [
    ['overallMhz', 'Overall'],
    ['maxMhz', 'Max'],
  ],
  vMemory: [['active', 'Active']],
  vDisk: [['capacity', 'Capacity MiB']],
  vPartition: [['consumed', 'Consumed MiB']],
  vHost: [
    ['speedMhz', 'Speed'],
    ['cores', '# Cores'],
    ['memory', '# Memory'],
  ],
};

const isTooWide = (cells: readonly string[], header: readonly string[]) =>
  cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '');

interface RowParts<Sheet extends ReadSheet> {
  readonly source: TableSource;
  readonly header: readonly string[];
  readonly columns: ColumnsOf<Sheet>;
  readonly cells: readonly string[];
  readonly number: number;
  readonly findings: Findings;
}

/** One row of a sheet, read by our names of the columns. */
export class SheetRow<Sheet extends ReadSheet> {
  private readonly parts: RowParts<Sheet>;
  constructor(parts: RowParts<Sheet>) {
    this.parts = parts;
  }
  text(column: keyof ColumnsOf<Sheet>): string {
    return (this.parts.cells[this.parts.columns[column]] ?? '').trim();
  }
  place(column: keyof ColumnsOf<Sheet>): Place {
    const { source, header, columns, number } = this.parts;
    return {
      file: source.file,
      sheet: source.sheet,
      row: number,
      column: header[columns[column]] ?? null,
    };
  }
  /** An optional figure; NaN where absent, blank or wrong (then reported). */
  figure(column: keyof ColumnsOf<Sheet>): number {
    const text = this.text(column);
    return text === ''
      ? Number.NaN
      : optionalFigure(text, parseWholeNumber, this.place(column), this.parts.findings);
  }
}
