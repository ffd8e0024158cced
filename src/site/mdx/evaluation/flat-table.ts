type Cell = string | number;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value as named cells: objects become dotted names, lists one cell per language. */
function cellsOf(name: string, value: unknown): readonly (readonly [string, Cell])[] {
  if (Array.isArray(value)) {
    const parts = value.map((item) => cellsOf(name, item));
    const names = [...new Set(parts.flat().map(([part]) => part))];
    return names.map((part) => [
      part,
      parts
        .flat()
        .flatMap(([other, cell]) => (other === part ? [cell] : []))
        .join('; '),
    ]);
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) => cellsOf(`${name}.${key}`, item));
  }
  if (typeof value === 'number' || typeof value === 'string') return [[name, value]];
  return [[name, value === null || value === undefined ? '' : String(value)]];
}

/**
 * Nested rows as one flat table with a header: `name.ja`, `name.en`, `source.title` … A row that lacks a column of
 * another has an empty cell there.
 *
 * @example flatTable([{ id: 'a', name: { ja: '甲', en: 'A' } }]) // [['id', 'name.ja', 'name.en'], ['a', '甲', 'A']]
 */
export function flatTable(
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly (readonly Cell[])[] {
  const flat = rows.map(
    (row) => new Map(Object.entries(row).flatMap(([key, value]) => cellsOf(key, value))),
  );
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))];
}
