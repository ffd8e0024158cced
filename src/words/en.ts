import { answerWords } from './en/answer.ts';
import { importWords } from './en/import.ts';
import { settingWords } from './en/settings.ts';
import { toolWords } from './en/tool.ts';
import { formatFor } from './format.ts';

export const en = {
  format: formatFor('en'),
  import: importWords,
  answer: answerWords,
  settings: settingWords,
  tool: toolWords,
};
