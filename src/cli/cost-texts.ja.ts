import type { CostTexts } from './commands/cost.ts';

export const ja: CostTexts = {
  help: {
    brief: 'cost FILE',
    summary: '数年間の総コストを、現状のままの場合と比べる',
    synopsis: 'cost [FILE...] [--scenario s.json] [--years n]',
    text: `シナリオの案それぞれの 1～10 年のコストを、現状のままの場合と並べて示します。--json を付けると次の形で出力します。
  {option, isComplete, missing:[{kind, what, name}], byYear:[{year, amount:{minor, currency}, cumulative, kinds}],
   npv:{minor, currency}|null, payback, currency, cheapest, stay:{...}, options:[{id, name, hosts, energy, byYear,
   lines:[{kind, total, because}], total, npv, saving, payback, shrink, tornado}], uncertainty, ...}
byYear、npv、payback は最初の案のものです。npv は費用の現在価値で、0 年目は開始時、ほかは各年末に支払うものとします。
金額は円またはセントの整数です。入力のない価格は missing に挙げ、そろうまで合計を出しません。値を推測で補うことはありません。`,
    readsFleet: true,
    more: `すべての案がホスト台数を示す場合（"cost": {"options": [{"hosts": {"count": 4}}]}）、FILE は省略できます。
--years はシナリオの年数に優先します。`,
  },
  badYears: (given) => `--years は "${given}" です。1 から 10 までの整数を指定してください`,
  fleetNeeded: (option) =>
    `ファイルの指定がなく、${option}にホスト台数もありません。ファイルか cost.options[].hosts.count を指定してください`,
  impossible: (option) => `${option}：ホストに収まりません`,
  missing: (option) => `${option}は未完成です。次の値が必要です`,
  years: (years) => `${years} 年間`,
  head: {
    option: '案',
    hosts: 'ホスト',
    total: '合計',
    npv: '現在価値',
    saving: '削減額',
    payback: '回収期間',
  },
  unknown: '-',
};
