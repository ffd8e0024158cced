import type {
  DownReason,
  FailoverImpossible,
  FailoverNote,
  TimelineEntry,
} from '../../model/failover/answer.ts';
import type { ClassLabel, Incident, NetworkName } from '../../model/failover/failover-policy.ts';
import type { HaTimers } from '../../model/failover/ha-timers.ts';
import type { LogKind, VmState } from '../../model/failover/recorder.ts';
import type { Resource } from '../../model/fleet/resources.ts';
import { className } from '../class-name.ts';
import { formatFor } from '../format.ts';

const format = formatFor('en');

/** Classes that the page begins with, which no reader named. */
const knownClasses: Readonly<Record<string, string>> = { all: 'all' };

const network: Record<NetworkName, string> = {
  public: 'public network',
  management: 'migration and heartbeat network',
  storage: 'storage network',
};

const resource: Record<Resource, string> = {
  cpu: 'CPU',
  memory: 'memory',
  disk: 'disk capacity',
  iops: 'disk operations',
  throughput: 'disk throughput',
  network: 'network',
  vcpu: 'vCPUs per core',
};

/** 75 s, 4 min 10 s, 2 h 5 min. */
function duration(seconds: number): string {
  if (seconds < 120) return format.withUnit(seconds, 's', seconds < 10 ? 1 : 0);
  if (seconds < 7200) {
    const rest = Math.round(seconds % 60);
    const minutes = Math.floor(seconds / 60) + (rest === 60 ? 1 : 0);
    return rest % 60 === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  }
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  return rest === 0
    ? `${format.count(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const log: Record<LogKind, string> = {
  incident: 'breaks',
  repaired: 'is repaired',
  silent: 'counts as silent: no heartbeat',
  declared: 'is declared failed',
  fenced: 'is switched off through its power interface',
  'fencing-impossible': 'cannot be fenced: its power interface does not answer',
  'taken-over': 'is taken over: its machines are placed on other hosts',
  'lock-held': 'is declared failed but lives: its locks keep others from starting its machines',
  'runs-twice': 'is taken over while it lives: its machines run twice',
  isolated: 'hears nobody and counts itself as isolated',
  'quorum-lost': 'has lost the majority',
  'self-fenced': 'resets itself',
  'nobody-acts': 'is not taken over: no other host may act',
  'storage-given-up': 'gives up its machines: no storage',
  'moved-for-network': 'gives up its machines: no public network',
  'host-back': 'is back',
  'no-room': 'finds no host with room',
  'start-failed': 'fails to start',
  'moved-back': 'has moved back to its host',
};

/** A label and what it means. */
type Labelled = readonly [string, string];

interface RuleTexts {
  readonly important: string;
  readonly all: string;
  readonly cards: (name: string) => Labelled;
  readonly heartbeatOverPublic: string;
  readonly witness: Labelled;
  readonly rackCount: Labelled;
  readonly storageMibPerSecond: Labelled;
  readonly bootSpreadRatio: Labelled;
  readonly startFailureRatio: Labelled;
  readonly hostBootSeconds: Labelled;
  readonly placement: Labelled;
  readonly failBackSeconds: Labelled;
  readonly dependencySeconds: Labelled;
  readonly horizonSeconds: Labelled;
  readonly runs: Labelled;
}

export const en = {
  format,
  duration,
  network,
  resource,
  page: {
    lead: 'Break hosts, networks, storage or power, several at once if you like, and see which machines are down, for how long, which do not restart and why. Begin with the two-host test bed of the report, or load your fleet.',
    noScript:
      'This tool computes in your browser and needs JavaScript. What it shows is explained under “Method: failover”.',
    loading: 'Loading the tool …',
    howTo: 'How this is computed',
    method: 'Method: failover',
    chapter: 'The report’s chapter on failures',
  },
  steps: {
    presets: 'What the report broke',
    fleet: 'Your fleet (optional)',
    break: 'Break something',
    rules: 'How the cluster reacts',
    answer: 'What happens',
    charts: 'In time',
  },
  presets: {
    about:
      'The report broke its test bed at five places. Each button does the same here, with the timers of a product of 2008.',
    observed: 'The report observed',
    model: 'The model says',
    why: 'Why',
    whyOf: {
      host: 'Fifteen seconds of silence, then a boot that waits for the shared disk. The report does not say how many machines booted or how long one takes; with two Windows guests that read 560 MiB each the model lands in the same range.',
      'virtual-machine':
        'Hosts watch hosts. A machine that stops is not a host that stops, so no timer runs; its neighbours share nothing with it but capacity.',
      'public-network':
        'Heartbeats run over another network. As long as they arrive, nothing has failed for the cluster, while users reach nobody.',
      'migration-network':
        'Every host hears nobody and counts itself as isolated, so no one is left to restart anything. With “leave running” the machines go on; with “power off” all of them stop.',
      'iscsi-network':
        'No host reaches the disk, so there is no host to restart on. The machines stand still until the network is back.',
    },
    inside: (seconds: string) =>
      `All guests are up again after ${seconds}; the report says a little under 1 minute to about 1 min 30 s.`,
  },
  cluster: {
    label: 'Cluster',
    help: 'Which machines on which hosts.',
    options: {
      'test-bed': 'the report’s test bed',
      plan: 'the plan for my fleet',
      today: 'my fleet on its hosts of today',
    },
    needsFleet:
      'Load a fleet to break your own cluster. Until then the test bed of the report is shown.',
    shape: (hosts: number, vms: number) =>
      `${format.count(hosts)} hosts, ${format.count(vms)} virtual machines`,
  },
  drawing: {
    title: 'The cluster and its failure points',
    help: 'Every marked point is a button: press it to break it, press again to take that back. Reachable with Tab, pressed with Enter or Space.',
    point: (what: string, isBroken: boolean) => (isBroken ? `${what}: broken` : `Break ${what}`),
    machines: (count: number) => `${format.count(count)} VM`,
    short: { public: 'Public', management: 'Heartbeat', storage: 'Storage' } as Record<
      NetworkName,
      string
    >,
    storage: 'shared storage',
    manager: 'management server',
    power: 'power',
    partition: 'split in half',
    rack: (number: number) => `rack ${number}`,
    card: 'one card',
    more: (count: number) =>
      `${format.count(count)} more hosts are not drawn; break them by the form below.`,
    at: 'Breaks at',
    lasts: 'Repaired after',
    never: 'not repaired',
    seconds: 's',
    none: 'Nothing is broken.',
    list: 'What breaks, and when',
    what: 'What',
    remove: (what: string) => `Remove: ${what}`,
    clear: 'Repair everything',
    add: 'Add',
    kind: 'Kind',
    host: 'Host',
    vm: 'Machine',
    ofNetwork: 'Network',
    other: 'Break something else',
    kinds: {
      host: 'a host',
      rack: 'a rack',
      power: 'all power',
      vm: 'a machine stops',
      guest: 'a guest hangs',
      network: 'a whole network',
      switch: 'one switch of a network',
      card: 'one network card of a host',
      link: 'a host’s whole connection to a network',
      storage: 'the shared storage',
      manager: 'the management server',
      partition: 'the heartbeat network falls in two',
    },
    firstHosts: 'Hosts on the first side',
  },
  /** What an incident breaks, with names. */
  incident(
    incident: Incident,
    name: (kind: 'host' | 'vm', target: number | string) => string,
  ): string {
    switch (incident.kind) {
      case 'host':
        return `host ${name('host', incident.host)}`;
      case 'rack':
        return `rack ${incident.rack + 1}`;
      case 'power':
        return 'all power';
      case 'vm':
        return `machine ${name('vm', incident.vm)}`;
      case 'guest':
        return `guest ${name('vm', incident.vm)} (hangs)`;
      case 'network':
        return `the ${network[incident.network]}`;
      case 'switch':
        return `one switch of the ${network[incident.network]}`;
      case 'card':
        return `one card of ${name('host', incident.host)} in the ${network[incident.network]}`;
      case 'link':
        return `the connection of ${name('host', incident.host)} to the ${network[incident.network]}`;
      case 'storage':
        return 'the shared storage';
      case 'manager':
        return 'the management server';
      case 'partition':
        return `the heartbeat network between the first ${incident.hosts} hosts and the rest`;
    }
  },
  logLine: ({ kind, incident }: Pick<TimelineEntry, 'kind' | 'incident'>, subject: string) =>
    incident === null
      ? `${subject} ${log[kind]}`
      : `${subject}: ${kind === 'incident' ? 'broken' : 'repaired'}`,
  profile: {
    label: 'Product',
    help: 'Sets the timers below to what its documents say.',
    own: 'own timers',
    era: (name: string, era: string) => `${name} (${era})`,
    origin: 'Where the timers come from',
    timer: 'Timer',
    value: 'Value',
    source: 'Source',
    assumed: 'assumed by this site',
    changed: 'changed by you',
    never: 'never',
    isOn: (label: string) => `${label}: it happens`,
    medium: 'medium confidence',
    isYes: (value: boolean): string => (value ? 'yes' : 'no'),
  },
  timers: {
    heartbeatSeconds: ['Heartbeat every', 'How often the hosts say that they live.'],
    detectionSeconds: ['Silent after', 'Silence until a host counts as silent.'],
    declarationSeconds: ['Declared after', 'Asking again by other ways, on top of the silence.'],
    graceSeconds: ['Left alone for', 'Wait on purpose before machines are taken over.'],
    primarySeconds: ['New leader takes', 'Added where the failed host led the cluster.'],
    isolationSeconds: [
      'Isolated after',
      'A host that hears nobody counts itself as isolated. Off: it never does.',
    ],
    isolationResponse: ['An isolated host', 'What it does with its machines.'],
    quorum: ['Who may act', 'With a majority rule only hosts that hear more than half.'],
    selfFenceSeconds: [
      'Resets itself after',
      'A host that lost the others or the majority. Off: it runs on.',
    ],
    fencing: [
      'Fencing',
      'Whether a declared host is switched off before others start its machines.',
    ],
    fencingSeconds: ['Fencing takes', 'Or the wait for a host to have reset itself.'],
    lockSeconds: [
      'Lock expires after',
      'How long the lock of a dead host keeps others off its files. Off: no lock.',
    ],
    roundSeconds: ['Placed within', 'Interval of the manager’s rounds.'],
    startsPerHost: ['Starts at once', 'Machines that one host starts at the same time.'],
    retryCount: ['Further attempts', 'After a start that failed.'],
    retrySeconds: ['Wait before each', 'Before each further attempt.'],
    storageSeconds: [
      'Gives up storage after',
      'A host without storage lets its machines restart elsewhere. Off: it does not.',
    ],
    vmRestartSeconds: ['Stopped machine restarts after', 'Off: nobody starts it.'],
    guestSeconds: ['Hung guest is reset after', 'Off: nobody looks into guests.'],
    publicSeconds: [
      'Reacts to a lost public network after',
      'Its machines move to another host. Off: it is not noticed.',
    ],
    needsManager: [
      'Restarts need the management server',
      'Then nothing restarts while it is down.',
    ],
  } as Record<keyof HaTimers, Labelled>,
  choices: {
    isolationResponse: { leave: 'leaves them running', 'power-off': 'powers them off' },
    quorum: { none: 'anybody', majority: 'a majority' },
    fencing: { none: 'none', power: 'by power interface' },
    witness: { none: 'none', disk: 'on the shared disk', network: 'over the public network' },
    placement: {
      'one-by-one': 'one by one, by priority',
      planned: 'all together, so that most fit',
    },
  },
  rules: {
    important: 'Time and capacity',
    all: 'All timers',
    witness: ['Witness', 'One vote more where the number of hosts is even.'],
    cards: (name: string) => [
      `Cards for the ${name}`,
      'Two are teamed, each on a switch of its own.',
    ],
    heartbeatOverPublic: 'Heartbeats also run over the public network',
    rackCount: ['Racks', 'Hosts stand in them evenly, in their order.'],
    storageMibPerSecond: [
      'Storage throughput',
      'Boots share it: n at once take n times as long to read.',
    ],
    bootSpreadRatio: ['Boot times vary by', 'To either side.'],
    startFailureRatio: ['Starts that fail', 'They are tried again.'],
    hostBootSeconds: ['A host boots in', 'After its repair.'],
    placement: ['Placement', 'One by one is what products do.'],
    failBackSeconds: [
      'Machines return, each in',
      'To their repaired host, without stopping. Off: they stay.',
    ],
    dependencySeconds: [
      'Waits for others at most',
      'Then a machine starts without them. Off: it waits.',
    ],
    horizonSeconds: ['Watched for', 'From the beginning.'],
    runs: ['Repetitions', 'With other random numbers, for the distribution.'],
  } as RuleTexts,
  classes: {
    title: 'Classes of machines',
    about:
      'The first class that fits a machine counts; the last takes the rest. Lower priorities start first.',
    id: 'Name',
    match: 'Fits when',
    text: 'contains',
    any: 'any machine',
    priority: 'Priority',
    rto: 'RTO (s)',
    read: 'Reads (MiB)',
    boot: 'Boot (s)',
    application: 'Application (s)',
    after: 'Starts after',
    known: knownClasses,
    nobody: 'nobody',
    add: 'Add a class',
    remove: (id: string) => `Remove class ${id}`,
    of: (label: string, id: string) => `${label}, class ${id}`,
    fresh: (number: number) => `class ${number}`,
    labels: {
      name: 'name',
      application: 'application',
      environment: 'environment',
      folder: 'folder',
      os: 'OS',
      cluster: 'cluster',
    } as Record<ClassLabel, string>,
  },
  answer: {
    nothing: 'Nothing is down: no machine was affected.',
    allBack: (count: number, seconds: string) =>
      `${format.count(count)} machines were down; all serve again after ${seconds}.`,
    someDown: (down: number, affected: number) =>
      `${format.count(down)} of ${format.count(affected)} machines that went down do not come back.`,
    guests: (seconds: string) =>
      `The last guest is up after ${seconds}; then its application starts.`,
    least: (seconds: string) =>
      `No restart after a host’s failure can be faster than ${seconds}: detection, declaration, waits and one boot.`,
    unaffected: (count: number) => `${format.count(count)} machines were not affected.`,
    twice: (count: number) =>
      `${format.count(count)} machines ran twice. Both instances may have written to the same disk: their data cannot be trusted.`,
    asking: 'Computing …',
    download: 'Download the answer (JSON)',
    failed: (message: string) => `The computation failed: ${message}`,
    machines: 'Machines that were down',
    vm: 'Machine',
    vmClass: 'Class',
    down: 'Down for',
    ending: 'In the end',
    endings: { restarted: 'restarted', recovered: 'back without restart', down: 'still down' },
    host: 'Host',
    reason: 'Why not',
    more: (count: number) => `${format.count(count)} more`,
    classes: 'Downtime by class',
    classCount: 'Machines',
    affected: 'Down',
    notRestarted: 'Not back',
    p50: 'Half within',
    p95: '95 of 100 within',
    worst: 'Longest',
    rto: 'RTO',
    missed: 'RTO missed',
    noRto: 'none',
    hosts: 'Capacity and response time',
    hostsAbout:
      'The fullest resource at its fullest hour, of what the host offers in all; and how much longer work takes than on an idle host.',
    vmsBeforeAfter: 'VM before → after',
    fullestBefore: 'Fullest before',
    fullestAfter: 'Fullest after',
    stretch: 'Response time before → after',
    times: (factor: number) => `× ${format.number(factor, 2)}`,
    overloaded: 'overloaded',
    isDown: 'down',
    timeline: 'What happened, in order',
    time: 'Time',
    event: 'Event',
    steps: 'Formula',
    formula:
      'Time to first restart = time to the first missing heartbeat (up to one interval) + silence + declaration + wait on purpose + fencing, but not before the lock expires; then per host: so many starts at once, each reading at an equal share of the storage’s throughput, then booting, then starting its application.',
    response: 'Response time: 1 + C(m, mρ) ÷ (m(1 − ρ)) with m cores at utilization ρ (Erlang C).',
  },
  charts: {
    gantt: 'States of the machines in time',
    ganttAbout: 'One row a machine that was down; long lists show the longest outages.',
    byClass: 'by class',
    byVm: 'by machine',
    grouping: 'Rows',
    axis: 'time',
    until: 'Until',
    from: 'From',
    state: 'State',
    distribution: 'Downtime over all repetitions',
    distributionAbout: (runs: number) =>
      `How many of the outages were over after so long, over ${format.count(runs)} repetitions. The dashed line is the RTO.`,
    share: 'over by then',
    outage: 'downtime',
  },
  states: {
    up: 'serves',
    unreachable: 'unreachable',
    frozen: 'no storage',
    hung: 'hangs',
    stopped: 'stopped',
    down: 'waits for detection',
    'no-room': 'no room',
    waiting: 'waits for others',
    queued: 'waits for its turn',
    reading: 'boots, reads',
    booting: 'boots',
    starting: 'application starts',
  } as Record<VmState, string>,
  reason(reason: DownReason): string {
    switch (reason.kind) {
      case 'no-room':
        return `no host has room: ${resource[reason.resource]} is short`;
      case 'no-host':
        return 'no host that may act and reaches the storage may take it';
      case 'unreachable':
        return 'it runs, but its network is cut, and nobody reacts to that';
      case 'storage-lost':
        return 'its host reaches no storage, and nobody reacts to that';
      case 'hang-unnoticed':
        return 'nobody looks into guests';
      case 'not-restarted':
        return 'the product does not start a machine that stopped';
      case 'attempts-exhausted':
        return 'every attempt to start it failed';
      case 'waits-for':
        return `it waits for machines of class ${className(knownClasses, reason.vmClass)}`;
      case 'nobody-left':
        return 'no host is left that could restart it';
      case 'no-quorum':
        return 'no group of hosts has a majority';
      case 'isolated':
        return 'the hosts that are left count themselves as isolated';
      case 'manager-down':
        return 'restarts need the management server, which is down';
      case 'fencing-impossible':
        return 'its host cannot be fenced: the power interface does not answer';
      case 'lost-race':
        return 'the other side is larger and fences first';
      case 'lock-held':
        return 'its host lives and holds the lock';
      case 'in-progress':
        return 'it was on its way when the time was over';
    }
  },
  impossible(answer: FailoverImpossible): string {
    switch (answer.kind) {
      case 'no-fleet':
        return 'No fleet is loaded; only the test bed can be broken.';
      case 'no-plan':
        return 'There is no plan for this fleet under these settings; the consolidation planner says why.';
      case 'hosts-unknown':
        return 'The fleet does not say which hosts it runs on, or nothing of their processors and memory.';
      case 'unknown-target':
        return answer.targets
          .map(
            ({ incident, field, value, count }) =>
              `failover.incidents.${incident}.${field}: “${value}” is not in this cluster; expected a name, or a number from 0 to ${count - 1}`,
          )
          .join('; ');
    }
  },
  note(note: FailoverNote): string {
    switch (note.kind) {
      case 'unplaced':
        return `${format.count(note.vms)} machines name no host that is known, and take no part.`;
      case 'witness-without-vote':
        return 'The witness has no vote: the number of hosts is odd.';
      case 'two-hosts-no-witness':
        return 'Two hosts with a majority rule and no witness: the loss of one leaves no majority, and nothing restarts.';
      case 'affinity-not-kept':
        return 'Machines that belong together are restarted where there is room, not together.';
    }
  },
};

export type FailoverWords = typeof en;
