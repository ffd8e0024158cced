import type { MigrationTexts } from './migration-texts.ts';

export const ja: MigrationTexts = {
  migrate: {
    brief: 'migrate',
    summary: 'ライブマイグレーション 1 回の転送回数、所要時間、停止時間',
    synopsis:
      'migrate --memory-mib M --dirty-mib-s D --bandwidth-mib-s B [--downtime-limit-s 0.3] [--max-rounds 30]',
    text: `プリコピーを定義どおりに計算します。直前の転送中に書き換えられた分を送り直し、残りが停止時間の上限に収まるまで繰り返します。
--json の出力: {rounds, totalSeconds, downtimeSeconds, converges, ...}
書き換えが転送と同じかそれより速いと収束しません。このとき数値は null、終了コードは 3 です。
先に回数の上限に達したときは converges が false になり、上限を超える停止時間を含む数値を返します。`,
    readsFleet: false,
  },
  evacuate: {
    brief: 'evacuate FILE',
    summary: 'ホスト 1 台の退避。順序、時間、移動できない VM',
    synopsis: 'evacuate FILE... [--host NAME] [--scenario s.json]',
    text: `ホスト上のすべての VM について、どの時間帯にも空きのある移動先を求めます。--host を省略すると最も使用率の高いホストを退避します。
ホストは、構成情報にすべて記載されていればそれを使い、なければ統合計画のものを使います（migration.hosts）。
--json の出力: {host, order:[...], seconds, stuck:[{workload, reason, ...}], moves:[...], ...}。移動できない VM があると終了コード 3。
シナリオに {"migration": {"product": "kubevirt"}} と書くと、その製品の上限値を使います。`,
    readsFleet: true,
  },
  balance: {
    brief: 'balance FILE',
    summary: '動的配置。1 日から 1 か月の移動を再現',
    synopsis: 'balance FILE... [--policy A|B|C|ours] [--scenario s.json]',
    text: `報告書の表 5 の規則（A、B、C）または本サイトの規則（ours）を、構成情報のプロファイルに沿って動かします。--json の出力:
  {policy, moves, overThresholdMinutes, imbalance, energyKwh, migrations:[{atSeconds, workload, from, to, seconds, ...}], ...}
imbalance はホストの CPU 使用率の標準偏差を時間で平均した値です。overThresholdMinutes は全ホストの合計です。`,
    readsFleet: true,
  },
  missing: (option) => `--${option} がありません。数値を指定してください`,
  notWhole: (option, given) => `--${option} の値が「${given}」です。0 以上の整数を指定してください`,
  notAbove0: (option, given) =>
    `--${option} の値が「${given}」です。0 より大きい数値を指定してください`,
  noFileWanted: (path) => `「${path}」は不要です。migrate には数値だけを指定してください`,
  neverConverges: (dirty, bandwidth) =>
    `メモリーの書き換えが ${dirty}、ネットワークの転送が ${bandwidth} のため、移行は収束しません`,
  migrated: (l) =>
    `転送回数          ${l.rounds}
所要時間          ${l.total}
停止時間          ${l.downtime}${l.converges ? '' : '（回数の上限に達したため、指定より長く停止します）'}`,
  noSuchHost: (host, known) =>
    `--host の値が「${host}」です。次のいずれかを指定してください: ${known.slice(0, 20).join('、')}${known.length > 20 ? ' …' : ''}`,
  noSuchPolicy: (given) =>
    `--policy の値が「${given}」です。A、B、C、ours のいずれかを指定してください`,
  evacuated: (l) =>
    `ホスト            ${l.host}
移動する VM       ${l.moves}
所要時間          ${l.time}
転送量            ${l.sent}

${l.order.join('\n')}`,
  balanced: (l) =>
    `規則              ${l.policy}
移動              ${l.moves}
しきい値超過      ${l.over}
不均衡            ${l.imbalance}
電力量            ${l.energy}

${l.list.join('\n')}`,
};
