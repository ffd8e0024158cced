import { at } from '../columns.ts';
import type { PackingProblem, SharedStock } from './problem.ts';

/** How many bins there are: of each type, and of types that are one and the same stock. */
export interface Stock {
  /** By bin type; Infinity for any number. */
  readonly available: Float64Array;
  readonly shared: readonly SharedStock[];
}

/** The stock of a problem, in whole bins; of a type there are never more than of a stock that it draws from. */
export function stockOf({ binTypes, sharedStock = [] }: PackingProblem): Stock {
  const shared = sharedStock.map(({ types, available }) => ({
    types,
    available: Math.floor(available),
  }));
  const available = Float64Array.from(binTypes, (own, type) =>
    shared.reduce(
      (least, stock) => (stock.types.includes(type) ? Math.min(least, stock.available) : least),
      Math.floor(own.available),
    ),
  );
  return { available, shared };
}

/** Whether so many bins of each type are in stock. */
export const isInStock = ({ available, shared }: Stock, count: Int32Array): boolean =>
  count.every((own, type) => own >= 0 && own <= at(available, type)) &&
  shared.every((stock) => sumOf(count, stock) <= stock.available);

/** Whether one more bin of a type is in stock where so many of each are used. */
export const hasOneMore = ({ available, shared }: Stock, used: Int32Array, type: number): boolean =>
  at(used, type) < at(available, type) &&
  shared.every((stock) => !stock.types.includes(type) || sumOf(used, stock) < stock.available);

/** What is in stock after so many bins of each type are taken. */
export const stockWithout = ({ available, shared }: Stock, taken: Float64Array): Stock => ({
  available: available.map((own, type) => own - at(taken, type)),
  shared: shared.map((stock) => ({ ...stock, available: stock.available - sumOf(taken, stock) })),
});

/** All limits there are, those of single types among them. */
export const limitsOf = ({ available, shared }: Stock): SharedStock[] => [
  ...[...available.entries()]
    .filter(([, own]) => own < Number.POSITIVE_INFINITY)
    .map(([type, own]) => ({ types: [type], available: own })),
  ...shared,
];

const sumOf = (count: Int32Array | Float64Array, { types }: SharedStock) =>
  types.reduce((sum, type) => sum + at(count, type), 0);
