import * as Comlink from 'comlink';
import type { Consolidation } from '../model/consolidation/answer.ts';
import { createLocalPlanner } from './local-planner.ts';
import type { Planner } from './planner.ts';

const planner = createLocalPlanner();

/** The planner behind the thread's door: large columns are moved, not copied. */
const door: Planner = {
  ...planner,
  async consolidate(scenario, onProgress) {
    const answer = await planner.consolidate(scenario, onProgress);
    return Comlink.transfer(answer, columnsOf(answer));
  },
};

function columnsOf(answer: Consolidation): Transferable[] {
  if (answer.kind === 'impossible') return [];
  return [
    answer.hostOf.buffer,
    answer.hostTypeIndex.buffer,
    ...Object.values(answer.utilization).map(({ ratio }) => ratio.buffer),
    ...Object.values(answer.totals).map(({ demand }) => demand.buffer),
  ];
}

Comlink.expose(door);
