import type { ConsolidationPlan } from '~/model/consolidation/answer.ts';
import { publicConsolidation } from '~/model/consolidation/public-answer.ts';
import type { Words } from '~/words/words.ts';
import { downloadText } from '../parts/download.ts';
import type { Answered } from '../store/answering.ts';
import { assignmentCsv } from './assignment.ts';

/** Hands over which machine goes to which host. */
export function saveAssignment(words: Words, answered: Answered, plan: ConsolidationPlan) {
  downloadText('assignment.csv', 'text/csv', assignmentCsv(words, answered, plan));
}

/** Hands over the answer as the command line gives it. */
export function saveAnswer({ fleet, scenario, answer }: Answered) {
  const document = publicConsolidation(fleet, scenario, answer);
  downloadText('answer.json', 'application/json', JSON.stringify(document));
}
