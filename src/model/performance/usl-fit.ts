import { item } from '../columns.ts';
import type { BenchmarkRow } from './benchmark.ts';
import type { MeasuredPath } from './overhead-set.ts';
import { studentT975 } from './student-t.ts';
import { type UslCoefficients, uslPeak, uslThroughput } from './usl.ts';
import { type Coefficient, freeAll, type Solution, solveUsl } from './usl-solve.ts';

export type UslFit = FittedUsl | RefusedUsl;

export interface FittedUsl extends UslCoefficients {
  readonly kind: 'fitted';
  readonly path: MeasuredPath;
  /** 95 % intervals of the coefficients. */
  readonly ci95: Readonly<Record<Coefficient, Interval>>;
  readonly standardErrors: Readonly<Record<Coefficient, number>>;
  readonly rSquared: number;
  /** √(sum of squared residuals ÷ degrees of freedom), in the benchmark's unit. */
  readonly residualError: number;
  readonly degreesOfFreedom: number;
  readonly rows: readonly FittedRow[];
  /** The curve with the 95 % band of its mean, for a plot. */
  readonly band: readonly BandPoint[];
  /** Coefficients that came out below 0 within their uncertainty, and count as 0. */
  readonly atBound: readonly ('alpha' | 'beta')[];
  /** Machines with the highest throughput in all; null where more never hurt. */
  readonly peakVms: number | null;
  readonly physical: number | null;
  /** γ ÷ throughput of the physical machine; null where that was not measured. */
  readonly efficiency: number | null;
  readonly vmsAtFull: number;
}

export type Interval = readonly [low: number, high: number];

export interface FittedRow {
  readonly vms: number;
  readonly throughput: number;
  readonly fitted: number;
  readonly residual: number;
}

export interface BandPoint {
  readonly vms: number;
  readonly fitted: number;
  readonly low: number;
  readonly high: number;
}

export interface RefusedUsl {
  readonly kind: 'refused';
  readonly path: MeasuredPath;
  readonly reason: FitRefusal;
}

/** Why data cannot carry a fit, with the figures that say so. */
export type FitRefusal =
  /** Three coefficients need at least four different loads, or nothing is left to judge the fit by. */
  | { readonly kind: 'too-few-loads'; readonly found: number; readonly needed: number }
  | { readonly kind: 'loads-too-close'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'repeats-contradict';
      readonly vms: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'baselines-contradict'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'negative-coefficient';
      readonly coefficient: 'alpha' | 'beta';
      readonly value: number;
    }
  /** The measured points lie further from the best curve than measuring explains. */
  | { readonly kind: 'does-not-follow'; readonly errorRatio: number; readonly most: number }
  | { readonly kind: 'no-solution' };

const neededLoads = 4;
/** Repeated runs at one load may differ by so much of their mean; physical baselines likewise. */
const mostSpread = { repeats: 0.3, baselines: 0.1 };
/** Residual error ÷ mean throughput, above which the law does not describe the data. */
const mostError = { followed: 0.15, atBound: 0.05 };
const bandPoints = 48;

/**
 * Fits the Universal Scalability Law to the runs of one path by least squares of the throughput.
 *
 * Coefficients below 0 have no meaning (machines that help one another). Where the data are as well described with 0
 * and the interval of the free fit reaches it, 0 is taken and said; otherwise the fit is refused.
 *
 * @param vmsAtFull machines that keep the host fully busy; null: the largest load measured
 */
export function fitUsl(rows: readonly BenchmarkRow[], vmsAtFull: number | null): UslFit {
  const { path } = item(rows, 0);
  const reason = obstacle(rows);
  if (reason !== null) return { kind: 'refused', path, reason };
  const free = solveUsl(rows, freeAll);
  if (free === null) return { kind: 'refused', path, reason: { kind: 'no-solution' } };
  const bounded = withoutNegatives(rows, free);
  if ('kind' in bounded) return { kind: 'refused', path, reason: bounded };
  const meanThroughput = mean(rows.map(({ throughput }) => throughput));
  const errorRatio = bounded.solution.residualError / meanThroughput;
  return errorRatio > mostError.followed
    ? {
        kind: 'refused',
        path,
        reason: { kind: 'does-not-follow', errorRatio, most: mostError.followed },
      }
    : fitted(rows, bounded, vmsAtFull);
}

/** What rules a fit out before it is tried. */
function obstacle(rows: readonly BenchmarkRow[]): FitRefusal | null {
  const loads = [...new Set(rows.map(({ vms }) => vms))].sort((a, b) => a - b);
  if (loads.length < neededLoads) {
    return { kind: 'too-few-loads', found: loads.length, needed: neededLoads };
  }
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  if (most < 2 * least) return { kind: 'loads-too-close', least, most };
  for (const vms of loads) {
    const found = rows.filter((row) => row.vms === vms).map(({ throughput }) => throughput);
    const ends = spread(found);
    if (ends.ratio > mostSpread.repeats) {
      return { kind: 'repeats-contradict', vms, least: ends.least, most: ends.most };
    }
  }
  const baselines = physicalOf(rows);
  const ends = spread(baselines);
  return baselines.length > 0 && ends.ratio > mostSpread.baselines
    ? { kind: 'baselines-contradict', least: ends.least, most: ends.most }
    : null;
}

const physicalOf = (rows: readonly BenchmarkRow[]) =>
  rows.flatMap(({ physical }) => (physical === null ? [] : [physical]));

function spread(values: readonly number[]) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { least, most, ratio: (most - least) / mean(values) };
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

interface Bounded {
  readonly solution: Solution;
  readonly free: Solution;
  readonly atBound: readonly ('alpha' | 'beta')[];
}

/** The fit with every coefficient at or above 0, or the coefficient that forbids it. */
function withoutNegatives(rows: readonly BenchmarkRow[], free: Solution): Bounded | FitRefusal {
  const negative = (['alpha', 'beta'] as const).filter((name) => free.law[name] < 0);
  if (negative.length === 0) return { solution: free, free, atBound: [] };
  const candidates = [['beta'], ['alpha'], ['alpha', 'beta']] as const;
  let best: { solution: Solution; atBound: readonly ('alpha' | 'beta')[] } | null = null;
  for (const atBound of candidates) {
    const solution = solveUsl(rows, { ...freeAll, ...fixed(atBound) });
    if (solution === null || solution.law.alpha < 0 || solution.law.beta < 0) continue;
    if (best === null || solution.squares < best.solution.squares) best = { solution, atBound };
  }
  const worst = item(negative, 0);
  const refusal: FitRefusal = {
    kind: 'negative-coefficient',
    coefficient: worst,
    value: free.law[worst],
  };
  if (best === null) return refusal;
  const t = studentT975(free.degreesOfFreedom);
  const reachesZero = negative.every((name) => free.law[name] + t * free.errors[name] >= 0);
  const errorRatio = best.solution.residualError / mean(rows.map(({ throughput }) => throughput));
  const isSame = reachesZero || errorRatio < mostError.atBound / 10;
  return isSame && errorRatio <= mostError.atBound ? { ...best, free } : refusal;
}

const fixed = (names: readonly ('alpha' | 'beta')[]) =>
  Object.fromEntries(names.map((name) => [name, false]));

function fitted(
  rows: readonly BenchmarkRow[],
  { solution, free, atBound }: Bounded,
  vmsAtFull: number | null,
): FittedUsl {
  const { law, errors, residualError, degreesOfFreedom, covariance } = solution;
  const t = studentT975(degreesOfFreedom);
  const interval = (name: Coefficient): Interval =>
    name !== 'gamma' && atBound.includes(name)
      ? [0, Math.max(0, free.law[name] + studentT975(free.degreesOfFreedom) * free.errors[name])]
      : [law[name] - t * errors[name], law[name] + t * errors[name]];
  const average = mean(rows.map(({ throughput }) => throughput));
  const variation = rows.reduce((sum, { throughput }) => sum + (throughput - average) ** 2, 0);
  const mostVms = Math.max(...rows.map(({ vms }) => vms));
  const baselines = physicalOf(rows);
  const physical = baselines.length === 0 ? null : mean(baselines);
  return {
    kind: 'fitted',
    path: item(rows, 0).path,
    ...law,
    ci95: { alpha: interval('alpha'), beta: interval('beta'), gamma: interval('gamma') },
    standardErrors: errors,
    // Throughput that never changes is described in full by a saturated device.
    rSquared: variation === 0 ? 1 : 1 - solution.squares / variation,
    residualError,
    degreesOfFreedom,
    rows: rows.map(({ vms, throughput }) => {
      const value = uslThroughput(law, vms);
      return { vms, throughput, fitted: value, residual: throughput - value };
    }),
    band: Array.from({ length: bandPoints + 1 }, (_, step) => {
      const vms = 1 + (step * (mostVms * 1.25 - 1)) / bandPoints;
      const value = uslThroughput(law, vms);
      const half = t * covariance.errorAt(vms);
      return { vms, fitted: value, low: Math.max(0, value - half), high: value + half };
    }),
    atBound,
    peakVms: uslPeak(law),
    physical,
    efficiency: physical === null ? null : law.gamma / physical,
    vmsAtFull: vmsAtFull ?? mostVms,
  };
}
