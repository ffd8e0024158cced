import type { Core } from './core.ts';
import { finish } from './finish.ts';
import { greedy } from './greedy.ts';
import { decreasing, measured, scarcity } from './order.ts';
import { prepare } from './prepare.ts';
import type { Packing, PackingProblem } from './problem.ts';

/**
 * First fit, as a plain planner would: every item in the order of the list goes to the first bin with room. Here only
 * to compare with; it respects all constraints. Null where an item found no place.
 */
export const firstFit = (problem: PackingProblem): Packing | null =>
  firstFitIn(problem, ({ pieceCount }) => Int32Array.from({ length: pieceCount }, (_, n) => n));

/** First fit with the largest items first (by the sum of their shares of all dimensions). Null where one found no place. */
export const firstFitDecreasing = (problem: PackingProblem): Packing | null =>
  firstFitIn(problem, (core) => decreasing(core, measured(core, 'sum', scarcity(core))));

function firstFitIn(problem: PackingProblem, orderOf: (core: Core) => Int32Array): Packing | null {
  const prepared = prepare(problem);
  if (prepared.kind === 'impossible') return null;
  const { core } = prepared;
  const rule = { choice: 'first', weight: scarcity(core), work: { done: 0 } } as const;
  const { bins, unplaced } = greedy(core, orderOf(core), rule);
  return unplaced.length === 0 && finish(bins) ? bins.toPacking() : null;
}
