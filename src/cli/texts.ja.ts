import { briefs, paragraphs } from './help.ts';
import type { OwnTexts } from './texts.ts';

const usage = '使い方: npm run -s hostfit --';

const shared = `オプション:
  --lang ja|en       メッセージの言語（省略時はシェルの言語）
  --json             標準出力に JSON 文書を 1 つだけ出力する
  --help             この説明を表示する

終了コード: 0 正常、2 入力の誤り、3 実現不可能、1 プログラムの不具合`;

const fileHelp = `FILE にはファイルを 1 つ以上、またはそれらを収めたフォルダーを指定します。RVTools のエクスポート（.xlsx、または CSV 一式。
zip も可）、Bitbrains/GWA-T-12 のトレース、1 時間ごとのプロファイル、見出し行のある任意の表を読み込めます。`;

const scenarioHelp = `--scenario にはシナリオの一部または全部を書いた JSON ファイルを指定します（形式はサイトの scenario.schema.json を参照）。
書かれていない設定には既定値を使います。{"hostTypes": ["id"], "capacity": {"overhead": "id"}} のように、カタログの項目を指定できます。`;

/** `<=1` → `1 以下` */
const expectation = (expected: string) =>
  expected
    .replace(/^>=(.*)$/, '$1 以上')
    .replace(/^<=(.*)$/, '$1 以下')
    .replace(/^>(.*)$/, '$1 より大きい値')
    .replace(/^<(.*)$/, '$1 より小さい値')
    .replace(/^one of (\d+), such as (.*)$/, '$1 個ある ID のいずれか（近いものは $2）')
    .replace(/^one of ([^,]+)$/, '$1')
    .replace(/^one of (.*)$/, '$1 のいずれか')
    .replace(/^int$/, '整数')
    .replace(/^number$/, '数値');

export const ja: OwnTexts = {
  help: (pages) =>
    paragraphs(
      `${usage} <コマンド> <ファイル> [--scenario s.json] [--lang ja|en] [--json]`,
      `コマンド: ${pages.map(({ brief }) => brief.split(' ')[0]).join('、')}。それぞれの説明は「<コマンド> --help」で表示します。`,
      briefs(pages),
      shared,
    ),
  commandHelp: (page) =>
    paragraphs(
      `${usage} ${page.synopsis} [--lang ja|en] [--json]`,
      page.text,
      page.readsFleet && `${fileHelp}\n${scenarioHelp}`,
      page.more,
      shared,
    ),
  pages: {
    inspect: {
      brief: 'inspect FILE',
      summary: 'ファイルの内容と、対象から外したもの',
      synopsis: 'inspect FILE... [--scenario s.json]',
      text: `ファイルの内容を表示します。--json の出力:
  {format, workloads, hosts, totals:{vcpus, memoryGib, diskGib, cpuUsedMhz}, profile:{slots, slotSeconds}|null,
   excluded:[{name, reason}], skippedCount, skipped:[{file, sheet, row, column, value, reason}], warnings:[...]}`,
      readsFleet: true,
    },
    consolidate: {
      brief: 'consolidate FILE',
      summary: '必要なホスト台数とその証明',
      synopsis: 'consolidate FILE... [--scenario s.json] [--seed n] [--effort x]',
      text: `統合計画を求めます。--json の出力:
  {hosts, hostsByType, lowerBound, gap, ratio, binding:{resource, slot}, tolerates, worstFailure,
   assignment:[{workload, host}], seconds, seed, ...}。実現できないときは {kind:"impossible", reasons:[...]} で終了コード 3。`,
      readsFleet: true,
      more: '--effort は最初の計画を得た後の改善に費やす計算量です（0 で改善なし）。秒数ではないため、同じ入力なら同じ結果になります。',
    },
    pack: {
      brief: 'pack ITEMS.csv',
      summary: 'ベクトルパッキング問題を解く',
      synopsis: 'pack ITEMS.csv --bin a,b,c,d [--seed n] [--effort x]',
      text: `同じ大きさのビンをできるだけ少なく使って品目を詰めます。ITEMS.csv は見出し行と、id に続けて資源ごとの数値を並べた行です。
--bin には容量を同じ順序で指定します。--json の出力: {bins, lowerBound, assignment:[{id, bin}], seconds}`,
      readsFleet: false,
    },
  },
  noCommand: (known) =>
    `コマンドが指定されていません。${known.join('、')} のいずれかを指定してください（--help を参照）`,
  unknownCommand: (name, known) =>
    `「${name}」というコマンドはありません。${known.join('、')} のいずれかを指定してください`,
  unknownOption: (name) => `オプション「${name}」は存在しないか、値がありません（--help を参照）`,
  ourFault: 'プログラムの不具合です。以下の内容を添えて報告してください',
  noFile: 'ファイルが指定されていません。ファイルまたはフォルダーのパスを指定してください',
  oneFile: 'ファイルが複数指定されています。1 つだけ指定してください',
  noSuchFile: (path) => `「${path}」を読み込めません。ファイルまたはフォルダーを指定してください`,
  emptyFolder: (path) =>
    `フォルダー「${path}」に読み込めるファイルがありません。.csv、.tsv、.txt、.xlsx、.zip が必要です`,
  mappingNeeded:
    '列の意味を確実に判別できません。見出しを変更するか、サイト上で列を選んでください。推測した対応:',
  skipped: (count) => `${count.toLocaleString('ja')} 行を読み飛ばしました:`,
  notJson: (path, reason) => `「${path}」は JSON ではありません: ${reason}`,
  scenarioProblem: (path, { path: place, value, expected }) =>
    expected === 'no such setting'
      ? `${path}: ${place}（値 ${value}）という設定はありません。設定の一覧は scenario.schema.json にあります`
      : `${path}: ${place === '' ? 'シナリオ' : place} の値が ${value} です。期待する値: ${expectation(expected)}`,
  badNumber: (option, given) => `${option} の値が「${given}」です。0 以上の数値を指定してください`,
  noBin: '--bin がありません。--bin 96,576,4800,6300 のようにビンの容量を指定してください',
  noResources: (file) => `${file} 1 行目: 列が 1 つしかありません。id と 1 つ以上の資源が必要です`,
  noItems: (file) => `${file}: 品目がありません。見出し行と、品目ごとに 1 行が必要です`,
  badCellCount: (file, row, found, expected) =>
    `${file} ${row} 行目: セルが ${found} 個あります。${expected} 個必要です`,
  badCell: ({ file, row, column, value }) =>
    `${file} ${row} 行目 ${column} 列目: 値が「${value}」です。0 以上の数値が必要です`,
  binLength: (path, columns, parts) =>
    `${path} の資源は ${columns} 個、--bin の容量は ${parts} 個です。同じ数にしてください`,
  duplicateId: (file, row, id) =>
    `${file} ${row} 行目 1 列目: id「${id}」が重複しています。id は 1 回ずつにしてください`,
  unknown: '不明',
  andMore: (count) => `ほか ${count.toLocaleString('ja')} 件`,
  packed: (bins, bound, seconds) =>
    `ビン ${bins} 個（どのような詰め方でも ${bound} 個以上が必要）。${seconds.toFixed(2)} 秒`,
  tooLarge: ({ ids, resource, demand, capacity }) =>
    `${ids.join('、')}: 資源 ${resource + 1} の必要量は ${demand}、ビンの容量は ${capacity} です`,
  noBinLeft: (ids) => `${ids.join('、')} を入れるビンが残っていません`,
  summary: (s) =>
    `形式              ${s.format}
対象              ${s.workloads} 台（対象外 ${s.excluded} 台）
現在のホスト      ${s.hosts} 台
vCPU              ${s.vcpus}
メモリー          ${s.memory}
ディスク          ${s.disk}
CPU 使用量        ${s.cpu}
プロファイル      ${s.profile ?? 'なし'}`,
  plan: (p) =>
    `必要なホスト      ${p.hosts} 台${p.isOptimal ? '（最適であることを証明済み）' : `（どの計画でも ${p.lowerBound} 台以上が必要。差 ${p.gap}）`}
統合率            1 台あたり ${p.ratio} VM
台数を決める要因  ${p.binding}
許容ホスト障害    ${p.tolerates} 台（${p.isSample ? '一部の組み合わせ' : 'すべての組み合わせ'}で再配置を確認済み）
${p.notes.map((note) => `注意              ${note}\n`).join('')}
${p.perHost.map(({ host, workloads }) => `${host}  ${workloads}`).join('\n')}`,
};
