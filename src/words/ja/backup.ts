import type { BackupNote } from '../../model/backup/machines.ts';
import type { BackupMethod, Requirement } from '../../model/backup/method.ts';
import type { RestoreBottleneck } from '../../model/backup/restore.ts';
import type { Reason } from '../../model/backup/selection.ts';
import type { Medium, Priority } from '../../model/backup/settings.ts';
import type { BackupNumberId, BackupWords } from '../backup.ts';
import { formatFor } from '../format.ts';

const { count, number, percent, withUnit } = formatFor('ja');

const minute = 60;
const hour = 3600;
const day = 86_400;

/** 45 秒、12 分、3 時間 20 分、2 日 4 時間。null は不明。 */
function duration(seconds: number | null): string {
  if (seconds === null) return '不明';
  if (seconds < minute) return withUnit(seconds, '秒', 0);
  if (seconds < hour) return withUnit(seconds / minute, '分', seconds < 10 * minute ? 1 : 0);
  const [big, small, names] =
    seconds < day
      ? ([hour, minute, ['時間', '分']] as const)
      : ([day, hour, ['日', '時間']] as const);
  const whole = Math.floor(seconds / big);
  const rest = Math.round((seconds - whole * big) / small);
  if (rest * small >= big) return withUnit(whole + 1, names[0], 0);
  return rest === 0
    ? withUnit(whole, names[0], 0)
    : `${withUnit(whole, names[0], 0)} ${withUnit(rest, names[1], 0)}`;
}

const size = (gib: number) =>
  gib >= 10_240 ? withUnit(gib / 1024, 'TiB', 1) : withUnit(gib, 'GiB', gib < 100 ? 1 : 0);
const machines = (n: number) => `${count(n)} 台`;

const requirement: Readonly<Record<Requirement, string>> = {
  'guest-software': 'すべてのゲストに入れるバックアップソフト',
  'management-software': '管理 OS に入れるバックアップソフト',
  'image-software': '製品に対応したサードパーティーのバックアップソフト',
  'array-snapshot': 'スナップショット機能を持つストレージ',
  'array-replication': '複製先になる別のストレージ装置',
  'block-storage': 'バックアップサーバーから届くブロックストレージ（FC、iSCSI）',
  'virtual-proxy': 'すべてのデータストアに届くホスト上の仮想プロキシ',
};

function reason(of: Reason): string {
  switch (of.kind) {
    case 'only-data':
      return 'データしか保存できません。OS は別の方法で戻す必要があります。';
    case 'must-stop':
      return '取得の間、仮想マシンを止める必要があります。';
    case 'no-single-files':
      return 'ファイル単位では戻せません。';
    case 'no-difference':
      return '毎回すべてを写します。差分では取得できません。';
    case 'not-application':
      return 'アプリケーションが関与しないため、データの整合性が保証されません。';
    case 'raw-disk':
      return 'Raw ディスクの仮想マシンでは使えない場合があり、当てにできません。';
    case 'loads-host':
      return 'ホストに負荷がかかります。';
    case 'only-databases':
      return 'データベースのための方法です。';
    case 'product-cannot':
      return '仮想化製品に必要な機能がありません。';
    case 'lacks':
      return `${requirement[of.requirement]}が必要です。`;
    case 'too-slow':
      return `1 台を戻すのに ${duration(of.seconds)}かかります。許されるのは ${duration(of.targetSeconds)}です。`;
    case 'configuration-apart':
      return '構成ファイルを別に保存する';
    case 'unit-by-product':
      return '製品が、仮想ディスクとともに構成ファイルも保存する';
    case 'single-files-depend':
      return '製品またはバックアップソフトが、ファイル単位のリストアに対応している';
    case 'difference-depends':
      return '製品、装置、バックアップソフトのいずれかが、差分での取得に対応している';
    case 'application-depends':
      return 'バックアップソフトが、アプリケーションの整合性をとる';
    case 'raw-disk-unknown':
      return '製品が Raw ディスクも対象にする（報告書には記載がない）';
    case 'product-unknown':
      return '仮想化製品が対応している';
    case 'spread-runs':
      return 'ホストに余裕が残るように、実行の時間をずらす';
    case 'offsite-copy':
      return '別の場所にもコピーを置く';
    case 'immutable-copy':
      return '変更も削除もできないコピーを 1 つ持つ';
    case 'return-unknown':
      return '入れ直しが間に合う（その時間が入力されていない）';
    case 'instant-depends':
      return 'バックアップソフトが、バックアップからの直接起動に対応している';
    case 'may-lack':
      return `製品が${requirement[of.requirement]}を必要としない`;
    case 'run-oftener':
      return `${duration(of.seconds)}ごと、またはそれより短い間隔で実行する`;
    case 'stagger':
      return 'ホストの資源を使うため、実行の時間をずらす必要があります。';
    case 'logs-between':
      return '実行の合間にログを保存するので、失う量は小さく済みます。';
    case 'returns-at-once':
      return 'バックアップから直接起動できるので、間に合います。';
  }
}

const bottleneck: Readonly<Record<RestoreBottleneck, string>> = {
  storage: '仮想マシンのストレージ',
  lan: 'LAN',
  repository: 'バックアップの保存先',
  streams: 'ストリームの数（プロキシ）',
  'host-tasks': 'ホスト 1 台で同時に実行できる数',
  'host-throughput': 'ホスト 1 台のスループット',
  'longest-job': '最も大きい 1 台',
  none: 'なし',
  array: 'ストレージ装置',
  rebuild: '仮想マシンの入れ直し',
};

function note(of: BackupNote): string {
  switch (of.kind) {
    case 'size-provisioned':
      return `${machines(of.machines)}は実際の使用量が不明です。割り当て量のすべてを使っているものとしました。`;
    case 'size-unknown':
      return `${machines(of.machines)}はディスクの大きさが不明です。1 台あたり ${size(of.assumedGib)} と仮定しました。この値は変更できます。`;
    case 'host-unknown':
      return `${machines(of.machines)}はホストが不明です。ホスト ${count(of.hosts)} 台に均等に割り振りました。`;
    case 'templates-left-out':
      return `テンプレート ${count(of.machines)} 個を除きました。電源の切れている仮想マシンは対象に含みます。`;
    case 'name-unknown':
      return `分類に指定された「${of.name}」は、構成にありません。`;
    case 'sample-fleet':
      return '構成を読み込んでいないため、指定した台数の同じ仮想マシンとして計算しています。';
  }
}

const priority: Readonly<Record<Priority, string>> = {
  'little-load': 'ホストと LAN の負荷が小さい',
  'no-agents': 'ゲストにソフトを入れない',
  'whole-machine': '仮想マシン全体を一度に取得',
  'single-file': 'ファイル単位で戻せる',
  'small-copies': '差分だけを写す',
  'any-product': '製品を問わない',
  'quick-return': 'バックアップから直接起動',
};

const medium: Readonly<Record<Medium, string>> = {
  disk: 'ディスク',
  object: 'オブジェクトストレージ',
  tape: 'テープ',
};

interface FieldText {
  readonly label: string;
  readonly help: string;
}
const fields: Readonly<Record<BackupNumberId, FieldText>> = {
  sampleMachines: { label: '仮想マシンの台数', help: '構成を読み込むまでの値。' },
  sampleGib: {
    label: '1 台の使用量',
    help: '割り当て量ではなく、実際に使っている量。構成からわからない場合にも使う。',
  },
  sampleHosts: {
    label: 'ホストの台数',
    help: '仮想マシンを均等に割り振る。構成にホスト名がない場合にも使う。',
  },
  rpo: { label: '失ってよい時間（RPO）', help: 'オフは目標なし。' },
  rto: {
    label: '戻すまでの時間（RTO）',
    help: '分類の中で最も大きい 1 台について。オフは目標なし。',
  },
  change: {
    label: '1 日に変わる割合',
    help: '通常は 2～5 %。データベースは 10 % 以上のこともある。',
  },
  kept: { label: '削減後に残る割合', help: '重複排除と圧縮のあと。通常は半分。' },
  retention: { label: '保存する日数', help: '通常の保存。週次などの長期保存を除く。' },
  fullEvery: { label: 'フルの間隔', help: '永久増分では使わない。' },
  weekly: { label: '週次の保存数', help: '通常の保存を過ぎたもの。' },
  monthly: { label: '月次の保存数', help: '週次を過ぎたもの。' },
  yearly: { label: '年次の保存数', help: '月次を過ぎたもの。' },
  growth: { label: 'データの増加', help: '毎年、前の年に対して。' },
  years: { label: '計算する年数', help: '保存先の容量を 1 日ずつシミュレーションする期間。' },
  window: { label: 'バックアップの時間帯', help: '一晩のバックアップに使ってよい時間。' },
  proxies: {
    label: 'バックアップサーバー（プロキシ）',
    help: '読み出し、重複排除、圧縮、書き込みを受け持つ。',
  },
  cores: { label: '1 台のコア数', help: '1 コアが 1 ストリームを受け持つ（下で変更できる）。' },
  tasks: { label: '1 コアのストリーム数', help: 'コアの速度を分け合う。' },
  fullSpeed: {
    label: 'フルの速度（1 コア）',
    help: '重複排除と圧縮を含む。ベンダーの手引きでは 100。',
  },
  incrementalSpeed: {
    label: '増分の速度（1 コア）',
    help: '飛び飛びの読み出しは遅い。手引きでは 25。',
  },
  tasksPerHost: { label: 'ホスト 1 台の同時実行数', help: 'ホストに負荷が集中するのを防ぐ。' },
  hostSpeed: { label: 'ホスト 1 台が使ってよい帯域', help: 'オフは制限なし。' },
  lanSpeed: { label: 'バックアップに使う LAN', help: '10 Gb/s は 1,192 MiB/s。オフは制限なし。' },
  lanShare: { label: 'LAN のうち使ってよい割合', help: '残りは業務に残す。' },
  storageSpeed: {
    label: 'ストレージの読み出し速度',
    help: '全体の合計。応答時間の計算に必要。オフは制限なし。',
  },
  storageShare: { label: 'ストレージのうち使ってよい割合', help: '残りは業務に残す。' },
  repositorySpeed: { label: '保存先の書き込み速度', help: '削減後の量に対して。オフは制限なし。' },
  busy: {
    label: 'バックアップ以外でのストレージ使用率',
    help: 'オフでは、構成に含まれるスループットの実測値から求める。',
  },
  failures: { label: '失敗するジョブの割合', help: 'ほかのジョブが終わってから再実行する。' },
  file: { label: 'ファイルの大きさ', help: '「ファイル 1 個」の計算に使う。' },
  prepare: { label: '検索とマウント', help: 'コピーを始めるまでの時間。' },
  boot: { label: '起動からサービス開始まで', help: '仮想マシンとアプリケーション。' },
  instant: { label: '同時に直接起動できる台数', help: '保存先が支えられる数。' },
  streams: { label: 'リストアのストリーム数', help: '同時に戻す仮想マシンの数。' },
  streamSpeed: { label: '1 ストリームの速度', help: '自社で測った値に置き換える。' },
  repositoryRead: { label: '保存先の読み出し速度', help: 'オフは制限なし。' },
  storageWrite: { label: 'ストレージの書き込み速度', help: 'オフは制限なし。' },
  rebuild: {
    label: '1 台の入れ直し',
    help: 'データだけを保存する方式で使う。オフは不明とし、戻るまでの時間も不明になる。',
  },
  array: { label: '装置内での巻き戻し', help: 'ボリュームをスナップショットの時点に戻す。' },
  log: {
    label: 'ログを保存する間隔',
    help: 'データベースのエージェントが、実行の合間に保存する。',
  },
  link: { label: '別の場所への回線', help: 'オフは不明。必要な速度だけを示す。' },
  linkHours: { label: 'コピーに使ってよい時間', help: '1 日あたり。' },
};

export const ja: BackupWords = {
  duration,
  size,
  reason,
  bottleneck,
  note,
  priority,
  medium,
  fields,
  requirement,
  page: {
    lead: 'どの仮想マシンにどのバックアップが合うかを、理由とともに示します。何年分の容量が要るか、夜のうちに終わるか、どれだけで戻るかも計算します。5 つの質問に答えるだけで結果が出て、構成を読み込めば計画になります。データがブラウザーの外に出ることはありません。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。バックアップの章と計算方法の説明は、JavaScript がなくても読めます。',
    loading: 'ツールを読み込んでいます…',
    chapter: '報告書の章：バックアップとリストア',
    method: '計算方法',
  },
  steps: {
    questions: '5 つの質問',
    verdicts: '合う方式',
    fleet: '構成',
    plan: '分類ごとの計画',
    space: '容量',
    window: '夜の時間帯',
    restore: 'リストア',
    copies: 'コピーの置き場所',
    keep: '結果の保存',
  },
  questions: {
    about: '下の分類に入らない、すべての仮想マシンについて答えてください。',
    unit: '一度に戻したいものは',
    unitOf: { system: 'OS を含むシステム全体', data: 'データだけ' },
    online: '取得の間も動かし続けるか',
    yes: '動かし続ける',
    no: '止めてよい',
    product: '仮想化製品は',
    otherProduct: 'その他、または未定',
    rawDisk: 'ディスクの種類は',
    rawDiskOf: {
      virtual: '仮想ディスク（ファイル）',
      raw: 'Raw ディスクも使う（RDM、パススルー）',
    },
    more: 'その他の要件',
    surroundings: '手元にあるもの',
    surroundingsAbout: 'ないものを必要とする方式は、候補から外れます。',
    priorities: '重視すること',
    prioritiesAbout: '同じように合う方式の順番を決めます。',
    weight: ['考慮しない', '少し', 'ある程度', '大いに'],
    singleFile: 'ファイル単位で戻したい',
    difference: '差分だけを写したい',
    application: 'アプリケーションの整合性が要る（データベース）',
    offsite: '別の場所にもコピーを置く',
    immutable: '誰も変更できないコピーを持つ（ランサムウェア対策）',
    hostLoad: '許容できるホストの負荷',
    hostLoadOf: { none: 'なし', light: '小さければよい', heavy: '問わない' },
  },
  has: {
    'guest-software': 'ゲスト用のバックアップソフト',
    'management-software': '管理 OS 用のバックアップソフト',
    'image-software': '仮想マシン全体を取得するバックアップソフト',
    'array-snapshot': 'スナップショット機能を持つストレージ',
    'array-replication': '複製先になる別のストレージ装置',
    'block-storage': 'バックアップサーバーから届く FC または iSCSI',
    'virtual-proxy': '仮想のバックアッププロキシ',
  },
  verdict: {
    best: '第一候補',
    fits: '合う',
    'fits-if': '条件つきで合う',
    'does-not-fit': '合わない',
    report: '表 4',
    today: '現在',
    none: '合う方式がありません。何が変われば合うかは、下の理由を見てください。',
    live: (name, fitting) =>
      `第一候補は「${name}」です。条件つきを含めて ${count(fitting)} 方式が合います。`,
    because: '理由',
    know: '注意',
    show: (n) => `合わない ${count(n)} 方式とその理由`,
    source: '出典',
    merit: (ratio) => `重視することの ${percent(ratio)} を満たす`,
  },
  classes: {
    about:
      '仮想マシンは、条件に合う最初の分類に入ります。どれにも入らないものには、上の質問の答えを使います。',
    known: { database: 'データベース', rest: 'その他すべて' },
    unnamed: (id) => `分類 ${id}`,
    name: '名前',
    add: '分類を追加',
    remove: (name) => `「${name}」を削除`,
    edit: (name) => `「${name}」を編集`,
    match: '対象の仮想マシン',
    matchAbout:
      '語はカンマで区切ります。各行のどれか 1 語が含まれるものが対象です。条件のない分類には何も入りません。',
    labels: {
      os: 'OS に含む語',
      application: 'アプリケーションに含む語',
      environment: '環境に含む語',
      folder: 'フォルダーに含む語',
      cluster: 'クラスターに含む語',
    },
    atLeast: '下限（GiB）',
    atMost: '上限（GiB）',
    names: '名前で指定する仮想マシン（1 行に 1 台）',
    namesAbout: '名前はこのブラウザーの中だけに残り、アドレスには入りません。',
    method: '方式',
    automatic: '第一候補に任せる',
    interval: '実行の間隔',
    rules: 'データと保存',
    needs: '要件',
    table: {
      caption: '計画',
      head: ['分類', '台数', 'データ', '方式', '失う時間', '1 台が戻るまで'],
    },
    noMethod: '合う方式なし',
    misfit: '合わないが、選ばれている',
    loss: {
      met: '目標内',
      narrow: '実行中の障害でなければ目標内',
      missed: '目標を超える',
      unknown: '不明',
      'no-target': '目標なし',
    },
    returns: {
      met: '目標内',
      'met-instantly': '直接起動により目標内',
      missed: '目標を超える',
      unknown: '不明',
      'no-target': '目標なし',
    },
  },
  space: {
    kind: 'フルと増分の組み方',
    kindOf: {
      forever: '永久増分',
      synthetic: '定期的に保存先で合成フル',
      active: '定期的に読み直すフル',
    },
    kindHelp: 'フルバックアップをどう作るか。',
    spread: '仮想マシンごとにフルの日をずらす',
    cloning: '保存先が同じブロックを共有する（XFS、ReFS のブロッククローン）',
    result: (gib, years) => `${count(years)} 年目に ${size(gib)}`,
    chart: '保存先の容量の推移',
    chartAbout: '月ごとの最大値を、分類別に積み上げています。',
    axis: 'TiB',
    months: '年',
    month: (month) => `${Math.floor(month / 12) + 1} 年目 ${(month % 12) + 1} か月目`,
    table: { caption: '年ごとの最大値', head: ['年', '保存先'] },
    how: '計算方法',
    formula: 'C ·（F · データ + R · d · データ）',
    formulaCloned: 'C · データ ·（1 + Σ 直前のバックアップから変わった割合、最大で全体）',
    formulaCaption: '分類ごとの数と大きさ',
    formulaHead: ['分類', 'C', 'F', 'R', 'd', 'データ', '公式', '1 年目（シミュレーション）'],
    formulaAbout:
      'C は削減後に残る割合、F は週次、月次、年次を含むフルの数、R は増分の数、d は次の回までに変わる割合です。最も古い組を消す直前の数なので、ここまでの容量が必要です。シミュレーションは、データの増加を入れて 1 日ずつバックアップを作り、消していきます。増加がなければ両者は一致します。',
    byArray: (n) =>
      `${machines(n)}はストレージ装置の中に残るため、保存先の容量に入りません。その容量は装置の側で見積もります。`,
    nothing: '保存先を使う分類がありません。',
  },
  window: {
    result: (seconds, allowed) => `${duration(allowed)}のうち ${duration(seconds)}`,
    holds: '時間帯に収まります。',
    tooLong: '時間帯に収まりません。',
    bottleneck: (what, bound) =>
      `ボトルネックは${what}です。どう並べても ${duration(bound)}より短くはなりません。`,
    nothing: '夜に動くジョブはありません。装置が自分で写すか、合う方式がないためです。',
    night: { first: '最初のバックアップ', full: 'フルの夜', ordinary: '通常の夜' },
    table: {
      caption: '夜の種類',
      head: ['夜', '台数', '読み出す量', '所要時間', '下限', 'ボトルネック'],
    },
    limits: '制限',
    more: 'その他の制限',
    bounds: '計算方法',
    boundsAbout:
      '最も時間のかかる夜について、それぞれの制限だけを考えたときに必要な時間です。最も長いものがボトルネックです。ジョブは長いものから順に、ストリームとホストが空き次第始まり、残りの帯域を均等に分け合います。',
    boundsCaption: '制限ごとに必要な時間',
    boundsHead: ['制限', '最低限必要な時間'],
    load: '夜の負荷',
    loadAbout: '平均値。どの制限も超えないように、仮想マシンの順番を決めています。',
    loadSeries: { read: '読み出し', lan: 'LAN', repository: '書き込み' },
    loadHead: ['開始から', '実行中', '読み出し', 'LAN', '保存先'],
    hours: '開始からの時間（時）',
    minutes: '開始からの時間（分）',
    rate: 'MiB/s',
    gantt: '実行の順番',
    ganttAbout: (hosts) => `1 行が 1 台の仮想マシン。多い場合はホスト（${count(hosts)} 台）ごと。`,
    ganttHead: ['行', '開始', '終了'],
    host: (index) => `ホスト ${index + 1}`,
    machine: (index) => `仮想マシン ${index + 1}`,
    reruns: (jobs, seconds, holds) =>
      `失敗する ${count(jobs)} 件を再実行すると、終わるのは ${duration(seconds)}後で、時間帯に${holds ? '収まります' : '収まりません'}。`,
    proxyLost: (seconds) => `バックアップサーバーが 1 台止まると ${duration(seconds)}かかります。`,
    noProxyToLose:
      'バックアップサーバーが 1 台しかないため、止まるとバックアップを取得できません。',
    synthetic: (seconds) =>
      seconds === 0
        ? '保存先がブロックを共有するので、合成フルにはほとんど時間がかかりません。'
        : `そのあと、保存先での合成フルに ${duration(seconds)}かかります。仮想マシンにもホストにも負荷はかかりません。`,
    response: (before, during, ratio) =>
      `ストレージへのアクセスにかかる時間は、無負荷のときに比べて、ふだんは ${number(before, 2)} 倍、夜の最も忙しいとき（使用率 ${percent(ratio)}）は ${number(during, 2)} 倍です。`,
    responseOver: (ratio) =>
      `最も忙しいとき、ストレージには能力の ${percent(ratio)} の要求が集まり、応答時間は際限なく延びます。使ってよい割合かストリームの数を減らしてください。`,
    responseUnknown:
      'ストレージの応答時間への影響は不明です。読み出し速度と、ふだんの使用率を入力してください。',
  },
  restore: {
    table: {
      caption: '戻るまでの時間',
      head: ['対象', '所要時間', '決めているもの', '直接起動'],
    },
    what: {
      file: 'ファイル 1 個（最も遅い分類）',
      machine: '1 台（最も遅い分類の最大のもの）',
      host: (name, n) => `${name === '' ? 'ホスト 1 台分' : `ホスト ${name}`}（${machines(n)}）`,
      everything: (n) => `すべて（${machines(n)}）`,
    },
    never: 'なし',
    lost: (n) => `${machines(n)}はどの方式でも保存されず、戻りません。`,
    limits: '制限',
    how: '計算方法',
    howAbout:
      '検索とマウント ＋ 大きさ ÷（ストリーム、保存先、LAN、ストレージのうち最も遅いもの）＋ 起動。多数の場合は、夜と同じ並べ方を逆向きに使います。データだけを保存する方式では先に入れ直し、装置に残る方式ではボリュームを巻き戻します。',
  },
  copies: {
    repositoryMedium: '保存先の媒体',
    repositoryImmutable: '保存先のバックアップは、一定期間変更できない',
    hasOffsite: '別の場所にもコピーがある',
    offsiteMedium: 'もう 1 つのコピーの媒体',
    offsiteImmutable: 'もう 1 つのコピーは、オフラインまたは変更不可',
    verified: 'リストアを定期的に試し、誤りがない',
    table: { caption: '3-2-1-1-0 ルール', head: ['ルール', '現状', '判定'] },
    rule: {
      copies: 'コピーは 3 つ（仮想マシン自身を含む）',
      media: '媒体は 2 種類',
      offsite: '1 つは別の場所',
      immutable: '1 つはオフラインまたは変更不可',
      verified: 'リストアを試して誤り 0',
    },
    met: '満たす',
    missed: '満たさない',
    yes: 'あり',
    no: 'なし',
    daily: (gib, megabits) =>
      `1 日に ${size(gib)} を送ります。回線には ${withUnit(megabits, 'Mbit/s', 0)} が必要です。`,
    line: (seconds, keepsUp) =>
      `この回線では 1 日分に ${duration(seconds)}かかり、${keepsUp ? '間に合います。' : '間に合いません。'}`,
    seed: (gib, seconds) => `最初の ${size(gib)} には ${duration(seconds)}かかります。`,
  },
  keep: {
    json: '計画を JSON で保存',
    jsonAbout: 'コマンド「backup --json」と同じ文書です。すべての仮想マシンの時刻表を含みます。',
  },
  status: {
    computing: '計算しています…',
    failed: (message) => `計算に失敗しました：${message}`,
    sources: '初期値の出典',
    per: (value, unit) => withUnit(value, unit),
  },
  units: {
    hours: '時間',
    minutes: '分',
    days: '日',
    gib: 'GiB',
    rate: 'MiB/s',
    megabits: 'Mbit/s',
    years: '年',
  },
  everyHours: (hours) =>
    hours === 24 ? '1 日ごと' : hours === 1 ? '1 時間ごと' : `${hours} 時間ごと`,
  methodUnits: (method: BackupMethod) =>
    method.units
      .map((unit) => ({ data: 'データ', disk: '仮想ディスク', machine: '仮想マシン全体' })[unit])
      .join('、'),
};
