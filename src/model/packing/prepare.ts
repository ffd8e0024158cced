import { at, item } from '../columns.ts';
import { type Core, mayUseType } from './core.ts';
import { scaledDimensions } from './dimensions.ts';
import { spreadPieces } from './domains.ts';
import { pieceMisfits } from './misfits.ts';
import type { Misfit, PackingProblem } from './problem.ts';
import { stockOf } from './stock.ts';

export type Prepared =
  | { readonly kind: 'ready'; readonly core: Core }
  | { readonly kind: 'impossible'; readonly reasons: readonly Misfit[] };

/**
 * Turns a problem into what the engine works on, or says why no packing exists however many bins there are.
 *
 * @throws if the problem breaks its own contract (a column too short, a demand that is negative or not finite)
 */
export function prepare(problem: PackingProblem): Prepared {
  const { core, contradictions } = toCore(problem);
  if (contradictions.length > 0) return { kind: 'impossible', reasons: contradictions };
  const reasons = pieceMisfits(core);
  return reasons.length > 0 ? { kind: 'impossible', reasons } : { kind: 'ready', core };
}

/** The core of a problem that may have no packing: some pieces may be eligible nowhere. */
export function toCore(problem: PackingProblem): {
  readonly core: Core;
  readonly contradictions: readonly Misfit[];
} {
  checkContract(problem);
  const pieceOf = merge(problem);
  const itemsOf = membersOf(pieceOf);
  const apart = apartPieces(problem, pieceOf);
  const spread = spreadPieces(problem, pieceOf, itemsOf);
  const { size, capacity, dimensionOf } = scaledDimensions(problem, itemsOf);
  const core: Core = {
    problem,
    pieceCount: itemsOf.length,
    dimensionCount: dimensionOf.length,
    size,
    itemsOf,
    typeCount: problem.binTypes.length,
    capacity,
    cost: Float64Array.from(problem.binTypes, ({ cost }) => cost),
    ...stockOf(problem),
    dimensionOf,
    eligible: new Uint8Array(itemsOf.length * problem.binTypes.length),
    apart: apart.sets,
    apartOf: setsOfPieces(apart.sets, itemsOf.length),
    domainCount: problem.domainCount ?? 1,
    spreadOf: spread.of,
    hasCompany: apart.sets.length > 0 || spread.of.some((sets) => sets !== null),
  };
  markEligible(core);
  const contradictions = [
    ...apart.contradictions,
    ...spread.contradictions,
    ...pinContradictions(problem, itemsOf),
  ];
  return { core, contradictions };
}

function checkContract({ itemCount, dimensionCount, demand, binTypes }: PackingProblem) {
  if (demand.length !== itemCount * dimensionCount) {
    throw new Error(
      `A demand column of ${demand.length} does not hold ${itemCount} × ${dimensionCount} figures.`,
    );
  }
  for (const value of demand) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new Error(`A demand of ${value} is not a finite number of at least 0.`);
    }
  }
  for (const { capacity, cost } of binTypes) {
    if (capacity.length !== dimensionCount) {
      throw new Error(
        `A bin type has ${capacity.length} capacities for ${dimensionCount} dimensions.`,
      );
    }
    if (!(cost > 0)) throw new Error(`A bin that costs ${cost} cannot be weighed against others.`);
  }
}

/** Piece of each item: pieces are numbered by their first item, so that equal problems number them equally. */
function merge({ itemCount, together }: PackingProblem): Int32Array {
  const leader = Int32Array.from({ length: itemCount }, (_, index) => index);
  const find = (start: number) => {
    let index = start;
    while (at(leader, index) !== index) {
      leader[index] = at(leader, at(leader, index));
      index = at(leader, index);
    }
    return index;
  };
  for (const set of together) {
    for (const member of set) {
      const [a, b] = [find(at(set, 0)), find(member)];
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const pieceOf = new Int32Array(itemCount);
  let next = 0;
  for (let index = 0; index < itemCount; index++) {
    const first = find(index);
    pieceOf[index] = first === index ? next++ : at(pieceOf, first);
  }
  return pieceOf;
}

function membersOf(pieceOf: Int32Array): number[][] {
  const members: number[][] = [];
  for (const [index, piece] of pieceOf.entries()) {
    const list = members[piece];
    if (list) list.push(index);
    else members[piece] = [index];
  }
  return members;
}

function apartPieces({ apart }: PackingProblem, pieceOf: Int32Array) {
  const sets: Int32Array[] = [];
  const contradictions: Misfit[] = [];
  for (const set of apart) {
    const firstItem = new Map<number, number>();
    for (const member of set) {
      const piece = at(pieceOf, member);
      const first = firstItem.get(piece);
      if (first === undefined) firstItem.set(piece, member);
      else if (first !== member) {
        contradictions.push({ kind: 'together-and-apart', first, second: member });
      }
    }
    if (firstItem.size > 1) sets.push(Int32Array.from(firstItem.keys()));
  }
  return { sets, contradictions };
}

/** Items that must be together but may use no type in common are as good as apart. */
function pinContradictions(problem: PackingProblem, itemsOf: readonly number[][]): Misfit[] {
  const types = [...problem.binTypes.keys()];
  const common = (members: readonly number[]) =>
    types.some((type) => members.every((member) => mayUseType(problem, member, type)));
  return itemsOf.flatMap((items): Misfit[] => {
    if (items.length < 2 || common(items)) return [];
    const first = items.find((member) => types.some((type) => !mayUseType(problem, member, type)));
    if (first === undefined) return [];
    const second = items.find((member) => member !== first && !common([first, member]));
    return [{ kind: 'together-and-apart', first, second: second ?? item(items, 1) }];
  });
}

function setsOfPieces(sets: readonly Int32Array[], pieceCount: number) {
  const result: (Int32Array[] | null)[] = Array.from({ length: pieceCount }, () => null);
  for (const set of sets) {
    for (const piece of set) {
      const list = item(result, piece);
      if (list) list.push(set);
      else result[piece] = [set];
    }
  }
  return result;
}

function markEligible(core: Core) {
  const { dimensionCount, size, capacity, typeCount, eligible } = core;
  const fits = (piece: number, type: number) => {
    for (let d = 0; d < dimensionCount; d++) {
      if (at(size, piece * dimensionCount + d) > at(capacity, type * dimensionCount + d)) return 0;
    }
    return 1;
  };
  for (const [piece, items] of core.itemsOf.entries()) {
    for (let type = 0; type < typeCount; type++) {
      if (items.every((member) => mayUseType(core.problem, member, type))) {
        eligible[piece * typeCount + type] = fits(piece, type);
      }
    }
  }
}
