import type { BreakEven } from '../../model/licensing/break-even.ts';
import type { Software } from '../../model/licensing/terms.ts';
import { formatFor } from '../format.ts';
import type { LicensingWords } from '../licensing.ts';
import { moneyFormat } from '../money-format.ts';

const format = formatFor('ja');
const { count, number, percent } = format;

const software: LicensingWords['software'] = {
  windows: 'Windows Server',
  rhel: 'RHEL',
  sles: 'SLES',
  sql: 'SQL Server',
  oracle: 'Oracle Database',
};

const per: LicensingWords['per'] = { once: '買い切り', year: '年額', month: '月額' };

const layer: LicensingWords['layer'] = {
  hypervisor: 'ハイパーバイザー',
  guest: 'ゲスト OS',
  database: 'データベース',
  storage: 'ストレージ',
  backup: 'バックアップ',
};

const along: LicensingWords['along'] = {
  'machines-per-host': 'ホスト 1 台の Windows VM',
  'cores-per-cpu': 'CPU あたりのコア',
  years: '年数',
};

export const licensingWords: LicensingWords = {
  format,
  money: moneyFormat('ja'),
  software,
  step: {
    'host-group': (s) =>
      `CPU ${count(s.sockets)} 個、各 ${count(s.coresPerSocket)} コアのホスト ${count(s.hosts)} 台`,
    'cores-present': (s) => `ホスト 1 台のコア数: ${count(s.value)}`,
    'cpu-minimum': (s) => `CPU ごとに最低 ${count(s.minimum)}: ${count(s.value)}`,
    'host-minimum': (s) => `ホストごとに最低 ${count(s.minimum)}: ${count(s.value)}`,
    'core-factor': (s) => `× 係数 ${number(s.factor, 2)}（切り上げ）: ${count(s.value)}`,
    'sockets-present': (s) => `ホスト 1 台のソケット数: ${count(s.value)}`,
    'sockets-covered': (s) => `ソケット ${count(s.each)} 個ごとに 1（切り上げ）: ${count(s.value)}`,
    'cores-of-cpu': (s) => `CPU の ${count(s.limit)} コアごとに 1: ${count(s.value)}`,
    'cores-of-host': (s) => `ホストの ${count(s.limit)} コアごとに 1: ${count(s.value)}`,
    'whole-host': () => 'ホスト 1 台に 1',
    'memory-of-host': (s) => `メモリー ${count(s.limitGib)} GiB ごとに 1: ${count(s.value)}`,
    sets: (s) =>
      `ゲスト ${count(s.machines)} 台、1 組で ${count(s.each)} 台: ${count(s.sets)} 組で ${count(s.value)}`,
    unlimited: (s) => `ゲスト数は無制限（ここでは最大 ${count(s.machines)} 台）`,
    'times-hosts': (s) => `× ホスト ${count(s.hosts)} 台: ${count(s.value)}`,
    machines: (s) => `VM の数: ${count(s.value)}`,
    'machines-covered': (s) =>
      `${count(s.each)} 台ごとに 1（合計で一度だけ切り上げ）: ${count(s.value)}`,
    'machine-group': (s) =>
      s.minimum > s.vcpus
        ? `vCPU ${count(s.vcpus)} の VM ${count(s.machines)} 台、1 台あたり最低 ${count(s.minimum)}: ${count(s.value)}`
        : `vCPU ${count(s.vcpus)} の VM ${count(s.machines)} 台: ${count(s.value)}`,
    'vcpus-covered': (s) => `vCPU ${count(s.each)} 個ごとに 1（切り上げ）: ${count(s.value)}`,
    'tib-claimed': (s) => `使う容量（TiB）: ${count(s.value)}`,
    'tib-included': (s) => `含まれる ${number(s.included, 2)} TiB を引く: ${count(s.value)}`,
    'nothing-to-license': () => '買うライセンスはありません',
    sum: (s) => `合計: ${count(s.value)}`,
    'order-minimum': (s) => `1 回の注文は最低 ${count(s.minimum)}: ${count(s.value)}`,
    packs: (s) => `${count(s.size)} 個入りのパック: ${count(s.value)} パック`,
  },
  lineNote: {
    'own-quote': () => '自分の見積もり',
    'price-missing': () => '引用できる価格がありません。見積もりを入力してください',
    'support-missing': () => '保守の購入が必須ですが、価格が不明なため含んでいません',
    'sources-differ': () => '出典により価格が異なります',
    'other-term': (n) => `${n.taken} 年契約の価格です（指定は ${n.wanted} 年）`,
    'needs-support': () => '必須の保守または SA を含みます',
    'sale-uncertain': () => 'いまも販売されているか確かではありません。見積もりで確かめてください',
  },
  note: {
    'not-licensed': (n) =>
      `${software[n.which]} が動く VM が ${count(n.machines)} 台ありますが、ライセンスを選んでいません。`,
    'nothing-covers': (n) =>
      `${software[n.which]} の VM ${count(n.machines)} 台を賄える製品がありません。`,
    'unknown-product': (n) => `製品「${n.product}」はカタログにありません。`,
    'host-too-large': (n) => `${n.product} は ${count(n.sockets)} ソケットのホストでは使えません。`,
    assumed: (n) =>
      `${count(n.machines)} 台は、指定された割合に従って ${software[n.which]} が動くものと仮定しています。構成情報には記載がありません。`,
    'labels-unknown': (n) => `${count(n.machines)} 台は OS が分かりません。`,
    'bound-not-accepted': (n) =>
      `${n.product} では VM をホストに固定する規則が認められず、クラスターの全ホストを数えます。`,
    'included-tib': (n) => `${n.product} にはストレージ ${number(n.tib, 2)} TiB が含まれます。`,
  },
  excluded: {
    'other-hypervisor': '別のハイパーバイザーが条件',
    'host-too-large': 'ソケット数の上限を超過',
    'price-missing': '価格が不明',
    'rate-missing': '為替レートが未入力',
  },
  metric: {
    core: 'コア',
    socket: 'ソケット',
    host: 'ホスト',
    vm: 'VM',
    vcpu: 'VM の vCPU',
    workload: 'ワークロード',
    tib: 'TiB',
    none: 'なし',
  },
  layer,
  per,
  numbers: {
    hosts: 'ホスト',
    socketsPerHost: 'ホストあたりの CPU',
    coresPerSocket: 'CPU あたりのコア',
    machines: 'VM',
    vcpusPerMachine: 'VM あたりの vCPU',
    windows: 'うち Windows Server',
    sql: 'うち SQL Server',
    oracle: 'うち Oracle Database',
    rhel: 'うち RHEL',
    sles: 'うち SLES',
    claimedTib: 'vSAN が使う容量（TiB）',
  },
  mobility: {
    bound: '規則で各 VM をホストに固定する',
    failover: '移動するが、負荷は均等に保つ（故障時も）',
    anywhere: 'どのホストにもすべての VM が集まりうる',
  },
  along,
  notQuote:
    '見積もりではありません。価格は公表されたリスト価格とその日付です。条件は変わるため、契約の内容は必ずベンダーに確かめてください。',
  years: (value) => `${count(value)} 年`,
  packs: (packs, size) =>
    size === 1 ? count(packs) : `${count(size)} 個入り × ${count(packs)} パック`,
  price: (amount, licences, offered) => `${count(licences)} ライセンスの${per[offered]} ${amount}`,
  asOf: (date) => `${date} 時点`,
  span: (low, high) => `${low}〜${high}`,
  support: (ratio) => `保守 年 ${percent(ratio)}`,
  proof: (which, cost, isOptimal, bound) =>
    isOptimal
      ? `${software[which]}: ${cost}。この条件で認められる組み合わせに、これより安いものはありません（証明済み）。`
      : `${software[which]}: ${cost}。${bound} より安い組み合わせはありません。`,
  alone: (product, cost) => `${product.name} だけの場合: ${cost}`,
  unpriced: (which) =>
    `${software[which]}: 数は出せますが、価格がないため最も安い方法は選べません。見積もりを入力してください。`,
  change: (at: number, product: string, what: BreakEven['along']) => {
    switch (what) {
      case 'machines-per-host':
        return `ホスト 1 台に ${count(at)} 台から: ${product}`;
      case 'cores-per-cpu':
        return `CPU あたり ${count(at)} コアから: ${product}`;
      case 'years':
        return `${count(at)} 年目から: ${product}`;
    }
  },
  kind: (runs: readonly Software[], machines: number) =>
    `${runs.length === 0 ? '対象なし' : runs.map((which) => software[which]).join(' + ')}（${count(machines)} 台）`,
  breakEvenTitle: (what, of) => `${along[what]}（${layer[of]}）`,
  tool: {
    lead: '何にいくつライセンスが要るのか、その理由と、条件の範囲で最も安い買い方を示します。8 つの数だけで計算できます。読み込んだ環境の計画から数えることもできます。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が要ります。使っている規則は「計算方法」のページで説明しています。',
    loading: 'ツールを読み込んでいます…',
    failed: '計算に失敗しました。このサイトの不具合です。ページを読み込み直してください。',
    busy: '計算中…',
    source: '数える対象',
    fromNumbers: '数を入力',
    fromFleet: '読み込んだ環境の計画',
    noFleet: '先に構成情報を開くか、数を入力してください。',
    impossible:
      'このホストにはすべての VM を配置できないため、数えられません。理由は統合プランナーで確かめられます。',
    choices: '製品と条件',
    hypervisor: 'ハイパーバイザー',
    storage: 'vSAN 追加容量',
    backup: 'バックアップ',
    none: '数えない',
    eras: { '2008': '報告書の時代（2008 年）', today: '現在（2026 年）' },
    cheapestOf: (name) => `最も安い方法: ${name}`,
    mobility: 'VM の移動先',
    years: '合計の年数',
    term: 'サブスクリプションの契約年数',
    withSupport: '永久ライセンスの保守も加える（価格が分かるもの）',
    currency: '合計の通貨',
    currencies: { JPY: '円', USD: '米ドル', EUR: 'ユーロ' },
    rate: (currency) => `1 ${currency}の円換算`,
    rateHint: '為替レートは用意していません。',
    tax: '加える税率（%）',
    assumed: '構成情報にない場合の仮定',
    assumedShare: (name) => `${name} の割合（%）`,
    total: (years) => `${count(years)} 年間の合計`,
    totalUnknown: '為替レートを入力すると合計できます',
    totalIncomplete: '価格のない製品は含みません',
    included: (tax) => `うち税 ${tax}`,
    estate: '数えたホストと VM',
    estateLine: (hosts, sockets, cores, machines) =>
      `ホスト ${count(hosts)} 台（CPU ${count(sockets)} 個、${count(cores)} コア）、VM ${count(machines)} 台`,
    lines: '明細',
    columns: {
      product: '製品',
      counted: 'ライセンス数',
      packs: '注文',
      price: '価格',
      amount: '金額',
      metric: '数える単位',
    },
    because: '数の理由',
    formula: '金額の求め方',
    formulaLine: (packs, price, amount) => `${packs} × ${price} = ${amount}`,
    sources: '出典',
    quote: '自分の見積もり',
    quoteAmount: (licences, offered) => `${count(licences)} ライセンスの${per[offered]}`,
    quoteCurrency: '通貨',
    quoteSupport: '年間の保守（価格の %）',
    quoteRemove: '見積もりを取り消す',
    cheapest: '最も安い方法か',
    excluded: '対象にしなかった製品',
    hypervisors: 'ほかのハイパーバイザーの場合',
    hypervisorsTable: 'ハイパーバイザー別のライセンス',
    hypervisorColumns: {
      product: 'ハイパーバイザー',
      own: 'その製品のライセンス',
      total: 'すべてのライセンス',
      missing: '価格なし・要確認',
    },
    breakEven: '損益分岐点',
    breakEvenLead: '最初のホストと同じ 1 台で比べます。注文の下限は除いています。',
    options: 'クラスターやホストを変えると安くなるか',
    optionsLead:
      'ライセンスの要る VM を専用のクラスターに集める分け方をすべて計画し、それぞれに予備ホストを置いて金額を求めます。ホスト種別も比べます。',
    optionsAsk: '比べる',
    clusters: 'ライセンスの要る VM を集めるクラスター',
    clusterColumns: {
      division: 'クラスターの分け方',
      hosts: 'ホスト',
      licences: 'ライセンス',
      hardware: 'ハードウェア',
      worth: 'ホストがこれより安ければ得',
    },
    clustersTogether: '分けない方がよいという結果です。どの分け方も安くなりません。',
    clustersApart: (saved) =>
      `最も安い分け方では、増えるホストも含めて、1 つのクラスターより ${saved} 安くなります。`,
    clustersUnpriced:
      'ホストの価格がないため、ホストの増えない分け方だけを選んでいます。ほかの分け方には、得になるホストの価格を示します。',
    clustersOne: 'VM が 1 種類だけなので、分け方はありません。',
    hostTypes: '大きいホストを少なく、か、小さいホストを多く、か',
    hostTypeColumns: {
      type: 'ホスト',
      count: '台数',
      licences: 'ライセンス',
      hardware: 'ハードウェア',
      sum: '合わせて',
    },
    mix: '配置計算で見つけた組み合わせ',
    bound: (amount) => `これらのホスト種別で ${amount} より安い計画はありません（証明済み）。`,
    hostTypesOne: '統合プランナーで 2 つ目のホスト種別を加えると比べられます。',
    download: 'CSV をダウンロード',
    print: '1 ページに印刷',
    method: 'ライセンスの数え方',
    cost: (value) => value,
    yes: 'はい',
  },
  csv: {
    file: 'licences.csv',
    head: [
      '製品',
      '単位',
      'ライセンス数',
      'パック数',
      'パックの大きさ',
      '価格',
      '価格のライセンス数',
      '支払い',
      '通貨',
      '価格の時点',
      '金額',
      '下限',
      '上限',
      '式',
      '理由',
      '注記',
    ],
  },
};
