/**
 * One cell of a CSV file. A spreadsheet would run text that begins like a formula, so such text is marked as text by
 * an apostrophe; numbers are written as they are.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV in UTF-8 with a byte order mark, without which Excel reads Japanese as another encoding. */
export const csvText = (rows: readonly (readonly (string | number)[])[]) =>
  `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
