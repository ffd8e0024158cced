import { Worker } from 'node:worker_threads';
import { consolidate } from '../../src/model/consolidation/consolidate.ts';
import type { Fleet } from '../../src/model/fleet/fleet.ts';
import { seeded } from '../../src/model/random.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';

/** The first answer while a slider moves, and the round trip of a fleet and a plan through a thread. */
export async function bench(print: (line: string) => void): Promise<void> {
  for (const count of [1000, 10_000]) {
    const fleet = randomFleet(count);
    for (const [title, scenario] of scenarios) {
      const times = Array.from({ length: 5 }, () => timed(() => consolidate(fleet, scenario)));
      const { milliseconds, answer } = times.reduce((a, b) =>
        b.milliseconds < a.milliseconds ? b : a,
      );
      const found =
        answer.kind === 'planned'
          ? `${answer.hosts} hosts, bound ${answer.lowerBound}`
          : answer.kind;
      print(`${count} VMs, ${title}: ${milliseconds.toFixed(0)} ms (${found})`);
    }
  }
  print(`thread round trip, 1,000 VMs × 24 h: ${(await roundTrip()).toFixed(1)} ms (budget 50 ms)`);
}

const first: Scenario = { ...defaultScenario, effort: 0 };
const scenarios: readonly (readonly [string, Scenario])[] = [
  ['peaks, first answer', { ...first, demand: { ...first.demand, kind: 'peak' } }],
  ['24 hours, first answer', first],
  ['24 hours, effort 1', defaultScenario],
];

function timed<Answer>(work: () => Answer) {
  const started = performance.now();
  const answer = work();
  return { milliseconds: performance.now() - started, answer };
}

/** A seeded fleet with a daily profile: half of it busy by day, half by night. */
function randomFleet(count: number): Fleet {
  const random = seeded(42);
  return fleetOf(
    Array.from({ length: count }, (_, row) => {
      const vcpus = 2 ** Math.floor(random() * 4);
      const peakHour = row % 2 === 0 ? 14 : 2;
      const cpu = Array.from({ length: 24 }, (_, hour) => {
        const distance = Math.min(Math.abs(hour - peakHour), 24 - Math.abs(hour - peakHour));
        return vcpus * 2400 * (0.05 + 0.3 * random() * Math.max(0, 1 - distance / 8));
      });
      return {
        vcpus,
        cpuProvisionedMhz: vcpus * 2400,
        memoryGib: vcpus * 2 ** (1 + Math.floor(random() * 3)),
        diskGib: 20 + 400 * random(),
        profile: { cpu },
      };
    }),
  );
}

/** Sends a fleet's columns to a thread and an answer's size of columns back, as the browser's worker does. */
async function roundTrip(): Promise<number> {
  const fleet = randomFleet(1000);
  const worker = new Worker(
    'const { parentPort } = require("node:worker_threads"); parentPort.on("message", (m) => parentPort.postMessage(m));',
    { eval: true },
  );
  const trip = () =>
    new Promise<void>((resolve) => {
      worker.once('message', () => resolve());
      worker.postMessage(fleet);
    });
  await trip();
  const started = performance.now();
  await trip();
  const milliseconds = performance.now() - started;
  await worker.terminate();
  return milliseconds;
}
