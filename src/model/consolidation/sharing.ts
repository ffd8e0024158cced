import { at, item } from '../columns.ts';
import type { Packing, PackingProblem } from '../packing/problem.ts';
import { spread } from '../packing/spread.ts';

/** How many of the hosts share the free room; the others stay as full as they were packed. */
export interface Sharing {
  /** The last so many hosts. */
  readonly hosts: number;
  /** Where every item goes; null where no such spread was found. */
  hostOf(): Int32Array | null;
}

/** Up to so many workloads every sharing is tried, for what looks hopeless by its means may go by luck. */
const fewItems = 1500;

/**
 * Ways to share free room among hosts, the most even first: all hosts alike, then half of them, a quarter and so on.
 *
 * Why not always all: a lost host's largest workload needs one hole that holds it. Where what is free altogether is
 * little more than the hosts to be lost, spread over a hundred hosts it leaves slivers that hold nothing, and over
 * four hosts it leaves quarters of a host. So of a large fleet only those sharings are offered whose mean hole holds
 * the largest demand of every dimension. That is judged without spreading anything: hopeless ones cost nothing.
 *
 * @param inFailure the same items under the capacities that hold while hosts are down
 * @param packing if domains are told apart, with those of all hosts, the further ones too
 * @param typeOf the packing's hosts and the further, empty ones behind them
 */
export function* sharings(
  problem: PackingProblem,
  inFailure: PackingProblem,
  packing: Packing,
  typeOf: Int32Array,
): Generator<Sharing> {
  const { domainOf } = packing;
  const hostCount = typeOf.length;
  const extra = hostCount - packing.binCount;
  const meanHole = holes(inFailure, packing, typeOf);
  const largest = largestDemand(problem);
  // What a domain may hold is a matter of all its hosts, so with domains only all hosts share.
  const fewest = domainOf ? hostCount : Math.max(2, extra + 1);
  for (let hosts = hostCount; hosts >= fewest; hosts >>= 1) {
    const isHopeful = meanHole(hosts).every((room, d) => room >= at(largest, d));
    const isSmall = hosts === hostCount && problem.itemCount <= fewItems;
    if (isHopeful || isSmall) {
      const hostOf = () =>
        hosts === hostCount
          ? spread(problem, typeOf, packing.binOf, domainOf)
          : spreadOverLast(problem, packing, typeOf, hosts);
      yield { hosts, hostOf };
    }
  }
}

/** The free room of each dimension, a host, if the last so many hosts share theirs. */
function holes(
  { demand, dimensionCount, binTypes }: PackingProblem,
  { binOf }: Packing,
  typeOf: Int32Array,
) {
  const free = new Float64Array((typeOf.length + 1) * dimensionCount);
  for (const [index, host] of binOf.entries()) {
    for (let d = 0; d < dimensionCount; d++) {
      const cell = host * dimensionCount + d;
      free[cell] = at(free, cell) - at(demand, index * dimensionCount + d);
    }
  }
  for (let host = typeOf.length - 1; host >= 0; host--) {
    const { capacity } = item(binTypes, at(typeOf, host));
    for (let d = 0; d < dimensionCount; d++) {
      const cell = host * dimensionCount + d;
      free[cell] = at(free, cell) + at(capacity, d) + at(free, cell + dimensionCount);
    }
  }
  return (hosts: number) => {
    const from = (typeOf.length - hosts) * dimensionCount;
    return free.slice(from, from + dimensionCount).map((room) => room / hosts);
  };
}

function largestDemand({ demand, dimensionCount }: PackingProblem): Float64Array {
  const largest = new Float64Array(dimensionCount);
  for (let row = 0; row < demand.length; row += dimensionCount) {
    for (let d = 0; d < dimensionCount; d++) {
      largest[d] = Math.max(largest[d] as number, demand[row + d] as number);
    }
  }
  return largest;
}

function spreadOverLast(
  problem: PackingProblem,
  packing: Packing,
  typeOf: Int32Array,
  hosts: number,
): Int32Array | null {
  const first = typeOf.length - hosts;
  const items = [...packing.binOf.keys()].filter((index) => at(packing.binOf, index) >= first);
  const binOf = Int32Array.from(items, (index) => at(packing.binOf, index) - first);
  const shared = spread(partOf(problem, items), typeOf.subarray(first), binOf);
  if (shared === null) return null;
  const hostOf = packing.binOf.slice();
  for (const [place, index] of items.entries()) hostOf[index] = first + at(shared, place);
  return hostOf;
}

/** The problem of some of the items, which are whole hosts' contents: sets that must be together stay whole. */
function partOf(problem: PackingProblem, items: readonly number[]): PackingProblem {
  const { dimensionCount, itemCount, typeOnly, mayUse, binTypes } = problem;
  const place = new Int32Array(itemCount).fill(-1);
  const demand = new Float64Array(items.length * dimensionCount);
  for (const [index, own] of items.entries()) {
    place[own] = index;
    const from = own * dimensionCount;
    demand.set(problem.demand.subarray(from, from + dimensionCount), index * dimensionCount);
  }
  const within = (sets: readonly Int32Array[]) =>
    sets
      .map((set) => set.map((member) => at(place, member)).filter((member) => member >= 0))
      .filter((set) => set.length > 1);
  return {
    ...problem,
    itemCount: items.length,
    demand,
    apart: within(problem.apart),
    together: within(problem.together),
    typeOnly: typeOnly && Int32Array.from(items, (own) => at(typeOnly, own)),
    ...(mayUse ? { mayUse: rowsOf(mayUse, items, binTypes.length) } : {}),
  };
}

function rowsOf(table: Uint8Array, rows: readonly number[], width: number): Uint8Array {
  const part = new Uint8Array(rows.length * width);
  for (const [place, row] of rows.entries()) {
    part.set(table.subarray(row * width, (row + 1) * width), place * width);
  }
  return part;
}
