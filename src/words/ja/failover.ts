import { className } from '../class-name.ts';
import type { FailoverWords } from '../en/failover.ts';
import { formatFor } from '../format.ts';

const format = formatFor('ja');

const knownClasses = { all: 'すべて' };

const network: FailoverWords['network'] = {
  public: '公開ネットワーク',
  management: '移行・ハートビート用ネットワーク',
  storage: 'ストレージネットワーク',
};

const resource: FailoverWords['resource'] = {
  cpu: 'CPU',
  memory: 'メモリー',
  disk: 'ディスク容量',
  iops: 'ディスクの処理数',
  throughput: 'ディスクの転送量',
  network: 'ネットワーク',
  vcpu: 'コアあたりの vCPU',
};

function duration(seconds: number): string {
  if (seconds < 120) return format.withUnit(seconds, '秒', seconds < 10 ? 1 : 0);
  if (seconds < 7200) {
    const rest = Math.round(seconds % 60);
    const minutes = Math.floor(seconds / 60) + (rest === 60 ? 1 : 0);
    return rest % 60 === 0 ? `${minutes} 分` : `${minutes} 分 ${rest} 秒`;
  }
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  return rest === 0
    ? `${format.count(minutes / 60)} 時間`
    : `${Math.floor(minutes / 60)} 時間 ${rest} 分`;
}

const log: Record<string, string> = {
  silent: 'ハートビートが途絶えました',
  declared: '障害と判定されました',
  fenced: '電源インターフェースから停止させられました',
  'fencing-impossible': '電源インターフェースが応答せず、フェンシングできません',
  'taken-over': '引き継ぎが始まり、仮想マシンは別のホストに配置されます',
  'lock-held': '障害と判定されましたが動作中で、ロックが二重起動を防いでいます',
  'runs-twice': '動作中のまま引き継がれ、仮想マシンが二重に動いています',
  isolated: 'どのホストの応答も得られず、孤立と判定しました',
  'quorum-lost': '過半数を失いました',
  'self-fenced': '自分をリセットしました',
  'nobody-acts': '引き継げるホストがありません',
  'storage-given-up': 'ストレージを失い、仮想マシンを手放しました',
  'moved-for-network': '公開ネットワークを失い、仮想マシンを手放しました',
  'host-back': '復帰しました',
  'no-room': '空きのあるホストがありません',
  'start-failed': '起動に失敗しました',
  'moved-back': '元のホストに戻りました',
};

export const ja: FailoverWords = {
  format,
  duration,
  network,
  resource,
  page: {
    lead: 'ホスト、ネットワーク、ストレージ、電源を、1 つでも同時にいくつでも壊して、どの仮想マシンが何分止まるのか、再起動しないのはどれか、それはなぜかを確かめられます。報告書の 2 台の検証機から始めることも、自社の構成情報を読み込むこともできます。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。考え方は「方法：フェールオーバー」で説明しています。',
    loading: '読み込んでいます…',
    howTo: '計算のしかた',
    method: '方法：フェールオーバー',
    chapter: '報告書の障害監視の章',
  },
  steps: {
    presets: '報告書が壊した箇所',
    fleet: '自社の構成情報（任意）',
    break: '障害を起こす',
    rules: 'クラスターの反応',
    answer: '結果',
    charts: '時間の経過',
  },
  presets: {
    about:
      '報告書は検証機の 5 つの箇所で障害を起こしました。各ボタンは、2008 年の製品のタイマーで同じことを試します。',
    observed: '報告書の観察',
    model: 'モデルの結果',
    why: '理由',
    whyOf: {
      host: '15 秒の途絶ののち、共有ディスクを待ちながら起動します。報告書は、何台が起動したか、1 台に何秒かかったかを記していません。560 MiB ずつ読む Windows のゲスト 2 台とすると、モデルの結果も同じ範囲に収まります。',
      'virtual-machine':
        '互いを監視しているのはホストです。仮想マシンが止まってもホストは止まっていないため、どのタイマーも動きません。隣の仮想マシンと共有しているのは容量だけです。',
      'public-network':
        'ハートビートは別のネットワークを通ります。それが届いている限り、クラスターにとっては何も壊れていません。その間、利用者からはどこにも届きません。',
      'migration-network':
        'どのホストも他の応答を得られず、全台が孤立と判定するため、再起動を引き受けるホストが残りません。「動かし続ける」なら仮想マシンは動き続け、「電源を切る」ならすべて止まります。',
      'iscsi-network':
        'どのホストもディスクに届かないため、再起動できるホストがありません。ネットワークが戻るまで、仮想マシンは止まったままです。',
    },
    inside: (seconds) =>
      `すべてのゲストが ${seconds}で起動し直します。報告書では 1 分弱から 1 分 30 秒ほどでした。`,
  },
  cluster: {
    label: 'クラスター',
    help: 'どのホストで何が動いているか。',
    options: {
      'test-bed': '報告書の検証機',
      plan: '自社環境の統合計画',
      today: '自社環境の現在のホスト',
    },
    needsFleet:
      '構成情報を読み込むと、自社のクラスターを壊せます。それまでは報告書の検証機を表示します。',
    shape: (hosts, vms) => `ホスト ${format.count(hosts)} 台、仮想マシン ${format.count(vms)} 台`,
  },
  drawing: {
    title: 'クラスターと障害箇所',
    help: '印の付いた箇所はすべてボタンです。押すと壊れ、もう一度押すと元に戻ります。Tab キーで移動し、Enter キーかスペースキーで押せます。',
    point: (what, isBroken) => (isBroken ? `${what}：故障中` : `${what}を壊す`),
    machines: (count) => `VM ${format.count(count)} 台`,
    short: { public: '公開', management: 'ハートビート', storage: 'ストレージ' },
    storage: '共有ストレージ',
    manager: '管理サーバー',
    power: '電源',
    partition: '半分に分断',
    rack: (number) => `ラック ${number}`,
    card: '片方の NIC',
    more: (count) =>
      `ほかに ${format.count(count)} 台のホストがあります。下のフォームから壊せます。`,
    at: '発生時刻',
    lasts: '復旧まで',
    never: '復旧しない',
    seconds: '秒',
    none: '何も壊れていません。',
    list: '起こす障害と時刻',
    what: '箇所',
    remove: (what) => `取り消す：${what}`,
    clear: 'すべて元に戻す',
    add: '追加',
    kind: '種類',
    host: 'ホスト',
    vm: '仮想マシン',
    ofNetwork: 'ネットワーク',
    other: 'ほかの障害を加える',
    kinds: {
      host: 'ホスト',
      rack: 'ラック',
      power: 'すべての電源',
      vm: '仮想マシンの停止',
      guest: 'ゲストのハングアップ',
      network: 'ネットワーク全体',
      switch: 'ネットワークのスイッチ 1 台',
      card: 'ホストの NIC 1 枚',
      link: 'ホストの接続すべて',
      storage: '共有ストレージ',
      manager: '管理サーバー',
      partition: 'ハートビート用ネットワークの分断',
    },
    firstHosts: '片側のホストの数',
  },
  incident(incident, name) {
    switch (incident.kind) {
      case 'host':
        return `ホスト ${name('host', incident.host)}`;
      case 'rack':
        return `ラック ${incident.rack + 1}`;
      case 'power':
        return 'すべての電源';
      case 'vm':
        return `仮想マシン ${name('vm', incident.vm)}`;
      case 'guest':
        return `ゲスト ${name('vm', incident.vm)}（ハングアップ）`;
      case 'network':
        return network[incident.network];
      case 'switch':
        return `${network[incident.network]}のスイッチ 1 台`;
      case 'card':
        return `${name('host', incident.host)} の NIC 1 枚（${network[incident.network]}）`;
      case 'link':
        return `${name('host', incident.host)} の接続（${network[incident.network]}）`;
      case 'storage':
        return '共有ストレージ';
      case 'manager':
        return '管理サーバー';
      case 'partition':
        return `ハートビート用ネットワーク（先頭 ${incident.hosts} 台とほかのホストの間）`;
    }
  },
  logLine: ({ kind, incident }, subject) =>
    incident === null
      ? `${subject}：${log[kind] ?? kind}`
      : `${subject}：${kind === 'incident' ? '障害発生' : '復旧'}`,
  profile: {
    label: '製品',
    help: '下のタイマーを、文書にある値にします。',
    own: '独自のタイマー',
    era: (name, era) => `${name}（${era}）`,
    origin: 'タイマーの出典',
    timer: 'タイマー',
    value: '値',
    source: '出典',
    assumed: 'このサイトの仮定',
    changed: '変更した値',
    never: 'しない',
    isOn: (label) => `${label}：有効`,
    medium: '確度は中程度',
    isYes: (value) => (value ? 'はい' : 'いいえ'),
  },
  timers: {
    heartbeatSeconds: ['ハートビートの間隔', 'ホストどうしが生存を知らせ合う間隔です。'],
    detectionSeconds: ['途絶とみなすまで', 'この時間ハートビートが届かないと、途絶とみなします。'],
    declarationSeconds: ['障害と判定するまで', '途絶のあと、別の経路で確かめる時間です。'],
    graceSeconds: ['そのまま待つ時間', '引き継ぎの前に、わざと待つ時間です。'],
    primarySeconds: ['リーダーの交代', 'リーダーのホストが故障したときに加わります。'],
    isolationSeconds: [
      '孤立と判定するまで',
      'どこからも応答がないホストが、自分を孤立とみなすまで。オフ：判定しない。',
    ],
    isolationResponse: ['孤立したホストの動作', '自分の仮想マシンをどうするか。'],
    quorum: [
      '引き継げるホスト',
      '過半数を条件にすると、半数を超えるホストと通信できるものだけが動きます。',
    ],
    selfFenceSeconds: [
      '自分をリセットするまで',
      '他のホストや過半数を失ったホストの動作。オフ：動き続ける。',
    ],
    fencing: ['フェンシング', '引き継ぐ前に、故障とみなしたホストの電源を切るか。'],
    fencingSeconds: ['フェンシングの時間', 'またはホストが自分をリセットするのを待つ時間です。'],
    lockSeconds: [
      'ロックの失効まで',
      '止まったホストのロックがファイルを守る時間。オフ：ロックなし。',
    ],
    roundSeconds: ['配置までの時間', '管理プロセスの周期です。'],
    startsPerHost: ['同時に起動する数', '1 台のホストが同時に起動する仮想マシンの数です。'],
    retryCount: ['やり直しの回数', '起動に失敗したとき。'],
    retrySeconds: ['やり直しまでの待ち', '1 回ごとに待つ時間です。'],
    storageSeconds: [
      'ストレージ断をあきらめるまで',
      'ストレージを失ったホストが仮想マシンを手放すまで。オフ：手放さない。',
    ],
    vmRestartSeconds: ['停止した仮想マシンの再起動', 'オフ：再起動しない。'],
    guestSeconds: ['ハングアップしたゲストのリセット', 'オフ：ゲストの中を監視しない。'],
    publicSeconds: [
      '公開ネットワーク断への反応',
      '仮想マシンを別のホストに移すまで。オフ：気付かない。',
    ],
    needsManager: [
      '再起動に管理サーバーが必要',
      '必要なら、管理サーバーの停止中は何も再起動しません。',
    ],
  },
  choices: {
    isolationResponse: { leave: '動かし続ける', 'power-off': '電源を切る' },
    quorum: { none: 'どのホストでも', majority: '過半数のホスト' },
    fencing: { none: 'なし', power: '電源インターフェース' },
    witness: { none: 'なし', disk: '共有ディスク上', network: '公開ネットワーク経由' },
    placement: { 'one-by-one': '優先順に 1 台ずつ', planned: '全体でまとめて' },
  },
  rules: {
    important: '時間と容量',
    all: 'すべてのタイマー',
    witness: ['監視役（ウィットネス）', 'ホストが偶数台のとき、1 票を加えます。'],
    cards: (name) => [`${name}の NIC`, '2 枚ならチーミングし、それぞれ別のスイッチにつなぎます。'],
    heartbeatOverPublic: 'ハートビートを公開ネットワークにも流す',
    rackCount: ['ラックの数', 'ホストを順に、均等に置きます。'],
    storageMibPerSecond: [
      'ストレージの帯域',
      '起動中の仮想マシンで分け合います。n 台同時なら、読み込みに n 倍かかります。',
    ],
    bootSpreadRatio: ['起動時間のばらつき', '上下にこの割合だけ変わります。'],
    startFailureRatio: ['起動に失敗する割合', '失敗した起動はやり直します。'],
    hostBootSeconds: ['ホストの起動', '復旧してから戻るまで。'],
    placement: ['配置のしかた', '製品は 1 台ずつ置きます。'],
    failBackSeconds: [
      '元のホストに戻す時間（1 台）',
      '復旧したホストに、止めずに戻します。オフ：戻さない。',
    ],
    dependencySeconds: [
      'ほかの仮想マシンを待つ上限',
      '過ぎたら待たずに起動します。オフ：待ち続ける。',
    ],
    horizonSeconds: ['観察する時間', '最初からの時間です。'],
    runs: ['繰り返しの回数', '乱数を変えて繰り返し、分布を求めます。'],
  },
  classes: {
    title: '仮想マシンのクラス',
    about:
      '最初に当てはまるクラスになります。どれにも当てはまらなければ、最後のクラスです。優先度の数が小さいほど先に起動します。',
    id: '名前',
    match: '条件',
    text: '含む文字',
    any: 'すべて',
    priority: '優先度',
    rto: 'RTO（秒）',
    read: '読む量（MiB）',
    boot: '起動（秒）',
    application: 'アプリケーション（秒）',
    after: '先に起動するもの',
    known: knownClasses,
    nobody: 'なし',
    add: 'クラスを追加',
    remove: (id) => `クラス ${id} を削除`,
    of: (label, id) => `${label}（クラス ${id}）`,
    fresh: (number) => `クラス ${number}`,
    labels: {
      name: '名前',
      application: 'アプリケーション',
      environment: '環境',
      folder: 'フォルダー',
      os: 'OS',
      cluster: 'クラスター',
    },
  },
  answer: {
    nothing: '止まった仮想マシンはありません。',
    allBack: (count, seconds) =>
      `仮想マシン ${format.count(count)} 台が止まり、${seconds}ですべて復旧します。`,
    someDown: (down, affected) =>
      `止まった ${format.count(affected)} 台のうち ${format.count(down)} 台が戻りません。`,
    guests: (seconds) =>
      `最後のゲストは ${seconds}で起動し、そのあとアプリケーションが立ち上がります。`,
    least: (seconds) =>
      `ホスト障害からの再起動は、${seconds}より早くはなりません（検知、判定、待ち、1 回の起動の合計）。`,
    unaffected: (count) => `影響のなかった仮想マシン：${format.count(count)} 台`,
    twice: (count) =>
      `${format.count(count)} 台が二重に動きました。両方が同じディスクに書いたおそれがあり、データは信用できません。`,
    asking: '計算しています…',
    download: '結果をダウンロード（JSON）',
    failed: (message) => `計算に失敗しました：${message}`,
    machines: '止まった仮想マシン',
    vm: '仮想マシン',
    vmClass: 'クラス',
    down: '停止時間',
    ending: '最後の状態',
    endings: { restarted: '再起動', recovered: '再起動せずに復旧', down: '停止中' },
    host: 'ホスト',
    reason: '戻らない理由',
    more: (count) => `ほか ${format.count(count)} 台`,
    classes: 'クラス別の停止時間',
    classCount: '台数',
    affected: '停止',
    notRestarted: '戻らない',
    p50: '半数',
    p95: '95 %',
    worst: '最長',
    rto: 'RTO',
    missed: 'RTO 未達',
    noRto: 'なし',
    hosts: '容量と応答時間',
    hostsAbout:
      '最も混む時間帯の、最も混むリソースの使用率と、空いたホストに比べて処理にかかる時間の倍率です。',
    vmsBeforeAfter: 'VM 前 → 後',
    fullestBefore: '最も混むもの（前）',
    fullestAfter: '最も混むもの（後）',
    stretch: '応答時間 前 → 後',
    times: (factor) => `${format.number(factor, 2)} 倍`,
    overloaded: '過負荷',
    isDown: '停止中',
    timeline: '起きたことの順',
    time: '時刻',
    event: 'できごと',
    steps: '計算式',
    formula:
      '最初の再起動まで＝最初のハートビートの欠落（最大 1 間隔）＋途絶＋判定＋待ち＋フェンシング。ただしロックが失効するまでは始まりません。そのあとはホストごとに、決まった数ずつ同時に起動します。起動はストレージの帯域を等分して読み込み、ゲストの起動、アプリケーションの立ち上げと進みます。',
    response: '応答時間：コア数 m、使用率 ρ のとき 1 + C(m, mρ) ÷ (m(1 − ρ))（アーランの C 式）。',
  },
  charts: {
    gantt: '仮想マシンの状態の移り変わり',
    ganttAbout: '止まった仮想マシンを 1 行ずつ示します。多いときは、停止時間の長いものだけです。',
    byClass: 'クラス別',
    byVm: '仮想マシン別',
    grouping: '行',
    axis: '時刻',
    until: 'まで',
    from: 'から',
    state: '状態',
    distribution: '繰り返し全体での停止時間',
    distributionAbout: (runs) =>
      `${format.count(runs)} 回の繰り返しで、停止がその時間までに終わった割合です。破線は RTO です。`,
    share: '終わった割合',
    outage: '停止時間',
  },
  states: {
    up: '稼働',
    unreachable: '到達不能',
    frozen: 'ストレージなし',
    hung: 'ハングアップ',
    stopped: '停止',
    down: '検知待ち',
    'no-room': '空きなし',
    waiting: '依存先を待つ',
    queued: '順番待ち',
    reading: '起動（読み込み）',
    booting: '起動',
    starting: 'アプリケーション立ち上げ',
  },
  reason(reason) {
    switch (reason.kind) {
      case 'no-room':
        return `空きのあるホストがない（${resource[reason.resource]}不足）`;
      case 'no-host':
        return '引き継げて、ストレージに届き、条件に合うホストがない';
      case 'unreachable':
        return '動いているが、ネットワークが切れており、製品は反応しない';
      case 'storage-lost':
        return 'ホストがストレージに届かず、製品は反応しない';
      case 'hang-unnoticed':
        return 'ゲストの中は監視されていない';
      case 'not-restarted':
        return '停止した仮想マシンを製品は再起動しない';
      case 'attempts-exhausted':
        return '起動にすべて失敗した';
      case 'waits-for':
        return `クラス ${className(knownClasses, reason.vmClass)} の仮想マシンを待っている`;
      case 'nobody-left':
        return '再起動できるホストが残っていない';
      case 'no-quorum':
        return '過半数を持つホストがない';
      case 'isolated':
        return '残ったホストが孤立と判定している';
      case 'manager-down':
        return '再起動に必要な管理サーバーが停止している';
      case 'fencing-impossible':
        return '電源インターフェースが応答せず、フェンシングできない';
      case 'lost-race':
        return '相手側の方が多く、先にフェンシングする';
      case 'lock-held':
        return 'ホストが動作中で、ロックを持っている';
      case 'in-progress':
        return '観察の終わりに、まだ起動の途中だった';
    }
  },
  impossible(answer) {
    switch (answer.kind) {
      case 'no-fleet':
        return '構成情報が読み込まれていません。壊せるのは検証機だけです。';
      case 'no-plan':
        return 'この設定では統合計画が立ちません。理由は統合プランナーで確かめられます。';
      case 'hosts-unknown':
        return '構成情報に、現在のホストとその CPU・メモリーの情報がありません。';
      case 'unknown-target':
        return answer.targets
          .map(
            ({ incident, field, value, count }) =>
              `failover.incidents.${incident}.${field}：「${value}」はこのクラスターにありません。名前か、0～${count - 1} の数を指定してください`,
          )
          .join('。');
    }
  },
  note(note) {
    switch (note.kind) {
      case 'unplaced':
        return `${format.count(note.vms)} 台は、動いているホストがわからないため除いています。`;
      case 'witness-without-vote':
        return 'ホストが奇数台のため、監視役に票はありません。';
      case 'two-hosts-no-witness':
        return '2 台のホストで過半数を条件とし、監視役がありません。1 台を失うと過半数がなくなり、何も再起動しません。';
      case 'affinity-not-kept':
        return '同居の指定は再起動では守られず、空きのあるホストで起動します。';
    }
  },
};
