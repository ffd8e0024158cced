import { item } from '../columns.ts';
import { inverseSymmetric, solveSymmetric } from './least-squares.ts';
import { type UslCoefficients, uslDivisor, uslThroughput } from './usl.ts';

export type Coefficient = keyof UslCoefficients;

/** Which coefficients are looked for; the others are 0. γ always is. */
export type Free = Readonly<Record<'alpha' | 'beta', boolean>>;
export const freeAll: Free = { alpha: true, beta: true };

export interface Load {
  readonly vms: number;
  readonly throughput: number;
}

/** The coefficients with the least sum of squared residuals. */
export interface Solution {
  readonly law: UslCoefficients;
  readonly squares: number;
  readonly degreesOfFreedom: number;
  readonly residualError: number;
  /** Standard errors; 0 for what was not looked for. */
  readonly errors: Readonly<Record<Coefficient, number>>;
  readonly covariance: {
    /** Standard error of the curve at a load (delta method). */
    readonly errorAt: (vms: number) => number;
  };
}

/** What throughput changes by, for each coefficient: the gradient of the law. */
function gradient(law: UslCoefficients, n: number, names: readonly Coefficient[]) {
  const divisor = uslDivisor(law, n);
  const perDivisor = (-law.gamma * n) / (divisor * divisor);
  const all: Readonly<Record<Coefficient, number>> = {
    gamma: n / divisor,
    alpha: perDivisor * (n - 1),
    beta: perDivisor * n * (n - 1),
  };
  return names.map((name) => all[name]);
}

const squaresOf = (rows: readonly Load[], law: UslCoefficients) =>
  rows.reduce((sum, { vms, throughput }) => sum + (throughput - uslThroughput(law, vms)) ** 2, 0);

const mostSteps = 500;

/**
 * Least squares of the throughput: a start from the law's linear form, then Levenberg's damped steps. Sums, products,
 * quotients and square roots only, so that every engine takes the same steps to the same figures.
 */
export function solveUsl(rows: readonly Load[], free: Free): Solution | null {
  const names: readonly Coefficient[] = [
    'gamma',
    ...(['alpha', 'beta'] as const).filter((name) => free[name]),
  ];
  let law = linearStart(rows, names);
  if (law === null) return null;
  let squares = squaresOf(rows, law);
  let damping = 1e-3;
  for (let step = 0; step < mostSteps && damping < 1e12; step++) {
    const next = damped(rows, law, names, damping);
    if (next === null) return null;
    const nextSquares = isPossible(next, rows) ? squaresOf(rows, next) : Infinity;
    if (nextSquares < squares) {
      const isSettled = squares - nextSquares <= squares * 1e-14;
      law = next;
      squares = nextSquares;
      damping /= 10;
      if (isSettled) break;
    } else damping *= 10;
  }
  return judged({ rows, names, law, squares });
}

const isPossible = (law: UslCoefficients, rows: readonly Load[]) =>
  law.gamma > 0 && rows.every(({ vms }) => uslDivisor(law, vms) > 0);

/**
 * `n ÷ X = (1 + α(n−1) + βn(n−1)) ÷ γ` is linear in 1/γ, α/γ and β/γ. Weights X⁴ ÷ n² bring its residuals back to
 * those of the throughput, so that the start is near the end.
 */
function linearStart(rows: readonly Load[], names: readonly Coefficient[]): UslCoefficients | null {
  const columns = rows.map(({ vms }) =>
    names.map((name) => (name === 'gamma' ? 1 : name === 'alpha' ? vms - 1 : vms * (vms - 1))),
  );
  const largest = Math.max(...rows.map(({ throughput }) => throughput));
  const weights = rows.map(({ vms, throughput }) => ((throughput / largest) ** 2 / vms) ** 2);
  const { matrix, right } = normal(
    columns,
    rows.map(({ vms, throughput }) => vms / throughput),
    weights,
  );
  const found = solveSymmetric(matrix, right);
  if (found === null) return null;
  const law = named(
    names,
    names.map((_, index) =>
      index === 0 ? 1 / item(found, 0) : item(found, index) / item(found, 0),
    ),
  );
  if (isPossible(law, rows)) return law;
  // Data so odd that the line crosses 0: begin with machines that do not hinder one another.
  const gamma = Math.max(...rows.map(({ vms, throughput }) => throughput / vms));
  return { gamma, alpha: 0, beta: 0 };
}

function named(names: readonly Coefficient[], values: readonly number[]): UslCoefficients {
  const law = { gamma: 0, alpha: 0, beta: 0 };
  names.forEach((name, index) => {
    law[name] = item(values, index);
  });
  return law;
}

/** The normal equations of a weighted least-squares problem. */
function normal(
  columns: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[] | null,
) {
  const size = item(columns, 0).length;
  const indexes = Array.from({ length: size }, (_, index) => index);
  const weight = (row: number) => weights?.[row] ?? 1;
  const sum = (product: (row: number) => number) =>
    columns.reduce((total, _, row) => total + weight(row) * product(row), 0);
  const cell = (row: number, column: number) => item(item(columns, row), column);
  return {
    matrix: indexes.map((a) => indexes.map((b) => sum((row) => cell(row, a) * cell(row, b)))),
    right: indexes.map((a) => sum((row) => cell(row, a) * item(values, row))),
  };
}

const normalAt = (rows: readonly Load[], law: UslCoefficients, names: readonly Coefficient[]) =>
  normal(
    rows.map(({ vms }) => gradient(law, vms, names)),
    rows.map(({ vms, throughput }) => throughput - uslThroughput(law, vms)),
    null,
  );

/** One step towards the least sum, the shorter the stronger the damping. */
function damped(
  rows: readonly Load[],
  law: UslCoefficients,
  names: readonly Coefficient[],
  damping: number,
): UslCoefficients | null {
  const { matrix, right } = normalAt(rows, law, names);
  const heavier = matrix.map((line, row) =>
    line.map((value, column) => (row === column ? value * (1 + damping) : value)),
  );
  const step = solveSymmetric(heavier, right);
  return (
    step &&
    named(
      names,
      names.map((name, index) => law[name] + item(step, index)),
    )
  );
}

interface Settled {
  readonly rows: readonly Load[];
  readonly names: readonly Coefficient[];
  readonly law: UslCoefficients;
  readonly squares: number;
}

/** How well the coefficients are known. */
function judged({ rows, names, law, squares }: Settled): Solution | null {
  const inverse = inverseSymmetric(normalAt(rows, law, names).matrix);
  if (inverse === null) return null;
  const degreesOfFreedom = rows.length - names.length;
  const variance = squares / degreesOfFreedom;
  const covarianceOf = (a: number, b: number) => item(item(inverse, a), b) * variance;
  const errors = { alpha: 0, beta: 0, gamma: 0 };
  names.forEach((name, index) => {
    errors[name] = Math.sqrt(covarianceOf(index, index));
  });
  return {
    law,
    squares,
    degreesOfFreedom,
    residualError: Math.sqrt(variance),
    errors,
    covariance: {
      errorAt: (vms) => {
        const slopes = gradient(law, vms, names);
        let sum = 0;
        slopes.forEach((a, i) => {
          slopes.forEach((b, j) => {
            sum += a * b * covarianceOf(i, j);
          });
        });
        return Math.sqrt(Math.max(0, sum));
      },
    },
  };
}
