import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { labelAt } from '../fleet/fleet.ts';
import { type Resource, resources } from '../fleet/resources.ts';
import type { BinType, PackingProblem } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Note } from './answer.ts';
import { type Capacity, hostCapacity } from './capacity.ts';
import type { Demand, ResourceDemand } from './demand.ts';

/** The question of a plan as a packing problem, with the way back from dimensions to resources and slots. */
export interface PlacementProblem {
  /** Capacities of normal operation. */
  readonly normal: PackingProblem;
  /** The same items on the same types with the capacities that hold while hosts are down. */
  readonly inFailure: PackingProblem;
  /** The resources that limit at least one host type, each with its first dimension. */
  readonly limits: readonly Limit[];
  readonly notes: readonly Note[];
}

export interface Limit {
  readonly demand: ResourceDemand;
  readonly firstDimension: number;
  /** One a host type; null where the type is not limited. */
  readonly capacities: readonly (Capacity | null)[];
}

/** The resource and slot of a dimension; slot null where the demand does not change with time. */
export function resourceAndSlot(
  limits: readonly Limit[],
  dimension: number,
): { readonly resource: Resource; readonly slot: number | null } {
  const limit = limits.findLast(({ firstDimension }) => firstDimension <= dimension);
  if (limit === undefined) throw new Error(`dimension ${dimension} belongs to no resource`);
  const { resource, slotCount } = limit.demand;
  return { resource, slot: slotCount === 1 ? null : dimension - limit.firstDimension };
}

/**
 * Writes a plan's question as vector bin packing: a dimension for each limited resource and slot.
 *
 * @param rows fleet rows of the items, as in the demand
 */
export function placementProblem(
  fleet: Fleet,
  rows: Int32Array,
  demand: Demand,
  scenario: Scenario,
): PlacementProblem {
  const notes: Note[] = [];
  const limits: Limit[] = [];
  let dimensionCount = 0;
  for (const resourceDemand of demand.resources) {
    const { resource, slotCount } = resourceDemand;
    const capacities = scenario.hostTypes.map((type) => hostCapacity(type, resource, scenario));
    limits.push({ demand: resourceDemand, firstDimension: dimensionCount, capacities });
    dimensionCount += slotCount;
  }
  const rules = placementRules(fleet, rows, scenario, notes);
  const shared = {
    itemCount: rows.length,
    dimensionCount,
    demand: demandMatrix(limits, rows.length, dimensionCount),
    resourceOf: resourceOfDimensions(limits, dimensionCount),
    ...rules,
  };
  const types = (figure: 'usable' | 'usableInFailure') =>
    scenario.hostTypes.map((_, type) =>
      binType({ scenario, limits, type, figure, dimensionCount }),
    );
  return {
    normal: { ...shared, binTypes: types('usable') },
    inFailure: { ...shared, binTypes: types('usableInFailure') },
    limits,
    notes,
  };
}

function demandMatrix(limits: readonly Limit[], itemCount: number, dimensionCount: number) {
  const matrix = new Float64Array(itemCount * dimensionCount);
  for (const { demand, firstDimension } of limits) {
    const { slotCount, values } = demand;
    for (let i = 0; i < itemCount; i++) {
      const from = i * slotCount;
      matrix.set(values.subarray(from, from + slotCount), i * dimensionCount + firstDimension);
    }
  }
  return matrix;
}

function resourceOfDimensions(limits: readonly Limit[], dimensionCount: number): Int32Array {
  const resourceOf = new Int32Array(dimensionCount);
  for (const { demand, firstDimension } of limits) {
    resourceOf.fill(
      resources.indexOf(demand.resource),
      firstDimension,
      firstDimension + demand.slotCount,
    );
  }
  return resourceOf;
}

interface BinTypeQuestion {
  readonly scenario: Scenario;
  readonly limits: readonly Limit[];
  readonly type: number;
  readonly figure: 'usable' | 'usableInFailure';
  readonly dimensionCount: number;
}

function binType({ scenario, limits, type, figure, dimensionCount }: BinTypeQuestion): BinType {
  const capacity = new Float64Array(dimensionCount);
  for (const { demand, firstDimension, capacities } of limits) {
    const amount = capacities[type]?.[figure] ?? sumOf(demand.values);
    capacity.fill(amount, firstDimension, firstDimension + demand.slotCount);
  }
  const hostType = item(scenario.hostTypes, type);
  return {
    capacity,
    cost: hostCost(scenario, type),
    available: hostType.available ?? Infinity,
    maxItems: scenario.capacity.vmsPerHost ?? Infinity,
  };
}

/** A type that a resource does not limit holds all there is of it. */
function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Prices decide between types only when all of them are known; else every host counts the same. */
const hostCost = (scenario: Scenario, type: number) =>
  hasPrices(scenario) ? (scenario.hostTypes[type]?.price ?? 1) : 1;

export const hasPrices = ({ hostTypes }: Scenario) =>
  hostTypes.every(({ price }) => price !== null && price > 0);

/** Rules by name, as items; the fleet's own affinity and anti-affinity groups count too. */
function placementRules(
  fleet: Fleet,
  rows: Int32Array,
  scenario: Scenario,
  notes: Note[],
): Pick<PackingProblem, 'apart' | 'together' | 'typeOnly'> {
  const itemOf = new Map<string, number>();
  rows.forEach((row, i) => {
    itemOf.set(item(fleet.names, row), i);
  });
  const known = new Set(fleet.names);
  const items = (names: readonly string[], rule: 'together' | 'apart') => {
    const found: number[] = [];
    for (const name of names) {
      const index = itemOf.get(name);
      if (index !== undefined) found.push(index);
      else if (!known.has(name)) notes.push({ kind: 'name-unknown', name, rule });
    }
    return Int32Array.from(new Set(found));
  };
  const several = (set: Int32Array) => set.length > 1;
  const { together, apart, pinned } = scenario.rules;
  return {
    together: [
      ...together.map((names) => items(names, 'together')),
      ...groups(fleet, rows, 'affinityGroup'),
    ].filter(several),
    apart: [
      ...apart.map((names) => items(names, 'apart')),
      ...groups(fleet, rows, 'antiAffinityGroup'),
    ].filter(several),
    typeOnly: pins({ pinned, itemOf, known, scenario, notes }, rows.length),
  };
}

function groups(
  fleet: Fleet,
  rows: Int32Array,
  label: 'affinityGroup' | 'antiAffinityGroup',
): Int32Array[] {
  const members = new Map<string, number[]>();
  rows.forEach((row, i) => {
    const group = labelAt(fleet.labels[label], row);
    if (group === '') return;
    const list = members.get(group);
    if (list === undefined) members.set(group, [i]);
    else list.push(i);
  });
  return [...members.values()].map((list) => Int32Array.from(list));
}

interface PinQuestion {
  readonly pinned: Readonly<Record<string, string>>;
  readonly itemOf: ReadonlyMap<string, number>;
  readonly known: ReadonlySet<string>;
  readonly scenario: Scenario;
  readonly notes: Note[];
}

function pins(
  { pinned, itemOf, known, scenario, notes }: PinQuestion,
  itemCount: number,
): Int32Array | null {
  const typeOnly = new Int32Array(itemCount).fill(-1);
  let isAny = false;
  for (const [name, typeId] of Object.entries(pinned)) {
    const type = scenario.hostTypes.findIndex(({ id }) => id === typeId);
    const index = itemOf.get(name);
    if (type < 0 || (index === undefined && !known.has(name))) {
      notes.push({ kind: 'name-unknown', name: type < 0 ? typeId : name, rule: 'pinned' });
    } else if (index !== undefined) {
      typeOnly[index] = type;
      isAny = true;
    }
  }
  return isAny ? typeOnly : null;
}

/** Demand of one item in one dimension. */
export const demandAt = (problem: PackingProblem, index: number, dimension: number) =>
  at(problem.demand, index * problem.dimensionCount + dimension);
