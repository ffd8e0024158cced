import type {
  CoreRule,
  HostRule,
  MachineRule,
  Rule,
  SocketRule,
  Terms,
  VcpuRule,
} from './terms.ts';

/** Like hosts that need the same licences. */
export interface HostGroup {
  readonly hosts: number;
  readonly socketCount: number;
  readonly coresPerSocket: number;
  readonly memoryGib: number | null;
  /** The most machines with the software that may run on one of them at once. */
  readonly machines: number;
}

/** Like machines. */
export interface MachineGroup {
  readonly machines: number;
  readonly vcpuCount: number;
}

/** What one product must cover. */
export interface Scope {
  readonly hosts: readonly HostGroup[];
  readonly machines: readonly MachineGroup[];
  /** Raw TiB that are claimed, and that other licences include. */
  readonly claimedTib: number;
  readonly includedTib: number;
}

/** One step of a count; `value` is the figure after it. Worded in `words/licensing`. */
export type CountStep =
  | {
      readonly step: 'host-group';
      readonly hosts: number;
      readonly sockets: number;
      readonly coresPerSocket: number;
    }
  | { readonly step: 'cores-present'; readonly value: number }
  | { readonly step: 'cpu-minimum'; readonly minimum: number; readonly value: number }
  | { readonly step: 'host-minimum'; readonly minimum: number; readonly value: number }
  | { readonly step: 'core-factor'; readonly factor: number; readonly value: number }
  | { readonly step: 'sockets-present'; readonly value: number }
  | { readonly step: 'sockets-covered'; readonly each: number; readonly value: number }
  | { readonly step: 'cores-of-cpu'; readonly limit: number; readonly value: number }
  | { readonly step: 'cores-of-host'; readonly limit: number; readonly value: number }
  | { readonly step: 'whole-host'; readonly value: number }
  | { readonly step: 'memory-of-host'; readonly limitGib: number; readonly value: number }
  | {
      readonly step: 'sets';
      readonly machines: number;
      readonly each: number;
      readonly sets: number;
      readonly value: number;
    }
  | { readonly step: 'unlimited'; readonly machines: number }
  | { readonly step: 'times-hosts'; readonly hosts: number; readonly value: number }
  | { readonly step: 'machines'; readonly machines: number; readonly value: number }
  | { readonly step: 'machines-covered'; readonly each: number; readonly value: number }
  | {
      readonly step: 'machine-group';
      readonly machines: number;
      readonly vcpus: number;
      readonly minimum: number;
      readonly value: number;
    }
  | { readonly step: 'vcpus-covered'; readonly each: number; readonly value: number }
  | { readonly step: 'tib-claimed'; readonly value: number }
  | { readonly step: 'tib-included'; readonly included: number; readonly value: number }
  | { readonly step: 'nothing-to-license' }
  | { readonly step: 'sum'; readonly value: number }
  | { readonly step: 'order-minimum'; readonly minimum: number; readonly value: number }
  | { readonly step: 'packs'; readonly size: number; readonly value: number };

export interface Count {
  /** Licences needed, after every minimum. */
  readonly counted: number;
  /** Whole packs that hold them. */
  readonly packs: number;
  readonly because: readonly CountStep[];
}

/** Licences that a product needs for a scope, with each step. Money does not come into it. */
export function count(terms: Terms, scope: Scope): Count {
  const { needed, steps } = bareCount(terms, scope);
  const because = [...steps];
  let counted = needed;
  if (counted > 0 && counted < terms.minimumPerOrder) {
    counted = terms.minimumPerOrder;
    because.push({ step: 'order-minimum', minimum: terms.minimumPerOrder, value: counted });
  }
  const packs = Math.ceil(counted / terms.packSize);
  if (terms.packSize > 1) because.push({ step: 'packs', size: terms.packSize, value: packs });
  return { counted, packs, because };
}

interface Bare {
  readonly needed: number;
  readonly steps: readonly CountStep[];
}

function bareCount(terms: Terms, scope: Scope): Bare {
  const { rule } = terms;
  switch (rule.metric) {
    case 'core':
    case 'socket':
    case 'host':
      return hostsCount(terms, scope.hosts);
    case 'vm':
    case 'workload':
      return machineCount(rule, scope.machines);
    case 'vcpu':
      return vcpuCount(rule, scope.machines);
    case 'tib':
      return capacityCount(scope);
    case 'none':
      return { needed: 0, steps: [{ step: 'nothing-to-license' }] };
  }
}

function hostsCount(terms: Terms, groups: readonly HostGroup[]): Bare {
  let needed = 0;
  const steps: CountStep[] = [];
  for (const group of groups) {
    const { hosts, socketCount, coresPerSocket } = group;
    steps.push({ step: 'host-group', hosts, sockets: socketCount, coresPerSocket });
    const one = oneHost(terms.rule, group);
    steps.push(...one.steps);
    const sets = setsOf(terms, group.machines);
    const value = one.needed * sets;
    if (terms.guests?.count === 'unlimited') {
      steps.push({ step: 'unlimited', machines: group.machines });
    } else if (terms.guests !== null) {
      const { count: each } = terms.guests;
      steps.push({ step: 'sets', machines: group.machines, each, sets, value });
    }
    if (hosts > 1) steps.push({ step: 'times-hosts', hosts, value: value * hosts });
    needed += value * hosts;
  }
  if (groups.length > 1) steps.push({ step: 'sum', value: needed });
  return { needed, steps };
}

/** How often a host must be fully licensed for its machines; at least once. */
export function setsOf({ guests }: Terms, machines: number): number {
  return guests === null || guests.count === 'unlimited'
    ? 1
    : Math.max(1, Math.ceil(machines / guests.count));
}

/** Licences that one full licensing of a host takes. */
export const licencesOfHost = (terms: Terms, group: HostGroup) => oneHost(terms.rule, group).needed;

function oneHost(rule: Rule, group: HostGroup): Bare {
  switch (rule.metric) {
    case 'core':
      return coresOfHost(rule, group);
    case 'socket':
      return socketsOfHost(rule, group);
    case 'host':
      return wholeHost(rule, group);
    default:
      throw new Error(`a ${rule.metric} rule does not count hosts`);
  }
}

function coresOfHost(rule: CoreRule, { socketCount, coresPerSocket }: HostGroup): Bare {
  let needed = socketCount * coresPerSocket;
  const steps: CountStep[] = [{ step: 'cores-present', value: needed }];
  if (coresPerSocket < rule.minimumPerCpu) {
    needed = socketCount * rule.minimumPerCpu;
    steps.push({ step: 'cpu-minimum', minimum: rule.minimumPerCpu, value: needed });
  }
  if (needed < rule.minimumPerHost) {
    needed = rule.minimumPerHost;
    steps.push({ step: 'host-minimum', minimum: needed, value: needed });
  }
  if (rule.factor !== 1) {
    needed = Math.ceil(needed * rule.factor);
    steps.push({ step: 'core-factor', factor: rule.factor, value: needed });
  }
  return { needed, steps };
}

function socketsOfHost(rule: SocketRule, { socketCount, coresPerSocket }: HostGroup): Bare {
  let needed = socketCount;
  const steps: CountStep[] = [{ step: 'sockets-present', value: needed }];
  const { socketsPerLicence, coresPerSocketLicence, coresPerHostLicence } = rule;
  if (socketsPerLicence > 1) {
    needed = Math.ceil(needed / socketsPerLicence);
    steps.push({ step: 'sockets-covered', each: socketsPerLicence, value: needed });
  }
  if (coresPerSocketLicence !== null && coresPerSocket > coresPerSocketLicence) {
    needed *= Math.ceil(coresPerSocket / coresPerSocketLicence);
    steps.push({ step: 'cores-of-cpu', limit: coresPerSocketLicence, value: needed });
  }
  const cores = socketCount * coresPerSocket;
  if (coresPerHostLicence !== null && Math.ceil(cores / coresPerHostLicence) > needed) {
    needed = Math.ceil(cores / coresPerHostLicence);
    steps.push({ step: 'cores-of-host', limit: coresPerHostLicence, value: needed });
  }
  return { needed, steps };
}

function wholeHost(rule: HostRule, { socketCount, memoryGib }: HostGroup): Bare {
  let needed = 1;
  const steps: CountStep[] = [{ step: 'whole-host', value: 1 }];
  const { socketsPerLicence, memoryGibPerLicence } = rule;
  if (socketsPerLicence !== null && socketCount > socketsPerLicence) {
    needed = Math.ceil(socketCount / socketsPerLicence);
    steps.push({ step: 'sockets-covered', each: socketsPerLicence, value: needed });
  }
  const byMemory =
    memoryGibPerLicence === null || memoryGib === null
      ? 1
      : Math.ceil(memoryGib / memoryGibPerLicence);
  if (memoryGibPerLicence !== null && byMemory > needed) {
    needed = byMemory;
    steps.push({ step: 'memory-of-host', limitGib: memoryGibPerLicence, value: needed });
  }
  return { needed, steps };
}

function machineCount({ machinesPerLicence: each }: MachineRule, groups: Scope['machines']): Bare {
  const machines = groups.reduce((sum, group) => sum + group.machines, 0);
  const needed = Math.ceil(machines / each);
  const steps: CountStep[] = [{ step: 'machines', machines, value: machines }];
  if (each > 1) steps.push({ step: 'machines-covered', each, value: needed });
  return { needed, steps };
}

function vcpuCount(rule: VcpuRule, groups: Scope['machines']): Bare {
  let vcpus = 0;
  const steps: CountStep[] = [];
  for (const { machines, vcpuCount: each } of groups) {
    const value = machines * Math.max(rule.minimumPerMachine, each);
    const { minimumPerMachine: minimum } = rule;
    steps.push({ step: 'machine-group', machines, vcpus: each, minimum, value });
    vcpus += value;
  }
  if (groups.length > 1) steps.push({ step: 'sum', value: vcpus });
  let needed = vcpus;
  if (rule.factor !== 1) {
    needed = Math.ceil(needed * rule.factor);
    steps.push({ step: 'core-factor', factor: rule.factor, value: needed });
  }
  if (rule.vcpusPerLicence > 1) {
    needed = Math.ceil(needed / rule.vcpusPerLicence);
    steps.push({ step: 'vcpus-covered', each: rule.vcpusPerLicence, value: needed });
  }
  return { needed, steps };
}

function capacityCount({ claimedTib, includedTib }: Scope): Bare {
  const claimed = Math.ceil(claimedTib);
  const steps: CountStep[] = [{ step: 'tib-claimed', value: claimed }];
  if (includedTib === 0) return { needed: claimed, steps };
  const needed = Math.max(0, Math.ceil(claimedTib - includedTib));
  return {
    needed,
    steps: [...steps, { step: 'tib-included', included: includedTib, value: needed }],
  };
}
