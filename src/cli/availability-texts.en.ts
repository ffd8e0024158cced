import type { AvailabilityTexts } from './availability-texts.ts';

const unknown = {
  card: 'network cards (availability.card.mtbfHours)',
  shared: 'storage and other shared parts (availability.shared)',
  vm: 'crashes of machines by themselves (availability.vm.crashesPerYear)',
  cost: 'what an hour costs (availability.costPerVmHour)',
} as const;

const measure = {
  spare: (value: string) => `${value} more host(s)`,
  teaming: (value: string) => `${value} teamed cards`,
  detection: (value: string) => `detection in ${value}`,
  repair: (value: string) => `repair in ${value}`,
} as const;

export const en: AvailabilityTexts = {
  pages: {
    survive: {
      brief: 'survive FILE',
      summary: 'what restarts after any loss of hosts, in any hour',
      synopsis:
        'survive FILE... [--scenario s.json] [--failures k] [--racks r] [--smallest] [--seed n]',
      text: `Plans the fleet, then lets every host, every set of up to k hosts and, with --racks, every rack fail in every hour
of the profile, and re-places what ran there. With --json:
  {tolerates, worst:{hosts, slot, lost, unrestartable:[name], atLeast}, unrestartable:[name], failures,
   levels:[{failures, lossCount, checkedCount, isSample, failedCount, worst}], byHost:[{host, unplaced:[per hour]}],
   racks, smallest, seed, ...}
"tolerates" is the number of hosts that may fail at once, whichever and at whatever hour, at most k. "unrestartable" names
every machine that finds no place in some loss; "atLeast" is proven: no way of placing leaves fewer.
Where the fleet cannot be planned {kind:"impossible", reasons:[...]}, exit 3.`,
      readsFleet: true,
      more: `--failures: hosts that fail at once, 1 to 4 (else the scenario's availability.failures).
--racks: racks that the hosts are dealt out to in turn. --smallest: also the smallest cluster on which all restart, and how
many hosts of each type would have to be added.`,
    },
    availability: {
      brief: 'availability FILE',
      summary: 'hours of downtime a year, by simulating years of failures',
      synopsis: 'availability FILE... [--scenario s.json] [--years n] [--runs r] [--seed k]',
      text: `Plans the fleet and simulates r runs of n years: hosts fail and are repaired, machines restart or wait for room. With
--json:
  {meanDownHours, ci95:[low, high], nines, closedForm, closedFormParts, causes, hostUp, enoughHosts, measures:[...],
   services:[...], workloadHours:[{workload, downHours}], unknown:[...], years, runs, seed, ...}
"meanDownHours" is a year's downtime of a machine, mean of all; "closedForm" the same by formula, for comparison.
"unknown" names what was left out because its rate is not known. The seed decides everything; the number of threads nothing.
Where the fleet cannot be planned {kind:"impossible", reasons:[...]}, exit 3.`,
      readsFleet: true,
      more: 'Rates of failure and repair, timers, costs and measures to compare are in the scenario, under "availability".',
    },
  },
  survival: (s) =>
    [
      `Hosts             ${s.hosts}`,
      `Failures at once  ${s.tolerates} tolerated, of ${s.failures} tried`,
      ...s.levels.map(
        (level) =>
          `Loss of ${level.failures}         ${level.failed} of ${level.checked} losses leave machines without a place` +
          `${level.isSample ? ` (a sample of ${level.all})` : ''}; worst: ${level.worst}, ${level.hour}: ` +
          `${level.unplaced} of ${level.lost} machines`,
      ),
      ...(s.unrestartable.length > 0
        ? [
            `Not restarted     ${s.unrestartable.join(', ')}${s.more > 0 ? ` and ${s.more} more` : ''}`,
          ]
        : []),
      ...(s.smallest === null
        ? []
        : [
            `Smallest cluster  ${s.smallest.hosts ?? 'none found'}`,
            `Cheapest addition ${s.smallest.cheapest ?? 'none found'}`,
          ]),
    ].join('\n'),
  estimate: (e) =>
    [
      `Down in a year    ${e.hours} for a machine, on average${e.interval === null ? '' : ` (95 %: ${e.interval})`}`,
      `Nines             ${e.nines ?? 'nothing was ever down'}`,
      `By formula        ${e.closedForm}`,
      `Simulated         ${e.runs} runs of ${e.years} years, ${e.hosts} hosts, ${e.tolerates} may fail at once`,
      ...e.measures.map(
        ({ kind, value, saved }) =>
          `Measure           ${measure[kind](value)}: ${saved === null ? 'changes nothing, or a figure is missing' : `${saved} less`}`,
      ),
      ...e.unknown.map((what) => `Left out          ${unknown[what]}: unknown`),
    ].join('\n'),
  notWhole: (option, given) => `${option} is "${given}"; expected a whole number of at least 1`,
};
