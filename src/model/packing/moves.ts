import { at, item } from '../columns.ts';
import { mayUseType, tolerance } from './core.ts';
import type { PackingProblem } from './problem.ts';

/** One item leaves a bin for another. */
export interface Move {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/** Bins that items move between, before and after. */
export interface Rearrangement {
  /** Type of each bin; −1 for one that takes nothing more (a host that leaves). */
  readonly typeOf: Int32Array;
  /** Bin of each item at first; −1 for an item that is nowhere yet and comes last. */
  readonly from: Int32Array;
  /** Bin of each item in the end. */
  readonly to: Int32Array;
}

export interface MoveOrder {
  /** In an order in which each can be made: the target holds the item beside all that it has at that time. */
  readonly moves: readonly Move[];
  /** Items that cannot reach their bin in any order found, with the dimension that is short there (−1: a rule). */
  readonly blocked: readonly {
    readonly item: number;
    readonly to: number;
    readonly dimension: number;
  }[];
}

/**
 * Puts moves in an order in which no bin is ever filled beyond its capacity and no two items that must be apart meet.
 *
 * A move is made as soon as its target has room; one that leaves a bin lets those that wait for that bin try again.
 * Where all wait for one another (a cycle), an item goes by way of another bin that has room for it, once; the item
 * is preferred that lets others go on. An item is in one bin at a time, but its target must have room before it comes.
 */
export function orderMoves(problem: PackingProblem, rearrangement: Rearrangement): MoveOrder {
  return new Ordering(problem, rearrangement).run();
}

class Ordering {
  private readonly problem: PackingProblem;
  private readonly typeOf: Int32Array;
  private readonly to: Int32Array;
  private readonly binOf: Int32Array;
  private readonly load: Float64Array;
  private readonly held: Int32Array;
  private readonly apartOf: ReadonlyMap<number, readonly Int32Array[]>;
  /** Items on their way, by the bin that they wait for. */
  private readonly waiting = new Map<number, Set<number>>();
  private readonly moves: Move[] = [];

  constructor(problem: PackingProblem, { typeOf, from, to }: Rearrangement) {
    this.problem = problem;
    this.typeOf = typeOf;
    this.to = to;
    this.binOf = from.slice();
    this.load = new Float64Array(typeOf.length * problem.dimensionCount);
    this.held = new Int32Array(typeOf.length);
    this.apartOf = setsOfItems(problem.apart);
    for (let index = 0; index < from.length; index++) {
      const bin = at(from, index);
      if (bin < 0) continue;
      this.add(index, bin, 1);
      if (bin === at(to, index)) continue;
      const queue = this.waiting.get(at(to, index));
      if (queue) queue.add(index);
      else this.waiting.set(at(to, index), new Set([index]));
    }
  }

  run(): MoveOrder {
    const detoured = new Set<number>();
    this.goOn([...this.waiting.keys()]);
    while (this.waiting.size > 0) {
      const detour = this.detour(detoured);
      if (detour === null) break;
      detoured.add(detour.item);
      this.move(detour.item, detour.to);
      this.goOn([detour.from]);
    }
    const left = [...this.waiting.values()].flatMap((queue) => [...queue]).sort((a, b) => a - b);
    return {
      moves: this.moves,
      blocked: left.map((own) => ({
        item: own,
        to: at(this.to, own),
        dimension: this.shortAt(own, at(this.to, own)) ?? -1,
      })),
    };
  }

  /** Makes every move that can be made, beginning with those into some bins; each frees a bin for others. */
  private goOn(bins: number[]) {
    for (let bin = bins.pop(); bin !== undefined; bin = bins.pop()) {
      for (const own of this.waiting.get(bin) ?? []) {
        if (!this.mayEnter(own, bin)) continue;
        const from = at(this.binOf, own);
        this.move(own, bin);
        this.arrived(own, bin);
        bins.push(from);
      }
    }
  }

  private arrived(own: number, bin: number) {
    const queue = this.waiting.get(bin);
    queue?.delete(own);
    if (queue?.size === 0) this.waiting.delete(bin);
  }

  private move(own: number, to: number) {
    const from = at(this.binOf, own);
    this.moves.push({ item: own, from, to });
    this.add(own, from, -1);
    this.add(own, to, 1);
    this.binOf[own] = to;
  }

  /** A move out of the way: one that lets another item go on if there is any, else any. */
  private detour(detoured: ReadonlySet<number>): Move | null {
    let any: Move | null = null;
    for (const queue of this.waiting.values()) {
      for (const own of queue) {
        const from = at(this.binOf, own);
        if (detoured.has(own) || !this.waiting.has(from)) continue;
        const to = this.wayside(own);
        if (to < 0) continue;
        any ??= { item: own, from, to };
        if (this.freesFor(own)) return { item: own, from, to };
      }
    }
    return any;
  }

  /** Whether an item could enter the bin that this one is in, were this one gone. */
  private freesFor(own: number): boolean {
    const from = at(this.binOf, own);
    this.add(own, from, -1);
    this.binOf[own] = -1;
    const frees = [...(this.waiting.get(from) ?? [])].some((other) => this.mayEnter(other, from));
    this.add(own, from, 1);
    this.binOf[own] = from;
    return frees;
  }

  /** A bin with room that nobody waits for, if there is one; else any with room. */
  private wayside(own: number): number {
    let best = -1;
    for (let bin = 0; bin < this.typeOf.length; bin++) {
      if (bin === at(this.binOf, own) || !this.mayEnter(own, bin)) continue;
      if (!this.waiting.has(bin)) return bin;
      if (best < 0) best = bin;
    }
    return best;
  }

  private mayEnter(own: number, bin: number): boolean {
    const type = at(this.typeOf, bin);
    if (type < 0 || !mayUseType(this.problem, own, type)) return false;
    const sets = this.apartOf.get(own) ?? [];
    const meets = (other: number) => other !== own && at(this.binOf, other) === bin;
    return !sets.some((set) => set.some(meets)) && this.shortAt(own, bin) === null;
  }

  /** The first dimension without room for the item (−1: the number of items); null where there is room. */
  private shortAt(own: number, bin: number): number | null {
    const { demand, dimensionCount, binTypes } = this.problem;
    const type = at(this.typeOf, bin);
    if (type < 0) return -1;
    const { capacity, maxItems } = item(binTypes, type);
    if (at(this.held, bin) + 1 > maxItems) return -1;
    for (let d = 0; d < dimensionCount; d++) {
      const sum = at(this.load, bin * dimensionCount + d) + at(demand, own * dimensionCount + d);
      if (sum > at(capacity, d) * (1 + tolerance)) return d;
    }
    return null;
  }

  private add(own: number, bin: number, sign: 1 | -1) {
    const { demand, dimensionCount } = this.problem;
    this.held[bin] = at(this.held, bin) + sign;
    for (let d = 0; d < dimensionCount; d++) {
      const cell = bin * dimensionCount + d;
      this.load[cell] = at(this.load, cell) + sign * at(demand, own * dimensionCount + d);
    }
  }
}

function setsOfItems(sets: readonly Int32Array[]): ReadonlyMap<number, readonly Int32Array[]> {
  const result = new Map<number, Int32Array[]>();
  for (const set of sets) {
    for (const own of set) {
      const list = result.get(own);
      if (list) list.push(set);
      else result.set(own, [set]);
    }
  }
  return result;
}
