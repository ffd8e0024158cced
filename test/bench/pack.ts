import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { firstFit, firstFitDecreasing } from '../../src/model/packing/first-fit.ts';
import { pack } from '../../src/model/packing/pack.ts';
import type { PackingProblem } from '../../src/model/packing/problem.ts';
import { createReplacer } from '../../src/model/packing/replace.ts';
import { seeded, wholeBelow } from '../../src/model/random.ts';
import { faultsOf } from '../model/packing/checker.ts';
import { solveWithHighs } from '../model/packing/highs.ts';
import {
  balancedMachines,
  binType,
  classProblem,
  cutBins,
  powerOfTwoMachines,
} from '../model/packing/instances.ts';

/** Measured with the same generator on two cores: see README.md of the room. */
const peers: Readonly<Record<number, string>> = {
  10000: 'CloudSim Plus best fit 412 in 9.6 s, a dot-product packer 377 in 1.28 s (bound 357)',
  100000: 'CloudSim Plus next fit 4,481 in 3.7 s, best fit not in half an hour (bound 3,557)',
};

type Print = (line: string) => void;

/** The packing engine: speed and quality on random machines, profiles, cut bins and published classes. */
export async function bench(print: Print) {
  print('machines of 4 resources that bind alike (issue generator), construction only');
  for (const count of [1_000, 10_000, 100_000]) {
    show(print, `${count} items`, balancedMachines(count, 1), 0);
    const peer = peers[count];
    if (peer) print(`    peers: ${peer}`);
  }
  comparePlain(print, balancedMachines(10_000, 1));
  print('sizes in powers of two, memory binding: what first fit is best at, construction only');
  for (const count of [1_000, 10_000, 100_000]) {
    show(print, `${count} items`, powerOfTwoMachines(count, 1), 0);
    comparePlain(print, powerOfTwoMachines(count, 1));
  }
  print('machines with profiles: Bitbrains weeks resampled, CPU, memory, disk and network by hour');
  show(print, '10000 items × 168 slots × 4', resampledProfiles(10_000, 168), 0);
  show(print, '500 items × 696 slots × 4', resampledProfiles(500, 696), 0);
  losses(print, balancedMachines(10_000, 1));
  cut(print);
  classes(print);
  await againstHighs(print);
}

/** Wall and CPU seconds since now: on a busy machine only the latter says what the engine takes. */
function stopwatch(): () => string {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    const wall = (performance.now() - start) / 1000;
    return `${wall.toFixed(2)} s (CPU ${((user + system) / 1e6).toFixed(2)} s)`;
  };
}

function show(print: Print, name: string, problem: PackingProblem, effort: number) {
  const elapsed = stopwatch();
  const outcome = pack(problem, { seed: 1, effort });
  const time = elapsed();
  if (outcome.kind !== 'packed') throw new Error(`${name} was not packed.`);
  const { packing, bound } = outcome;
  const faults = faultsOf(problem, packing);
  if (faults.length > 0) throw new Error(`${name}: ${faults[0]}`);
  const gap = (100 * (packing.binCount - bound.bins)) / bound.bins;
  print(
    `  ${name}: ${packing.binCount} bins, bound ${bound.bins} (${bound.by}), gap ${gap.toFixed(2)} %, ${time}`,
  );
}

function comparePlain(print: Print, problem: PackingProblem) {
  const [plain, decreasing] = [firstFit(problem), firstFitDecreasing(problem)];
  print(`    first fit ${plain?.binCount}, first fit decreasing ${decreasing?.binCount}`);
}

function losses(print: Print, problem: PackingProblem) {
  const outcome = pack(problem, { seed: 1, effort: 0 });
  if (outcome.kind !== 'packed') throw new Error('Not packed.');
  const { binOf, typeOf, binCount } = outcome.packing;
  const replacer = createReplacer(problem, { binOf, typeOf: Int32Array.from([...typeOf, 0]) });
  const elapsed = stopwatch();
  for (let bin = 0; bin < binCount; bin++) replacer.replace([bin]);
  print(`  every loss of 1 of ${binCount} bins of 10000 items re-placed: ${elapsed()}`);
}

/** Full bins cut into pieces: the optimum is the number of bins cut. */
function cut(print: Print) {
  print('full bins cut into about 6 pieces each (optimum known), effort 1');
  for (const dimensionCount of [2, 4, 6]) {
    for (const binCount of [20, 200, 2000]) {
      show(
        print,
        `${dimensionCount} resources, ${binCount} bins`,
        cutBins(binCount, 6, dimensionCount, 1),
        1,
      );
    }
  }
}

/** The same fleets of 300 machines solved to the end by the engine and by a solver of integer programs. */
async function againstHighs(print: Print) {
  print('300 machines of 4 resources, ten fleets, proven optimal by the engine and by HiGHS');
  await solveWithHighs(balancedMachines(10, 1), 2, 10);
  for (let seed = 1; seed <= 10; seed++) {
    const problem = balancedMachines(300, seed);
    const elapsed = stopwatch();
    const outcome = pack(problem, { seed: 1, effort: 1 });
    const own = elapsed();
    if (outcome.kind !== 'packed') throw new Error('Not packed.');
    const { packing, bound } = outcome;
    const elapsedThere = stopwatch();
    const answer = await solveWithHighs(problem, packing.binCount + 1, 300);
    const there = answer.kind === 'optimal' ? `${answer.cost} bins` : answer.kind;
    print(
      `  fleet ${seed}: ${packing.binCount} bins, bound ${bound.bins}, ${own}; HiGHS ${there}, ${elapsedThere()}`,
    );
  }
}

/** Two resources in the manner of Caprara and Toth (2001), five instances a class and size. */
function classes(print: Print) {
  print('classes of Caprara and Toth, 5 instances of 25, 50, 100 and 200 items each, effort 1');
  const gaps: number[] = [];
  for (let kind = 1; kind <= 8; kind++) {
    const elapsed = stopwatch();
    const own = [25, 50, 100, 200].flatMap((count) =>
      [1, 2, 3, 4, 5].map((seed) => gapOf(classProblem(kind, count, 1000 * seed + count))),
    );
    gaps.push(...own);
    const proven = own.filter((gap) => gap === 0).length;
    print(
      `  class ${kind}: mean gap ${percent(own)} %, ${proven} of 20 proven optimal, ${elapsed()}`,
    );
  }
  print(`  all: mean gap ${percent(gaps)} %`);
}

function gapOf(problem: PackingProblem): number {
  const outcome = pack(problem, { seed: 1, effort: 1 });
  if (outcome.kind !== 'packed') throw new Error('Not packed.');
  const { packing, bound } = outcome;
  if (faultsOf(problem, packing).length > 0) throw new Error('A class instance is faulty.');
  return packing.binCount / bound.bins - 1;
}

const percent = (ratios: readonly number[]) =>
  ((100 * ratios.reduce((sum, own) => sum + own, 0)) / ratios.length).toFixed(2);

/** Weeks (or months) of the Bitbrains machines of the sample, drawn with replacement, shifted and scaled. */
function resampledProfiles(itemCount: number, slotCount: number): PackingProblem {
  const archive = unzipSync(readFileSync('public/samples/bitbrains-2013-8.zip'));
  const names = ['cpu_mhz_mean', 'mem_used_mb_mean', 'disk_kbps_mean', 'net_kbps_mean'];
  const tables = names.map((name) =>
    rowsOf(strFromU8(archive[`hourly-2013-8-${name}.csv`] as Uint8Array)),
  );
  const random = seeded(7);
  const dimensionCount = names.length * slotCount;
  const demand = new Float64Array(itemCount * dimensionCount);
  const capacity = [40_000, 256 * 1024, 40_000, 40_000];
  for (let item = 0; item < itemCount; item++) {
    const machine = wholeBelow(random, (tables[0] as Float64Array[]).length);
    const shift = 24 * wholeBelow(random, 30);
    const factor = 0.5 + random();
    for (const [resource, table] of tables.entries()) {
      const profile = table[machine] as Float64Array;
      const most = 0.9 * (capacity[resource] as number);
      for (let slot = 0; slot < slotCount; slot++) {
        const value = factor * (profile[(slot + shift) % profile.length] as number);
        demand[item * dimensionCount + resource * slotCount + slot] = Math.min(most, value);
      }
    }
  }
  return {
    itemCount,
    dimensionCount,
    demand,
    resourceOf: Int32Array.from({ length: dimensionCount }, (_, d) => Math.floor(d / slotCount)),
    binTypes: [binType(capacity.flatMap((own) => new Array<number>(slotCount).fill(own)))],
    apart: [],
    together: [],
    typeOnly: null,
  };
}

/** The figures of a table with one machine a line; gaps count as 0. */
const rowsOf = (text: string): Float64Array[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Float64Array.from(line.split(',').slice(1), (cell) => Number(cell) || 0));
