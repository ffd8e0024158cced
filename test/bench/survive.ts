import { surviveSteps } from '../../src/model/survival/survive.ts';
import { createCluster } from './_clusters.ts';

/** Every pair of 16 hosts in every hour of a week, with room to spare, tight and hopeless. Peer: 10.4 s. */
export async function bench(print: (line: string) => void): Promise<void> {
  for (const [title, load] of [
    ['room for two', 0.6],
    ['room for about two', 0.84],
    ['room for one', 0.9],
  ] as const) {
    const { question, placed } = createCluster({ hosts: 16, vms: 400, hours: 168, load });
    const times = [];
    let failed = 0;
    for (let turn = 0; turn < 3; turn++) {
      const started = process.cpuUsage();
      const steps = surviveSteps({ question, placed, failures: 2, racks: null });
      let step = steps.next();
      while (!step.done) step = steps.next();
      const { user, system } = process.cpuUsage(started);
      times.push((user + system) / 1000);
      failed = step.value.levels[1]?.failedCases ?? 0;
    }
    const seconds = Math.min(...times) / 1000;
    print(
      `16 hosts × 400 VMs × 168 h, every single and pair, ${title}: ${seconds.toFixed(2)} s ` +
        `(${failed} of 20,160 fail; budget 1 s, peer 10.4 s: ${(10.4 / seconds).toFixed(0)} times as fast)`,
    );
  }
}
