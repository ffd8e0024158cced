import { formatFor } from './format.ts';
import { answerWords } from './ja/answer.ts';
import { importWords } from './ja/import.ts';
import type { Words } from './words.ts';

export const ja: Words = {
  format: formatFor('ja'),
  import: importWords,
  answer: answerWords,
};
