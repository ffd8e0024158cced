import type { ByteSource } from './bytes.ts';
import type { Encoding } from './encoding.ts';
import type { ImportProblem } from './outcome.ts';
import type { OnRow, TableSource } from './table-source.ts';

export type Separator = ',' | '\t' | ';' | '|';

/** A quoted cell longer than a spreadsheet cell can be was never closed. */
const longestCell = 32_767;
/** A line longer than any table's is cut, so that a file without line ends cannot fill the memory. */
const longestLine = 1 << 22;
/** After so many unclosed quotes a file is taken as one that does not quote at all. */
const unclosedLimit = 100;

/**
 * Reads separated values as they come (RFC 4180, leniently): text is pushed in pieces, rows are handed over at once.
 *
 * - A quote opens a quoted cell only at a cell's start; two quotes inside are one.
 * - A quote that is never closed is an ordinary character: its line is one row, and no later row is swallowed.
 * - Rows end with LF, CRLF or CR. Lines of nothing but separators and blanks are counted but not handed over.
 */
export class CsvParser {
  private rest = '';
  private row = 0;
  private isStopped = false;
  private unclosed = 0;
  private readonly separator: Separator;
  private readonly onRow: OnRow;

  constructor(separator: Separator, onRow: OnRow) {
    this.separator = separator;
    this.onRow = onRow;
  }

  /** @returns false once the receiver of the rows has had enough */
  push(text: string): boolean {
    this.rest = this.consume(this.rest === '' ? text : this.rest + text, false);
    return !this.isStopped;
  }

  end() {
    this.rest = this.consume(this.rest, true);
  }

  /** @returns what belongs to a row that has not ended yet */
  private consume(text: string, isLast: boolean): string {
    let from = 0;
    let quote = nextQuote(text, 0);
    while (from < text.length && !this.isStopped) {
      // Looked for again only once passed: a text without quotes is searched once, not once a line.
      if (quote < from) quote = nextQuote(text, from);
      const lineEnd = endOfLine(text, from, isLast || text.length - from > longestLine);
      if (lineEnd < 0) break;
      if (quote >= lineEnd || this.unclosed >= unclosedLimit) {
        this.emit(text.slice(from, lineEnd).split(this.separator));
        from = afterLineEnd(text, lineEnd);
      } else {
        const next = this.quotedRow(text, from, isLast);
        if (next < 0) break;
        from = next;
      }
    }
    return text.slice(from);
  }

  /**
   * Reads one row that contains a quote.
   *
   * @returns where the next row begins, or −1 when the row has not ended in this text
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over the cells of a row, with its three ends
  private quotedRow(text: string, start: number, isLast: boolean): number {
    const cells: string[] = [];
    let from = start;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(from) === 34) {
        const close = closingQuote(text, from + 1);
        if (close < 0) {
          const isUnclosed = isLast || text.length - from > longestCell;
          return isUnclosed ? this.unquotedRow(text, start, isLast) : -1;
        }
        if (close - from > longestCell) return this.unquotedRow(text, start, isLast);
        cell = text.slice(from + 1, close);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        from = close + 1;
        // What follows may be the line's end of which only the first half has come.
        if (from >= text.length && !isLast) return -1;
      }
      const end = cellEnd(text, from, this.separator);
      if (end >= text.length && !isLast) return -1;
      cells.push(cell + text.slice(from, end));
      if (text[end] === this.separator) {
        from = end + 1;
        continue;
      }
      if (text[end] === '\r' && end + 1 >= text.length && !isLast) return -1;
      this.emit(cells);
      return afterLineEnd(text, end);
    }
  }

  private unquotedRow(text: string, from: number, isLast: boolean): number {
    this.unclosed += 1;
    const lineEnd = endOfLine(text, from, isLast);
    if (lineEnd < 0) return -1;
    this.emit(text.slice(from, lineEnd).split(this.separator));
    return afterLineEnd(text, lineEnd);
  }

  private emit(cells: string[]) {
    this.row += 1;
    for (const cell of cells) {
      if (cell.trim() !== '') {
        if (!this.onRow(cells, this.row)) this.isStopped = true;
        return;
      }
    }
  }
}

/** @returns where the line that holds `from` ends, or −1 when its end has not come yet */
function endOfLine(text: string, from: number, isLast: boolean): number {
  const feed = text.indexOf('\n', from);
  // Only old Macintosh files end lines with CR alone; look for one no further than this line's LF.
  const line = feed < 0 ? text.slice(from) : text.slice(from, feed);
  const carriage = line.indexOf('\r');
  if (carriage >= 0) {
    const isPairPossible = from + carriage + 1 >= text.length && !isLast;
    return isPairPossible ? -1 : from + carriage;
  }
  if (feed >= 0) return feed;
  return isLast ? text.length : -1;
}

function nextQuote(text: string, from: number): number {
  const quote = text.indexOf('"', from);
  return quote < 0 ? Number.POSITIVE_INFINITY : quote;
}

const afterLineEnd = (text: string, end: number) =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === 34) at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, from: number, separator: string): number {
  const code = separator.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === code || character === 10 || character === 13) break;
  }
  return at;
}

/** A text file as a table. */
export function csvTable(
  source: ByteSource,
  encoding: Encoding,
  separator: Separator,
): TableSource {
  return {
    file: source.name,
    sheet: null,
    from1904: false,
    async read(onRow): Promise<ImportProblem | null> {
      const decoder = new TextDecoder(encoding.label);
      const parser = new CsvParser(separator, onRow);
      let isWanted = true;
      const failure = await source.read((chunk) => {
        isWanted = parser.push(decoder.decode(chunk, { stream: true }));
        return isWanted;
      });
      if (isWanted && failure === null) {
        parser.push(decoder.decode());
        parser.end();
      }
      return failure;
    },
  };
}

/**
 * Guesses the separator: the one that cuts the first lines into the same number of cells, and into the most.
 *
 * @param text the beginning of the file; a last, broken line does no harm
 */
export function guessSeparator(text: string): Separator {
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of [',', ';', '\t', '|'] as const) {
    const widths: number[] = [];
    const parser = new CsvParser(separator, (cells) => {
      widths.push(cells.length);
      return widths.length < 20;
    });
    parser.push(text);
    parser.end();
    const common = mostCommon(widths);
    const agreeing = widths.filter((width) => width === common).length;
    const score = common < 2 ? 0 : (agreeing / widths.length) * Math.log2(common + 1);
    // On a tie the earlier of the list stays: the Bitbrains traces have a semicolon and a tab between any two cells.
    if (score > bestScore * 1.001) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const width of widths) {
    const count = (counts.get(width) ?? 0) + 1;
    counts.set(width, count);
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && width > best))
      best = width;
  }
  return best;
}
