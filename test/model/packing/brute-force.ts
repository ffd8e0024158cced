import type { PackingProblem } from '../../../src/model/packing/problem.ts';
import { faultsOf } from './checker.ts';

/** The least bins and the least cost of any packing, by trying every one; null where there is none. For ≤ 7 items. */
export function bruteForce(problem: PackingProblem): { bins: number; cost: number } | null {
  const { itemCount, binTypes } = problem;
  const binOf = new Int32Array(itemCount);
  let best: { bins: number; cost: number } | null = null;
  const offer = (bins: number, cost: number) => {
    best = { bins: Math.min(best?.bins ?? bins, bins), cost: Math.min(best?.cost ?? cost, cost) };
  };
  const typed = (binCount: number, types: readonly number[]) => {
    if (types.length < binCount) {
      binTypes.forEach((_, type) => {
        typed(binCount, [...types, type]);
      });
      return;
    }
    const cost = types.reduce((sum, type) => sum + (binTypes[type]?.cost ?? 0), 0);
    const packing = { binCount, binOf, typeOf: Int32Array.from(types), cost };
    if (faultsOf(problem, packing).length === 0) offer(binCount, cost);
  };
  const place = (item: number, binCount: number) => {
    if (item === itemCount) {
      typed(binCount, []);
      return;
    }
    for (let bin = 0; bin <= binCount; bin++) {
      binOf[item] = bin;
      place(item + 1, Math.max(binCount, bin + 1));
    }
  };
  place(0, 0);
  return best;
}
