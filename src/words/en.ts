import { answerWords } from './en/answer.ts';
import { importWords } from './en/import.ts';
import { formatFor } from './format.ts';

export const en = {
  format: formatFor('en'),
  import: importWords,
  answer: answerWords,
};
