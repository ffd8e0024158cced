import { at, item } from '../columns.ts';
import type { PieceSpread } from './core.ts';
import type { Misfit, PackingProblem } from './problem.ts';

/** The sets of which a domain may hold only so many, as pieces; and pieces that hold too many themselves. */
export function spreadPieces(
  { spread = [], domainCount = 1 }: PackingProblem,
  pieceOf: Int32Array,
  itemsOf: readonly (readonly number[])[],
) {
  const of: (PieceSpread[] | null)[] = Array.from(itemsOf, () => null);
  const contradictions: Misfit[] = [];
  for (const { items, most } of spread) {
    const counts = new Map<number, number>();
    for (const own of items) {
      counts.set(at(pieceOf, own), (counts.get(at(pieceOf, own)) ?? 0) + 1);
    }
    const pieces = Int32Array.from(counts.keys());
    const count = Int32Array.from(counts.values());
    for (const [place, piece] of pieces.entries()) {
      const list = of[piece];
      if (list) list.push({ pieces, count, most });
      else of[piece] = [{ pieces, count, most }];
      if (at(count, place) > most) {
        contradictions.push({ kind: 'too-many-together', items: item(itemsOf, piece), most });
      }
    }
    // With so many domains not even all of them together hold the set.
    if (items.length > most * domainCount) {
      contradictions.push({
        kind: 'too-many-together',
        items: [...items],
        most: most * domainCount,
      });
    }
  }
  return { of, contradictions };
}
