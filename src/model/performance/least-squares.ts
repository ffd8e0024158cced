import { at, item } from '../columns.ts';

/**
 * Solves `A·x = b` for a small symmetric positive definite A by Cholesky's decomposition, with columns scaled to a
 * diagonal of ones: coefficients of a fit differ by many powers of ten.
 *
 * @returns null where A is singular: the data do not tell the unknowns apart
 */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | null {
  const factor = decompose(matrix);
  return factor === null ? null : substitute(factor, right);
}

/** The inverse of a small symmetric positive definite matrix; null where it is singular. */
export function inverseSymmetric(
  matrix: readonly (readonly number[])[],
): readonly (readonly number[])[] | null {
  const factor = decompose(matrix);
  if (factor === null) return null;
  return matrix.map((_, column) =>
    substitute(
      factor,
      matrix.map((__, row) => (row === column ? 1 : 0)),
    ),
  );
}

interface Factor {
  readonly size: number;
  /** Lower triangle, row by row. */
  readonly lower: Float64Array;
  /** 1 ÷ √ of the diagonal. */
  readonly scale: readonly number[];
}

/** Below this pivot (of ones on the diagonal) a column is a combination of the others. */
const smallestPivot = 1e-12;

function decompose(matrix: readonly (readonly number[])[]): Factor | null {
  const size = matrix.length;
  const scale = matrix.map((row, index) => 1 / Math.sqrt(item(row, index)));
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = item(item(matrix, row), column) * item(scale, row) * item(scale, column);
      for (let k = 0; k < column; k++)
        sum -= at(lower, row * size + k) * at(lower, column * size + k);
      if (row !== column) lower[row * size + column] = sum / at(lower, column * size + column);
      else if (sum > smallestPivot) lower[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return { size, lower, scale };
}

function substitute({ size, lower, scale }: Factor, right: readonly number[]): readonly number[] {
  const x = right.map((value, row) => value * item(scale, row));
  for (let row = 0; row < size; row++) {
    let sum = item(x, row);
    for (let k = 0; k < row; k++) sum -= at(lower, row * size + k) * item(x, k);
    x[row] = sum / at(lower, row * size + row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = item(x, row);
    for (let k = row + 1; k < size; k++) sum -= at(lower, k * size + row) * item(x, k);
    x[row] = sum / at(lower, row * size + row);
  }
  return x.map((value, row) => value * item(scale, row));
}
