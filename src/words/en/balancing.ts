import type { PolicyId } from '../../model/balancing/settings.ts';

const policy: Readonly<Record<PolicyId | 'none', string>> = {
  none: 'No moves',
  A: 'A: even out',
  B: 'B: CPU over threshold',
  C: 'C: CPU and memory over',
  ours: 'Ours: looks ahead',
};

const about: Readonly<Record<PolicyId | 'none', string>> = {
  none: 'Machines stay where they are.',
  A: 'Acts when load is uneven, and moves what evens CPU and memory best. Its details were not disclosed to the report: the measure of evenness is ours.',
  B: 'Acts when CPU stays over its threshold; the target must not be over any threshold afterwards, and then rests.',
  C: 'Acts only when CPU and memory both stay over; moves the busiest machine to where its CPU reserve is free.',
  ours: 'Acts on what is over now or was over at the same hour yesterday; never puts a target over its thresholds, and takes the shortest move that suffices.',
};

/** Texts of the placement tool. */
export const placement = {
  policy,
  about,
  page: {
    lead: 'What would dynamic placement do with your fleet? The three rule sets of Table 5 of the report, and ours, run over the hours that were measured: how often they move machines, what that saves in overload, and what it costs.',
    noScript:
      'This tool computes in your browser and needs JavaScript. The method is explained under Method.',
    loading: 'Loading the tool …',
    how: 'How this is computed',
    method:
      'Every rule set starts from the same placement and looks at the hosts at each interval. A move is made only if the target, with the machine on it, stands better than the source did; affinity, memory, vCPUs and rests are respected. A migration takes its time by pre-copy, loads both hosts, and holds memory on both. Imbalance is the standard deviation of the CPU use of all running hosts, averaged over time.',
    steps: {
      fleet: 'Fleet',
      settings: 'Rules and limits',
      answer: 'Side by side',
      time: 'Hour by hour',
    },
  },
  noFleet: 'Load a fleet above to run the rules over it.',
  fields: {
    cpu: { label: 'CPU threshold', help: 'A host above it is overloaded.', unit: '%' },
    memory: { label: 'Memory threshold', help: 'Likewise.', unit: '%' },
    hold: { label: 'Held for', help: 'So long over, and a rule acts.', unit: 'min' },
    interval: { label: 'Looks every', help: 'How often the rules look.', unit: 'min' },
    cooldown: {
      label: 'Rest after a move',
      help: 'B leaves the receiving host alone, ours the machine.',
      unit: 'min',
    },
    imbalance: {
      label: 'Unevenness that A bears',
      help: 'Standard deviation of CPU or memory use.',
      unit: '%',
    },
    reserve: {
      label: 'CPU reserve (C)',
      help: "Share of the machine's CPU that must be free on the target.",
      unit: '%',
    },
    cores: {
      label: 'CPU of a migration',
      help: 'Cores taken on each of the two hosts meanwhile.',
      unit: '',
    },
    vcpus: { label: 'vCPUs', help: 'Of the new machine.', unit: '' },
    mhz: { label: 'CPU use', help: 'Of the new machine, at all hours.', unit: 'MHz' },
    gib: { label: 'Memory', help: 'Of the new machine.', unit: 'GiB' },
    days: { label: 'Days', help: "From the beginning of the fleet's profile.", unit: '' },
  },
  mode: 'Mode',
  modes: { automatic: 'Automatic: moves are made', recommend: 'Recommend only: nothing is moved' },
  start: 'Initial placement',
  starts: {
    given: 'The same for all: as it is, or as planned',
    arrival: 'Each rule places the machines one by one',
  },
  target: "C's target",
  targets: { lowest: 'The host with the lowest load', highest: 'Fill one host before the next' },
  switchOff: 'Ours may switch hosts off',
  switchOffs: { no: 'No', yes: 'Yes, when they can be emptied' },
  working: 'Running the rules …',
  stop: 'Stop',
  again: 'Run again',
  stopped: 'Stopped before the end.',
  headline: (name: string, minutes: string, none: string) =>
    `${name}: ${minutes} over threshold, against ${none} without moves`,
  calm: 'No host is ever over its threshold: there is nothing that moves could mend',
  calmHint: 'Lower the thresholds, or plan with less spare, to see the rules at work.',
  tableTitle: 'The rules side by side',
  head: [
    'Rules',
    'Moves',
    'Over threshold',
    'Imbalance',
    'Energy',
    'Hosts off',
    'No move was better',
  ],
  recommended: 'Moves are recommendations; the other figures are those of doing nothing.',
  noProfile:
    'The fleet has no profile: one figure for each machine stands for a whole day, so nothing changes with time.',
  energyUnknown: 'Energy is unknown where a host type does not tell its power.',
  immovable: (count: string) => `${count} machines may not be moved.`,
  minutes: (value: string) => `${value} min`,
  times: (value: string) => `${value} times`,
  chart: {
    title: 'Fullest host, hour by hour',
    about: 'CPU use of the host that is fullest in each hour; the line is the threshold.',
    y: 'CPU use',
    x: 'Time',
    hour: 'Time',
  },
  timeline: {
    rule: 'Rules shown',
    hour: 'Hour',
    play: 'Play',
    pause: 'Pause',
    back: 'One hour back',
    forward: 'One hour on',
    nextMove: 'Next move',
    host: 'Host',
    use: 'CPU use',
    moves: 'Moves in this hour',
    none: 'No move in this hour.',
    off: 'off',
    over: 'over threshold',
    move: (workload: string, from: string, to: string) => `${workload}: ${from} → ${to}`,
    because: { relief: 'relieves a host', power: 'empties a host' },
    allMoves: 'All moves',
    movesHead: ['Time', 'Machine', 'From', 'To', 'Takes', 'Why'],
    most: (count: number) => `The first ${count} are listed; the command line gives all.`,
    hostsTable: 'Hosts at this hour',
    reduced: 'Playing is off because your system asks for less motion; step with the buttons.',
  },
  newMachine: {
    title: 'Where would a new machine go?',
    head: ['Rules', 'Host', 'Its highest load, of its threshold'],
    nowhere: 'nowhere: no host may hold it',
    at: (when: string) =>
      `Decided at ${when}, when the fleet asks most of its CPUs, on the given placement.`,
  },
};
