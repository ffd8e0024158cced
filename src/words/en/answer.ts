import type {
  Binding,
  Comparison,
  Note,
  Obstacle,
  Step,
} from '../../model/consolidation/answer.ts';
import type { Resource } from '../../model/fleet/resources.ts';
import type { BoundArgument } from '../../model/packing/problem.ts';
import type { Progress } from '../../worker/planner.ts';
import { formatFor } from '../format.ts';
import { type Context, firstFew, type SentencesByKind } from '../sentences.ts';

const { count, number, percent, amount, names, slot: slotLabel } = formatFor('en');

const things = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;
const hosts = (n: number) => things(n, 'host', 'hosts');
const workloads = (n: number) => things(n, 'workload', 'workloads');

const resource: Readonly<Record<Resource, string>> = {
  cpu: 'CPU',
  memory: 'memory',
  disk: 'disk capacity',
  iops: 'disk IOPS',
  throughput: 'disk throughput',
  network: 'network',
  vcpu: 'vCPUs per core',
};

/** ' at 14:00', or nothing where the resource does not change with time. */
function when(slot: number | null, { slots }: Context): string {
  if (slot === null || slots?.kind === 'none') return '';
  return slots === null ? ` in slot ${count(slot)}` : ` at ${slotLabel(slot, slots)}`;
}

/** 'all the time' instead of nothing. */
const whenOrAlways = (slot: number | null, context: Context) =>
  when(slot, context) || ' all the time';

function nameList(rows: readonly number[], { workloadName }: Context): string {
  const { shown, moreCount } = firstFew(rows);
  const all = shown.map((row) => `“${workloadName(row)}”`);
  return names(moreCount === 0 ? all : [...all, `${count(moreCount)} more`]);
}

const path: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  memory: 'memory',
  diskRead: 'disk read',
  diskAsyncWrite: 'disk write, asynchronous',
  diskSyncWrite: 'disk write, synchronous',
  network: 'network',
};
const pathName = (name: string) => path[name] ?? name;

const note: SentencesByKind<Note> = {
  'cpu-assumed': (n) =>
    `CPU use of ${workloads(n.workloads)} was not measured; ${percent(n.ratio)} of what is provisioned is assumed.`,
  'use-unknown': (n) =>
    `The use of ${resource[n.resource]} is unknown for ${workloads(n.workloads)}; it is not counted for them.`,
  'peak-from-mean': (n) =>
    `Only the mean of ${resource[n.resource]} is known for ${workloads(n.workloads)}; real peaks are higher.`,
  'memory-active-unknown': (n) =>
    `Active memory of ${workloads(n.workloads)} was not measured; their configured memory counts.`,
  'no-profile': () =>
    'There is no use by the hour, so all peaks are taken to meet; hours cannot share hosts.',
  'no-host-known': () =>
    'The fleet does not say which host anything runs on today, so the plan starts afresh and lists no moves.',
  'groups-need-fresh': () =>
    'Failure domains and host groups are not kept in a plan that goes on from today: which of today’s hosts belong to which is not known.',
  'host-unknown': (n) =>
    `The host of ${workloads(n.workloads)} is unknown; placing them is not counted as a move.`,
  'hosts-go': (n) =>
    `${things(n.hosts, 'host of today is', 'hosts of today are')} of no candidate type (cores, memory and clock are compared), so everything there moves away.`,
  'host-type-assumed': (n, { hostTypeName }) =>
    `Cores, clock and memory of ${things(n.hosts, 'host of today are', 'hosts of today are')} not all known; each is taken for one of ${hostTypeName(n.hostType)}.`,
  'spare-not-spread': () =>
    'No spread of the load was found in which every loss is re-placed; the spare hosts stay empty instead.',
  'profile-partly': (n) =>
    `${workloads(n.workloads)} have no profile of ${resource[n.resource]}; their single figure counts in every slot.`,
  'gaps-filled': (n) =>
    `${things(n.slots, 'slot', 'slots')} of ${resource[n.resource]} had no sample; the workload’s own highest figure fills them.`,
  'resource-not-limited': (n) =>
    `The host type does not say how much ${resource[n.resource]} it offers, so it limits nothing.`,
  'overhead-clamped': (n) =>
    `The measured ${pathName(n.path)} of ${percent(n.ratio)} is above 100 %; it counts as 100 %.`,
  'overhead-gap': (n) =>
    `The product’s overhead for ${pathName(n.path)} was not measured; none is taken off.`,
  'name-unknown': (n) =>
    `No workload is called “${n.name}”; the ${ruleName[n.rule]} that names it has no effect.`,
  'above-provisioned': (n) =>
    `${workloads(n.workloads)} used more ${resource[n.resource]} than was provisioned; the measured use counts.`,
};

const ruleName = {
  together: 'rule “keep together”',
  apart: 'rule “keep apart”',
  spread: 'rule “spread over domains”',
  groups: 'host group',
  pinned: 'rule “only on this host type”',
  exclude: 'exclusion',
} as const;

const obstacle: SentencesByKind<Obstacle> = {
  'no-workloads': () => 'No workload is left to place.',
  'no-capacity': (o, c) =>
    `A host of type “${c.hostTypeName(o.hostType)}” has no usable ${resource[o.resource]} left under these settings.`,
  'too-large': (o, c) =>
    `${nameList(o.workloads, c)} ${o.workloads.length === 1 ? 'fits' : 'fit'} on no host: ${resource[o.resource]}${when(o.slot, c)} needs ${amount(o.resource, o.demand)}, and the nearest host type, “${c.hostTypeName(o.hostType)}”, offers ${amount(o.resource, o.capacity)} (${amount(o.resource, o.demand - o.capacity)} short).`,
  'above-product-limit': (o, c) =>
    `“${c.workloadName(o.workload)}” has ${amount(o.resource, o.demand)}; the product carries at most ${amount(o.resource, o.limit)} in one VM.`,
  'together-and-apart': (o, c) =>
    `“${c.workloadName(o.first)}” and “${c.workloadName(o.second)}” must be together and apart at once.`,
  'too-many-in-domain': (o, c) =>
    `Of ${nameList(o.workloads, c)}, ${things(o.domains, 'failure domain', 'failure domains')} may hold ${count(o.most)}, and ${count(o.workloads.length)} would be there. Remove a rule that keeps them together, or allow more domains.`,
  'hosts-exhausted': (o, c) =>
    `All available hosts are used and ${workloads(o.workloads.length)} ${o.workloads.length === 1 ? 'is' : 'are'} left: ${nameList(o.workloads, c)}.`,
  'not-enough-spare': (o) =>
    `With the hosts available, no arrangement was found that survives the loss of ${hosts(o.tolerate)}. Allow more hosts, a larger type, or fewer failures.`,
};

/** One line of 'how this capacity was computed'. */
function step(value: Step): string {
  const result = amount(value.resource, value.value);
  switch (value.step) {
    case 'physical':
      return `Physical: ${result}`;
    case 'hyper-threading':
      return `× ${number(value.factor, 3)} hyper-threading = ${result}`;
    case 'generation':
      return `× ${number(value.factor, 3)} CPU generation = ${result}`;
    case 'hypervisor-memory':
      return `− ${amount(value.resource, value.minus)} for the hypervisor = ${result}`;
    case 'page-sharing':
      return `× ${number(value.factor, 3)} page sharing = ${result}`;
    case 'overhead':
      return `× ${number(value.factor, 3)} overhead of the product = ${result}`;
    case 'target':
      return `× ${number(value.factor, 3)} target utilization = ${result}`;
    case 'contention':
      return `× ${number(value.factor, 4)} contention at that utilization = ${result}`;
    case 'headroom':
      return `× ${number(value.factor, 3)} after headroom = ${result}`;
    case 'vcpus-per-core':
      return `× ${number(value.factor, 2)} vCPUs per core = ${result}`;
  }
}

const boundBy: Readonly<Record<BoundArgument, string>> = {
  volume: 'the sum of all demand',
  'dual-feasible': 'large workloads that cannot share a host',
  clique: 'workloads that must be apart',
  'item-limit': 'the limit of VMs on one host',
  patterns: 'the combinations of workloads that fit on one host',
  exact: 'exact search',
};

const binding = ({ resource, slot }: Binding, context: Context) =>
  slot === null
    ? `${decider[resource]} decides the number of hosts${hasSlots(context) ? ', at every hour' : ''}.`
    : `${decider[resource]}${when(slot, context)} decides the number of hosts.`;

/** What decides, as the subject of a sentence. */
const decider: Readonly<Record<Resource, string>> = {
  cpu: 'CPU demand',
  memory: 'Memory demand',
  disk: 'Disk capacity',
  iops: 'The number of disk IOPS',
  throughput: 'Disk throughput',
  network: 'Network throughput',
  vcpu: 'The limit of vCPUs per core',
};

const hasSlots = ({ slots }: Context) => slots !== null && slots.kind !== 'none';

/** 'vCPU' keeps its small letter. */
const capitalized = (text: string) =>
  text.startsWith('vCPU') ? text : text.charAt(0).toUpperCase() + text.slice(1);

const demandKind: Readonly<Record<Comparison['byDemand'][number]['kind'], string>> = {
  peak: 'All peaks at once',
  percentile: 'Percentile, all at once',
  coincident: 'Hour by hour',
};

const progress: Readonly<Record<Progress['step'], string>> = {
  reading: 'Reading',
  parsing: 'Making out rows',
  packing: 'Placing workloads',
  improving: 'Looking for a better plan',
  checking: 'Re-placing every failure',
  simulating: 'Simulating',
};

export const answerWords = {
  resource,
  resourceTitle: (value: Resource) => capitalized(resource[value]),
  /** 'memory at 14:00' */
  resourceAt: (value: Resource, slot: number | null, context: Context) =>
    `${resource[value]}${when(slot, context)}`,
  path: pathName,
  note,
  obstacle,
  step,
  boundBy,
  binding,
  when: whenOrAlways,
  demandKind,
  progress,
};
