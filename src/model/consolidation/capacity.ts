import type { MeasuredResource, Resource } from '../fleet/resources.ts';
import {
  busyUnder,
  type ContentionCurve,
  contentionAt,
  noContention,
} from '../performance/contention-curve.ts';
import { resourceOverhead } from '../performance/resource-overhead.ts';
import type { HostType, Scenario } from '../scenario.ts';
import type { Note, Step } from './answer.ts';

/** What one host of a type offers of one resource; null figures mean that the resource does not limit it. */
export interface Capacity {
  readonly resource: Resource;
  /** After generation, hyper-threading, hypervisor memory, page sharing and overhead, before any target. */
  readonly effective: number;
  /** What may be planned in normal operation. */
  readonly usable: number;
  /** What may be used while hosts are down; never less than `usable`. */
  readonly usableInFailure: number;
  /** How busy the host is follows from the demand by `busyUnder`. */
  readonly curve: ContentionCurve;
  readonly because: readonly Step[];
}

type Amount = (type: HostType) => number | null;

const physicalAmount: Readonly<Record<Exclude<Resource, 'vcpu'>, Amount>> = {
  cpu: (type) => type.socketCount * type.coresPerSocket * type.coreMhz,
  memory: (type) => type.memoryGib,
  disk: (type) => type.diskGib,
  iops: (type) => type.diskIops,
  throughput: (type) => type.diskMibPerSecond,
  network: (type) => type.networkMibPerSecond,
};

/**
 * What one host of a type offers of a resource under a scenario, step by step.
 *
 * @returns null where the type is not limited by the resource
 */
export function hostCapacity(
  type: HostType,
  resource: Resource,
  scenario: Scenario,
): Capacity | null {
  return resource === 'vcpu' ? vcpuCapacity(type, scenario) : measured(type, resource, scenario);
}

function vcpuCapacity(type: HostType, scenario: Scenario): Capacity | null {
  const factor = scenario.capacity.vcpusPerCore;
  if (factor === null) return null;
  const resource = 'vcpu' as const;
  const cores = type.socketCount * type.coresPerSocket;
  const value = cores * factor;
  return {
    resource,
    effective: value,
    usable: value,
    // The limit is one of scheduling quality, agreed for every hour; a failure does not lift it.
    usableInFailure: value,
    curve: noContention,
    because: [
      { step: 'physical', hostType: type.id, resource, value: cores },
      { step: 'vcpus-per-core', hostType: type.id, resource, factor, value },
    ],
  };
}

function measured(type: HostType, resource: MeasuredResource, scenario: Scenario): Capacity | null {
  const physical = physicalAmount[resource](type);
  if (physical === null) return null;
  const { capacity, failure } = scenario;
  const because: Step[] = [{ step: 'physical', hostType: type.id, resource, value: physical }];
  let value = physical;
  const times = (step: FactorStep, factor: number) => {
    value *= factor;
    if (factor !== 1) because.push({ step, hostType: type.id, resource, factor, value });
  };
  if (resource === 'cpu') {
    times('generation', type.performancePerMhz);
    times('hyper-threading', type.hasHyperThreading ? 1 + capacity.hyperThreadingGainRatio : 1);
  }
  if (resource === 'memory') {
    const minus = Math.min(value, capacity.hostMemoryGib);
    value -= minus;
    if (minus > 0)
      because.push({ step: 'hypervisor-memory', hostType: type.id, resource, minus, value });
    times('page-sharing', 1 / (1 - capacity.pageSharingRatio));
  }
  const { efficiency, curve } = resourceOverhead(capacity.overhead, resource);
  times('overhead', efficiency);
  const effective = value;
  const target = capacity.targetRatio[resource];
  const free = resource === 'cpu' || resource === 'memory' ? 1 - capacity.headroomRatio : 1;
  times('target', target);
  times('contention', contentionAt(curve, target));
  times('headroom', free);
  const failureTarget = Math.max(target, failure.targetRatio);
  return {
    resource,
    effective,
    usable: value,
    usableInFailure: Math.max(
      value,
      effective * failureTarget * contentionAt(curve, failureTarget) * free,
    ),
    curve,
    because,
  };
}

type FactorStep = Extract<Step, { readonly factor: number }>['step'];

/** How busy a host is with a resource: demand against capacity, with contention where it applies. */
export const utilizationOf = (capacity: Capacity, demand: number) =>
  capacity.effective === 0
    ? demand > 0
      ? Infinity
      : 0
    : busyUnder(capacity.curve, demand / capacity.effective);

/** What the product's measurements leave open or had clamped, of the resources in question. */
export function overheadNotes(resources: readonly Resource[], scenario: Scenario): Note[] {
  const notes = new Map<string, Note>();
  for (const resource of resources) {
    if (resource === 'vcpu') continue;
    const { clamped, gaps } = resourceOverhead(scenario.capacity.overhead, resource);
    for (const { path, ratio } of clamped) {
      notes.set(`clamped ${path}`, { kind: 'overhead-clamped', path, ratio });
    }
    for (const path of gaps) notes.set(`gap ${path}`, { kind: 'overhead-gap', path });
  }
  return [...notes.values()];
}
