import type { AvailabilityTexts } from './availability-texts.ts';

const unknown = {
  card: 'ネットワークカード（availability.card.mtbfHours）',
  shared: 'ストレージなどの共有部品（availability.shared）',
  vm: '仮想マシン自体の異常終了（availability.vm.crashesPerYear）',
  cost: '停止 1 時間の損失（availability.costPerVmHour）',
} as const;

const measure = {
  spare: (value: string) => `ホスト ${value} 台の追加`,
  teaming: (value: string) => `カード ${value} 枚のチーミング`,
  detection: (value: string) => `${value} での検知`,
  repair: (value: string) => `${value} での修理`,
} as const;

export const ja: AvailabilityTexts = {
  pages: {
    survive: {
      brief: 'survive FILE',
      summary: 'どのホストがいつ止まっても再起動できるか',
      synopsis:
        'survive FILE... [--scenario s.json] [--failures k] [--racks r] [--smallest] [--seed n]',
      text: `計画を立て、1 台ずつ、k 台までのすべての組み合わせ、--racks があればラックごとに、プロファイルの毎時にホストを止めて、そこで
動いていた仮想マシンを配置し直します。--json の出力:
  {tolerates, worst:{hosts, slot, lost, unrestartable:[名前], atLeast}, unrestartable:[名前], failures,
   levels:[{failures, lossCount, checkedCount, isSample, failedCount, worst}], byHost:[{host, unplaced:[毎時]}],
   racks, smallest, seed, ...}
tolerates は、どのホストがいつ止まっても全台が再起動できる同時障害の台数です（k まで）。unrestartable は、いずれかの障害で置き場所
のない仮想マシンの名前です。atLeast は証明された値で、どう置いてもこれより少なくはなりません。
計画を立てられないときは {kind:"impossible", reasons:[...]}、終了コード 3 です。`,
      readsFleet: true,
      more: `--failures: 同時に止まるホストの数、1～4（省略時はシナリオの availability.failures）。
--racks: ホストを順に割り振るラックの数。--smallest: 全台が再起動できる最小の構成と、種類ごとに追加すべきホストの数も求めます。`,
    },
    availability: {
      brief: 'availability FILE',
      summary: '何年分もの障害を模擬した、1 年あたりの停止時間',
      synopsis: 'availability FILE... [--scenario s.json] [--years n] [--runs r] [--seed k]',
      text: `計画を立て、n 年の模擬を r 回行います。ホストは故障して修理され、仮想マシンは再起動するか、空きを待ちます。--json の出力:
  {meanDownHours, ci95:[下限, 上限], nines, closedForm, closedFormParts, causes, hostUp, enoughHosts, measures:[...],
   services:[...], workloadHours:[{workload, downHours}], unknown:[...], years, runs, seed, ...}
meanDownHours は仮想マシン 1 台の 1 年あたりの停止時間（全台の平均）、closedForm は同じものを式で求めた値です。unknown は、率が
わからないため除いた要因です。結果はシードだけで決まり、スレッドの数には左右されません。
計画を立てられないときは {kind:"impossible", reasons:[...]}、終了コード 3 です。`,
      readsFleet: true,
      more: '故障と修理の率、タイマー、損失、比べる対策は、シナリオの availability にあります。',
    },
  },
  survival: (s) =>
    [
      `ホスト            ${s.hosts} 台`,
      `同時障害          ${s.failures} 台まで試し、${s.tolerates} 台まで耐える`,
      ...s.levels.map(
        (level) =>
          `${level.failures} 台の停止        ${level.checked} 通り中 ${level.failed} 通りで置き場所のない仮想マシンがある` +
          `${level.isSample ? `（全 ${level.all} 通りからの抽出）` : ''}。最悪: ${level.worst}、${level.hour}: ` +
          `${level.lost} 台中 ${level.unplaced} 台`,
      ),
      ...(s.unrestartable.length > 0
        ? [
            `再起動できない    ${s.unrestartable.join('、')}${s.more > 0 ? `、ほか ${s.more} 台` : ''}`,
          ]
        : []),
      ...(s.smallest === null
        ? []
        : [
            `最小の構成        ${s.smallest.hosts ?? '見つからず'}`,
            `最も安い追加      ${s.smallest.cheapest ?? '見つからず'}`,
          ]),
    ].join('\n'),
  estimate: (e) =>
    [
      `年間停止時間      ${e.hours}（仮想マシン 1 台の平均${e.interval === null ? '' : `、95 % 区間 ${e.interval}`}）`,
      `ナイン            ${e.nines ?? '停止なし'}`,
      `式による値        ${e.closedForm}`,
      `模擬              ${e.years} 年を ${e.runs} 回、ホスト ${e.hosts} 台、同時に ${e.tolerates} 台まで停止可`,
      ...e.measures.map(
        ({ kind, value, saved }) =>
          `対策              ${measure[kind](value)}: ${saved === null ? '変わらないか、値が足りない' : `${saved} 減`}`,
      ),
      ...e.unknown.map((what) => `除いた要因        ${unknown[what]}: 不明`),
    ].join('\n'),
  notWhole: (option, given) => `${option} は「${given}」です。1 以上の整数を指定してください`,
};
