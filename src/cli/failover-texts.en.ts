import type { FailoverTexts } from './commands/failover.ts';

export const en: FailoverTexts = {
  help: {
    brief: 'failover FILE',
    summary: 'what is down when something breaks, for how long, and what does not restart',
    synopsis: 'failover FILE... [--scenario s.json] [--seed n]',
    readsFleet: true,
    text: `Plans the fleet (or takes its hosts of today, or the report's test bed: failover.cluster) and breaks what the
scenario says. With --json:
  {vms:[{name, class, downSeconds, restarted, ending, host, reason, ranTwice}], unaffected, restartedAllSeconds|null,
   guestsAllSeconds|null, notRestarted, ranTwice, leastSeconds, classes:[...], hosts:[...],
   timeline:[{atSeconds, kind, incident|host|vm}], notes:[...], seed}
vms are those that were down; restartedAllSeconds is null where one stays down.`,
    more: `In the scenario's "failover" section:
  "cluster": "plan" | "today" | "test-bed"       "timers": {...}, or the id of a product, as in content/data/ha
  "incidents": [{"kind": "host", "host": 0}, {"kind": "network", "network": "storage", "atSeconds": 60, "lastsSeconds": 300}]
  kinds: host, rack, power, vm, guest, network, switch, card, link, storage, manager, partition
Hosts and machines are named, or counted from 0. Everything is in /scenario.schema.json of the site.`,
  },
};
