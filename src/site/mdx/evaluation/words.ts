import type { Language } from '~/scenario/catalogue.ts';

/** The fixed words of the evaluation's tables and figures, in both languages. */
const en = {
  figure: (numbers: readonly number[]) =>
    numbers.length === 0
      ? 'Drawn by this site.'
      : `Drawn anew after figure ${numbers.join(' and ')} of the report.`,
  download: 'Download:',
  downloadOf: (format: string, caption: string) => `${format} of: ${caption}`,
  filter: 'Filter the rows',
  sortBy: 'Sort by',
  none: 'No row holds this text.',
  source: 'Source',
  criteria: {
    captions: {
      1: 'Table 1: operations management',
      2: 'Table 2: performance',
      3: 'Table 3: the whole system',
    },
    group: 'Group',
    item: 'Item',
    question: 'What we wanted to know',
  },
  products: { caption: 'The five products', number: 'No.', product: 'Product and version' },
  backup: {
    caption: 'Table 4: five ways to back up',
    method: 'Method',
    kind: 'Kind',
    kinds: {
      conventional: 'conventional',
      offline: 'virtualization, machine off',
      online: 'virtualization, machine on',
    },
    unit: 'One backup holds',
    online: 'While running?',
    yes: 'yes',
    no: 'no',
    merits: 'For',
    drawbacks: 'Against',
    limits: 'Limits',
  },
  placement: {
    caption: 'Table 5: how three products decide a move',
    product: 'Product',
    trigger: 'Trigger',
    machine: 'Machine to move',
    target: 'Target host',
    other: 'Other rules',
  },
  performance: {
    caption: 'Table 6: all printed measurements, %',
    path: 'Resource',
    oneVm: 'One VM against physical',
    fourVms: 'Four at once against one',
    product: (letter: string) => `Product ${letter}`,
  },
  inBetween: {
    caption: 'Throughput of each machine, where one alone has 100',
    path: 'Resource',
    product: 'Product',
    measured: (count: number) => `${count}, measured`,
    model: (count: number) => `${count}, model`,
  },
  share: {
    caption: 'What each of several machines gets of a network that all saturate, %',
    machines: 'Machines',
    cards: (count: number) => (count === 1 ? '1 card' : `${count} cards`),
  },
  copyTime: {
    caption: 'Seconds to copy the memory once, at least',
    memory: 'Memory',
    link: (gigabits: number) => `${gigabits} Gb/s`,
  },
  failures: {
    caption: 'Where it was broken, and what was seen',
    point: 'Failure point',
    carries: 'Depends on it',
    seen: 'What the report saw',
    advice: 'What to do',
  },
  findings: {
    caption: 'Results in a line each',
    area: 'Area',
    verdict: 'What the report found',
    check: 'What to check in your own case',
  },
  knowledge: {
    caption: 'How many statements are known of each product, by criterion',
    criterion: 'Criterion',
    statements: (count: number) => (count === 1 ? '1 statement' : `${count} statements`),
    gap: 'gap',
    allCaption: 'Every statement with its source',
    product: 'Product',
    statement: 'What the source says',
  },
  glossary: { caption: 'Glossary', word: 'Word', other: 'In Japanese', meaning: 'Meaning' },
  references: { caption: 'Everything that the pages cite', title: 'Title', asOf: 'As of' },
};

const ja: typeof en = {
  figure: (numbers) =>
    numbers.length === 0
      ? 'このサイトが描いた図です。'
      : `報告書の図 ${numbers.join('、図 ')} をもとに描き直したものです。`,
  download: 'ダウンロード:',
  downloadOf: (format, caption) => `「${caption}」の ${format}`,
  filter: '行を絞り込む',
  sortBy: '並べ替え',
  none: 'この文字を含む行はありません。',
  source: '出典',
  criteria: {
    captions: {
      1: '表 1: 運用管理機能の検証項目',
      2: '表 2: 性能の検証項目',
      3: '表 3: システム全体の評価基準',
    },
    group: '分野',
    item: '項目',
    question: '知りたかったこと',
  },
  products: { caption: '評価対象の 5 製品', number: '番号', product: '製品と版' },
  backup: {
    caption: '表 4: バックアップの 5 つの方式',
    method: '方式',
    kind: '分類',
    kinds: {
      conventional: '従来型',
      offline: '仮想環境独自、停止して取得',
      online: '仮想環境独自、稼働中に取得',
    },
    unit: '取得単位',
    online: '稼働中',
    yes: '可',
    no: '不可',
    merits: '利点',
    drawbacks: '欠点',
    limits: '制約',
  },
  placement: {
    caption: '表 5: 3 製品の動的再配置の判定基準',
    product: '製品',
    trigger: 'きっかけ',
    machine: '移す仮想マシン',
    target: '移動先のホスト',
    other: 'その他のルール',
  },
  performance: {
    caption: '表 6: 掲載されている測定値のすべて（%）',
    path: '資源',
    oneVm: '1 台、物理との比',
    fourVms: '4 台同時、1 台との比',
    product: (letter) => `製品 ${letter}`,
  },
  inBetween: {
    caption: '1 台だけのときを 100 とした、1 台あたりの性能',
    path: '資源',
    product: '製品',
    measured: (count) => `${count} 台（測定）`,
    model: (count) => `${count} 台（モデル）`,
  },
  share: {
    caption: '全部がネットワークを使い切るときの、1 台あたりの取り分（%）',
    machines: '仮想マシン',
    cards: (count) => `NIC ${count} 枚`,
  },
  copyTime: {
    caption: 'メモリーを 1 回写すのにかかる最短の時間（秒）',
    memory: 'メモリー',
    link: (gigabits) => `${gigabits} Gb/s`,
  },
  failures: {
    caption: '障害を起こした箇所と、見えたこと',
    point: '障害箇所',
    carries: '影響を受けるもの',
    seen: '報告書が見たこと',
    advice: '備え',
  },
  findings: {
    caption: '分野ごとの結果',
    area: '分野',
    verdict: '報告書の結果',
    check: '自社で確かめること',
  },
  knowledge: {
    caption: '製品と評価基準ごとの、分かっている記述の数',
    criterion: '評価基準',
    statements: (count) => `${count} 件`,
    gap: '未確認',
    allCaption: 'すべての記述と出典',
    product: '製品',
    statement: '出典の記述',
  },
  glossary: { caption: '用語集', word: '用語', other: '英語', meaning: '意味' },
  references: { caption: 'このサイトが引用する資料', title: '題名', asOf: '時点' },
};

export const evaluationWords: Readonly<Record<Language, typeof en>> = { en, ja };
