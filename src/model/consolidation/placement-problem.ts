import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type Resource, resources } from '../fleet/resources.ts';
import type { BinType, PackingProblem, SharedStock } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Note } from './answer.ts';
import { type Capacity, hostCapacity } from './capacity.ts';
import type { Demand, ResourceDemand } from './demand.ts';
import { placementRules } from './placement-rules.ts';

/** The question of a plan as a packing problem, with the way back from dimensions to resources and slots. */
export interface PlacementProblem {
  /** Capacities of normal operation. */
  readonly normal: PackingProblem;
  /** The same items on the same types with the capacities that hold while hosts are down. */
  readonly inFailure: PackingProblem;
  /** The resources that limit at least one host type, each with its first dimension. */
  readonly limits: readonly Limit[];
  /** Host type of the scenario that a bin type is of; host groups have bin types of their own. */
  readonly typeOfBinType: (binType: number) => number;
  /** Index of the host group that a bin type belongs to; −1 for none. */
  readonly groupOfBinType: (binType: number) => number;
  readonly notes: readonly Note[];
}

export interface Limit {
  readonly demand: ResourceDemand;
  readonly firstDimension: number;
  /** One a bin type (the host types, once more for each host group); null where the type is not limited. */
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
  const rules = placementRules(fleet, rows, scenario, notes);
  const types = scenario.hostTypes.length;
  const kinds = 1 + rules.groupCount;
  let dimensionCount = 0;
  for (const resourceDemand of demand.resources) {
    const { resource, slotCount } = resourceDemand;
    const own = scenario.hostTypes.map((type) => hostCapacity(type, resource, scenario));
    const capacities = Array.from({ length: kinds }, () => own).flat();
    limits.push({ demand: resourceDemand, firstDimension: dimensionCount, capacities });
    dimensionCount += slotCount;
  }
  const shared = {
    itemCount: rows.length,
    dimensionCount,
    demand: demandMatrix(limits, rows.length, dimensionCount),
    resourceOf: resourceOfDimensions(limits, dimensionCount),
    ...rules.problem,
    sharedStock: sharedStock(scenario, kinds),
  };
  const binTypes = (figure: 'usable' | 'usableInFailure') =>
    Array.from({ length: kinds * types }, (_, type) =>
      binType({ scenario, limits, type, figure, dimensionCount }),
    );
  return {
    normal: { ...shared, binTypes: binTypes('usable') },
    inFailure: { ...shared, binTypes: binTypes('usableInFailure') },
    limits,
    typeOfBinType: (type) => type % types,
    groupOfBinType: (type) => Math.floor(type / types) - 1,
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

/** Every group may use hosts of every type, but there are only so many of a type for all of them. */
function sharedStock({ hostTypes }: Scenario, kinds: number): SharedStock[] {
  if (kinds === 1) return [];
  return hostTypes.flatMap(({ available }, type) => {
    const types = Array.from({ length: kinds }, (_, kind) => kind * hostTypes.length + type);
    return available === null ? [] : [{ types, available }];
  });
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
  const ofType = type % scenario.hostTypes.length;
  const hostType = item(scenario.hostTypes, ofType);
  return {
    capacity,
    cost: hostCost(scenario, ofType),
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

/** Demand of one item in one dimension. */
export const demandAt = (problem: PackingProblem, index: number, dimension: number) =>
  at(problem.demand, index * problem.dimensionCount + dimension);
