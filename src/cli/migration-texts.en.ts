import type { MigrationTexts } from './migration-texts.ts';

export const en: MigrationTexts = {
  migrate: {
    brief: 'migrate',
    summary: 'one live migration: rounds, time and downtime',
    synopsis:
      'migrate --memory-mib M --dirty-mib-s D --bandwidth-mib-s B [--downtime-limit-s 0.3] [--max-rounds 30]',
    text: `Pre-copy by its definition: each round copies what the guest changed during the last one, until the rest can be
copied within the limit of downtime. With --json: {rounds, totalSeconds, downtimeSeconds, converges, ...}.
Memory that changes as fast as it is copied never converges: the figures are null then, and the exit code is 3.
When the rounds run out first, converges is false and the figures are those of a stop that takes longer than asked.`,
    readsFleet: false,
  },
  evacuate: {
    brief: 'evacuate FILE',
    summary: 'empties a host: order, time, and what cannot move',
    synopsis: 'evacuate FILE... [--host NAME] [--scenario s.json]',
    text: `Finds a target for every machine of a host, with room in every hour. Without --host: the fullest host.
The hosts are those that the fleet names where it describes them all, and else those of the plan (migration.hosts).
With --json: {host, order:[...], seconds, stuck:[{workload, reason, ...}], moves:[...], ...}; exit 3 where machines
are stuck. {"migration": {"product": "kubevirt"}} in the scenario takes a product's limits.`,
    readsFleet: true,
  },
  balance: {
    brief: 'balance FILE',
    summary: 'dynamic placement: moves over a day to a month',
    synopsis: 'balance FILE... [--policy A|B|C|ours] [--scenario s.json]',
    text: `Runs one rule set of the report's Table 5 (A, B, C), or ours, over the fleet's profile. With --json:
  {policy, moves, overThresholdMinutes, imbalance, energyKwh, migrations:[{atSeconds, workload, from, to, seconds, ...}], ...}.
Imbalance is the standard deviation of the hosts' CPU use, averaged over time. Minutes are added up over hosts.`,
    readsFleet: true,
  },
  missing: (option) => `--${option} is missing; expected a number`,
  notWhole: (option, given) => `--${option} is "${given}"; expected a whole number of at least 0`,
  notAbove0: (option, given) => `--${option} is "${given}"; expected a number above 0`,
  noFileWanted: (path) => `"${path}" is not expected; migrate takes numbers only`,
  neverConverges: (dirty, bandwidth) =>
    `the guest changes ${dirty} of memory and the network carries ${bandwidth}: the migration never converges`,
  migrated: (l) =>
    `Rounds            ${l.rounds}
Time in all       ${l.total}
Downtime          ${l.downtime}${l.converges ? '' : ' (longer than asked: the rounds ran out)'}`,
  noSuchHost: (host, known) =>
    `--host is "${host}"; expected one of ${known.slice(0, 20).join(', ')}${known.length > 20 ? ' …' : ''}`,
  noSuchPolicy: (given) => `--policy is "${given}"; expected A, B, C or ours`,
  evacuated: (l) =>
    `Host              ${l.host}
Machines moved    ${l.moves}
Time              ${l.time}
Network load      ${l.sent}

${l.order.join('\n')}`,
  balanced: (l) =>
    `Rules             ${l.policy}
Moves             ${l.moves}
Over threshold    ${l.over}
Imbalance         ${l.imbalance}
Energy            ${l.energy}

${l.list.join('\n')}`,
};
