import type { AdmissionKind } from '../../model/admission/answer.ts';
import type { Measure } from '../../model/availability/policy.ts';
import type { SiteFailure } from '../../model/recovery/quorum.ts';
import type { Replication } from '../../model/recovery/replication.ts';
import type { RecoveryStep } from '../../model/recovery/site-loss.ts';
import { formatFor } from '../format.ts';

const { count, number, percent, names } = formatFor('en');
const things = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;
const hosts = (n: number) => things(n, 'host', 'hosts');
const vms = (n: number) => things(n, 'machine', 'machines');

const duration = (seconds: number) => {
  if (seconds < 120) return `${number(seconds)} s`;
  if (seconds < 7200) return `${number(seconds / 60)} min`;
  if (seconds < 172_800) return `${number(seconds / 3600)} h`;
  return `${number(seconds / 86_400)} days`;
};

/** Texts of the tool of failures and years. */
export const en = {
  page: {
    lead: 'What restarts when any host, any pair or any rack fails, at any hour? Which rule of admission keeps its promise? How many hours a year is a machine down, and what does a spare, a second card or faster detection buy? Every loss is tried, every year is simulated, on your own fleet, in this browser.',
    loading: 'Loading …',
    noScript:
      'The tool computes in your browser and needs JavaScript. How it computes can be read without it.',
    method: 'How this is computed',
  },
  steps: {
    fleet: 'Your fleet',
    cluster: 'The cluster',
    survival: 'Every failure at once',
    admission: 'Admission control',
    years: 'Availability over years',
    site: 'Another site',
  },
  noFleet: 'Load a fleet above; the rest follows from it.',
  impossible: 'There is no plan for this fleet, so there is no cluster to fail:',
  working: (doneRatio: number | null) =>
    doneRatio === null ? 'Computing …' : `Computing … ${percent(doneRatio)}`,
  failed: (message: string) => `The computation failed: ${message}`,
  stale: 'The settings have changed since; this is the answer to the old ones.',
  how: 'How this is computed',
  unknown: 'unknown',
  known: (label: string) => `${label}: known`,
  duration,
  hours: (value: number) =>
    value >= 1
      ? `${number(value, 2)} h`
      : value * 60 >= 1
        ? `${number(value * 60, 2)} min`
        : `${number(value * 3600, 2)} s`,
  moreNames: (n: number) => `and ${count(n)} more`,
  fields: {
    tolerate: {
      label: 'Hosts that may fail at once',
      help: 'The plan keeps so much room that every such loss finds a place in all hours.',
      unit: 'hosts',
    },
    failureTarget: {
      label: 'Limit while hosts are down',
      help: 'How full the survivors may become.',
      unit: '%',
    },
    failures: {
      label: 'Hosts that fail at once, tried',
      help: 'All sets of so many hosts, or a stated sample where they are too many.',
      unit: 'hosts',
    },
    racks: {
      label: 'Racks',
      help: 'Hosts are dealt out to them in turn; a rack fails as a whole.',
      unit: 'racks',
      off: 'not tried',
      on: 'Try racks',
    },
    rounds: {
      label: 'The fleet asks so many times',
      help: 'More than once, so that a rule that admits much shows what comes of it.',
      unit: '×',
    },
    cpuReservation: {
      label: 'CPU reserved for each machine',
      help: 'As a share of its planned CPU. Rules of admission count reservations, not use.',
      unit: '%',
    },
    memoryReservation: {
      label: 'Memory reserved for each machine',
      help: 'As a share of its planned memory. Without reservations a rule sees nothing.',
      unit: '%',
    },
    reserved: {
      label: 'Share kept free by the percentage rule',
      help: 'The vendor recommends failures ÷ hosts.',
      unit: '%',
      off: 'failures ÷ hosts',
      on: 'Another share',
    },
    slotCpu: {
      label: 'Largest slot, CPU',
      help: 'Larger machines then take several slots.',
      unit: 'MHz',
      off: 'the largest reservation',
      on: 'A bound for slots',
    },
    slotMemory: {
      label: 'Largest slot, memory',
      help: 'Larger machines then take several slots.',
      unit: 'GiB',
      off: 'the largest reservation',
      on: 'A bound for slots',
    },
    years: { label: 'Years of a run', help: 'Each run is a life of the cluster.', unit: 'years' },
    runs: {
      label: 'Runs',
      help: 'Four times as many halve the interval.',
      unit: 'runs',
    },
    hostMtbf: {
      label: 'A host fails once in',
      help: 'Mean time from repair to failure. Start: the upper end of 4 to 10 % of servers a year.',
      unit: 'years',
    },
    hostMttr: {
      label: 'Until a host is repaired',
      help: 'Mean time, spare part and all. Start: the upper end of the 1 to 6 hours reported for racks.',
      unit: 'h',
    },
    cardMtbf: {
      label: 'A card for the machines’ network fails once in',
      help: 'Unknown: cards are left out. Nobody restarts machines that are cut off.',
      unit: 'years',
    },
    cardCount: { label: 'Cards in each host', help: 'Two and more are teamed.', unit: 'cards' },
    storageMtbf: {
      label: 'A storage controller fails once in',
      help: 'Two of them, one is enough. Unknown: storage is left out.',
      unit: 'years',
    },
    crashes: {
      label: 'A machine crashes by itself, times a year',
      help: 'Unknown: left out.',
      unit: '',
    },
    crashSeconds: {
      label: 'Until a crashed machine is up again',
      help: 'By whoever restarts it.',
      unit: 's',
    },
    detection: {
      label: 'From failure to first start',
      help: 'Detection, declaration, fencing, locks. Start: 18 s, as vSphere HA.',
      unit: 's',
    },
    starts: { label: 'Starts at once on a host', help: 'The others wait their turn.', unit: '' },
    boot: { label: 'Boot of a guest', help: 'Measure your own.', unit: 's' },
    application: { label: 'Start of its application', help: 'Measure your own.', unit: 's' },
    hourCost: {
      label: 'Cost of one machine’s hour of downtime',
      help: 'In any currency, the same for measures. Unknown: no costs are shown.',
      unit: '',
    },
    spareHosts: {
      label: 'Spare hosts to compare',
      help: 'Beside the cluster as it is.',
      unit: 'hosts',
    },
    teamedCards: { label: 'Cards to compare', help: 'Teamed, in each host.', unit: 'cards' },
    fasterDetection: {
      label: 'Detection to compare',
      help: 'From failure to first start.',
      unit: 's',
    },
    fasterRepair: {
      label: 'Repair to compare',
      help: 'With a spare part on the shelf, say.',
      unit: 'h',
    },
    measureCost: (of: string) => ({
      label: `Cost a year: ${of}`,
      help: 'Unknown: not weighed.',
      unit: '',
    }),
    siteHosts: {
      label: 'Hosts at the other site',
      help: 'Of the first host type.',
      unit: 'hosts',
    },
    interval: { label: 'Between two replications', help: 'Asynchronous only.', unit: 'min' },
    change: {
      label: 'Written in a day',
      help: 'As a share of all provisioned disk. Measure it: it decides everything here.',
      unit: '%',
    },
    peak: { label: 'Busiest hour against the mean', help: 'Of what is written.', unit: '×' },
    line: { label: 'Line between the sites', help: 'For replication alone.', unit: 'Mb/s' },
    distance: { label: 'Length of the line', help: 'Light takes 4.9 µs a kilometre.', unit: 'km' },
    decision: { label: 'Until somebody decides', help: 'That the site is lost.', unit: 'min' },
    promotion: { label: 'Until the copies are writable', help: 'At the other site.', unit: 'min' },
    rpo: { label: 'Work that may be lost (RPO)', help: 'The target.', unit: 'min' },
    rto: { label: 'Time without service (RTO)', help: 'The target.', unit: 'min' },
    hostsHere: { label: 'Stretched: hosts at this site', help: 'One vote each.', unit: 'hosts' },
    hostsThere: { label: 'Stretched: hosts at the other', help: 'One vote each.', unit: 'hosts' },
  },
  choices: {
    mode: 'Replication',
    modes: { asynchronous: 'asynchronous', synchronous: 'synchronous' },
    witness: 'Witness at a third place',
    witnesses: { yes: 'yes, one vote', no: 'none' },
    quorum: 'Quorum',
    quorums: { majority: 'more than half of all votes', none: 'none' },
  },
  groups: {
    rates: 'Failures and repairs',
    restart: 'From failure to return',
    measures: 'Measures to compare',
    simulation: 'Simulation',
    replication: 'Replication',
    recovery: 'Recovery',
    stretched: 'A cluster over both sites',
  },
  cluster: {
    about: (hostCount: number, workloads: number) =>
      `The plan has ${hosts(hostCount)} for ${vms(workloads)}.`,
    elsewhere: 'Host types and rules are those of the consolidation planner.',
    toPlanner: 'Change them there',
  },
  survival: {
    tolerates: (tolerated: number, tried: number) =>
      tolerated >= tried
        ? `Any ${hosts(tolerated)} may fail at any hour: everything restarts.`
        : tolerated === 0
          ? 'Not every host may fail: some machines find no place.'
          : `Any ${hosts(tolerated)} may fail at any hour; with ${tried} at once some machines may find no place.`,
    figure: 'hosts may fail at once',
    levels: 'What every loss leaves without a place',
    levelsHead: [
      'Lost at once',
      'Losses tried',
      'With machines left over',
      'Worst loss',
      'Hour',
      'Ran there',
      'Without a place',
      'Proven at least',
    ],
    sampled: (checked: number, all: number) => `${count(checked)} of ${count(all)} (sample)`,
    rack: 'a rack',
    map: 'Machines without a place, host by host and hour by hour',
    mapAbout:
      'Green: everything restarts. The stronger the colour, the larger the share of the host’s machines that finds no place if it fails at that hour.',
    pairs: 'Machines without a place, pair by pair',
    pairsAbout: 'In the worst hour of each pair.',
    host: 'Host',
    hour: 'Hour',
    worstHour: 'Worst hour',
    cell: (host: string, hour: string, unplaced: number) =>
      `${host} · ${hour} · ${vms(unplaced)} without a place`,
    pairCell: (a: string, b: string, unplaced: number) =>
      `${a} and ${b} · ${vms(unplaced)} without a place`,
    grouped: (perRow: number) => `Each row stands for ${hosts(perRow)} and shows the worst.`,
    legendNone: 'all restart',
    legendAll: 'none restart',
    unrestartable: 'Machines that some loss leaves down',
    unrestartableHead: ['Machine', 'Losses × hours'],
    nobody: 'No loss that was tried leaves a machine down.',
    download: 'All figures as JSON',
    smallest: 'Find the smallest cluster that survives this',
    smallestIs: (hostCount: number, present: number) =>
      hostCount === present
        ? `${hosts(hostCount)}, as many as the plan has.`
        : `${hosts(hostCount)} are enough${hostCount < present ? ', fewer than the plan has' : `; the plan has ${count(present)}`}.`,
    smallestNone:
      'None was found: more hosts of these types do not help, or too many would be needed.',
    smallestBy: (parts: readonly string[]) => names(parts),
    extras: 'Hosts to add to the present cluster',
    extrasHead: ['Host type', 'Add', 'Price'],
    extraNone: (tried: number) => `up to ${tried} do not help`,
    extraZero: 'none: it is clean',
    cheapest: 'cheapest',
    fewest: 'fewest',
    noPrices:
      'Prices are unknown, so the fewest hosts count. Give prices in the consolidation planner.',
    steps: [
      'Each loss is tried in each hour with what every machine asks for at that hour; survivors keep what they have.',
      'Machines are dealt out; where that fails, the largest go first to the emptiest host, then those without a place go first; where not all can fit, the smallest first to the fullest.',
      'What no way of placing can save is proven: machines that fit on no survivor, and what exceeds all free room of a resource. Up to 40 machines, every way is tried within a budget.',
    ],
  },
  admission: {
    about: (hostCount: number, asked: number, failures: number) =>
      `${vms(asked)} ask to start on ${hosts(hostCount)}; the loss of ${failures} is to be survived. Who is refused is passed over.`,
    table: 'Rules of admission on the same hosts',
    head: [
      'Rule',
      'Started',
      'Promises',
      'Can start again after the worst loss',
      'Gets what it needs',
      'Hosts over their limit every day',
    ],
    policies: {
      none: 'none (overcommitted)',
      slots: 'slots',
      percentage: 'percentage',
      dedicated: 'dedicated hosts',
      proof: 'proof by re-placement',
    } satisfies Record<AdmissionKind, string>,
    promises: (failures: number | null) => (failures === null ? 'nothing' : `${hosts(failures)}`),
    restarted: (restarted: number, lost: number) =>
      restarted === lost ? `all ${count(lost)}` : `${count(restarted)} of ${count(lost)}`,
    slots: (cpu: string, memory: string, total: number, used: number) =>
      `A slot is ${cpu} and ${memory}: the largest reservation of each. ${count(total)} slots, ${count(used)} taken: what a machine does not fill of its slot is wasted.`,
    percentage: (cpu: number, memory: number, kept: number) =>
      `Free of all hosts together: CPU ${percent(cpu)}, memory ${percent(memory)}; to be kept: ${percent(kept)}. Whether any one host has room for a machine it does not ask.`,
    ended: (refused: number) => `Proof ended after ${count(refused)} refusals in a row.`,
    chart: 'Started, and served after the worst loss',
    steps: [
      'Slots: the largest CPU by the largest memory reservation; hosts fail largest first; what is left must hold all (vSphere Availability).',
      'Percentage: (total − reserved) ÷ total must stay above the share, of CPU and of memory.',
      'Dedicated: as many of the largest hosts stay empty. None: whatever finds unreserved room starts.',
      'Proof: a machine starts only if it has room in every hour and, with it, every loss is re-placed in every hour.',
      '“Can start again” re-places reservations; “gets what it needs” re-places use in its worst hour, under the limit while hosts are down. Placement rules are left out.',
    ],
  },
  years: {
    simulate: (years: number, runs: number) => `Simulate ${number(years * runs)} years`,
    again: 'Simulate again',
    stop: 'Stop',
    figure: 'down a year, a machine on average',
    interval: (low: string, high: string) => `95 % interval: ${low} to ${high}`,
    nines: (value: number | null) =>
      value === null ? 'nothing was ever down' : `${number(value, 2)} nines`,
    allMachines: (hoursText: string, machines: number) =>
      `${hoursText} for all ${count(machines)} machines together`,
    cost: (money: string) => `${money} a year at your cost of an hour`,
    left: {
      card: 'Network cards are left out: how often they fail is unknown.',
      shared: 'Storage is left out: how often it fails is unknown.',
      vm: 'Crashes of machines by themselves are left out: how often is unknown.',
      cost: 'Costs are left out: what an hour costs is unknown.',
    },
    convergence: 'How the mean settles',
    convergenceAbout:
      'Mean of the runs so far with its 95 % interval; the line is the closed form.',
    runsAxis: 'runs',
    hoursAxis: (unit: string) => `${unit} a year`,
    units: { h: 'hours', min: 'minutes', s: 'seconds' },
    closedForm: 'closed form',
    convergenceHead: ['Runs', 'Mean', 'From', 'To'],
    causes: 'By cause',
    causesHead: ['Cause', 'Simulated', 'Closed form'],
    cause: {
      restart: 'restart after a host’s failure',
      waiting: 'no room on any host',
      network: 'cards of a host down',
      shared: 'storage down',
      crash: 'machine crashed by itself',
    },
    checks: 'Check against what is exact',
    checksHead: ['Quantity', 'Simulated (95 % interval)', 'Exact', 'Formula'],
    hostUp: 'A host is up',
    hostUpFormula: 'MTBF ÷ (MTBF + MTTR)',
    enough: (needed: number, all: number) => `At least ${needed} of ${all} hosts are up`,
    enoughFormula: 'Σ C(n, j) · uⁿ⁻ʲ · (1 − u)ʲ, j = 0 … n − k',
    within: 'within',
    never: 'its opposite was never seen in these years',
    outside: 'outside',
    measures: 'What each measure saves',
    measuresAbout:
      'Under the same failures, run by run: the difference is known far better than either figure.',
    measuresHead: [
      'Measure',
      'Down a year',
      'Saved',
      '95 % interval',
      'Saved cost a year',
      'Net of its own cost',
    ],
    measure: (measure: Measure) => {
      switch (measure.kind) {
        case 'spare':
          return `${hosts(measure.hosts)} more`;
        case 'teaming':
          return `${count(measure.cards)} teamed cards`;
        case 'detection':
          return `detection in ${duration(measure.detectionSeconds)}`;
        case 'repair':
          return `repair in ${number(measure.mttrHours)} h`;
      }
    },
    refused: {
      'card-unknown': 'needs how often a card fails',
      'changes-nothing': 'as it is already',
    },
    services: 'Services',
    servicesAbout:
      'Applications need all of their machines; machines that are kept apart stand in for one another.',
    servicesHead: ['Service', 'Needs', 'Machines', 'Down a year', 'Nines'],
    needs: { all: 'all', any: 'one' },
    machines: 'Machines that are down longest',
    machinesHead: ['Machine', 'Down a year'],
    reported: 'What is reported about failures',
    steps: (years: number, runs: number, seed: number) => [
      `${count(runs)} runs of ${number(years)} years, seed ${count(seed)}. Times to failure and to repair are exponential, each component with its own stream of random numbers; the number of threads changes nothing.`,
      'A failed host’s machines go, largest first, to the host that stays emptiest with what they ask for at that hour; without room they wait, and try again with every hour and every repair.',
      'Back from repair, a host gets its machines back: live. A host whose cards are all down keeps its machines, unreachable, for nobody notices.',
      'Interval: mean ± t · s ÷ √runs. Closed form: failures × time to return + (j − k) ÷ (n − k) of the machines while j > k of n hosts are down + the other causes; what happens together is left out.',
    ],
  },
  site: {
    about:
      'The whole site is lost. What starts at the other one, after how long, and how much of the last work is gone?',
    restarted: (restarted: number, all: number) =>
      restarted === all
        ? `All ${vms(all)} start there.`
        : `${count(restarted)} of ${vms(all)} start there.`,
    noHosts: 'No hosts stand at the other site: nothing starts there.',
    needed: (needed: number | null) =>
      needed === null
        ? 'No number of hosts of the first type holds everything.'
        : `${hosts(needed)} of the first type hold everything.`,
    rpo: 'Work lost, at most',
    rto: 'Until the last application answers',
    met: 'target met',
    missed: 'target missed',
    verdict: {
      holds: 'The line carries even the busiest hour.',
      lags: 'The line carries the mean but not the busiest hours: the copy falls behind then, and no bound on lost work can be promised.',
      never: 'The line carries not even the mean: the copy falls behind for good.',
      unknown: 'The line is unknown: say how fast it is.',
    } satisfies Record<Replication['verdict'], string>,
    neededLine: (megabits: string) => `The busiest hour needs ${megabits}.`,
    firstCopy: (time: string) => `The first copy takes ${time}.`,
    latency: (ms: string) =>
      `Every write waits at least ${ms} longer: there and back at the speed of light in glass.`,
    diskUnknown: (n: number) => `The disk of ${vms(n)} is unknown and not counted.`,
    recovery: 'From disaster to service',
    recoveryHead: ['Step', 'Time'],
    recoveryStep: {
      decision: 'decision',
      promotion: 'copies made writable',
      boot: 'guests boot, in turn',
      application: 'applications start',
    } satisfies Record<RecoveryStep, string>,
    stretched: 'A cluster over both sites: who goes on',
    stretchedHead: [
      'What fails',
      'Votes here',
      'Votes there',
      'This site',
      'The other site',
      'Outcome',
    ],
    failure: {
      here: 'this site',
      there: 'the other site',
      witness: 'the witness',
      link: 'the line between the sites',
      'link-and-witness': 'the line and the witness',
    } satisfies Record<SiteFailure, string>,
    of: (own: number, all: number) => `${count(own)} of ${count(all)}`,
    runs: 'runs',
    stops: 'stops',
    gone: 'gone',
    split: 'split brain: both write',
    stopsAll: 'everything stops',
    goesOn: 'goes on',
    tight: 'goes on; not everything fits',
    steps: [
      'Asynchronous: changes of an interval T cross in r·T ÷ B, so up to T + r·T ÷ B is lost. Synchronous: nothing, while the line carries every write.',
      'Machines start in turns: ⌈n ÷ (hosts × starts)⌉ × boot; before it decision and promotion, after it the application.',
      'A side goes on with more than half of all votes. When only the line fails, the witness votes with this site.',
    ],
  },
};
