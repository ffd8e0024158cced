import type { BenchmarkColumn, BenchmarkProblem } from '../../import/benchmark-table.ts';
import type {
  HostMore,
  Overload,
  PerformanceNote,
  Waited,
} from '../../model/performance/answer.ts';
import type { MemoryPressure } from '../../model/performance/memory-pressure.ts';
import type { MeasuredPath } from '../../model/performance/overhead-set.ts';
import type { SpreadInput } from '../../model/performance/plan-spread.ts';
import type { MemoryTechniques } from '../../model/performance/policy.ts';
import type { TestBedValue } from '../../model/performance/test-bed.ts';
import type { FitRefusal } from '../../model/performance/usl-fit.ts';
import { formatFor } from '../format.ts';
import type { SentencesByKind } from '../sentences.ts';
import { answerWords } from './answer.ts';

const { count, number, percent } = formatFor('en');

const path: Readonly<Record<MeasuredPath, string>> = {
  cpu: 'CPU',
  memory: 'Memory',
  diskRead: 'Disk read',
  diskAsyncWrite: 'Disk write, asynchronous',
  diskSyncWrite: 'Disk write, synchronous',
  network: 'Network',
};

const waited: Readonly<Record<Waited | 'memory', string>> = {
  cpu: 'CPU',
  iops: 'disk (operations)',
  throughput: 'disk (bytes)',
  network: 'network',
  memory: 'memory',
};

const more: Readonly<Record<HostMore['by'], string>> = {
  ...waited,
  overloaded: 'already overloaded',
  nothing: 'nothing that waits',
};

const refusal: SentencesByKind<FitRefusal> = {
  'too-few-loads': (r) =>
    `${count(r.found)} different numbers of VMs were measured; a fit of three coefficients needs at least ${count(r.needed)}.`,
  'loads-too-close': (r) =>
    `All measurements lie between ${count(r.least)} and ${count(r.most)} VMs; the largest number must be at least twice the smallest.`,
  'repeats-contradict': (r) =>
    `Repeated runs with ${count(r.vms)} VMs contradict one another: from ${number(r.least, 3)} to ${number(r.most, 3)}.`,
  'baselines-contradict': (r) =>
    `The physical baselines contradict one another: from ${number(r.least, 3)} to ${number(r.most, 3)}.`,
  'negative-coefficient': (r) =>
    `The best fit has a negative ${r.coefficient === 'alpha' ? 'contention (α' : 'coherency (β'} = ${number(r.value, 4)}): throughput grows faster than the number of VMs, which no sharing explains.`,
  'does-not-follow': (r) =>
    `The measurements lie ${percent(r.errorRatio, 1)} from the best curve on average (at most ${percent(r.most)} is accepted); they do not follow the law.`,
  'no-solution': () => 'No curve fits these measurements better than any other.',
};

const column: Readonly<Record<BenchmarkColumn, string>> = {
  resource: 'resource',
  vms: 'vms',
  throughput: 'throughput',
  physical: 'physical',
};

const expected: Readonly<Record<BenchmarkProblem['expected'], string>> = {
  'a-resource': 'one of cpu, memory, disk-read, disk-async-write, disk-sync-write, network',
  'a-whole-number': 'a whole number of at least 1',
  'a-positive-number': 'a number above 0',
  'three-columns': 'the columns resource, vms, throughput and, if measured, physical',
  rows: 'at least one row of measurements',
};

/** 'row 3, column 2 (vms): "x"; expected …' */
const rowProblem = (problem: BenchmarkProblem) => {
  const place =
    problem.column === null
      ? `row ${problem.row}`
      : `row ${problem.row}, column ${problem.column.place} (${column[problem.column.name]})`;
  return `${place}: "${problem.value}" found; expected ${expected[problem.expected]}`;
};

const note: SentencesByKind<PerformanceNote> = {
  ...answerWords.note,
  'like-unknown': (n) =>
    `No planned workload is called “${n.name}”; a VM with the fleet’s mean was added instead.`,
  'idle-memory-unknown': (n) =>
    `Active memory of ${count(n.workloads)} workloads is unknown; ballooning takes nothing back from them.`,
};

const overload = (o: Overload, host: string, when: string, amounts: readonly [string, string]) =>
  o.resource === 'memory'
    ? `${host}: memory is short; ${amounts[0]} is wanted and ${amounts[1]} is there.`
    : `${host}: ${waited[o.resource]} is overloaded ${when} (${count(o.slotCount)} ${o.slotCount === 1 ? 'slot' : 'slots'}); ${amounts[0]} is asked for and at most ${amounts[1]} is done.`;

const sharing: Readonly<Record<MemoryTechniques['sharing'], string>> = {
  none: 'Never',
  'when-short': 'Only while memory is short',
  always: 'Always',
};

const memoryState: Readonly<Record<MemoryPressure['state'], string>> = {
  enough: 'Enough',
  shared: 'Saved by page sharing',
  ballooned: 'Taken back by ballooning',
  short: 'Short: the host swaps',
};

const spread: Readonly<Record<SpreadInput, { readonly label: string; readonly help: string }>> = {
  level: { label: 'Level of demand', help: 'Factor on all measured use.' },
  growth: { label: 'Growth a year', help: 'Added to the growth of the plan, in points.' },
  efficiency: { label: 'CPU efficiency', help: 'Factor on what the hypervisor leaves of the CPU.' },
  peaks: { label: 'Height of peaks', help: 'Factor on what a workload uses above its own mean.' },
};

const because: Readonly<Record<TestBedValue['because'], string>> = {
  measured: '',
  clamped: 'above 100 %: counts as 100 %',
  'shared-device': 'one card shared by four',
  gap: 'not printed in the report',
};

export const performanceWords = {
  path,
  waited,
  more,
  refusal,
  rowProblem,
  note,
  overload,
  sharing,
  memoryState,
  spread,
  overloaded: 'overloaded',
  notLimited: 'not limited',
  page: {
    lead: 'Is it fast enough? How busy the hosts of your plan are in every hour, what that does to response times, and how many more VMs there can be.',
    noScript:
      'The tool computes in your browser and needs JavaScript. The method page explains the model and shows its figures without it.',
    loading: 'The tool is loading …',
  },
  steps: {
    settings: 'Settings',
    answer: 'Answer',
    charts: 'Hour by hour',
    hosts: 'Hosts',
    vms: 'VMs',
    spread: 'Uncertainty',
    benchmark: 'Your own benchmark',
    testBed: 'Check: Table 6 reproduced',
    keep: 'Keep',
  },
  settings: {
    plan: 'Hosts, targets and failures are those of the consolidation tool; both share one scenario.',
    toPlan: 'Change hosts and rules',
    overhead: {
      label: 'Overhead of the product',
      help: 'Measured loss with one VM and with four; contention is computed from it.',
      none: 'No overhead',
      own: 'Own benchmark',
    },
    load: {
      label: 'Load compared with the plan',
      help: 'What if everybody does more? CPU, disk and network of all VMs times this.',
    },
    hyperThreading: {
      label: 'Yield of hyper-threading',
      help: 'More throughput of a core with two threads: at most about 30 %, depending on the load; never a factor of two.',
    },
    overcommit: {
      label: 'Cost of waiting vCPUs',
      help: 'Longer work for each processor’s worth of vCPUs that wait. Idle vCPUs cost nothing. Start: a published measurement.',
    },
    technique: {
      label: 'Memory techniques of',
      help: 'What the product does when guests want more memory than the host has.',
      own: 'Own choice',
    },
    sharing: {
      label: 'Page sharing',
      help: 'Identical pages of guests with one operating system are kept once.',
    },
    identical: {
      label: 'Identical pages',
      help: 'Share of a guest’s memory that others of its kind have too.',
    },
    ballooning: 'Ballooning: unused memory is taken back',
    moreLike: {
      label: 'Which VM is added',
      help: 'For “how many more”. The name stays in this browser.',
      mean: 'The fleet’s mean',
    },
    reset: 'Back to the start values',
  },
  answer: {
    asking: 'Computing …',
    stop: 'Stop improving',
    waiting: 'Load a fleet first; samples are above.',
    worst: 'Worst hour',
    worstAbout: (host: string, when: string, what: string) =>
      `${host}, ${when}: ${what} waits longest`,
    stretch: 'Response time there',
    times: (factor: number) => `× ${number(factor, factor < 1.1 ? 4 : 2)}`,
    stretchAbout: 'against the same work alone on the host',
    response: 'Against a physical machine',
    responseAbout: 'waiting, overhead, contention and waiting vCPUs together',
    ready: 'CPU ready',
    readyAbout: 'share of the time that a VM is ready and waits',
    busy: 'CPU use',
    busyAbout: 'of the host in that hour',
    more: 'More VMs until it doubles',
    moreAbout: (like: string, withMemory: string) =>
      `like ${like}, on all hosts together; memory holds ${withMemory} of them`,
    unlimited: 'no limit',
    overloadedTitle: (hosts: number) =>
      `${count(hosts)} ${hosts === 1 ? 'host is' : 'hosts are'} overloaded`,
    overloadedAbout:
      'At or above full capacity a queue grows without end: there is no response time to show.',
    moreOverloads: (rest: number) => `and ${count(rest)} more; the downloaded answer has all`,
    notes: 'What to know about these figures',
    steps: 'How this is computed',
    formulas: [
      'Busy b: b · c(b) ÷ o(b) = demand ÷ (capacity · e); c is contention, o the cost of waiting vCPUs.',
      'Response time R/S = 1 + C(m, m·b) ÷ (m·(1 − b)): m cores with processor sharing, C is Erlang’s formula. CPU ready = (R − S)/R.',
      'Waiting vCPUs: o = 1 + k · min(L ÷ m, vCPUs ÷ m − 1); L is the mean number of vCPUs that wait.',
      'Disk and network: one server each, R/S = 1 ÷ (1 − b). At b ≥ 1: overloaded, no figure.',
    ],
    download: 'Download the answer (JSON)',
    failed: (message: string) => `The computation failed: ${message}`,
  },
  hosts: {
    host: 'Host',
    vms: 'VMs',
    vcpus: 'vCPUs per core',
    busy: 'CPU use',
    ready: 'CPU ready',
    stretch: 'Response time',
    response: 'vs physical',
    slot: 'Worst hour',
    disk: 'Disk',
    network: 'Network',
    memory: 'Memory',
    memoryState: 'Memory pressure',
    more: 'More VMs',
    moreBy: (vms: string, by: string) => `${vms} (${by})`,
    caption: 'Every host at its own worst hour',
    shown: (shown: number, all: number) =>
      `${count(shown)} of ${count(all)} hosts, the slowest first; the downloaded answer has all.`,
  },
  vms: {
    vm: 'VM',
    host: 'Host',
    mean: 'Response time, mean',
    ready: 'CPU ready, mean',
    busiest: 'In its busiest hour',
    slot: 'Busiest hour',
    caption: 'VMs that are slowed most',
    about:
      'Response time against a physical machine, weighted by what the VM does in each hour. The host names are those of the plan.',
  },
  charts: {
    stretch: {
      title: 'Response time by hour',
      about:
        'How much longer work takes than on an idle host: the slowest host, and the mean of all weighted by load.',
      worst: 'slowest host',
      mean: 'mean',
      hour: 'Hour',
      axis: 'R/S',
      overloaded: 'overloaded',
      overloadedHosts: 'Overloaded hosts',
    },
    heat: {
      title: 'CPU of every host by hour',
      about: (hosts: number, perColumn: number) =>
        perColumn === 1
          ? `One column a host (${count(hosts)}), the busiest first. Red: overloaded.`
          : `${count(perColumn)} hosts a column of ${count(hosts)}, the busiest of them shown. Red: overloaded.`,
      host: 'Host',
      legend: 'Busy',
    },
    usl: {
      title: (name: string) => `Fit: ${name}`,
      about:
        'Measured points, the fitted law, and the band in which its mean lies with 95 % confidence.',
      vms: 'VMs',
      throughput: 'Throughput',
      measured: 'Measured',
      fitted: 'Fitted',
      residual: 'Residual',
      low: '95 % low',
      high: '95 % high',
    },
    hosts: {
      title: 'Hosts in all draws',
      about: 'How many draws need how many hosts.',
      axis: 'Hosts',
      draws: 'Draws',
    },
    tornado: {
      title: 'What moves the number of hosts',
      about: 'One input alone at its low (10 %) and high (90 %) end, the others as is likely.',
      lowEnd: 'low end',
      highEnd: 'high end',
      input: 'Input',
      low: 'Hosts at low end',
      high: 'Hosts at high end',
    },
  },
  uncertainty: {
    about:
      'Each input is drawn from a triangle of three figures: at least, likely, at most. Every draw is planned anew. The start values are assumptions of this site; put in your own.',
    low: 'At least',
    likely: 'Likely',
    high: 'At most',
    draws: 'Draws',
    drawsHelp: 'More draws take longer and settle P10 and P90.',
    ask: 'Compute',
    cancel: 'Cancel',
    running: (done: string) => `Planning draws: ${done}`,
    hosts: 'Hosts needed',
    response: 'Worst response time on the planned hosts',
    responseHelp: 'against a physical machine',
    figure: 'Figure',
    p10: 'P10',
    p50: 'P50',
    p90: 'P90',
    likelyPlan: 'All as is likely',
    beyondHosts: (draws: string) => `${draws} of all draws have no plan.`,
    beyondResponse: (draws: string) => `In ${draws} of all draws a planned host is overloaded.`,
    seed: (seed: number) => `Seed ${seed}: the same question has the same draws.`,
  },
  benchmark: {
    about:
      'Measure one benchmark with 1, 2, 4 … VMs at once, and once on the machine without a hypervisor. Paste the rows or open a CSV file; nothing leaves the browser.',
    text: 'Rows: resource, VMs, throughput of all together, throughput of the physical machine',
    file: 'Open a CSV file',
    example: 'Fill in an example',
    fit: 'Fit',
    full: {
      label: 'VMs that keep the host fully busy',
      help: 'Contention depends on how busy the host is. Empty: the largest number measured.',
    },
    take: 'Use this in all tools',
    taken: 'This fit is the overhead set of the scenario.',
    clear: 'Remove',
    refused: (name: string) => `${name}: refused`,
    fitted: (name: string) => `${name}: fitted`,
    coefficient: 'Coefficient',
    value: 'Value',
    interval: '95 % interval',
    alpha: 'α contention',
    beta: 'β coherency',
    gamma: 'γ throughput of one VM',
    rSquared: 'R²',
    error: 'Residual error',
    efficiency: 'Efficiency e = γ ÷ physical',
    noPhysical:
      'The physical machine was not measured: nothing is taken off for overhead, and answers say so.',
    peak: 'Most throughput at',
    peakVms: (vms: string) => `${vms} VMs`,
    noPeak: 'no peak',
    atBound: (names: string) =>
      `${names} came out a little below 0, within what measuring explains; it counts as 0.`,
    exampleNote: 'Invented figures, to show the form.',
  },
  testBed: {
    about:
      'The report’s test bed run through the model: one VM, then four, each with a quarter of the host. The model gives the printed values back.',
    path: 'Benchmark',
    oneVm: 'One VM ÷ physical',
    fourVms: 'Each of four ÷ one',
    printed: 'printed',
    model: 'model',
    gap: 'outlier',
    product: (letter: string) => `Product ${letter}`,
    caption: 'Table 6 as printed and as computed',
    because,
    summary: (same: number, all: number) =>
      `${count(same)} of ${count(all)} printed values come back exactly (rounded to whole per cent); the others are explained in the table.`,
  },
};
