import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Misfit } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Note, Obstacle, SlotAxis } from './answer.ts';
import { overheadNotes } from './capacity.ts';
import { buildDemand } from './demand.ts';
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

export function buildQuestion(fleet: Fleet, scenario: Scenario): Question {
  const selection = selectWorkloads(fleet, scenario.exclude);
  const demand = buildDemand(fleet, selection.rows, scenario);
  const placement = placementProblem(fleet, selection.rows, demand, scenario);
  const limited = placement.limits.map((limit) => limit.demand.resource);
  const notes = [
    ...selection.notes,
    ...demand.notes,
    ...placement.notes,
    ...overheadNotes(limited, scenario),
  ];
  return { fleet, scenario, selection, axis: demand.axis, placement, notes };
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
        hostType: scenario.hostTypes[misfit.binType]?.id ?? '',
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
    case 'bins-exhausted':
      return { kind: 'hosts-exhausted', workloads: misfit.items.map(row) };
  }
}
