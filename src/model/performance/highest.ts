import { at } from '../columns.ts';

/** The slot in which a column is highest; the first of several. */
export function highest(values: Float64Array, host: number, slotCount: number): number {
  let slot = 0;
  for (let other = 1; other < slotCount; other++) {
    if (at(values, host * slotCount + other) > at(values, host * slotCount + slot)) slot = other;
  }
  return slot;
}
