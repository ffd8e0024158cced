import { at } from '../columns.ts';
import type { Argument, Proof } from './bound.ts';
import type { Core } from './core.ts';
import { wholeCover } from './cover.ts';
import { isInStock } from './stock.ts';

/** How many bins of each type. */
export type Mix = Int32Array;

export const costOf = ({ cost }: Core, mix: Mix) =>
  mix.reduce((sum, count, type) => sum + count * at(cost, type), 0);

/** The type of each bin of a mix. */
export const typesOf = (mix: Mix) =>
  Int32Array.from([...mix].flatMap((count, type) => new Array<number>(count).fill(type)));

/** Whether the mix is within what is available and covers all that every packing must cover. */
export function isPlausible(core: Core, rows: readonly Argument[], mix: Mix): boolean {
  if (!isInStock(core, mix)) return false;
  return rows.every(({ total, capacity }) => {
    let sum = 0;
    for (const [type, count] of mix.entries()) sum += count * at(capacity, type);
    return sum >= total * (1 - 1e-9);
  });
}

/**
 * The cheapest mix that would do if there were more of everything to pack, by so many bins' worth: rung 0 is what the
 * bound allows, each further one is easier to pack. Null where so many bins are not available.
 */
export function rungMix(core: Core, { rows, bound }: Proof, extraBins: number): Mix | null {
  if (core.typeCount === 1) {
    const count = bound.bins + extraBins;
    return count <= at(core.available, 0) ? Int32Array.of(count) : null;
  }
  const growth = 1 + extraBins / Math.max(1, bound.bins);
  const grown = rows.map((row) => ({ total: row.total * growth, capacity: row.capacity }));
  return wholeCover(grown, core.cost, core, 20).mix;
}

/**
 * Mixes that cost less than a given one and differ from it by one or two bins, those with the most room to spare
 * first: one bin less, a bin of a cheaper type instead, one for two, two for one.
 */
export function cheaperMixes(core: Core, rows: readonly Argument[], mix: Mix): Mix[] {
  const types = [...mix.keys()];
  const seen = new Map<string, Mix>();
  const offer = (...changes: readonly (readonly [number, number])[]) => {
    const next = mix.slice();
    for (const [type, by] of changes) next[type] = at(next, type) + by;
    if (costOf(core, next) < costOf(core, mix) * (1 - 1e-12) && isPlausible(core, rows, next)) {
      seen.set(next.join(), next);
    }
  };
  for (const less of types) {
    offer([less, -1]);
    for (const more of types) {
      offer([less, -1], [more, 1]);
      offer([less, -2], [more, 1]);
      offer([less, -1], [more, 2]);
      for (const other of types) if (other > less) offer([less, -1], [other, -1], [more, 1]);
    }
  }
  return [...seen.values()].sort((a, b) => slack(rows, b) - slack(rows, a));
}

/** How much more than needed a mix offers, where that is least. */
const slack = (rows: readonly Argument[], mix: Mix) =>
  rows.reduce((least, { total, capacity }) => {
    const sum = mix.reduce((own, count, type) => own + count * at(capacity, type), 0);
    return Math.min(least, sum / total);
  }, Number.POSITIVE_INFINITY);
