import type { settingWords as english } from '../en/settings.ts';

export const settingWords: typeof english = {
  number: {
    targetCpuRatio: {
      label: 'CPU の目標使用率',
      help: '通常運用で許す CPU 使用率の上限です。これを超えると応答が遅くなります。',
    },
    targetMemoryRatio: {
      label: 'メモリーの目標使用率',
      help: '通常運用で許すメモリー使用率の上限です。',
    },
    targetDiskRatio: {
      label: 'ディスク容量の目標使用率',
      help: 'ディスク容量をどこまで使うかです。',
    },
    targetIopsRatio: { label: 'ディスク IOPS の目標使用率', help: 'IOPS をどこまで使うかです。' },
    targetThroughputRatio: {
      label: 'ディスク転送量の目標使用率',
      help: '転送帯域をどこまで使うかです。',
    },
    targetNetworkRatio: {
      label: 'ネットワークの目標使用率',
      help: 'ネットワーク帯域をどこまで使うかです。',
    },
    vcpusPerCore: {
      label: 'コアあたり vCPU 数',
      help: 'オーバーコミットの上限です。物理コア 1 個に割り当てる vCPU の数で、ハイパースレッドは数えません。',
    },
    headroomRatio: {
      label: '余裕',
      help: '目標使用率に加えて、各ホストの CPU とメモリーに残す空きです。急な負荷とライブマイグレーションに備えます。',
    },
    growthPerYearRatio: { label: '年間の増加率', help: '需要が 1 年に増える割合です。' },
    growthYears: { label: '計画年数', help: 'この年数が経っても足りる台数を求めます。' },
    tolerate: {
      label: '許容するホスト障害数',
      help: 'N+k 構成の k です。どの k 台が止まっても、残りのホストで全 VM を再起動できます。',
    },
    percentileRatio: {
      label: 'パーセンタイル',
      help: '計算に使う値の位置です。複数日を 1 日に重ねるときにも使います。',
    },
    assumedCpuRatio: {
      label: 'CPU 使用率の仮定値',
      help: '実測値のないサーバーに使う、割り当てに対する割合です。',
    },
    utcOffsetHours: {
      label: 'タイムゾーン（UTC との差）',
      help: '1 日・1 週間の時間帯をこの地域の時刻で数えます。',
    },
    failureTargetRatio: {
      label: '障害中の目標使用率',
      help: 'ホスト停止中に、残りのホストに許す使用率の上限です。',
    },
    vmsPerHost: { label: '1 ホストあたりの VM 数', help: '1 台のホストに載せる VM 数の上限です。' },
    largestVmVcpus: { label: '1 VM の vCPU 数の上限', help: '製品の制限値です。' },
    largestVmMemoryGib: { label: '1 VM のメモリーの上限', help: '製品の制限値です。' },
    hostMemoryGib: {
      label: 'ハイパーバイザーのメモリー（ホストごと）',
      help: 'ハイパーバイザー自身が使うメモリーです。',
    },
    vmMemoryGib: {
      label: 'ハイパーバイザーのメモリー（VM ごと）',
      help: 'VM のメモリーとは別に必要な量です。',
    },
    hyperThreadingGainRatio: {
      label: 'ハイパースレッディングの効果',
      help: '1 コア 2 スレッドで増える処理量です。0 ならコアだけを数えるので安全です。',
    },
    pageSharingRatio: {
      label: 'ページ共有による節約',
      help: '似た OS 同士でメモリーを共有できる割合です。現在の製品の多くは既定で無効です。',
    },
    domainCount: {
      label: '障害ドメインの数',
      help: 'ホストを置くラックや拠点の数です。ホストはなるべく均等に分けます。分離する VM と分散させるグループは、ドメインの間でも分けます。',
    },
    movesPerHost: {
      label: 'ホスト 1 台に見合う移動回数',
      on: '現在の配置を出発点にする',
      off: '最初から配置し直す',
      help: '現在の配置を出発点にします。この回数以内の移動で済むなら、ホストを空けて減らします。指定しなければ最初から配置し直します。',
    },
    effort: {
      label: '探索の量',
      help: '最初の配置のあと、よりよい配置をどれだけ探すかです。0 なら最初の配置で終わります。',
    },
    seed: { label: '乱数の種', help: '同じ種なら同じ配置になります。' },
    seedCount: {
      label: '試す種の数',
      help: '上の種から順に、この数だけ種を変えて探索し、最もよい配置を採ります。CPU のコアがあれば同時に動きます。',
    },
  },
  choice: {
    demandKind: {
      label: '需要の足し方',
      help: '時間別の使用量が分かれば、ピークの時間がずれたサーバー同士を同じホストに載せられます。',
      options: {
        coincident: '時間帯ごとに合計',
        percentile: 'パーセンタイルを合計',
        peak: 'ピークを単純に合計（安全側）',
      },
    },
    slots: {
      label: '時間帯',
      help: '測定した日々を 1 日または 1 週間に重ねるか、測定のまま使います。',
      options: { day: '1 日（24 時間）', week: '1 週間（168 時間）', all: '測定のまま' },
    },
    memory: {
      label: '計算に使うメモリー',
      help: 'アクティブメモリーなら密に詰められますが、VM が動き出すと割り当て分が必要になります。',
      options: { configured: '割り当て', active: 'アクティブ（実測）' },
    },
    spare: {
      label: '予備の持ち方',
      help: '分散では各ホストに空きを残し、専用では予備ホストを空けておきます。',
      options: { spread: '全ホストに分散', dedicated: '専用の予備ホスト' },
    },
    overhead: {
      label: '製品のオーバーヘッド',
      help: '仮想化と競合による損失の測定値です。',
      none: 'なし（理想値）',
      custom: 'アドレスまたはファイルの値',
    },
  },
  rules: {
    title: '配置の規則',
    together: '同居させる',
    apart: '分離する',
    help: '1 行に 1 グループ、名前をカンマで区切ります。',
    spread: '障害ドメインに分散させる',
    spreadHelp:
      '1 行に 1 グループ。1 つのドメインに置くのは等分した数までで、同じホストに載ることはあります。ドメインが 2 つ以上のときに効きます。',
    groups: 'ホストグループ',
    groupsHelp:
      '1 行に 1 グループ、グループ名とコロンに続けて、そのホストだけで動かす VM を書きます（ライセンスの対象をまとめる場合など）。',
    exclusive: 'ほかの VM をこのホストに載せない',
    pinned: '特定のホスト種別だけに置く',
    pinnedHelp: '1 行に 1 台、名前とホスト種別名をカンマで区切ります。',
  },
};
