import { at, item } from '../columns.ts';
import type { Core } from './core.ts';

/** Growing a clique costs the square of its size, so only some sets are tried, and no very long one. */
const seedsTried = 20;
const longestGrown = 500;

/**
 * How many pieces, at least, must pairwise be apart: the largest clique found greedily in the graph of all `apart`
 * sets. Each of them needs a bin of its own. A single set is a clique already; sets that overlap may form a larger one.
 */
export function apartClique(core: Core): number {
  if (core.apart.length === 0) return 0;
  const largest = core.apart.reduce((most, set) => Math.max(most, set.length), 0);
  const seeds = [...core.apart]
    .sort((a, b) => b.length - a.length)
    .slice(0, seedsTried)
    .filter((set) => set.length <= longestGrown);
  return seeds.reduce((most, set) => Math.max(most, grown(core, set)), largest);
}

/** The set, and every further piece that is apart from all taken so far. */
function grown(core: Core, set: Int32Array): number {
  const first = at(set, 0);
  let size = set.length;
  const meets = new Map<number, number>();
  const count = (piece: number) => {
    for (const other of neighbours(core, piece)) meets.set(other, (meets.get(other) ?? 0) + 1);
  };
  for (const piece of set) count(piece);
  for (const candidate of neighbours(core, first)) {
    if (set.includes(candidate) || meets.get(candidate) !== size) continue;
    size++;
    count(candidate);
  }
  return size;
}

function neighbours(core: Core, piece: number): Set<number> {
  const found = new Set<number>();
  for (const set of item(core.apartOf, piece) ?? []) for (const other of set) found.add(other);
  found.delete(piece);
  return found;
}
