import type { BinType, PackingProblem } from '../../../src/model/packing/problem.ts';
import { type Random, seeded, wholeBelow } from '../../../src/model/random.ts';

export const binType = (capacity: readonly number[], rest: Partial<BinType> = {}): BinType => ({
  capacity: Float64Array.from(capacity),
  cost: 1,
  available: Number.POSITIVE_INFINITY,
  maxItems: Number.POSITIVE_INFINITY,
  ...rest,
});

export function problemOf(
  rows: readonly (readonly number[])[],
  binTypes: readonly BinType[],
  rest: Partial<PackingProblem> = {},
): PackingProblem {
  const dimensionCount = binTypes[0]?.capacity.length ?? 0;
  return {
    itemCount: rows.length,
    dimensionCount,
    demand: Float64Array.from(rows.flat()),
    resourceOf: Int32Array.from({ length: dimensionCount }, (_, d) => d),
    binTypes,
    apart: [],
    together: [],
    typeOnly: null,
    ...rest,
  };
}

const pick = (random: Random, values: readonly number[], weights: readonly number[]) => {
  let left = random();
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return values[index] as number;
  }
  return values[values.length - 1] as number;
};

/** A standard normal number (Box and Muller). */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * Virtual machines as the peers were measured with: vCPU, memory GiB, disk GiB, network Mb/s, on hosts of 96 vCPU,
 * 576 GiB, 4,800 GiB, 6,300 Mb/s. All four resources bind about equally, which is what makes it hard.
 */
export function balancedMachines(itemCount: number, seed: number): PackingProblem {
  const random = seeded(seed);
  const demand = new Float64Array(itemCount * 4);
  for (let row = 0; row < demand.length; row += 4) {
    const vcpus = pick(random, [1, 2, 4, 8, 16], [0.25, 0.35, 0.25, 0.12, 0.03]);
    demand[row] = vcpus;
    demand[row + 1] = vcpus * pick(random, [2, 4, 8, 16], [0.2, 0.4, 0.3, 0.1]);
    demand[row + 2] = Math.min(4096, Math.max(20, Math.exp(4.6 + normal(random))));
    demand[row + 3] = pick(random, [50, 100, 250, 500, 1000], [0.3, 0.3, 0.2, 0.15, 0.05]);
  }
  return {
    itemCount,
    dimensionCount: 4,
    demand,
    resourceOf: Int32Array.of(0, 1, 2, 3),
    binTypes: [binType([96, 576, 4800, 6300])],
    apart: [],
    together: [],
    typeOnly: null,
  };
}

/**
 * Virtual machines in the sizes that clouds sell: vCPUs and GiB a vCPU in powers of two, on hosts of 64 cores with
 * four vCPUs a core and 918 GiB. Memory binds, in steps of 2 GiB and a little for each machine.
 */
export function powerOfTwoMachines(itemCount: number, seed: number): PackingProblem {
  const random = seeded(seed);
  const rows = Array.from({ length: itemCount }, () => {
    const vcpus = 2 ** wholeBelow(random, 4);
    const memoryGib = vcpus * 2 ** (1 + wholeBelow(random, 3)) + 0.1;
    return [vcpus, memoryGib, vcpus * 2400 * (0.05 + 0.3 * random())];
  });
  return problemOf(rows, [binType([256, 918, 107_520])]);
}

/** Full bins cut into pieces, so that the optimum is known: `binCount` unless volume alone allows fewer (it never does). */
export function cutBins(
  binCount: number,
  piecesPerBin: number,
  dimensionCount: number,
  seed: number,
): PackingProblem {
  const random = seeded(seed);
  const rows: number[][] = [];
  for (let bin = 0; bin < binCount; bin++) {
    const pieces = 2 + wholeBelow(random, Math.max(1, 2 * piecesPerBin - 3));
    const own = Array.from({ length: pieces }, () => new Array<number>(dimensionCount).fill(0));
    for (let d = 0; d < dimensionCount; d++) {
      const cuts = Array.from({ length: pieces - 1 }, () => wholeBelow(random, 1001));
      cuts.push(0, 1000);
      cuts.sort((a, b) => a - b);
      for (const [index, row] of own.entries()) {
        row[d] = (cuts[index + 1] as number) - (cuts[index] as number);
      }
    }
    rows.push(...own);
  }
  for (let last = rows.length - 1; last > 0; last--) {
    const other = wholeBelow(random, last + 1);
    [rows[last], rows[other]] = [rows[other] as number[], rows[last] as number[]];
  }
  return problemOf(rows, [binType(new Array<number>(dimensionCount).fill(1000))]);
}

/**
 * Items of two resources in the manner of Caprara and Toth (2001): few to a bin in the first three classes and the
 * last three, many in the others; in class 7 an item large in one resource is large in the other, in class 8 small.
 *
 * @param kind 1 to 8
 */
export function classProblem(kind: number, count: number, seed: number): PackingProblem {
  const random = seeded(seed);
  const between = (least: number, most: number) => least + wholeBelow(random, most - least + 1);
  const ranges: readonly (readonly [number, number, number])[] = [
    [100, 400, 1000],
    [1, 1000, 1000],
    [200, 800, 1000],
    [50, 200, 1000],
    [25, 100, 1000],
    [20, 100, 150],
    [20, 100, 150],
    [20, 100, 150],
  ];
  const [least, most, capacity] = ranges[kind - 1] as readonly [number, number, number];
  const second = (first: number) => {
    if (kind === 7) return between(first - 10, first + 10);
    return kind === 8 ? between(110 - first, 130 - first) : between(least, most);
  };
  const rows = Array.from({ length: count }, () => {
    const first = between(least, most);
    return [first, second(first)];
  });
  return problemOf(rows, [binType([capacity, capacity])]);
}

/** Machines that are nearly idle but for one burst of up to half a day, anywhere in a week of hours. */
export function burstyMachines(itemCount: number, seed: number): PackingProblem {
  const random = seeded(seed);
  const slotCount = 168;
  const rows = Array.from({ length: itemCount }, () => {
    const idle = 1 + 3 * random();
    const height = 20 + 70 * random();
    const from = wholeBelow(random, slotCount);
    const length = 1 + wholeBelow(random, 12);
    return Array.from({ length: slotCount }, (_, slot) =>
      (slot - from + slotCount) % slotCount < length ? height : idle * (0.5 + random()),
    );
  });
  return problemOf(rows, [binType(new Array<number>(slotCount).fill(100))]);
}
