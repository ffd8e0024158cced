import { formatFor } from '../format.ts';
import type { PlacementWords } from '../placement.ts';

const { count } = formatFor('ja');

export const placementWords: PlacementWords = {
  moves: {
    title: '現状からの移動',
    off: '現在の配置によらず、最初から配置し直した計画です。計画の条件の「ホスト 1 台に見合う移動回数」を指定すると、現在の配置を出発点にして、実行できる順に並べた移動の一覧をここに示します。',
    summary: (moves, stays) =>
      `移動 ${count(moves)} 回、そのまま動かさない VM ${count(stays)} 台です。`,
    freed: (names) =>
      names.length === 0
        ? '不要になる現在のホストはありません。'
        : `不要になる現在のホスト ${count(names.length)} 台: ${names.join('、')}`,
    fromScratch: (hosts, moves) =>
      `比較: 最初から配置し直すと、ホスト ${count(hosts)} 台、移動 ${count(moves)} 回になります。`,
    none: '移動はありません。',
    table: '移動の一覧（実行する順）',
    tableHelp:
      'どの手順でも、移動先はその時点の VM すべてと移ってくる VM を、すべての時間帯で目標使用率の範囲内に収められます。分離する VM 同士が途中で同じホストに載ることもありません。',
    head: ['#', '仮想マシン', '移動元', '移動先'],
    detour: (to) => `${to}（一時退避。本来の移動先がまだ空いていないため）`,
    more: (n) => `残り ${count(n)} 件は CSV ファイルにあります。`,
    blocked: (n) =>
      `次の ${count(n)} 台は、ほかのホストへの一時退避を含めて、計画したホストへ移せる順序が見つかりませんでした。`,
    blockedLine: (workload, to, short) =>
      short === null
        ? `${workload} → ${to}: 配置の規則に反します`
        : `${workload} → ${to}: ${short}が不足します`,
    download: '移動の一覧（CSV）',
    csv: ['step', 'workload', 'from', 'to', 'on_the_way'],
  },
};
