import type { Language } from '~/scenario/catalogue.ts';

/** The fixed words of the tables on today's products, in both languages. */
const en = {
  matrix: 'Today’s products by criterion',
  criterion: 'Criterion',
  product: 'Product',
  vendor: 'Vendor',
  verdict: 'Verdict',
  statement: 'What sources say',
  question: 'Question',
  groups: {
    deploy: 'Creating and moving machines',
    protect: 'Backup and failures',
    operate: 'Operation',
    limits: 'Limits and overcommitment',
    devices: 'Devices and security',
    system: 'The whole system',
  },
  group: 'Group',
  verdicts: {
    meets: { sign: '●', name: 'has it' },
    partly: { sign: '◐', name: 'partly' },
    lacks: { sign: '○', name: 'lacks it' },
    stated: { sign: '…', name: 'stated' },
    unknown: { sign: '?', name: 'unknown' },
  },
  legend: 'Signs',
  known: (known: number, of: number) => `${known} of ${of} known`,
  counted: 'How much is known',
  statements: (product: string) => `What sources say of ${product}`,
  all: 'Every statement, by criterion',
  old: (years: number) => (years === 1 ? 'a year old or more' : `${years} years old or more`),
  report: 'In the report',
  now: 'Today',
  changes: 'The report’s items and what became of them',
  new: 'not in the report',
  has: (count: number, of: number) => `${count} of ${of} products have it`,
};

export type CurrentWords = typeof en;

const ja: CurrentWords = {
  matrix: '今日の製品と評価項目',
  criterion: '項目',
  product: '製品',
  vendor: '提供元',
  verdict: '判定',
  statement: '出典の述べるところ',
  question: '知りたいこと',
  groups: {
    deploy: '仮想マシンの作成と移行',
    protect: 'バックアップと障害',
    operate: '運用',
    limits: '上限と過剰割り当て',
    devices: 'デバイスとセキュリティー',
    system: 'システム全体',
  },
  group: '分類',
  verdicts: {
    meets: { sign: '●', name: 'あり' },
    partly: { sign: '◐', name: '一部' },
    lacks: { sign: '○', name: 'なし' },
    stated: { sign: '…', name: '記述のみ' },
    unknown: { sign: '?', name: '未確認' },
  },
  legend: '記号',
  known: (known, of) => `${of} 項目中 ${known} 項目を確認`,
  counted: '確認できた項目の数',
  statements: (product) => `${product} について出典の述べるところ`,
  all: '記述の一覧（項目順）',
  old: (years) => `${years} 年以上前`,
  report: '報告書では',
  now: '今日',
  changes: '報告書の項目と、その後',
  new: '報告書にない項目',
  has: (count, of) => `${of} 製品中 ${count} 製品にあり`,
};

export const currentWords: Readonly<Record<Language, CurrentWords>> = { en, ja };
