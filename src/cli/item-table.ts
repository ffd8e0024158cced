import { basename } from 'node:path';
import { CsvParser } from '../import/csv.ts';
import { UsageError } from './command.ts';
import type { Texts } from './texts.ts';

/** Items of a plain packing instance. */
export interface ItemTable {
  readonly ids: readonly string[];
  readonly resourceCount: number;
  /** `demand[item * resourceCount + resource]`. */
  readonly demand: Float64Array;
}

/**
 * Reads a CSV of items: `id`, then one number a resource, with a heading row. Unlike a fleet's import it refuses the
 * whole file at the first wrong cell: an instance with a row missing is another instance.
 */
export function importTable(path: string, bytes: Uint8Array, texts: Texts): ItemTable {
  const file = basename(path);
  const ids: string[] = [];
  const seen = new Set<string>();
  const demand: number[] = [];
  let resourceCount = -1;
  const parser = new CsvParser(',', (cells, row) => {
    if (resourceCount < 0) {
      resourceCount = cells.length - 1;
      if (resourceCount < 1) throw new UsageError(texts.noResources(file));
      return true;
    }
    if (cells.length !== resourceCount + 1) {
      throw new UsageError(texts.badCellCount(file, row, cells.length, resourceCount + 1));
    }
    const id = cells[0] ?? '';
    if (seen.has(id)) throw new UsageError(texts.duplicateId(file, row, id));
    seen.add(id);
    ids.push(id);
    cells.slice(1).forEach((cell, column) => {
      const value = Number(cell);
      if (cell.trim() === '' || !Number.isFinite(value) || value < 0) {
        throw new UsageError(texts.badCell({ file, row, column: column + 2, value: cell }));
      }
      demand.push(value);
    });
    return true;
  });
  parser.push(new TextDecoder().decode(bytes));
  parser.end();
  if (ids.length === 0) throw new UsageError(texts.noItems(file));
  return { ids, resourceCount, demand: Float64Array.from(demand) };
}
