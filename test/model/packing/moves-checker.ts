import type { MoveOrder, Rearrangement } from '../../../src/model/packing/moves.ts';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';

/**
 * Everything that is wrong with an order of moves, one sentence each: plays it move by move on the original figures,
 * without a line of the engine.
 */
export function moveFaults(
  problem: PackingProblem,
  { typeOf, from, to }: Rearrangement,
  { moves, blocked }: MoveOrder,
): string[] {
  const faults: string[] = [];
  const place = [...from];
  for (const [turn, move] of moves.entries()) {
    if (place[move.item] !== move.from) faults.push(`move ${turn} starts where the item is not`);
    const inside = place.flatMap((own, item) => (own === move.to ? [item] : []));
    const type = typeOf[move.to] as number;
    for (const fault of entryFaults(problem, type, inside, move.item)) {
      faults.push(`move ${turn}: ${fault}`);
    }
    place[move.item] = move.to;
  }
  const stuck = new Set(blocked.map(({ item }) => item));
  for (const [item, bin] of place.entries()) {
    const isThere = (from[item] as number) < 0 || bin === to[item];
    if (isThere === stuck.has(item)) faults.push(`item ${item} ends in ${bin}, not ${to[item]}`);
  }
  return faults;
}

function entryFaults(problem: PackingProblem, type: number, inside: number[], entering: number) {
  const { dimensionCount, demand, binTypes, apart } = problem;
  const own = binTypes[type];
  if (own === undefined) return ['it goes to a bin that takes nothing'];
  const all = [...inside, entering];
  const faults: string[] = [];
  for (let d = 0; d < dimensionCount; d++) {
    const load = all.reduce((sum, item) => sum + (demand[item * dimensionCount + d] ?? 0), 0);
    const limit = own.capacity[d] as number;
    if (load > limit * (1 + 2e-9)) faults.push(`it fills ${load} of ${limit} in ${d}`);
  }
  if (all.length > own.maxItems) faults.push('it is an item too many');
  const company = apart.filter((set) => set.includes(entering)).flatMap((set) => [...set]);
  if (inside.some((item) => company.includes(item))) faults.push('it meets what must be apart');
  return faults;
}
