import type { Confidence, Language } from '~/scenario/catalogue.ts';

/** The few fixed words of the MDX components. */
interface MdxWords {
  readonly asText: string;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly confidenceLabel: string;
  readonly asOf: string;
  readonly printed: string;
  readonly formula: string;
  readonly inputs: string;
  readonly result: string;
  readonly gap: string;
  readonly note: string;
  readonly warning: string;
}

const en: MdxWords = {
  asText: 'Read this figure as text',
  confidence: { high: 'high', medium: 'medium', assumption: 'assumption of this site' },
  confidenceLabel: 'confidence',
  asOf: 'as of',
  printed: 'in print',
  formula: 'Formula',
  inputs: 'With',
  result: 'Result',
  gap: 'gap',
  note: 'Note',
  warning: 'Caution',
};

const ja: MdxWords = {
  asText: 'この図を文章で読む',
  confidence: { high: '高', medium: '中', assumption: '本サイトの仮定' },
  confidenceLabel: '確度',
  asOf: '時点',
  printed: '印刷物',
  formula: '式',
  inputs: '入力',
  result: '結果',
  gap: '欠測',
  note: '補足',
  warning: '注意',
};

export const mdxWords: Readonly<Record<Language, MdxWords>> = { en, ja };
