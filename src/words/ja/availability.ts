import type { AvailabilityWords } from '../availability.ts';
import { formatFor } from '../format.ts';

const { count, number, percent, names } = formatFor('ja');
const hosts = (n: number) => `ホスト ${count(n)} 台`;
const vms = (n: number) => `仮想マシン ${count(n)} 台`;

const duration = (seconds: number) => {
  if (seconds < 120) return `${number(seconds)} 秒`;
  if (seconds < 7200) return `${number(seconds / 60)} 分`;
  if (seconds < 172_800) return `${number(seconds / 3600)} 時間`;
  return `${number(seconds / 86_400)} 日`;
};

/** 障害と可用性のツールの文言。 */
export const ja: AvailabilityWords = {
  page: {
    lead: 'どのホスト、どの 2 台、どのラックが、どの時刻に止まっても再起動できるか。受け入れ制御のどの方式が約束を守るか。仮想マシンは年に何時間止まり、予備ホスト、2 枚目のカード、早い検知はそれをどれだけ縮めるか。お手元の構成で、すべての障害を試し、何年分もの運用をこのブラウザーの中で模擬します。',
    loading: '読み込み中…',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。計算の方法は、なくても読めます。',
    method: '計算の方法',
  },
  steps: {
    fleet: '対象のサーバー',
    cluster: 'クラスター',
    survival: 'すべての障害を試す',
    admission: '受け入れ制御の比較',
    years: '何年もの可用性',
    site: '別の拠点',
  },
  noFleet: '上で対象のサーバーを読み込むと、結果が表示されます。',
  impossible: 'この構成では計画を立てられないため、障害を試すクラスターがありません。',
  working: (doneRatio) => (doneRatio === null ? '計算中…' : `計算中… ${percent(doneRatio)}`),
  failed: (message) => `計算に失敗しました: ${message}`,
  stale: '設定がその後変わっています。これは変更前の設定での結果です。',
  how: '計算の方法',
  unknown: '不明',
  known: (label) => `${label}: わかっている`,
  duration,
  hours: (value) =>
    value >= 1
      ? `${number(value, 2)} 時間`
      : value * 60 >= 1
        ? `${number(value * 60, 2)} 分`
        : `${number(value * 3600, 2)} 秒`,
  moreNames: (n) => `ほか ${count(n)} 台`,
  fields: {
    tolerate: {
      label: '同時に止まってよいホスト',
      help: 'どの組み合わせが止まっても全時間帯で置き場所があるだけの空きを、計画に確保します。',
      unit: '台',
    },
    failureTarget: {
      label: '障害中の使用率の上限',
      help: '残ったホストをどこまで使ってよいか。',
      unit: '%',
    },
    failures: {
      label: '同時に止めてみるホスト',
      help: 'すべての組み合わせを試します。多すぎるときは抽出し、その旨を示します。',
      unit: '台',
    },
    racks: {
      label: 'ラック',
      help: 'ホストを順に割り振ります。ラックは丸ごと止まります。',
      unit: '本',
      off: '試さない',
      on: 'ラックも止めてみる',
    },
    rounds: {
      label: '起動を求める回数',
      help: '対象の全台が何度も起動を求めます。多く受け入れる方式がどうなるかを見るためです。',
      unit: '回',
    },
    cpuReservation: {
      label: '各仮想マシンの CPU 予約',
      help: '計画上の CPU に対する割合。受け入れ制御は使用量ではなく予約を数えます。',
      unit: '%',
    },
    memoryReservation: {
      label: '各仮想マシンのメモリー予約',
      help: '計画上のメモリーに対する割合。予約がなければ、受け入れ制御には何も見えません。',
      unit: '%',
    },
    reserved: {
      label: '割合方式で空けておく割合',
      help: 'ベンダーの推奨は「障害台数 ÷ ホスト台数」です。',
      unit: '%',
      off: '障害台数 ÷ ホスト台数',
      on: '別の割合にする',
    },
    slotCpu: {
      label: 'スロットの上限（CPU）',
      help: 'これより大きい仮想マシンは複数のスロットを使います。',
      unit: 'MHz',
      off: '最大の予約',
      on: 'スロットに上限を設ける',
    },
    slotMemory: {
      label: 'スロットの上限（メモリー）',
      help: 'これより大きい仮想マシンは複数のスロットを使います。',
      unit: 'GiB',
      off: '最大の予約',
      on: 'スロットに上限を設ける',
    },
    years: { label: '1 回の模擬の長さ', help: '1 回がクラスターの一生です。', unit: '年' },
    runs: { label: '模擬の回数', help: '4 倍にすると信頼区間が半分になります。', unit: '回' },
    hostMtbf: {
      label: 'ホストの故障間隔',
      help: '修理から次の故障までの平均。初期値は、年に 4～10 % のサーバーという報告の上限です。',
      unit: '年',
    },
    hostMttr: {
      label: 'ホストの修理時間',
      help: '部品の手配も含む平均。初期値は、ラックの復旧に 1～6 時間という報告の上限です。',
      unit: '時間',
    },
    cardMtbf: {
      label: '仮想マシン用カードの故障間隔',
      help: '不明ならカードを除きます。切り離された仮想マシンは誰も再起動しません。',
      unit: '年',
    },
    cardCount: { label: 'ホストのカード', help: '2 枚以上はチーミングします。', unit: '枚' },
    storageMtbf: {
      label: 'ストレージコントローラーの故障間隔',
      help: '2 台のうち 1 台が動けば足ります。不明ならストレージを除きます。',
      unit: '年',
    },
    crashes: {
      label: '仮想マシン自体の異常終了（年あたり）',
      help: '不明なら除きます。',
      unit: '回',
    },
    crashSeconds: {
      label: '異常終了からの復帰',
      help: '誰が再起動するにせよ、動き出すまで。',
      unit: '秒',
    },
    detection: {
      label: '障害から最初の起動まで',
      help: '検知、判定、フェンシング、ロックの失効。初期値は vSphere HA の 18 秒です。',
      unit: '秒',
    },
    starts: { label: '1 台のホストで同時に起動する数', help: '残りは順番を待ちます。', unit: '台' },
    boot: { label: 'ゲストの起動', help: '実測に置き換えてください。', unit: '秒' },
    application: {
      label: 'アプリケーションの起動',
      help: '実測に置き換えてください。',
      unit: '秒',
    },
    hourCost: {
      label: '仮想マシン 1 台が 1 時間止まる損失',
      help: '通貨は対策の費用と同じもの。不明なら費用は示しません。',
      unit: '',
    },
    spareHosts: { label: '比べる予備ホスト', help: '現在のクラスターに加える台数。', unit: '台' },
    teamedCards: { label: '比べるカードの枚数', help: '各ホストでチーミングします。', unit: '枚' },
    fasterDetection: { label: '比べる検知時間', help: '障害から最初の起動まで。', unit: '秒' },
    fasterRepair: {
      label: '比べる修理時間',
      help: '予備の部品を手元に置いた場合など。',
      unit: '時間',
    },
    measureCost: (of) => ({
      label: `年間費用: ${of}`,
      help: '不明なら損得を示しません。',
      unit: '',
    }),
    siteHosts: { label: '別の拠点のホスト', help: '先頭の種類のホスト。', unit: '台' },
    interval: { label: 'レプリケーションの間隔', help: '非同期のときだけ使います。', unit: '分' },
    change: {
      label: '1 日に書き込む量',
      help: '割り当てた全ディスクに対する割合。ここでの結果を左右するので、実測してください。',
      unit: '%',
    },
    peak: { label: '最も多い時間と平均の比', help: '書き込む量について。', unit: '倍' },
    line: { label: '拠点間の回線', help: 'レプリケーション専用の帯域。', unit: 'Mb/s' },
    distance: { label: '回線の長さ', help: '光は 1 km に 4.9 µs かかります。', unit: 'km' },
    decision: { label: '切り替えの判断まで', help: '拠点を失ったと決めるまで。', unit: '分' },
    promotion: { label: '複製を書き込み可能にするまで', help: '別の拠点での作業。', unit: '分' },
    rpo: { label: '失ってよい更新（RPO）', help: '目標。', unit: '分' },
    rto: { label: '止まってよい時間（RTO）', help: '目標。', unit: '分' },
    hostsHere: { label: 'またがるクラスター: この拠点のホスト', help: '1 台に 1 票。', unit: '台' },
    hostsThere: {
      label: 'またがるクラスター: 別の拠点のホスト',
      help: '1 台に 1 票。',
      unit: '台',
    },
  },
  choices: {
    mode: 'レプリケーション',
    modes: { asynchronous: '非同期', synchronous: '同期' },
    witness: '第三の場所のウィットネス',
    witnesses: { yes: 'あり（1 票）', no: 'なし' },
    quorum: 'クォーラム',
    quorums: { majority: '全票の過半数', none: 'なし' },
  },
  groups: {
    rates: '故障と修理',
    restart: '障害から復帰まで',
    measures: '比べる対策',
    simulation: '模擬',
    replication: 'レプリケーション',
    recovery: '復旧',
    stretched: '両拠点にまたがるクラスター',
  },
  cluster: {
    about: (hostCount, workloads) => `計画は${hosts(hostCount)}に${vms(workloads)}です。`,
    elsewhere: 'ホストの種類と条件は、集約プランナーのものを使います。',
    toPlanner: '集約プランナーで変更する',
  },
  survival: {
    tolerates: (tolerated, tried) =>
      tolerated >= tried
        ? `どの ${hosts(tolerated)}がいつ止まっても、すべて再起動できます。`
        : tolerated === 0
          ? '止まると置き場所のない仮想マシンが出るホストがあります。'
          : `どの ${hosts(tolerated)}がいつ止まっても再起動できますが、同時に ${tried} 台では足りない組み合わせがあります。`,
    figure: '台まで同時に止まってよい',
    levels: '障害ごとに、置き場所のない仮想マシン',
    levelsHead: [
      '同時に失う',
      '試した組み合わせ',
      '足りない組み合わせ',
      '最悪の組み合わせ',
      '時刻',
      '動いていた台数',
      '置けない台数',
      '証明された下限',
    ],
    sampled: (checked, all) => `${count(all)} 通りから ${count(checked)} 通りを抽出`,
    rack: 'ラック 1 本',
    map: '置き場所のない仮想マシン（ホストと時刻）',
    mapAbout:
      '緑のところは、すべて再起動できます。色が強いほど、そのホストがその時刻に止まったときに置き場所のない仮想マシンの割合が大きくなります。',
    pairs: '置き場所のない仮想マシン（2 台の組み合わせ）',
    pairsAbout: 'それぞれの組み合わせで最悪の時刻の値です。',
    host: 'ホスト',
    hour: '時刻',
    worstHour: '最悪の時刻',
    cell: (host, hour, unplaced) => `${host}・${hour}・${vms(unplaced)}が置けない`,
    pairCell: (a, b, unplaced) => `${a} と ${b}・${vms(unplaced)}が置けない`,
    grouped: (perRow) => `1 行は${hosts(perRow)}をまとめ、最悪の値を示します。`,
    legendNone: 'すべて再起動',
    legendAll: '1 台も再起動しない',
    unrestartable: '再起動できないことがある仮想マシン',
    unrestartableHead: ['仮想マシン', '障害 × 時刻の数'],
    nobody: '試した障害では、再起動できない仮想マシンはありません。',
    download: 'すべての値（JSON）',
    smallest: 'これに耐える最小の構成を探す',
    smallestIs: (hostCount, present) =>
      hostCount === present
        ? `${hosts(hostCount)}で、計画と同じです。`
        : hostCount < present
          ? `${hosts(hostCount)}で足り、計画より少なくて済みます。`
          : `${hosts(hostCount)}が必要です。計画は ${count(present)} 台です。`,
    smallestNone:
      '見つかりませんでした。この種類のホストを足しても解決しないか、台数が多くなりすぎます。',
    smallestBy: (parts) => names(parts),
    extras: '現在のクラスターに足すホスト',
    extrasHead: ['ホストの種類', '追加', '価格'],
    extraNone: (tried) => `${tried} 台まででは解決しない`,
    extraZero: '不要（すでに耐える）',
    cheapest: '最安',
    fewest: '最少',
    noPrices: '価格が不明なため、台数の少なさで選んでいます。価格は集約プランナーで入力できます。',
    steps: [
      'それぞれの障害を毎時、その時刻に各仮想マシンが必要とする量で試します。残ったホストの仮想マシンは動かしません。',
      'まず順に割り振ります。入らなければ、大きいものから最も空いたホストへ、次に置けなかったものから置き直します。全部は入らないとわかっているときは、小さいものから最も詰まったホストへ置きます。',
      'どう置いても救えない数は証明します。どの残ったホストにも入らないものと、あるリソースの空きの合計を超えるものです。40 台までは、決めた手数の中であらゆる置き方を試します。',
    ],
  },
  admission: {
    about: (hostCount, asked, failures) =>
      `${hosts(hostCount)}に${vms(asked)}が順に起動を求め、${failures} 台の停止に備えます。断られたものは飛ばします。`,
    table: '同じホストでの受け入れ制御の比較',
    head: [
      '方式',
      '起動した台数',
      '約束',
      '最悪の障害の後に起動できる',
      '必要な量を得られる',
      '平常時に上限を超えるホスト',
    ],
    policies: {
      none: 'なし（過剰割り当て）',
      slots: 'スロット',
      percentage: '割合',
      dedicated: '専用ホスト',
      proof: '再配置による証明',
    },
    promises: (failures) => (failures === null ? 'なし' : hosts(failures)),
    restarted: (restarted, lost) =>
      restarted === lost ? `${count(lost)} 台すべて` : `${count(lost)} 台中 ${count(restarted)} 台`,
    slots: (cpu, memory, total, used) =>
      `1 スロットは ${cpu}・${memory} で、それぞれ最大の予約です。${count(total)} スロットのうち ${count(used)} を使用中。仮想マシンがスロットを満たさない分は無駄になります。`,
    percentage: (cpu, memory, kept) =>
      `全ホストの合計で空いているのは、CPU ${percent(cpu)}、メモリー ${percent(memory)}。空けておく割合は ${percent(kept)}。どれか 1 台に入るかどうかは見ていません。`,
    ended: (refused) => `証明による方式は、続けて ${count(refused)} 台を断ったところで終えました。`,
    chart: '起動した台数と、最悪の障害の後に使える台数',
    steps: [
      'スロット: 最大の CPU 予約と最大のメモリー予約を 1 スロットとし、大きいホストから止めて、残りに全台が入るかを見ます（vSphere Availability）。',
      '割合:（合計 − 予約）÷ 合計 が、CPU でもメモリーでも決めた割合を下回らないようにします。',
      '専用ホスト: 大きいホストから決めた台数を空けておきます。なし: 予約の空きがあれば起動します。',
      '証明: 全時間帯に入り、かつ、それを加えてもすべての障害を毎時に再配置できるときだけ起動します。',
      '「起動できる」は予約を、「必要な量を得られる」は最悪の時刻の使用量を、障害中の上限のもとで再配置します。配置の規則は使いません。',
    ],
  },
  years: {
    simulate: (years, runs) => `${number(years * runs)} 年分を模擬する`,
    again: 'もう一度模擬する',
    stop: '中止',
    figure: '仮想マシン 1 台の年間停止時間（平均）',
    interval: (low, high) => `95 % 信頼区間: ${low}～${high}`,
    nines: (value) =>
      value === null ? '一度も止まりませんでした' : `ナイン ${number(value, 2)} 個`,
    allMachines: (hoursText, machines) => `全 ${count(machines)} 台の合計で ${hoursText}`,
    cost: (money) => `1 時間の損失から、年に ${money}`,
    left: {
      card: 'ネットワークカードは、故障の頻度が不明なため除いています。',
      shared: 'ストレージは、故障の頻度が不明なため除いています。',
      vm: '仮想マシン自体の異常終了は、頻度が不明なため除いています。',
      cost: '費用は、1 時間の損失が不明なため示していません。',
    },
    convergence: '平均が落ち着くまで',
    convergenceAbout: 'それまでの回の平均と 95 % 信頼区間です。直線は式による値です。',
    runsAxis: '回',
    hoursAxis: (unit) => `年あたり（${unit}）`,
    units: { h: '時間', min: '分', s: '秒' },
    closedForm: '式による値',
    convergenceHead: ['回数', '平均', '下限', '上限'],
    causes: '原因別の内訳',
    causesHead: ['原因', '模擬', '式'],
    cause: {
      restart: 'ホスト障害後の再起動',
      waiting: 'どのホストにも空きがない',
      network: 'ホストのカードがすべて故障',
      shared: 'ストレージの停止',
      crash: '仮想マシン自体の異常終了',
    },
    checks: '厳密な値との照合',
    checksHead: ['量', '模擬（95 % 信頼区間）', '厳密な値', '式'],
    hostUp: 'ホストが動いている割合',
    hostUpFormula: 'MTBF ÷（MTBF + MTTR）',
    enough: (needed, all) => `${all} 台のうち ${needed} 台以上が動いている割合`,
    enoughFormula: 'Σ C(n, j)・uⁿ⁻ʲ・(1 − u)ʲ、j = 0 … n − k',
    within: '区間内',
    never: '反対の状態はこの年数では一度も起きず',
    outside: '区間外',
    measures: '対策ごとの効果',
    measuresAbout:
      '同じ故障のもとで回ごとに比べるので、差はそれぞれの値よりずっと正確にわかります。',
    measuresHead: [
      '対策',
      '年間停止時間',
      '短縮',
      '95 % 信頼区間',
      '年間の損失の減少',
      '費用を引いた得',
    ],
    measure: (measure) => {
      switch (measure.kind) {
        case 'spare':
          return `予備ホスト ${count(measure.hosts)} 台の追加`;
        case 'teaming':
          return `カード ${count(measure.cards)} 枚のチーミング`;
        case 'detection':
          return `${duration(measure.detectionSeconds)}での検知`;
        case 'repair':
          return `${number(measure.mttrHours)} 時間での修理`;
      }
    },
    refused: {
      'card-unknown': 'カードの故障間隔が必要',
      'changes-nothing': '現状と同じ',
    },
    services: 'サービス',
    servicesAbout:
      'アプリケーションは全台が必要です。別々のホストに置く仮想マシンどうしは、互いの代わりになります。',
    servicesHead: ['サービス', '必要な台数', '仮想マシン', '年間停止時間', 'ナイン'],
    needs: { all: '全台', any: '1 台' },
    machines: '停止時間の長い仮想マシン',
    machinesHead: ['仮想マシン', '年間停止時間'],
    reported: '報告されている故障の値',
    steps: (years, runs, seed) => [
      `${number(years)} 年を ${count(runs)} 回、シードは ${count(seed)}。故障と修理までの時間は指数分布で、部品ごとに別の乱数列を使います。スレッドの数で結果は変わりません。`,
      '止まったホストの仮想マシンは、大きいものから、その時刻に必要な量を載せて最も空いているホストに置きます。空きがなければ待ち、毎時と修理のたびに試し直します。',
      '修理が済んだホストには、元の仮想マシンを動かしたまま戻します。カードがすべて故障したホストの仮想マシンは、誰も気づかないため、届かないまま残ります。',
      '区間は 平均 ± t・s ÷ √回数。式は、故障の回数 × 復帰までの時間に、n 台のうち j > k 台が止まっている間の (j − k) ÷ (n − k) とほかの原因を加えたもので、重なりは除いていません。',
    ],
  },
  site: {
    about:
      '拠点を丸ごと失ったとき、別の拠点で何が、どれだけ後に動き出し、直前の更新がどれだけ失われるか。',
    restarted: (restarted, all) =>
      restarted === all
        ? `${vms(all)}すべてが別の拠点で起動します。`
        : `${vms(all)}のうち ${count(restarted)} 台が別の拠点で起動します。`,
    noHosts: '別の拠点にホストがないため、何も起動しません。',
    needed: (needed) =>
      needed === null
        ? '先頭の種類のホストを何台並べても、すべては収まりません。'
        : `先頭の種類の${hosts(needed)}で、すべて収まります。`,
    rpo: '失われる更新（最大）',
    rto: '最後のアプリケーションが応答するまで',
    met: '目標内',
    missed: '目標を超過',
    verdict: {
      holds: '回線は、最も多い時間の更新も運べます。',
      lags: '回線は平均の更新は運べますが、多い時間には遅れます。失われる更新の上限は約束できません。',
      never: '回線は平均の更新も運べません。複製は遅れ続けます。',
      unknown: '回線の速さが不明です。入力してください。',
    },
    neededLine: (megabits) => `最も多い時間には ${megabits} が必要です。`,
    firstCopy: (time) => `最初の複製には ${time}かかります。`,
    latency: (ms) => `書き込みのたびに、少なくとも ${ms} 余計に待ちます（ガラスの中の光の往復）。`,
    diskUnknown: (n) => `${vms(n)}のディスクは不明なため、数えていません。`,
    recovery: '災害からサービス再開まで',
    recoveryHead: ['段階', '時間'],
    recoveryStep: {
      decision: '判断',
      promotion: '複製を書き込み可能にする',
      boot: 'ゲストの起動（順番待ちを含む）',
      application: 'アプリケーションの起動',
    },
    stretched: '両拠点にまたがるクラスターで動き続ける側',
    stretchedHead: ['失うもの', 'この拠点の票', '別の拠点の票', 'この拠点', '別の拠点', '結果'],
    failure: {
      here: 'この拠点',
      there: '別の拠点',
      witness: 'ウィットネス',
      link: '拠点間の回線',
      'link-and-witness': '回線とウィットネス',
    },
    of: (own, all) => `${count(all)} 票中 ${count(own)} 票`,
    runs: '動き続ける',
    stops: '止まる',
    gone: '失われた',
    split: 'スプリットブレイン（両側が書き込む）',
    stopsAll: 'すべて止まる',
    goesOn: '継続',
    tight: '継続するが全台は収まらない',
    steps: [
      '非同期: 間隔 T の更新は r·T ÷ B で届くので、最大で T + r·T ÷ B が失われます。同期: 回線がすべての書き込みを運べる限り、失われません。',
      '起動は順番に行い、⌈n ÷（ホスト × 同時起動数）⌉ × 起動時間。その前に判断と複製の切り替え、後にアプリケーションの起動があります。',
      '全票の過半数を持つ側が動き続けます。回線だけが切れたとき、ウィットネスはこの拠点に投票します。',
    ],
  },
};
