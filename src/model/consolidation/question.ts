import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type Resource, resources } from '../fleet/resources.ts';
import type { Misfit } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Note, Obstacle, SlotAxis } from './answer.ts';
import { overheadNotes } from './capacity.ts';
import { buildDemand, type Demand, demandKey } from './demand.ts';
import { type PlacementProblem, placementProblem, resourceAndSlot } from './placement-problem.ts';
import { type Selection, selectWorkloads } from './selection.ts';

/** Everything that a plan is computed from, made once from fleet and scenario. */
export interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
  readonly selection: Selection;
  readonly axis: SlotAxis;
  readonly placement: PlacementProblem;
  readonly notes: readonly Note[];
}

/**
 * What was computed for the last question and often serves the next: a slider of capacity leaves the demand as it is.
 * Whoever asks, keeps it; one cache for one fleet.
 */
export interface DemandCache {
  last: { readonly key: string; readonly selection: Selection; readonly demand: Demand } | null;
}

export function buildQuestion(
  fleet: Fleet,
  scenario: Scenario,
  cache: DemandCache = { last: null },
): Question {
  const key = demandKey(scenario);
  if (cache.last?.key !== key) {
    const chosen = selectWorkloads(fleet, scenario.exclude);
    cache.last = { key, selection: chosen, demand: buildDemand(fleet, chosen.rows, scenario) };
  }
  const { selection, demand } = cache.last;
  const placement = placementProblem(fleet, selection.rows, demand, scenario);
  const limited = placement.limits.map((limit) => limit.demand.resource);
  const notes = [
    ...selection.notes,
    ...demand.notes,
    ...placement.notes,
    ...unlimitedNotes(fleet, demand, scenario),
    ...overheadNotes(limited, scenario),
  ];
  return { fleet, scenario, selection, axis: demand.axis, placement, notes };
}

/** Resources that the fleet's figures speak of and that no host type limits. */
function unlimitedNotes(fleet: Fleet, demand: Demand, { capacity }: Scenario): Note[] {
  const isKnown = (column: Float64Array | undefined) =>
    column?.some((value) => !Number.isNaN(value)) ?? false;
  const known: Readonly<Record<Resource, () => boolean>> = {
    cpu: () => true,
    memory: () => true,
    disk: () => isKnown(fleet.diskProvisionedGib),
    iops: () => isKnown(fleet.use.iops.mean),
    throughput: () => isKnown(fleet.use.throughput.mean),
    network: () => isKnown(fleet.use.network.mean),
    // No limit of vCPUs is the reader's own choice and needs no note.
    vcpu: () => capacity.vcpusPerCore !== null,
  };
  const used = new Set(demand.resources.map(({ resource }) => resource));
  const told = new Set(demand.notes.map((note) => ('resource' in note ? note.resource : null)));
  return resources
    .filter((resource) => !used.has(resource) && !told.has(resource) && known[resource]())
    .map((resource): Note => ({ kind: 'resource-not-limited', resource }));
}

/** What rules a plan out before any packing; empty where nothing does. */
export function obstaclesBefore({ fleet, scenario, selection, placement }: Question): Obstacle[] {
  if (selection.rows.length === 0) return [{ kind: 'no-workloads' }];
  return [...emptyCapacities(placement, scenario), ...aboveLimits(fleet, selection.rows, scenario)];
}

/** Host types that settings leave without any capacity of a resource, where that is true of all of them. */
function emptyCapacities({ limits }: PlacementProblem, { hostTypes }: Scenario): Obstacle[] {
  return limits.flatMap(({ demand, capacities }) =>
    capacities.every((capacity) => capacity !== null && capacity.usable <= 0)
      ? hostTypes.map(
          ({ id }): Obstacle => ({ kind: 'no-capacity', hostType: id, resource: demand.resource }),
        )
      : [],
  );
}

function aboveLimits(fleet: Fleet, rows: Int32Array, { capacity }: Scenario): Obstacle[] {
  const limits = [
    ['vcpu', fleet.vcpuCount, capacity.largestVmVcpus],
    ['memory', fleet.memoryConfiguredGib, capacity.largestVmMemoryGib],
  ] as const;
  return limits.flatMap(([resource, column, limit]) =>
    limit === null
      ? []
      : [...rows]
          .filter((row) => at(column, row) > limit)
          .map(
            (row): Obstacle => ({
              kind: 'above-product-limit',
              workload: row,
              resource,
              demand: at(column, row),
              limit,
            }),
          ),
  );
}

/** A misfit of packing in the terms of the plan. */
export function obstacleOf({ selection, scenario, placement }: Question, misfit: Misfit): Obstacle {
  const row = (item: number) => at(selection.rows, item);
  switch (misfit.kind) {
    case 'too-large':
    case 'group-too-large':
      return {
        kind: 'too-large',
        workloads: (misfit.kind === 'too-large' ? [misfit.item] : misfit.items).map(row),
        hostType: scenario.hostTypes[placement.typeOfBinType(misfit.binType)]?.id ?? '',
        ...resourceAndSlot(placement.limits, misfit.dimension),
        demand: misfit.demand,
        capacity: misfit.capacity,
      };
    case 'together-and-apart':
      return {
        kind: 'together-and-apart',
        first: row(misfit.first),
        second: row(misfit.second),
      };
    case 'too-many-together':
      return {
        kind: 'too-many-in-domain',
        workloads: misfit.items.map(row),
        most: misfit.most,
        domains: scenario.domainCount,
      };
    case 'bins-exhausted':
      return { kind: 'hosts-exhausted', workloads: misfit.items.map(row) };
  }
}
