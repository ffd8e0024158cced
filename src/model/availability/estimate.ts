import { at } from '../columns.ts';
import { type Metric, metrics, type RunFigures, secondsPerYear } from './model.ts';
import { naturalLog } from './natural-log.ts';

/** A mean of independent runs, and the interval that holds the true mean in 95 of 100 such experiments. */
export interface Estimate {
  readonly mean: number;
  /** Null for a single run, which tells nothing of its error. */
  readonly ci95: readonly [number, number] | null;
}

/** The figures of all runs in their order, whoever simulated them. */
export function mergeRuns(parts: readonly RunFigures[]): RunFigures {
  const ordered = parts.toSorted((a, b) => a.from - b.from);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) throw new Error('no runs to merge');
  const figures = new Float64Array((last.to - first.from) * metrics.length);
  const downOfPiece = new Float64Array(first.downOfPiece.length);
  const downOfService = new Float64Array(first.downOfService.length);
  let next = first.from;
  for (const part of ordered) {
    if (part.from !== next) throw new Error(`runs ${next} to ${part.from - 1} are missing`);
    next = part.to;
    figures.set(part.figures, (part.from - first.from) * metrics.length);
    addTo(downOfPiece, part.downOfPiece);
    addTo(downOfService, part.downOfService);
  }
  return { from: first.from, to: last.to, figures, downOfPiece, downOfService };
}

function addTo(sums: Float64Array, more: Float64Array) {
  for (let index = 0; index < sums.length; index++) sums[index] = at(sums, index) + at(more, index);
}

/** One figure of all runs. */
export function figuresOf({ figures }: RunFigures, metric: Metric): Float64Array {
  const column = metrics.indexOf(metric);
  return Float64Array.from({ length: figures.length / metrics.length }, (_, run) =>
    at(figures, run * metrics.length + column),
  );
}

export function estimate(values: Float64Array): Estimate {
  const { mean, variance } = moments(values, values.length);
  return { mean, ci95: intervalOf(mean, variance, values.length) };
}

function moments(values: Float64Array, count: number) {
  let mean = 0;
  let squares = 0;
  // Welford: sums of squares would lose the small differences between runs.
  for (let index = 0; index < count; index++) {
    const value = at(values, index);
    const distance = value - mean;
    mean += distance / (index + 1);
    squares += distance * (value - mean);
  }
  return { mean, variance: count > 1 ? squares / (count - 1) : 0 };
}

function intervalOf(mean: number, variance: number, count: number): Estimate['ci95'] {
  if (count < 2) return null;
  const half = studentT(count - 1) * Math.sqrt(variance / count);
  return [mean - half, mean + half];
}

/** How the mean and its interval settle while runs are added: at most so many points, the last with all runs. */
export function convergence(
  values: Float64Array,
  points = 60,
): readonly {
  readonly runs: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}[] {
  const counts = new Set<number>();
  const steps = Math.min(points, values.length);
  for (let step = 1; step <= steps; step++) {
    counts.add(Math.max(2, Math.round((values.length * step) / steps)));
  }
  return [...counts]
    .filter((count) => count <= values.length)
    .map((count) => {
      const { mean, variance } = moments(values, count);
      const [low, high] = intervalOf(mean, variance, count) ?? [mean, mean];
      return { runs: count, mean, low, high };
    });
}

/**
 * The 97.5 % quantile of Student's t. Exact for 1 and 2 degrees of freedom; above, the expansion of Cornish and Fisher
 * around the normal quantile, right to a thousandth.
 *
 * @see https://dlmf.nist.gov — Abramowitz and Stegun, 26.7.5
 */
export function studentT(degrees: number): number {
  if (degrees === 1) return 12.706204736432095;
  if (degrees === 2) return 4.302652729696142;
  const z = 1.959963984540054;
  // Powers by multiplication: `**` may differ between engines.
  const square = z * z;
  const z3 = z * square;
  const z5 = z3 * square;
  const z7 = z5 * square;
  const z9 = z7 * square;
  const n = degrees;
  return (
    z +
    (z3 + z) / (4 * n) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * n * n * n * n)
  );
}

/** How many nines: 0.999 has 3. Infinite where nothing is ever down, which a simulation cannot know: then null. */
export function ninesOf(unavailableRatio: number): number | null {
  if (!(unavailableRatio > 0)) return null;
  // Rounded: the last bits of a logarithm are no matter of availability.
  return Math.round((naturalLog(1 / unavailableRatio) / naturalLog(10)) * 1e6) / 1e6;
}

/** Hours a year, from seconds in a run of some years. */
export const hoursPerYear = (seconds: number, years: number) => seconds / 3600 / years;

export const ratioOfRun = (seconds: number, years: number) => seconds / (years * secondsPerYear);
