import type { FailoverTexts } from './commands/failover.ts';

export const ja: FailoverTexts = {
  help: {
    brief: 'failover FILE',
    summary: '障害のときに何が何分止まり、何が再起動しないか',
    synopsis: 'failover FILE... [--scenario s.json] [--seed n]',
    readsFleet: true,
    text: `読み込んだ環境の統合計画（failover.cluster により、現在のホストまたは報告書の検証機）に、シナリオの障害を起こします。
--json を付けると次の形で出力します。
  {vms:[{name, class, downSeconds, restarted, ending, host, reason, ranTwice}], unaffected, restartedAllSeconds|null,
   guestsAllSeconds|null, notRestarted, ranTwice, leastSeconds, classes:[...], hosts:[...],
   timeline:[{atSeconds, kind, incident|host|vm}], notes:[...], seed}
vms は止まった仮想マシンです。戻らないものがあれば restartedAllSeconds は null です。`,
    more: `シナリオの "failover" の例：
  "cluster": "plan" | "today" | "test-bed"       "timers": {...}、または content/data/ha にある製品の id
  "incidents": [{"kind": "host", "host": 0}, {"kind": "network", "network": "storage", "atSeconds": 60, "lastsSeconds": 300}]
  種類：host, rack, power, vm, guest, network, switch, card, link, storage, manager, partition
ホストと仮想マシンは、名前か 0 から数えた番号で指定します。項目の一覧はサイトの /scenario.schema.json にあります。`,
  },
};
