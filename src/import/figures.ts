import type { Findings } from './findings.ts';
import { problem } from './findings.ts';
import type { Place, ProblemKind } from './outcome.ts';

/** No workload of any data centre has figures beyond these; beyond them lie typing errors and overflowing sums. */
export const largestFigure = 1e9;
export const largestVcpuCount = 65_536;

/**
 * What is wrong with a figure that must be finite and not negative.
 *
 * @param largest in the figure's own unit
 */
export function faultOf(value: number, largest = largestFigure): ProblemKind | null {
  if (Number.isNaN(value)) return 'not-a-number';
  if (value < 0) return 'negative';
  return value > largest ? 'too-big' : null;
}

export function faultOfVcpus(value: number): ProblemKind | null {
  return faultOf(value, largestVcpuCount) ?? (Number.isInteger(value) ? null : 'not-whole');
}

/** Texts that tools and people write for 'not known'. */
const blanks = new Set([
  '',
  '-',
  '--',
  '—',
  'n/a',
  'na',
  'null',
  'none',
  'unknown',
  '不明',
  'なし',
  '#n/a',
]);
export const isBlank = (text: string) => blanks.has(text.trim().toLowerCase());

/** Keeps a sound optional figure; a faulty one is dropped and reported, a blank one is simply unknown. */
export function optionalFigure(
  text: string,
  read: (text: string) => number,
  place: Place,
  findings: Findings,
): number {
  if (isBlank(text)) return Number.NaN;
  const value = read(text);
  const fault = faultOf(value);
  if (fault === null) return value;
  findings.drop(problem(fault, place, text));
  return Number.NaN;
}
