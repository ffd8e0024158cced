import type { CostAnswer } from '~/model/cost/answer.ts';
import type { CostPageWords } from '~/words/cost.ts';
import type { CostToolCatalogue } from './parts.ts';

export interface AnswerProps {
  readonly own: CostPageWords;
  readonly catalogue: CostToolCatalogue;
  readonly answer: CostAnswer;
}

/** Staying and the options with their names, in the order of the columns. */
export const columnsOf = (own: CostPageWords, { stay, options }: CostAnswer) => [
  { option: stay, name: own.cost.stay },
  ...options.map((option, index) => ({
    option,
    name: own.cost.optionName(option.name, index + 1),
  })),
];
