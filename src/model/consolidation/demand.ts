import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type MeasuredResource, type Resource, resources } from '../fleet/resources.ts';
import type { Scenario } from '../scenario.ts';
import type { Note, SlotAxis } from './answer.ts';
import { hostCapacity } from './capacity.ts';
import { type FigureQuestion, type Figures, measuredFigures } from './figures.ts';
import { foldSlots, oneSlot } from './slots.ts';

/**
 * What the selected workloads ask of a host: for each resource one figure a workload, or one a workload and slot.
 * Everything is in the unit of the resource and already grown to the planning horizon.
 */
export interface Demand {
  readonly axis: SlotAxis;
  readonly resources: readonly ResourceDemand[];
  readonly notes: readonly Note[];
}

export interface ResourceDemand extends Figures {
  readonly resource: Resource;
}

interface Question extends FigureQuestion {
  readonly scenario: Scenario;
}

/**
 * Builds the demand of the selected workloads under a policy. What is unknown is either assumed by a stated policy
 * (CPU), taken from what is configured (memory), or left out; the notes count all of it.
 *
 * @param rows fleet rows to place; row i of the demand is fleet row `rows[i]`
 */
export function buildDemand(fleet: Fleet, rows: Int32Array, scenario: Scenario): Demand {
  const policy = scenario.demand;
  const notes: Note[] = [];
  if (policy.kind === 'coincident' && fleet.profile === null) notes.push({ kind: 'no-profile' });
  const folding =
    policy.kind === 'coincident' && fleet.profile !== null
      ? foldSlots(fleet.profile, policy)
      : null;
  const question: Question = { fleet, rows, policy, folding, notes, scenario };
  const readers: Readonly<Record<Resource, () => ResourceDemand | null>> = {
    cpu: () => cpuDemand(question),
    memory: () => memoryDemand(question),
    disk: () => configured(question, 'disk', fleet.diskProvisionedGib),
    iops: () => measured(question, 'iops'),
    throughput: () => measured(question, 'throughput'),
    network: () => measured(question, 'network'),
    vcpu: () => configured(question, 'vcpu', fleet.vcpuCount),
  };
  // What no host type limits is not read: folding a month of samples for nothing would be most of a plan's time.
  const found = resources
    .filter((resource) => isLimited(resource, scenario))
    .map((resource) => readers[resource]())
    .filter((demand) => demand !== null);
  const growth = (1 + policy.growthPerYearRatio) ** policy.growthYears;
  for (const { values } of found) {
    for (let index = 0; index < values.length; index++) values[index] = at(values, index) * growth;
  }
  return { axis: folding?.axis ?? oneSlot, resources: found, notes };
}

const isLimited = (resource: Resource, scenario: Scenario) =>
  scenario.hostTypes.some((type) => hostCapacity(type, resource, scenario) !== null);

/** The settings that a demand depends on; equal texts have equal demands of the same fleet. */
export const demandKey = ({ demand, exclude, hostTypes, capacity }: Scenario): string =>
  JSON.stringify([
    demand,
    exclude,
    hostTypes.map((type) =>
      [
        type.coreMhz,
        type.diskGib,
        type.diskIops,
        type.diskMibPerSecond,
        type.networkMibPerSecond,
      ].map((value, index) => (index === 0 ? value : value === null)),
    ),
    capacity.vmMemoryGib,
    capacity.vcpusPerCore === null,
  ]);

/** CPU use by the policy; where nothing was measured, the assumed share of what is provisioned. */
function cpuDemand(question: Question): ResourceDemand {
  const { fleet, rows, policy, notes, scenario } = question;
  const figures = measuredFigures(question, 'cpu');
  const above = countAbove(figures, rows, fleet.cpuProvisionedMhz);
  if (above > 0) notes.push({ kind: 'above-provisioned', resource: 'cpu', workloads: above });
  const referenceMhz = scenario.hostTypes[0]?.coreMhz ?? 0;
  const assumed = fillUnknown(figures, (i) => {
    const provisionedMhz = at(fleet.cpuProvisionedMhz, at(rows, i));
    if (provisionedMhz > 0) return provisionedMhz * policy.assumedCpuRatio;
    const vcpus = at(fleet.vcpuCount, at(rows, i));
    return (vcpus > 0 ? vcpus : 1) * referenceMhz * policy.assumedCpuRatio;
  });
  if (assumed > 0) {
    notes.push({ kind: 'cpu-assumed', workloads: assumed, ratio: policy.assumedCpuRatio });
  }
  return { resource: 'cpu', ...figures };
}

/** Memory as configured, or as active where that was measured; plus what the hypervisor adds for each VM. */
function memoryDemand(question: Question): ResourceDemand {
  const { fleet, rows, policy, notes, scenario } = question;
  const whole: Figures = {
    slotCount: 1,
    values: Float64Array.from(rows, (row) => at(fleet.memoryConfiguredGib, row)),
  };
  const unknown = fillUnknown(whole, () => 0);
  if (unknown > 0) notes.push({ kind: 'use-unknown', resource: 'memory', workloads: unknown });
  const figures = policy.memory === 'active' ? measuredFigures(question, 'memory') : whole;
  const inactive = fillUnknown(figures, (i) => at(whole.values, i));
  if (inactive > 0) notes.push({ kind: 'memory-active-unknown', workloads: inactive });
  const { values } = figures;
  for (let index = 0; index < values.length; index++) {
    values[index] = at(values, index) + scenario.capacity.vmMemoryGib;
  }
  return { resource: 'memory', ...figures };
}

/** A resource that is only known by measurement; null where no workload has a figure. */
const measured = (question: Question, resource: MeasuredResource) =>
  knownPart(question, { resource, ...measuredFigures(question, resource) });

/** A configured figure, the same all the time; null where no workload has one. */
const configured = (question: Question, resource: Resource, column: Float64Array) =>
  knownPart(question, {
    resource,
    slotCount: 1,
    values: Float64Array.from(question.rows, (row) => at(column, row)),
  });

/** Workloads without a figure ask for nothing, and are counted; a resource that no workload knows is left out. */
function knownPart(question: Question, demand: ResourceDemand): ResourceDemand | null {
  const unknown = fillUnknown(demand, () => 0);
  if (unknown > 0) {
    question.notes.push({ kind: 'use-unknown', resource: demand.resource, workloads: unknown });
  }
  return unknown === question.rows.length ? null : demand;
}

/** Replaces every unknown figure; counts the workloads that had one. */
function fillUnknown({ slotCount, values }: Figures, fallback: (row: number) => number): number {
  let count = 0;
  let last = -1;
  for (let index = 0; index < values.length; index++) {
    if (!Number.isNaN(at(values, index))) continue;
    const row = Math.floor(index / slotCount);
    values[index] = fallback(row);
    if (row !== last) count++;
    last = row;
  }
  return count;
}

/** Counts the workloads that were seen to use more than they are provisioned with. */
function countAbove({ slotCount, values }: Figures, rows: Int32Array, limit: Float64Array): number {
  // Sources round what is provisioned and what is used differently.
  const tolerance = 1.000001;
  let count = 0;
  let last = -1;
  for (let index = 0; index < values.length; index++) {
    const row = Math.floor(index / slotCount);
    if (row === last || !(at(values, index) > at(limit, at(rows, row)) * tolerance)) continue;
    count++;
    last = row;
  }
  return count;
}
