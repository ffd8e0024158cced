import type { ImportProblem, ImportWarning, Place, ProblemKind, SkippedRows } from './outcome.ts';

/** How many problems are listed one by one; all are counted. */
const listedLimit = 1000;
const shownValueLength = 80;
const exampleLimit = 5;

/** Shortens a cell's text to what a reader can look at, without control characters. */
export function shownValue(text: string): string {
  // The characters below U+0020 would break a terminal or a table; a file of junk is full of them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const plain = text.slice(0, shownValueLength * 2).replace(/[\u0000-\u001f\u007f]/g, ' ');
  return plain.length > shownValueLength ? `${plain.slice(0, shownValueLength - 1)}…` : plain;
}

export const problem = (kind: ProblemKind, place: Place, value: string | null): ImportProblem => ({
  kind,
  file: place.file,
  sheet: place.sheet,
  row: place.row,
  column: place.column === null ? null : shownValue(place.column),
  value: value === null ? null : shownValue(value),
});

export const wholeFile = (file: string, sheet: string | null = null): Place => ({
  file,
  sheet,
  row: null,
  column: null,
});

class Tally {
  count = 0;
  readonly listed: ImportProblem[] = [];
  add(found: ImportProblem) {
    this.count += 1;
    if (this.listed.length < listedLimit) this.listed.push(found);
  }
}

type CountedKind =
  | 'rows-out-of-order'
  | 'time-gaps'
  | 'above-capacity'
  | 'zero-cores'
  | 'formula-cells';

/** What an import found on its way: rows left out, values dropped, and things the reader should know. */
export class Findings {
  private readonly skippedRows = new Tally();
  private readonly droppedValues = new Tally();
  private readonly counted = new Map<CountedKind, number>();
  private readonly disagreements = new Map<string, { count: number; examples: string[] }>();
  private readonly others: ImportWarning[] = [];
  private readonly said = new Set<string>();

  /** A row that cannot be used. */
  skip(found: ImportProblem) {
    this.skippedRows.add(found);
  }
  /** A value that cannot be used, in a row that can. */
  drop(found: ImportProblem) {
    this.droppedValues.add(found);
  }
  count(kind: CountedKind, by = 1) {
    if (by > 0) this.counted.set(kind, (this.counted.get(kind) ?? 0) + by);
  }
  /** A sheet says something else than the main one about a workload. */
  disagree(sheet: string, workload: string) {
    const seen = this.disagreements.get(sheet) ?? { count: 0, examples: [] };
    seen.count += 1;
    if (seen.examples.length < exampleLimit) seen.examples.push(shownValue(workload));
    this.disagreements.set(sheet, seen);
  }
  /** Said once, however many files give rise to it. */
  warn(warning: ImportWarning) {
    const text = JSON.stringify(warning);
    if (this.said.has(text)) return;
    this.said.add(text);
    this.others.push(warning);
  }
  duplicateNames(names: readonly string[]) {
    if (names.length === 0) return;
    const examples = names.slice(0, exampleLimit).map(shownValue);
    this.warn({ kind: 'duplicate-names', count: names.length, examples });
  }

  skipped(): SkippedRows {
    return { count: this.skippedRows.count, listed: this.skippedRows.listed };
  }
  warnings(): readonly ImportWarning[] {
    const { count, listed } = this.droppedValues;
    return [
      ...this.others,
      ...Array.from(this.disagreements, ([sheet, seen]) => ({
        kind: 'sheets-disagree' as const,
        sheet,
        ...seen,
      })),
      ...Array.from(this.counted, ([kind, total]) => ({ kind, count: total })),
      ...(count > 0 ? [{ kind: 'value-dropped' as const, count, listed }] : []),
    ];
  }
}
