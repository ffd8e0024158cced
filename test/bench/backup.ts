import {
  type Job,
  type ScheduleLimits,
  schedule,
  scheduleBound,
} from '../../src/model/backup/schedule.ts';
import { type Random, seeded, wholeBelow } from '../../src/model/random.ts';

/** Nobody else's figure is known; the house's own aim. */
const aimSeconds = 2;

/** Schedules of a night: machines of 20 to 400 GiB, 3 % changed, on hosts of about 30. */
export async function bench(print: (line: string) => void) {
  for (const count of [1_000, 10_000]) {
    for (const kind of ['streams', 'shared'] as const) {
      const hosts = Math.ceil(count / 30);
      const jobs = jobsOf(count, hosts, seeded(count));
      const limits = limitsOf(hosts, kind);
      const used = process.cpuUsage();
      const start = performance.now();
      const { seconds, pieces } = schedule(jobs, limits);
      const wall = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(used);
      const bound = scheduleBound(jobs, limits);
      const cpu = (user + system) / 1e6;
      print(
        `  ${count} machines, ${limits.streams} streams, bound by ${bound.by}: ${wall.toFixed(2)} s (CPU ${cpu.toFixed(2)} s), ` +
          `${pieces.length} pieces, ${(seconds / bound.seconds).toFixed(4)} × the bound` +
          (count === 10_000 ? `; aim ${aimSeconds} s, ratio ${(cpu / aimSeconds).toFixed(2)}` : ''),
      );
    }
  }
}

const jobsOf = (count: number, hosts: number, random: Random): readonly Job[] =>
  Array.from({ length: count }, (_, machine) => ({
    machine,
    host: wholeBelow(random, hosts),
    mib: (20 + 380 * random()) * 1024 * 0.03,
    most: 25,
    weights: [1, 1, 0.5],
  }));

const limitsOf = (hosts: number, kind: 'streams' | 'shared'): ScheduleLimits => ({
  streams: 256,
  tasksPerHost: 4,
  hostMibPerSecond: 80,
  shared: [
    { id: 'storage', mibPerSecond: 20_000 },
    { id: 'lan', mibPerSecond: kind === 'shared' ? Math.min(4000, hosts * 20) : 50_000 },
    { id: 'repository', mibPerSecond: 10_000 },
  ],
});
