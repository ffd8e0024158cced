import type { ClusterNote } from '../../model/cluster/cluster.ts';
import type { MachineMove } from '../../model/migration/machine-move.ts';
import type { NotConverging } from '../../model/migration/settings.ts';
import type { StuckReason } from '../../model/migration/targets.ts';
import type { MoveNames } from '../migration.ts';
import type { Words } from '../words.ts';
import { placement } from './balancing.ts';

type Moved = Extract<MachineMove, { kind: 'moved' }>;

const minute = 60;
const hour = 3600;

/** 42.1 s, 12.5 min, 3.2 h */
function duration(seconds: number, { format }: Words): string {
  if (seconds < 10) return format.withUnit(seconds, 's', 3);
  if (seconds < 2 * minute) return format.withUnit(seconds, 's');
  if (seconds < 2 * hour) return format.withUnit(seconds / minute, 'min');
  return format.withUnit(seconds / hour, 'h');
}

function stuck(reason: StuckReason, names: MoveNames, words: Words): string {
  const { format, answer } = words;
  switch (reason.kind) {
    case 'stays':
      return 'it was said to stay where it is.';
    case 'device':
      return 'it uses a device of its host.';
    case 'local-disk':
      return 'its disk is raw or local, and disks are not moved.';
    case 'together':
      return `it must share a host with ${names.workload(reason.other)}, which cannot leave.`;
    case 'no-compatible-host':
      return 'no other host of its cluster has a compatible CPU.';
    case 'pinned':
      return `it may only run on hosts of type ${reason.hostType}, and no other is left.`;
    case 'apart':
      return `it must be kept apart from ${names.workload(reason.other)}, which stands where there is room.`;
    case 'too-many-machines':
      return `every other host already has ${format.count(reason.limit)} machines.`;
    case 'no-room': {
      const at = reason.slot === null ? '' : ` at hour ${reason.slot}`;
      const needed = format.amount(reason.resource, reason.demand);
      const free = format.amount(reason.resource, reason.free);
      return `no host has room. ${names.host(reason.host)} comes nearest: it would need ${needed} of ${answer.resource[reason.resource]}${at}, and ${free} are free.`;
    }
    case 'not-converging':
      return `it changes ${format.withUnit(reason.dirtyMibPerSecond, 'MiB/s')} of memory, and the network carries ${format.withUnit(reason.bandwidthMibPerSecond, 'MiB/s')}: the copy never catches up.`;
  }
}

function clusterNote(note: ClusterNote, { format }: Words): string {
  return note.kind === 'cpu-unknown'
    ? `The CPU of ${format.count(note.hosts)} hosts is not told. Machines on them are moved among these hosts only.`
    : `The host of ${format.count(note.workloads)} running machines is not told. They are left out.`;
}

const whenNotConverging: Readonly<Record<NotConverging, string>> = {
  fail: 'Give up; the guest stays',
  stop: 'Stop the guest for the rest',
  'auto-converge': 'Slow the guest down (auto-converge)',
  'post-copy': 'Go on at the target and fetch the rest (post-copy)',
};

const by: Readonly<Record<Moved['by'], string>> = {
  'pre-copy': 'within the limit',
  'auto-converge': 'slowed down',
  'post-copy': 'rest fetched afterwards',
  stop: 'stopped for the rest',
};

export const en = {
  duration,
  stuck,
  clusterNote,
  whenNotConverging,
  by,
  placement,
  save: 'Save the answer (JSON)',
  hostsUnknown: 'The fleet does not describe the hosts that it runs on (cores, clock and memory).',
  page: {
    lead: 'How long does a running machine take to move, and what does its service notice? Work out one migration from numbers, then empty a host of your fleet or patch the whole cluster, host by host.',
    noScript:
      'This tool computes in your browser and needs JavaScript. The method is explained under Method.',
    loading: 'Loading the tool …',
    how: 'How this is computed',
    method:
      'Memory M is copied while the guest runs. Each further round copies what the guest changed meanwhile (V = D × T). Once the rest fits into the limit of downtime, the guest stops for it. The time is the sum of all copies, so it is never less than M ÷ B. Starting and finishing a migration takes more, by product; that is not included.',
    steps: {
      machine: 'One machine',
      fleet: 'Fleet',
      host: 'Empty a host',
      patch: 'Patch the cluster host by host',
    },
  },
  settings: {
    network: 'Network',
    product: 'Product and limits',
    fleet: 'Storage, CPU and machines',
    productLabel: 'Product',
    productOwn: 'Own figures',
    productHelp:
      'Takes the limits that its maker states. What the sources do not tell goes back to the start.',
    source: 'Source',
    asOf: (date: string) => `as of ${date}`,
    kind: 'Migration network',
    kinds: { dedicated: 'Dedicated to migration', shared: "Shared with the machines' traffic" },
    whenNotConverging: 'When the copy does not catch up',
    storage: 'Storage',
    storages: { shared: 'Shared by the hosts', local: 'Local: disks are copied too' },
    movesStorage: 'Disks of running machines',
    movesStorages: { yes: 'Can be moved', no: 'Cannot be moved' },
    cpu: 'CPU compatibility',
    cpus: {
      identical: 'Identical CPUs only',
      vendor: 'Same vendor (levelled)',
      any: 'Not checked',
    },
    hosts: 'Hosts',
    hostsKinds: {
      auto: "The fleet's where it tells them, else the plan's",
      today: 'As the fleet names them',
      plan: 'As planned by consolidation',
    },
    names: {
      stay: { label: 'Machines that stay', help: 'One name a line. They are never moved.' },
      devices: {
        label: 'Machines with a device of the host',
        help: 'Passed-through cards, GPUs, USB: one name a line.',
      },
      localDisks: {
        label: 'Machines with raw or local disks',
        help: 'Their disks are copied too, or they cannot move: one name a line.',
      },
    },
    fields: {
      memory: { label: 'Memory M', help: 'Of the machine.', unit: 'GiB' },
      dirty: {
        label: 'Change rate D',
        help: 'How fast the guest changes its memory.',
        unit: 'MiB/s',
      },
      disk: { label: 'Disk', help: 'Copied beforehand where storage is local.', unit: 'GiB' },
      gigabits: { label: 'Link', help: 'Of one host.', unit: 'Gb/s' },
      usable: {
        label: 'Usable share of the link',
        help: 'Frames and protocols take the rest: 94 % for TCP in frames of 1,500 bytes.',
        unit: '%',
      },
      share: {
        label: 'Share for migration',
        help: "What migrations may take from the machines' traffic.",
        unit: '%',
      },
      cap: {
        label: 'Limit for each migration',
        help: 'As the product or you set it.',
        unit: 'MiB/s',
      },
      perHost: { label: 'At the same time on a host', help: 'Leaving or entering it.', unit: '' },
      perCluster: {
        label: 'At the same time in the cluster',
        help: 'All hosts together.',
        unit: '',
      },
      limit: {
        label: 'Limit of downtime',
        help: 'The longest stop that the service bears.',
        unit: 's',
      },
      rounds: { label: 'Rounds at most', help: 'Copies made while the guest runs.', unit: '' },
      dirtyPerGib: {
        label: 'Change rate for each GiB of memory',
        help: 'No list of machines tells it; this is an assumption.',
        unit: 'MiB/s',
      },
      mostDirty: {
        label: 'Highest change rate of a machine',
        help: 'However much memory it has; an assumption too.',
        unit: 'MiB/s',
      },
      storageRate: { label: 'Storage throughput', help: 'For copying disks.', unit: 'MiB/s' },
      reboot: {
        label: 'Patch and restart of a host',
        help: 'Until it takes machines again.',
        unit: 'min',
      },
    },
  },
  machine: {
    title: 'Result',
    total: 'Time in all',
    downtime: 'Downtime',
    sent: 'Sent over the network',
    bandwidth: 'Bandwidth B',
    atLeast: 'Lower bound M ÷ B',
    verdict: (by: Moved['by'], rounds: number) =>
      ({
        'pre-copy': `Converges after ${rounds} ${rounds === 1 ? 'round' : 'rounds'}.`,
        'auto-converge': `Converges after ${rounds} rounds, with the guest slowed down.`,
        'post-copy':
          'Does not converge; the guest goes on at the target and fetches the rest over the network.',
        stop: `Does not get below the limit in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; the guest stops for longer than asked.`,
      })[by],
    never:
      'Does not converge: the guest changes memory as fast as the network carries it, or faster. There is no time to tell. A faster network, a quieter hour or another way of ending it would help.',
    outOfRounds:
      'Does not converge within the rounds allowed: the migration is given up, and the guest stays where it is.',
    taken: (share: string) => `The machines' own traffic loses ${share} of the link meanwhile.`,
    notTaken: "The machines' own traffic is not touched.",
    rounds: 'Rounds',
    roundsHead: ['No.', 'Copied', 'Takes', 'Changed meanwhile', 'Guest slowed by'],
    last: 'Stop',
    fetched: 'Fetched at the target',
    diskCopy: 'Disk',
    picture: 'The rounds in time: each bar is one copy, from its start to its end.',
  },
  evacuation: {
    noFleet: 'Load a fleet above to empty one of its hosts.',
    host: 'Host to empty',
    fullest: 'The fullest',
    working: 'Computing …',
    failed: (message: string) => `This is a defect of the tool: ${message}`,
    impossible: 'There are no hosts to move machines between',
    source: {
      today: 'The hosts are those that the fleet names.',
      plan: 'The hosts are those of the consolidation plan, because the fleet does not describe its own or you chose so.',
    },
    headline: (host: string, time: string) => `${host} is empty after ${time}`,
    headlineStuck: (host: string, count: number) =>
      `${host} cannot be emptied: ${count} ${count === 1 ? 'machine finds' : 'machines find'} no way out`,
    moves: 'Machines moved',
    sent: 'Sent over the network',
    longest: 'Longest downtime',
    before: 'Fullest other host before',
    after: 'Fullest other host after',
    lanes: (count: number, rate: string) => `${count} at a time, ${rate} each`,
    traffic: (traffic: string, link: string) =>
      `The machines of this host are known to send up to ${traffic}; the link carries ${link}.`,
    trafficUnknown: "The machines' own traffic is not known.",
    stuckTitle: 'What cannot move, and why',
    orderTitle: 'Order',
    orderHead: ['Machine', 'To', 'Starts', 'Ends', 'Downtime', 'How', 'Target at its fullest'],
    alone: 'alone',
    assumed: 'How fast guests change their memory is assumed, not measured.',
    full: (host: string, resource: string, ratio: string) => `${host}: ${resource} ${ratio}`,
  },
  patch: {
    start: 'Work out the patching',
    stop: 'Stop',
    headline: (hosts: number, time: string) => `${hosts} hosts in ${time}`,
    refused: (done: number, all: number) =>
      `Ends after ${done} of ${all} hosts: none of the others can be emptied`,
    host: 'Host',
    head: ['Host', 'Starts', 'Evacuation', 'Machines', 'Back', 'Fullest other host'],
    title: 'One host after the other',
    blocked: (host: string) => `${host}: no place for`,
    more: (count: number) => `and ${count} more`,
  },
};
