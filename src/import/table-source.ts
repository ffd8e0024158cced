import type { ImportProblem } from './outcome.ts';

/**
 * Takes one row: its cells as text and its number as a spreadsheet shows it (from 1). Gives false to stop.
 * Rows without any text are not handed over. The cells may be kept.
 */
export type OnRow = (cells: readonly string[], row: number) => boolean;

/**
 * Asked after each row until it gives an answer: 1 for each column that is wanted. The cells of others may then be
 * left out, which spares a third of the time of a workbook.
 */
export type WantedColumns = () => Uint8Array | null;

/** A table of text that can be read as often as needed, whatever it is stored in. */
export interface TableSource {
  readonly file: string;
  /** Null where the file is the table. */
  readonly sheet: string | null;
  /** True where dates count from 1904 (workbooks of old Macintosh Excel). */
  readonly from1904: boolean;
  /** @returns why the table cannot be read to its end, or null */
  read(onRow: OnRow, want?: WantedColumns): Promise<ImportProblem | null>;
}

export interface NumberedRow {
  readonly cells: readonly string[];
  readonly row: number;
}

/** The first rows that hold text. */
export async function firstRows(source: TableSource, limit: number): Promise<NumberedRow[]> {
  const rows: NumberedRow[] = [];
  await source.read((cells, row) => {
    rows.push({ cells, row });
    return rows.length < limit;
  });
  return rows;
}
