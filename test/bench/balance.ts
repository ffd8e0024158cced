import { readFileSync } from 'node:fs';
import { balanceSteps } from '../../src/model/balancing/balance.ts';
import { type ClusterCache, clusterSteps } from '../../src/model/cluster/cluster.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { createLocalPlanner } from '../../src/worker/local-planner.ts';

/** The number to beat: a month of 500 real machines through four rule sets. */
const budgetSeconds = 5;

function finish<Answer>(steps: Generator<unknown, Answer, boolean>): Answer {
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

/** Dynamic placement of the Bitbrains fleet (500 VMs, a month of hours), planned first and run then. */
export async function bench(print: (line: string) => void): Promise<void> {
  const data = new Uint8Array(readFileSync('public/samples/bitbrains-2013-8.zip'));
  const outcome = await createLocalPlanner().importFiles(
    [{ name: 'bitbrains-2013-8.zip', data }],
    null,
    null,
  );
  if (outcome.kind !== 'imported') throw new Error('the sample was not read');
  const { fleet } = outcome;
  for (const [title, scenario] of scenarios) {
    const cache: ClusterCache = { last: null };
    const planned = timed(() => finish(clusterSteps(fleet, scenario, cache)));
    const { answer, seconds } = timed(() => finish(balanceSteps(fleet, scenario, null, cache)));
    if (answer.kind !== 'balanced') throw new Error(answer.kind);
    const ratio = budgetSeconds / seconds;
    print(
      `${title}: ${fleet.count} VMs × ${answer.slotCount} h on ${answer.hostNames.length} hosts, four rule sets and none: ` +
        `${seconds.toFixed(2)} s (${ratio.toFixed(1)} × faster than ${budgetSeconds} s); the plan before: ${planned.seconds.toFixed(2)} s`,
    );
    for (const { policy, migrations, overThresholdMinutes, imbalance } of answer.runs) {
      print(
        `  ${policy}: ${migrations.length} moves, ${overThresholdMinutes.toFixed(0)} min over, imbalance ${(imbalance * 100).toFixed(2)} %`,
      );
    }
  }
}

const tight: Scenario = {
  ...defaultScenario,
  failure: { ...defaultScenario.failure, tolerate: 0 },
  capacity: {
    ...defaultScenario.capacity,
    targetRatio: { ...defaultScenario.capacity.targetRatio, cpu: 0.95 },
  },
};
const scenarios: readonly (readonly [string, Scenario])[] = [
  ['as planned (N+1)', defaultScenario],
  ['tight (N, CPU to 95 %)', tight],
];

function timed<Answer>(work: () => Answer) {
  const started = performance.now();
  const answer = work();
  return { answer, seconds: (performance.now() - started) / 1000 };
}
