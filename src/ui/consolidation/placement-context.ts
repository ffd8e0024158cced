import { item } from '~/model/columns.ts';
import type { PlacementContext } from '~/words/placement.ts';
import type { Words } from '~/words/words.ts';
import type { Answered } from '../store/answering.ts';
import { contextOf } from './answer-context.ts';

export function placementContext(words: Words, answered: Answered): PlacementContext {
  const context = contextOf(answered);
  return {
    resource: (resource, slot) => words.answer.resourceAt(resource, slot, context),
    amount: words.format.amount,
    name: (row) => item(answered.fleet.names, row),
    boundBy: (by) => words.answer.boundBy[by],
  };
}
