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
  whyHere: {
    title: 'なぜこのホストに載るのか',
    help: '名前を入力すると、計画のホストごとに、今その VM を載せられるか、載せられなければ何が妨げるかを示します。目標使用率を基準にし、障害時は考えません。',
    machine: '仮想マシン',
    unknown: 'この名前の VM は計画の対象にありません。',
    on: (name, host) => `${name} は ${host} に載っています。`,
    together: (names) =>
      `${names.join('、')} と同じホストに載せる規則があるため、まとめて調べます。`,
    summary: (room, all) =>
      room === 0
        ? `ほかの ${count(all)} 台のホストには、今は載せられません。`
        : `ほかの ${count(all)} 台のうち ${count(room)} 台にも載せられます。今のホストでなければならない理由はなく、負荷をならした結果です。`,
    table: 'ホストごとの答え',
    head: ['ホスト', '答え'],
    more: (n) => `ほかに ${count(n)} 台のホストがあります。`,
    asking: '調べています…',
    verdict: (verdict, context) => {
      switch (verdict.kind) {
        case 'here':
          return '今ここに載っています。';
        case 'room':
          return '載せられます。';
        case 'short':
          return `${context.resource(verdict.resource, verdict.slot).trimStart()}が足りません（必要 ${context.amount(verdict.resource, verdict.needed)}、空き ${context.amount(verdict.resource, verdict.free)}）。`;
        case 'count':
          return `1 台に載せられる VM の上限（${count(verdict.most)} 台）に達しています。`;
        case 'apart':
          return `分離する相手の ${context.name(verdict.from)} が載っています。`;
        case 'domain':
          return `障害ドメイン ${count(verdict.domain + 1)} には、等分した数（${count(verdict.most)} 台）がすでにあります。`;
        case 'not-allowed':
          return '配置の規則（ホスト種別またはホストグループ）により載せられません。';
      }
    },
  },
  whyNot: {
    title: 'もっと少ない台数にできないのか',
    wish: '希望するホスト台数',
    help: '予備ホストを含む台数です。',
    say: (answer, hosts, context) => {
      switch (answer.kind) {
        case 'planned':
          return `${count(hosts)} 台あれば足ります。この計画の台数以上です。`;
        case 'sum': {
          const left = answer.isInFailure
            ? `ホスト ${count(hosts)} 台では、想定する障害のあとに ${count(answer.hostsLeft)} 台が残り、その`
            : `負荷を載せるホスト ${count(answer.hostsLeft)} 台の`;
          return `できません。${left}${context.resource(answer.resource, answer.slot)}は合わせて ${context.amount(answer.resource, answer.offered)} までですが、VM 全体では ${context.amount(answer.resource, answer.demand)} が必要です。`;
        }
        case 'bound':
          return `できません。少なくとも ${count(answer.lowerBound)} 台が必要です（根拠: ${context.boundBy(answer.by)}）。`;
        case 'open':
          return `不可能とは証明されていません（下限は ${count(answer.lowerBound)} 台）が、その台数の配置は見つかりませんでした。探索の量や試す種の数を増やすと、見つかることがあります。`;
      }
    },
  },
};
