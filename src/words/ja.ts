import { formatFor } from './format.ts';
import { answerWords } from './ja/answer.ts';
import { importWords } from './ja/import.ts';
import { settingWords } from './ja/settings.ts';
import { toolWords } from './ja/tool.ts';
import type { Words } from './words.ts';

export const ja: Words = {
  format: formatFor('ja'),
  import: importWords,
  answer: answerWords,
  settings: settingWords,
  tool: toolWords,
};
