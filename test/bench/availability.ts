import { closedForm } from '../../src/model/availability/closed-form.ts';
import { modelOf } from '../../src/model/availability/prepare.ts';
import { simulateRuns } from '../../src/model/availability/runs.ts';
import { defaultAvailability } from '../../src/scenario/availability-defaults.ts';
import { createCluster } from './_clusters.ts';

/** Ten thousand years of 32 hosts and 800 VMs, in one thread. */
export async function bench(print: (line: string) => void): Promise<void> {
  const { question, placed } = createCluster({ hosts: 32, vms: 800, hours: 168, load: 0.9 });
  for (const [title, policy] of [
    ['hosts alone', defaultAvailability],
    [
      'cards, storage and crashes too',
      {
        ...defaultAvailability,
        card: { perHost: 2, mtbfHours: 400_000, mttrHours: 6 },
        shared: [{ name: 'storage', count: 2, needed: 1, mtbfHours: 50_000, mttrHours: 6 }],
        vm: { crashesPerYear: 0.2, downSeconds: 600 },
      },
    ],
  ] as const) {
    const model = modelOf(question, placed, policy, []);
    const cpu = process.cpuUsage();
    const started = performance.now();
    const { figures } = simulateRuns(model, { seed: 1, years: 10, from: 0, to: 1000 });
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - started) / 1000;
    let hours = 0;
    for (let run = 0; run < 1000; run++) hours += (figures[run * 10] ?? 0) / 3600 / 10 / 1000;
    print(
      `10,000 years of 32 hosts × 800 VMs, ${title}: ${seconds.toFixed(2)} s, CPU ` +
        `${((user + system) / 1e6).toFixed(2)} s (budget 10 s); ${hours.toFixed(4)} h down a year, ` +
        `closed form ${closedForm(model).meanDownHours.toFixed(4)}`,
    );
  }
}
