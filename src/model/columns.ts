/** The typed arrays that the model keeps its columns in. */
export type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

/** Reads a row that is known to exist; the one place that says so to the compiler. */
export const at = (column: Column, row: number) => column[row] as number;

/** Reads an element of a list that is known to exist. */
export const item = <T>(list: readonly T[], index: number) => list[index] as T;

/** The sum of a column, leaving out what is unknown (NaN). */
export function sumKnown(column: Float64Array): number {
  let sum = 0;
  for (const value of column) if (!Number.isNaN(value)) sum += value;
  return sum;
}
