import { consolidate } from '../../src/model/consolidation/consolidate.ts';
import { buildQuestion } from '../../src/model/consolidation/question.ts';
import type { Fleet } from '../../src/model/fleet/fleet.ts';
import { performPlanSteps } from '../../src/model/performance/perform.ts';
import { fitUsl } from '../../src/model/performance/usl-fit.ts';
import { seeded } from '../../src/model/random.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';

/** What the performance of a plan's hosts adds to the plan, and a fit. */
export async function bench(print: (line: string) => void): Promise<void> {
  for (const [count, slotCount] of [
    [1000, 24],
    [10_000, 24],
    [500, 744],
  ] as const) {
    const fleet = randomFleet(count, slotCount);
    const plan = consolidate(fleet, scenario);
    if (plan.kind !== 'planned') throw new Error('impossible');
    const question = buildQuestion(fleet, scenario);
    const milliseconds = best(() => {
      const steps = performPlanSteps(question, plan);
      while (!steps.next(false).done);
    });
    const cells = plan.hosts * question.axis.slotCount;
    print(
      `${count} VMs on ${plan.hosts} hosts × ${question.axis.slotCount} slots: ${milliseconds.toFixed(1)} ms` +
        ` (${Math.round(cells / milliseconds)} host-slots a ms; a slider has 50 ms)`,
    );
  }
  const rows = [1, 2, 4, 8, 16, 32].map((vms) => ({
    path: 'cpu' as const,
    vms,
    throughput: (1000 * vms) / (1 + 0.05 * (vms - 1) + 0.001 * vms * (vms - 1)) + (vms % 3),
    physical: 1100,
  }));
  print(`a fit of six loads: ${best(() => fitUsl(rows, null)).toFixed(2)} ms`);
}

const scenario: Scenario = {
  ...defaultScenario,
  effort: 0,
  demand: { ...defaultScenario.demand, slots: 'all' },
};

function best(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** A seeded fleet, half of it busy by day, half by night. */
function randomFleet(count: number, slotCount: number): Fleet {
  const random = seeded(42);
  return fleetOf(
    Array.from({ length: count }, (_, row) => {
      const vcpus = 2 ** Math.floor(random() * 4);
      const peakHour = row % 2 === 0 ? 14 : 2;
      const cpu = Array.from({ length: slotCount }, (__, slot) => {
        const away = Math.abs((slot % 24) - peakHour);
        const distance = Math.min(away, 24 - away);
        return vcpus * 2400 * (0.05 + 0.3 * random() * Math.max(0, 1 - distance / 8));
      });
      return {
        vcpus,
        cpuProvisionedMhz: vcpus * 2400,
        memoryGib: 4 * vcpus,
        profile: { cpu },
      };
    }),
  );
}
