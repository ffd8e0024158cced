import type { BenchmarkColumn, BenchmarkProblem } from '../../import/benchmark-table.ts';
import type {
  HostMore,
  Overload,
  PerformanceNote,
  Waited,
} from '../../model/performance/answer.ts';
import type { MemoryPressure } from '../../model/performance/memory-pressure.ts';
import type { MeasuredPath } from '../../model/performance/overhead-set.ts';
import type { SpreadInput } from '../../model/performance/plan-spread.ts';
import type { MemoryTechniques } from '../../model/performance/policy.ts';
import type { TestBedValue } from '../../model/performance/test-bed.ts';
import type { FitRefusal } from '../../model/performance/usl-fit.ts';
import { formatFor } from '../format.ts';
import type { PerformanceWords } from '../performance.ts';
import type { SentencesByKind } from '../sentences.ts';
import { answerWords } from './answer.ts';

const { count, number, percent } = formatFor('ja');

const path: Readonly<Record<MeasuredPath, string>> = {
  cpu: 'CPU',
  memory: 'メモリー',
  diskRead: 'ディスク読み込み',
  diskAsyncWrite: 'ディスク非同期書き込み',
  diskSyncWrite: 'ディスク同期書き込み',
  network: 'ネットワーク',
};

const waited: Readonly<Record<Waited | 'memory', string>> = {
  cpu: 'CPU',
  iops: 'ディスク（回数）',
  throughput: 'ディスク（転送量）',
  network: 'ネットワーク',
  memory: 'メモリー',
};

const more: Readonly<Record<HostMore['by'], string>> = {
  ...waited,
  overloaded: 'すでに過負荷',
  nothing: '待つものなし',
};

const refusal: SentencesByKind<FitRefusal> = {
  'too-few-loads': (r) =>
    `VM 数の異なる測定が ${count(r.found)} 通りしかありません。3 つの係数を求めるには ${count(r.needed)} 通り以上必要です。`,
  'loads-too-close': (r) =>
    `測定が VM ${count(r.least)} ～ ${count(r.most)} 台に偏っています。最大の台数は最小の 2 倍以上必要です。`,
  'repeats-contradict': (r) =>
    `VM ${count(r.vms)} 台の繰り返し測定が食い違っています（${number(r.least, 3)} ～ ${number(r.most, 3)}）。`,
  'baselines-contradict': (r) =>
    `物理マシンの測定値が食い違っています（${number(r.least, 3)} ～ ${number(r.most, 3)}）。`,
  'negative-coefficient': (r) =>
    `最もよく合う曲線では${r.coefficient === 'alpha' ? '競合 α' : '整合 β'} が負（${number(r.value, 4)}）になります。スループットが VM 数以上に伸びており、資源の共有では説明できません。`,
  'does-not-follow': (r) =>
    `測定値が曲線から平均 ${percent(r.errorRatio, 1)} 外れています（許容は ${percent(r.most)} まで）。この法則に従っていません。`,
  'no-solution': () => 'この測定値からは曲線を 1 つに決められません。',
};

const column: Readonly<Record<BenchmarkColumn, string>> = {
  resource: 'resource',
  vms: 'vms',
  throughput: 'throughput',
  physical: 'physical',
};

const expected: Readonly<Record<BenchmarkProblem['expected'], string>> = {
  'a-resource': 'cpu、memory、disk-read、disk-async-write、disk-sync-write、network のどれか',
  'a-whole-number': '1 以上の整数',
  'a-positive-number': '0 より大きい数',
  'three-columns': 'resource、vms、throughput の列（測定していれば physical も）',
  rows: '1 行以上の測定値',
};

const rowProblem = (problem: BenchmarkProblem) => {
  const place =
    problem.column === null
      ? `${problem.row} 行目`
      : `${problem.row} 行目、${problem.column.place} 列目（${column[problem.column.name]}）`;
  return `${place}: 「${problem.value}」があります。必要なのは${/^[a-z0-9]/.test(expected[problem.expected]) ? ' ' : ''}${expected[problem.expected]}です`;
};

const note: SentencesByKind<PerformanceNote> = {
  ...answerWords.note,
  'like-unknown': (n) =>
    `計画の対象に「${n.name}」という VM はありません。全体の平均の VM を追加しました。`,
  'idle-memory-unknown': (n) =>
    `${count(n.workloads)} 台は使用中のメモリーが不明です。バルーニングで回収できる分はないものとしました。`,
};

const overload = (o: Overload, host: string, when: string, amounts: readonly [string, string]) =>
  o.resource === 'memory'
    ? `${host}: メモリーが不足。必要 ${amounts[0]} に対し ${amounts[1]}。`
    : `${host}: ${when}に${waited[o.resource]}が過負荷（${count(o.slotCount)} 時間帯）。要求 ${amounts[0]} に対し、処理できるのは最大 ${amounts[1]}。`;

const sharing: Readonly<Record<MemoryTechniques['sharing'], string>> = {
  none: 'しない',
  'when-short': 'メモリー不足のときだけ',
  always: '常に',
};

const memoryState: Readonly<Record<MemoryPressure['state'], string>> = {
  enough: '足りている',
  shared: 'ページ共有で節約',
  ballooned: 'バルーニングで回収',
  short: '不足（ホストがスワップ）',
};

const spread: Readonly<Record<SpreadInput, { readonly label: string; readonly help: string }>> = {
  level: { label: '負荷の水準', help: '測定した使用量すべてに掛ける倍率。' },
  growth: { label: '年間の伸び', help: '計画の伸び率に加えるポイント。' },
  efficiency: { label: 'CPU の効率', help: 'ハイパーバイザーを通した CPU 性能に掛ける倍率。' },
  peaks: { label: 'ピークの高さ', help: '各 VM の平均を超える分に掛ける倍率。' },
};

const because: Readonly<Record<TestBedValue['because'], string>> = {
  measured: '',
  clamped: '100 % を超えるため 100 % とする',
  'shared-device': '1 枚のカードを 4 台で共有',
  gap: '報告書に値なし',
};

export const performanceWords: PerformanceWords = {
  path,
  waited,
  more,
  refusal,
  rowProblem,
  note,
  overload,
  sharing,
  memoryState,
  spread,
  overloaded: '過負荷',
  notLimited: '制限なし',
  page: {
    lead: '性能は足りるか。計画したホストの時間帯ごとの混み具合と応答時間、あと何台の VM を載せられるかを計算します。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。計算方法のページは JavaScript なしでも読め、モデルの数値も載っています。',
    loading: 'ツールを読み込んでいます…',
  },
  steps: {
    settings: '条件',
    answer: '結果',
    charts: '時間帯ごと',
    hosts: 'ホスト',
    vms: 'VM',
    spread: '不確かさ',
    benchmark: '自社のベンチマーク',
    testBed: '検算: 表 6 の再現',
    keep: '保存',
  },
  settings: {
    plan: 'ホスト、目標使用率、障害への備えは統合プランナーの条件をそのまま使います。',
    toPlan: 'ホストと規則を変更',
    overhead: {
      label: '製品のオーバーヘッド',
      help: 'VM 1 台と 4 台同時の測定値。競合の計算にも使います。',
      none: 'オーバーヘッドなし',
      own: '自社のベンチマーク',
    },
    load: {
      label: '計画に対する負荷',
      help: '全体の負荷が増えたらどうなるか。すべての VM の CPU、ディスク、ネットワークに掛けます。',
    },
    hyperThreading: {
      label: 'ハイパースレッディングの効果',
      help: '2 スレッドのコアの処理量の増加分。最大でも 30 % 程度で、負荷によります。2 倍にはなりません。',
    },
    overcommit: {
      label: '待ち vCPU の負担',
      help: '待っている vCPU がプロセッサー 1 個分あるごとに延びる処理時間。空いている vCPU は負担になりません。初期値は公開された測定によります。',
    },
    technique: {
      label: 'メモリー技術（製品）',
      help: 'ゲストの求めるメモリーがホストの容量を超えたとき、製品が行うこと。',
      own: '個別に指定',
    },
    sharing: {
      label: 'ページ共有',
      help: '同じ OS のゲストに共通するページを 1 つだけ保持します。',
    },
    identical: { label: '共通ページの割合', help: '同じ種類のゲストと共通するメモリーの割合。' },
    ballooning: 'バルーニング（未使用メモリーの回収）',
    moreLike: {
      label: '追加する VM',
      help: '「あと何台」の計算に使います。名前はこのブラウザーから出ません。',
      mean: '全体の平均',
    },
    reset: '初期値に戻す',
  },
  answer: {
    asking: '計算しています…',
    stop: '改善を止める',
    waiting: '先に構成情報を読み込んでください。上にサンプルがあります。',
    worst: '最も遅い時間帯',
    worstAbout: (host, when, what) => `${host}、${when}。待ちが最も長いのは${what}`,
    stretch: 'そのときの応答時間',
    times: (factor) => `${number(factor, factor < 1.1 ? 4 : 2)} 倍`,
    stretchAbout: '同じホストで単独で動かした場合との比',
    response: '物理マシンとの比',
    responseAbout: '待ち、オーバーヘッド、競合、待ち vCPU の合計',
    ready: 'CPU レディ',
    readyAbout: '実行できるのに CPU を待つ時間の割合',
    busy: 'CPU 使用率',
    busyAbout: 'その時間帯のホスト',
    more: '応答時間が 2 倍になるまで',
    moreAbout: (like, withMemory) =>
      `${like}の VM を追加、全ホスト合計。メモリーに収まるのは ${withMemory}`,
    unlimited: '上限なし',
    overloadedTitle: (hosts) => `${count(hosts)} 台のホストが過負荷`,
    overloadedAbout: '容量に達すると待ち行列は際限なく伸びるため、応答時間は示せません。',
    moreOverloads: (rest) => `ほか ${count(rest)} 件。すべてはダウンロードした結果にあります`,
    notes: '数値について知っておくこと',
    steps: '計算方法',
    formulas: [
      '使用率 b: b · c(b) ÷ o(b) = 需要 ÷ (容量 · e)。c は競合、o は待ち vCPU の負担。',
      '応答時間 R/S = 1 + C(m, m·b) ÷ (m·(1 − b))。m 個のコアによるプロセッサーシェアリングで、C はアーランの公式。CPU レディ = (R − S)/R。',
      '待ち vCPU: o = 1 + k · min(L ÷ m, vCPU 数 ÷ m − 1)。L は待っている vCPU の平均数。',
      'ディスクとネットワークは窓口 1 つ: R/S = 1 ÷ (1 − b)。b ≥ 1 は過負荷で、数値なし。',
    ],
    download: '結果をダウンロード（JSON）',
    failed: (message) => `計算に失敗しました: ${message}`,
  },
  hosts: {
    host: 'ホスト',
    vms: 'VM 数',
    vcpus: 'コアあたり vCPU',
    busy: 'CPU 使用率',
    ready: 'CPU レディ',
    stretch: '応答時間',
    response: '物理比',
    slot: '最悪の時間帯',
    disk: 'ディスク',
    network: 'ネットワーク',
    memory: 'メモリー',
    memoryState: 'メモリーの状態',
    more: '追加できる VM',
    moreBy: (vms, by) => `${vms}（${by}）`,
    caption: '各ホストの最悪の時間帯',
    shown: (shown, all) =>
      `${count(all)} 台のうち、遅いほうから ${count(shown)} 台。すべてはダウンロードした結果にあります。`,
  },
  vms: {
    vm: 'VM',
    host: 'ホスト',
    mean: '応答時間（平均）',
    ready: 'CPU レディ（平均）',
    busiest: '最繁時の応答時間',
    slot: '最繁時',
    caption: '影響の大きい VM',
    about:
      '物理マシンとの応答時間の比を、VM 自身の時間帯ごとの使用量で重み付けした値です。ホスト名は計画のものです。',
  },
  charts: {
    stretch: {
      title: '時間帯ごとの応答時間',
      about: '空いたホストでの処理時間との比。最も遅いホストと、負荷で重み付けした全体の平均。',
      worst: '最も遅いホスト',
      mean: '平均',
      hour: '時間帯',
      axis: 'R/S',
      overloaded: '過負荷',
      overloadedHosts: '過負荷のホスト',
    },
    heat: {
      title: '各ホストの CPU 使用率',
      about: (hosts, perColumn) =>
        perColumn === 1
          ? `1 列が 1 台（全 ${count(hosts)} 台）で、混んでいる順。赤は過負荷。`
          : `全 ${count(hosts)} 台を ${count(perColumn)} 台ずつまとめ、最も混んでいる値を表示。赤は過負荷。`,
      host: 'ホスト',
      legend: '使用率',
    },
    usl: {
      title: (name) => `当てはめ: ${name}`,
      about: '測定点、当てはめた曲線、曲線の平均が 95 % の信頼度で入る範囲。',
      vms: 'VM 数',
      throughput: 'スループット',
      measured: '測定値',
      fitted: '曲線の値',
      residual: '残差',
      low: '95 % 下限',
      high: '95 % 上限',
    },
    hosts: {
      title: '必要なホスト数の分布',
      about: 'それぞれの台数が必要になった試行の数。',
      axis: 'ホスト数',
      draws: '試行数',
    },
    tornado: {
      title: 'ホスト数を動かす要因',
      about: '1 つの入力だけを下端（10 %）と上端（90 %）にし、ほかは最も見込まれる値とした場合。',
      lowEnd: '下端',
      highEnd: '上端',
      input: '入力',
      low: '下端でのホスト数',
      high: '上端でのホスト数',
    },
  },
  uncertainty: {
    about:
      '各入力は「最小・見込み・最大」の三角分布から選び、試行ごとに計画し直します。初期値はこのサイトの仮定です。自社の見積もりに置き換えてください。',
    low: '最小',
    likely: '見込み',
    high: '最大',
    draws: '試行数',
    drawsHelp: '多いほど時間がかかり、P10 と P90 が安定します。',
    ask: '計算する',
    cancel: '中止',
    running: (done) => `試行を計画中: ${done}`,
    hosts: '必要なホスト数',
    response: '計画したホストでの最悪の応答時間',
    responseHelp: '物理マシンとの比',
    figure: '項目',
    p10: 'P10',
    p50: 'P50',
    p90: 'P90',
    likelyPlan: 'すべて見込みどおり',
    beyondHosts: (draws) => `全試行の ${draws} は計画が成り立ちません。`,
    beyondResponse: (draws) => `全試行の ${draws} で、計画したホストが過負荷になります。`,
    seed: (seed) => `シード ${seed}。同じ条件なら同じ試行になります。`,
  },
  benchmark: {
    about:
      '1 つのベンチマークを VM 1、2、4 台…の同時実行と、ハイパーバイザーのない同じ機械とで測定し、行を貼り付けるか CSV を開いてください。データはブラウザーから出ません。',
    text: '行の形: リソース、VM 数、全 VM 合計のスループット、物理マシンのスループット',
    file: 'CSV ファイルを開く',
    example: '例を入れる',
    fit: '当てはめる',
    full: {
      label: 'ホストを使い切る VM 数',
      help: '競合はホストの混み具合で決まります。空欄なら測定した最大の台数とします。',
    },
    take: 'すべてのツールで使う',
    taken: 'この当てはめを、条件のオーバーヘッドとして使っています。',
    clear: '削除',
    refused: (name) => `${name}: 当てはめ不可`,
    fitted: (name) => `${name}: 当てはめ済み`,
    coefficient: '係数',
    value: '値',
    interval: '95 % 区間',
    alpha: 'α 競合',
    beta: 'β 整合',
    gamma: 'γ VM 1 台のスループット',
    rSquared: 'R²',
    error: '残差の標準誤差',
    efficiency: '効率 e = γ ÷ 物理マシン',
    noPhysical:
      '物理マシンの測定値がないため、オーバーヘッドは差し引かず、結果にその旨を示します。',
    peak: '最大スループット',
    peakVms: (vms) => `VM ${vms} 台`,
    noPeak: '頂点なし',
    atBound: (names) => `${names} は測定誤差の範囲でわずかに負になったため、0 としました。`,
    exampleNote: '書式を示すための架空の数値です。',
  },
  testBed: {
    about:
      '報告書の検証環境をモデルで動かした結果です。ホストの 4 分の 1 を割り当てた VM を 1 台、次に 4 台同時に動かすと、報告書の値に戻ります。',
    path: '測定項目',
    oneVm: 'VM 1 台 ÷ 物理',
    fourVms: '4 台同時の各台 ÷ 1 台',
    printed: '報告書',
    model: 'モデル',
    gap: '異常値',
    product: (letter) => `製品 ${letter}`,
    caption: '表 6 の印刷値と計算値',
    because,
    summary: (same, all) =>
      `印刷された ${count(all)} 個の値のうち ${count(same)} 個が（1 % 単位で）一致します。残りは表に理由を示しました。`,
  },
};
