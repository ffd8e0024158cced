import type {
  ImportFormat,
  ImportProblem,
  ImportWarning,
  Place,
  ProblemKind,
  TableField,
} from '../../import/outcome.ts';
import type { LabelName, PowerState } from '../../model/fleet/fleet.ts';
import type { importWords as english } from '../en/import.ts';
import { formatFor } from '../format.ts';
import type { SentencesByKind } from '../sentences.ts';

const { count } = formatFor('ja');

const quoted = (value: string | null) => (value === null ? '値' : `「${value}」`);
const inSheet = (sheet: string | null) => (sheet === null ? '' : `${sheet} シートの `);
const suchAs = (examples: readonly string[]) =>
  examples.length === 0 ? '' : `（${examples.map((name) => `「${name}」`).join('、')} など）`;

const problemReason: Readonly<Record<ProblemKind, (problem: ImportProblem) => string>> = {
  'not-a-number': ({ value }) =>
    `${quoted(value)}は数値ではありません。4 や 1,234.5 のような数値が必要です。`,
  negative: ({ value }) => `${quoted(value)}は負の値です。0 以上の値が必要です。`,
  'too-big': ({ value }) =>
    `${quoted(value)}は実在する機器の値として大きすぎます。単位をご確認ください。`,
  'no-name': () => '名前がありません。どの行にも名前が必要です。',
  'not-whole': ({ value }) => `${quoted(value)}は整数ではありません。4 のような個数が必要です。`,
  'wrong-column-count': ({ value }) =>
    `セルの数が見出し行と一致しません${value === null ? '' : `（${value}）`}。`,
  'unknown-workload': ({ value }) =>
    `${quoted(value)}はどの一覧にも載っていないため、この行は使いませんでした。`,
  'bad-time': ({ value }) =>
    `${quoted(value)}は時刻として読めません。Unix 秒、または 2013-08-12 14:00 のような日時が必要です。`,
  'empty-file': () => 'ファイルが空です。',
  'unknown-format': () =>
    '対応していない形式です。RVTools（.xlsx、または CSV をまとめた .zip）、Bitbrains のトレース、時間別プロファイル、CSV、TSV を読み込めます。',
  'damaged-zip': () =>
    'ファイルが壊れているか、途中で切れています。もう一度エクスポートまたはダウンロードしてください。',
  'zip-too-large': () =>
    '展開後のサイズが上限を超えます。ファイルを分けるか、出力するシートを減らしてください。',
  'missing-sheet': ({ value }) => `必須の${quoted(value)}シートがありません。`,
  'missing-column': ({ value }) => `必須の${quoted(value)}列がありません。`,
  'damaged-sheet': () => 'シートを読み取れません。表計算ソフトで開いて保存し直してください。',
  'not-text': () => 'UTF-8、UTF-16、Shift_JIS のいずれのテキストでもありません。',
  'no-workloads': () => '対象となるサーバーや VM が 1 台も見つかりませんでした。',
  'too-many-rows': ({ value }) =>
    `行数が上限を超えています${value === null ? '' : `（${value}）`}。`,
  'password-protected': () =>
    'パスワードで保護されています。パスワードを外して保存し直してください。',
};

const place = ({ file, sheet, row, column }: Place) =>
  [
    file,
    ...(sheet === null ? [] : [`${sheet} シート`]),
    ...(row === null ? [] : [`${row} 行目`]),
    ...(column === null ? [] : [`${column} 列`]),
  ].join(' ');

const warning: SentencesByKind<ImportWarning> = {
  'duplicate-names': (w) =>
    `同じ名前が ${count(w.count)} 件あります${suchAs(w.examples)}。2 つ目以降には番号を付けました。`,
  'missing-sheet': (w) => `${w.sheet} シートがないため、その値は不明として扱います。`,
  'missing-column': (w) =>
    `${inSheet(w.sheet)}${w.column} 列がないため、その値は不明として扱います。`,
  'sheets-disagree': (w) =>
    `${w.sheet} シートと主となる一覧とで値の異なる VM が ${count(w.count)} 台あります${suchAs(w.examples)}。一覧の値を使います。`,
  'value-dropped': (w) =>
    `使えない値が ${count(w.count)} 件ありました。行は残し、その値だけを不明として扱います。`,
  'rows-out-of-order': (w) => `時刻順になっていない行が ${count(w.count)} 行あり、並べ替えました。`,
  'time-gaps': (w) =>
    `時系列に ${count(w.count)} 箇所の欠測があります。その時間帯は不明として扱います。`,
  'above-capacity': (w) =>
    `割り当てを超える使用量が ${count(w.count)} 件あります。実測値のまま使います。`,
  'zero-cores': (w) =>
    `コア数が 0 の測定値が ${count(w.count)} 件あります。同じ機器の最大のコア数を使います。`,
  'unknown-column': (w) => `${inSheet(w.sheet)}${w.column} 列は使いませんでした。`,
  'decoded-as': (w) => `文字コードを ${w.encoding} として読み込みました。`,
  'formula-cells': (w) =>
    `数式の入ったセルが ${count(w.count)} 個あります。保存済みの計算結果を使い、再計算はしていません。`,
};

const format: Readonly<Record<ImportFormat, string>> = {
  'rvtools-xlsx': 'RVTools のブック',
  'rvtools-csv': 'RVTools の CSV 一式',
  bitbrains: 'Bitbrains（GWA-T-12）のトレース',
  'bitbrains-inventory': 'Bitbrains の一覧',
  'hourly-profile': '時間別プロファイル',
  table: '表',
};

const field: Readonly<Record<TableField, string>> = {
  name: '名前',
  vcpuCount: 'vCPU 数・コア数',
  cpuProvisionedMhz: 'CPU 割り当て',
  cpuMeanMhz: 'CPU 使用量（平均）',
  cpuP95Mhz: 'CPU 使用量（95 パーセンタイル）',
  cpuMaxMhz: 'CPU 使用量（最大）',
  cpuMeanPercent: 'CPU 使用率（平均 %）',
  cpuMaxPercent: 'CPU 使用率（最大 %）',
  memoryConfigured: 'メモリー割り当て',
  memoryMean: 'アクティブメモリー（平均）',
  memoryP95: 'アクティブメモリー（95 パーセンタイル）',
  memoryMax: 'アクティブメモリー（最大）',
  diskProvisioned: 'ディスク割り当て',
  diskUsed: 'ディスク使用量',
  diskIops: 'ディスク IOPS',
  diskThroughputMean: 'ディスク転送量（平均）',
  diskThroughputMax: 'ディスク転送量（最大）',
  networkMean: 'ネットワーク転送量（平均）',
  networkMax: 'ネットワーク転送量（最大）',
  powerState: '電源状態',
  isTemplate: 'テンプレート',
  os: 'OS',
  host: '現在のホスト',
  cluster: 'クラスター',
  datacenter: 'データセンター',
  folder: 'フォルダー',
  application: 'アプリケーション',
  environment: '環境',
  affinityGroup: '同居グループ',
  antiAffinityGroup: '分離グループ',
  ignore: '使わない',
};

const powerState: Readonly<Record<PowerState, string>> = {
  on: 'オン',
  off: 'オフ',
  suspended: '中断',
  unknown: '不明',
};

const label: Readonly<Record<LabelName, string>> = {
  os: 'OS',
  host: '現在のホスト',
  cluster: 'クラスター',
  datacenter: 'データセンター',
  folder: 'フォルダー',
  application: 'アプリケーション',
  environment: '環境',
  affinityGroup: '同居',
  antiAffinityGroup: '分離',
};

export const importWords: typeof english = {
  place,
  problemReason: (problem: ImportProblem) => problemReason[problem.kind](problem),
  problem: (problem: ImportProblem) => `${place(problem)}: ${problemReason[problem.kind](problem)}`,
  warning,
  format,
  field,
  powerState,
  label,
};
