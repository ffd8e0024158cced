import type { StuckReason } from '../../model/migration/targets.ts';
import type { MigrationWords, MoveNames } from '../migration.ts';
import type { Words } from '../words.ts';
import { placement } from './balancing.ts';

const minute = 60;
const hour = 3600;

function duration(seconds: number, { format }: Words): string {
  if (seconds < 10) return format.withUnit(seconds, '秒', 3);
  if (seconds < 2 * minute) return format.withUnit(seconds, '秒');
  if (seconds < 2 * hour) return format.withUnit(seconds / minute, '分');
  return format.withUnit(seconds / hour, '時間');
}

function stuck(reason: StuckReason, names: MoveNames, words: Words): string {
  const { format, answer } = words;
  switch (reason.kind) {
    case 'stays':
      return '移動しないように指定されています。';
    case 'device':
      return 'ホストのデバイスを使用しています。';
    case 'local-disk':
      return 'ディスクが raw またはローカルで、ディスクの移動ができません。';
    case 'together':
      return `同じホストに置く必要のある ${names.workload(reason.other)} が移動できません。`;
    case 'no-compatible-host':
      return '同じクラスターに、CPU に互換性のあるほかのホストがありません。';
    case 'pinned':
      return `種別 ${reason.hostType} のホストでしか動かせず、ほかに該当するホストがありません。`;
    case 'apart':
      return `空きのあるホストに、別のホストに置く必要のある ${names.workload(reason.other)} がいます。`;
    case 'too-many-machines':
      return `ほかのホストには、いずれもすでに ${format.count(reason.limit)} 台の VM があります。`;
    case 'no-room': {
      const at = reason.slot === null ? '' : `${reason.slot} 時台に`;
      const needed = format.amount(reason.resource, reason.demand);
      const free = format.amount(reason.resource, reason.free);
      return `空きのあるホストがありません。最も近い ${names.host(reason.host)} でも、${answer.resource[reason.resource]} が${at} ${needed} 必要なところ、空きは ${free} です。`;
    }
    case 'not-converging':
      return `メモリーの書き換えが ${format.withUnit(reason.dirtyMibPerSecond, 'MiB/s')}、ネットワークの転送が ${format.withUnit(reason.bandwidthMibPerSecond, 'MiB/s')} のため、転送が追いつきません。`;
  }
}

export const ja: MigrationWords = {
  duration,
  stuck,
  clusterNote: (note, { format }) =>
    note.kind === 'cpu-unknown'
      ? `${format.count(note.hosts)} 台のホストの CPU が不明です。これらのホスト上の VM は、これらのホストの間だけで移動します。`
      : `稼働中の VM ${format.count(note.workloads)} 台のホストが不明なため、対象から外しました。`,
  whenNotConverging: {
    fail: '中断し、VM は元のホストに残る',
    stop: 'VM を止めて残りを送る',
    'auto-converge': 'VM を遅くする（auto-converge）',
    'post-copy': '移動先で再開し、残りを後から送る（post-copy）',
  },
  by: {
    'pre-copy': '上限内',
    'auto-converge': '減速あり',
    'post-copy': '残りを後から転送',
    stop: '残りの転送中は停止',
  },
  placement,
  save: '結果を保存（JSON）',
  hostsUnknown:
    '構成情報に、現在のホストの情報（コア数、クロック、メモリー）が記載されていません。',
  page: {
    lead: '稼働中の仮想マシンの移動にはどれだけの時間がかかり、サービスにはどう見えるでしょうか。数値だけで 1 回の移行を計算できます。構成情報を読み込めば、ホスト 1 台の退避と、クラスター全体へのパッチ適用を計画できます。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。計算方法は「手法」のページで説明しています。',
    loading: 'ツールを読み込んでいます…',
    how: '計算方法',
    method:
      'VM を動かしたままメモリー M を転送し、その間に書き換えられた分（V = D × T）を次の回で送り直します。残りが停止時間の上限に収まると、VM を止めて送ります。所要時間はすべての転送の合計で、M ÷ B を下回ることはありません。移行の開始と終了の処理にかかる時間は製品によって異なり、含めていません。',
    steps: {
      machine: '仮想マシン 1 台',
      fleet: '構成情報',
      host: 'ホストの退避',
      patch: 'クラスターの順次パッチ適用',
    },
  },
  settings: {
    network: 'ネットワーク',
    product: '製品と上限',
    fleet: 'ストレージ、CPU、対象の VM',
    productLabel: '製品',
    productOwn: '独自の値',
    productHelp: '製造元が公表している上限を使います。資料にない項目は初期値に戻ります。',
    source: '出典',
    asOf: (date) => `${date} 時点`,
    kind: '移行用ネットワーク',
    kinds: { dedicated: '移行専用', shared: 'VM の通信と共用' },
    whenNotConverging: '転送が追いつかないとき',
    storage: 'ストレージ',
    storages: { shared: 'ホスト間で共有', local: 'ローカル（ディスクも転送）' },
    movesStorage: '稼働中の VM のディスク',
    movesStorages: { yes: '移動できる', no: '移動できない' },
    cpu: 'CPU の互換性',
    cpus: {
      identical: '同一の CPU のみ',
      vendor: '同じベンダー（機能をそろえる）',
      any: '確認しない',
    },
    hosts: 'ホスト',
    hostsKinds: {
      auto: '構成情報に記載があればそれを、なければ統合計画を使う',
      today: '構成情報に記載されたホスト',
      plan: '統合計画のホスト',
    },
    names: {
      stay: { label: '移動しない VM', help: '1 行に 1 つの名前を入力します。' },
      devices: {
        label: 'ホストのデバイスを使う VM',
        help: 'パススルーのカード、GPU、USB など。1 行に 1 つの名前を入力します。',
      },
      localDisks: {
        label: 'raw またはローカルのディスクを持つ VM',
        help: 'ディスクも転送するか、移動できない VM です。1 行に 1 つの名前を入力します。',
      },
    },
    fields: {
      memory: { label: 'メモリー M', help: '仮想マシンのメモリー量です。', unit: 'GiB' },
      dirty: {
        label: '書き換え速度 D',
        help: 'VM がメモリーを書き換える速さです。',
        unit: 'MiB/s',
      },
      disk: {
        label: 'ディスク',
        help: 'ローカルのストレージでは、先に転送します。',
        unit: 'GiB',
      },
      gigabits: { label: '回線', help: 'ホスト 1 台あたりの速度です。', unit: 'Gb/s' },
      usable: {
        label: '回線のうち使える割合',
        help: '残りはフレームとプロトコルが使います。1,500 バイトのフレームと TCP では 94% です。',
        unit: '%',
      },
      share: {
        label: '移行に使う割合',
        help: 'VM の通信から移行に回せる割合です。',
        unit: '%',
      },
      cap: { label: '1 移行あたりの上限', help: '製品の値、または設定した値です。', unit: 'MiB/s' },
      perHost: {
        label: 'ホストあたりの同時実行数',
        help: '出る移行と入る移行の合計です。',
        unit: '',
      },
      perCluster: {
        label: 'クラスターの同時実行数',
        help: '全ホストの合計です。',
        unit: '',
      },
      limit: { label: '停止時間の上限', help: 'サービスが耐えられる最長の停止です。', unit: '秒' },
      rounds: {
        label: '転送回数の上限',
        help: 'VM を動かしたまま行う転送の回数です。',
        unit: '回',
      },
      dirtyPerGib: {
        label: 'メモリー 1 GiB あたりの書き換え速度',
        help: '一覧表からは分からないため、仮定の値です。',
        unit: 'MiB/s',
      },
      mostDirty: {
        label: '書き換え速度の最大値',
        help: 'メモリー量によらない VM 1 台の上限で、これも仮定の値です。',
        unit: 'MiB/s',
      },
      storageRate: {
        label: 'ストレージの速度',
        help: 'ディスクを転送するときの上限です。',
        unit: 'MiB/s',
      },
      reboot: {
        label: 'パッチ適用と再起動',
        help: 'ホストが再び VM を受け入れるまでの時間です。',
        unit: '分',
      },
    },
  },
  machine: {
    title: '結果',
    total: '所要時間',
    downtime: '停止時間',
    sent: '転送量',
    bandwidth: '帯域 B',
    atLeast: '下限 M ÷ B',
    verdict: (by, rounds) =>
      ({
        'pre-copy': `${rounds} 回の転送で収束します。`,
        'auto-converge': `VM を遅くしながら、${rounds} 回の転送で収束します。`,
        'post-copy': '収束しません。VM は移動先で再開し、残りをネットワーク経由で取り寄せます。',
        stop: `${rounds} 回の転送では上限に収まらないため、指定より長く停止します。`,
      })[by],
    never:
      '収束しません。メモリーの書き換えが、ネットワークの転送と同じかそれより速いためです。時間は示せません。ネットワークを速くするか、負荷の低い時間帯を選ぶか、追いつかないときの動作を変えてください。',
    outOfRounds: '回数の上限までに収束しません。移行は中断され、VM は元のホストに残ります。',
    taken: (share) => `移行中、VM の通信は回線の ${share} を失います。`,
    notTaken: 'VM の通信には影響しません。',
    rounds: '転送の経過',
    roundsHead: ['回', '転送量', '時間', 'その間の書き換え', 'VM の減速'],
    last: '停止',
    fetched: '移動先で取り寄せ',
    diskCopy: 'ディスク',
    picture: '転送の経過。1 本の棒が 1 回の転送の始まりから終わりまでを表します。',
  },
  evacuation: {
    noFleet: '構成情報を読み込むと、ホストの退避を計算できます。',
    host: '退避するホスト',
    fullest: '最も使用率の高いホスト',
    working: '計算しています…',
    failed: (message) => `ツールの不具合です: ${message}`,
    impossible: 'VM を移すホストがありません',
    source: {
      today: '構成情報に記載されたホストを使っています。',
      plan: '統合計画のホストを使っています。構成情報に現在のホストの情報がないか、そのように指定されています。',
    },
    headline: (host, time) => `${host} は ${time}で空になります`,
    headlineStuck: (host, count) =>
      `${host} は空にできません。移動できない VM が ${count} 台あります`,
    moves: '移動する VM',
    sent: '転送量',
    longest: '最長の停止時間',
    before: '移動前の最大使用率（ほかのホスト）',
    after: '移動後の最大使用率（ほかのホスト）',
    lanes: (count, rate) => `同時に ${count} 件、1 件あたり ${rate}`,
    traffic: (traffic, link) =>
      `このホストの VM の通信は最大 ${traffic}、回線の容量は ${link} です。`,
    trafficUnknown: 'VM の通信量は不明です。',
    stuckTitle: '移動できない VM とその理由',
    orderTitle: '移動の順序',
    orderHead: ['VM', '移動先', '開始', '終了', '停止時間', '方法', '移動先の最大使用率'],
    alone: '単独',
    assumed: 'メモリーの書き換え速度は実測ではなく、仮定の値です。',
    full: (host, resource, ratio) => `${host}: ${resource} ${ratio}`,
  },
  patch: {
    start: 'パッチ適用を計算',
    stop: '中止',
    headline: (hosts, time) => `ホスト ${hosts} 台で ${time}`,
    refused: (done, all) =>
      `${all} 台中 ${done} 台で止まります。残りのホストはどれも空にできません`,
    host: 'ホスト',
    head: ['ホスト', '開始', '退避', 'VM', '復帰', 'ほかのホストの最大使用率'],
    title: 'ホストごとの経過',
    blocked: (host) => `${host}: 移動先のない VM`,
    more: (count) => `ほか ${count} 台`,
  },
};
