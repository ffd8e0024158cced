import type { Availability } from '../model/availability/answer.ts';
import { shardsOf, summarize } from '../model/availability/summary.ts';
import type { Scenario } from '../model/scenario.ts';
import type { OnProgress, Planner } from './planner.ts';
import type { PlannerPool } from './pool.ts';

/**
 * Simulates years of failures in all threads of a pool. The cluster is made ready once, its runs are dealt out; a run
 * depends on the seed and its number alone, so the answer is the same for any number of threads.
 *
 * @param prepare asks the planner that has the fleet
 */
export async function estimateAvailability(
  signal: AbortSignal,
  scenario: Scenario,
  {
    prepare,
    pool,
    onProgress,
  }: {
    readonly prepare: (
      question: (planner: Planner) => ReturnType<Planner['prepareAvailability']>,
    ) => ReturnType<Planner['prepareAvailability']>;
    readonly pool: PlannerPool;
    readonly onProgress: OnProgress | null;
  },
): Promise<Availability> {
  const prepared = await prepare((planner) => planner.prepareAvailability(scenario, onProgress));
  if (prepared.kind === 'impossible') return prepared;
  const figures = await pool.run(signal, {
    jobs: shardsOf(prepared, scenario),
    ask: (planner, { model, question }, tell) => planner.simulateRuns(model, question, tell),
    onProgress: onProgress && (({ doneRatio }) => onProgress({ step: 'simulating', doneRatio })),
  });
  return summarize(prepared, scenario, figures);
}
