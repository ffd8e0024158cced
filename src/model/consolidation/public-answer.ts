import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { labelAt, powerStates } from '../fleet/fleet.ts';
import type { Resource } from '../fleet/resources.ts';
import type { Scenario } from '../scenario.ts';
import type { Consolidation, ConsolidationPlan, Kept, Note, Obstacle } from './answer.ts';
import { selectWorkloads } from './selection.ts';

/**
 * The answer of `consolidate` as the command line prints it and the site downloads it: names instead of indexes, and
 * nothing that depends on the machine (no times), so that the same question has the same bytes everywhere.
 */
export type PublicConsolidation = PublicPlan | PublicImpossible;

export interface PublicPlan {
  readonly kind: 'planned';
  readonly hosts: number;
  readonly hostsByType: ConsolidationPlan['hostsByType'];
  readonly lowerBound: number;
  readonly gap: number;
  readonly cost: ConsolidationPlan['cost'];
  readonly ratio: number;
  readonly binding: { readonly resource: Resource; readonly slot: number | null };
  readonly tolerates: number;
  readonly worstFailure: {
    readonly hosts: readonly string[];
    readonly restarted: number;
    readonly unplaced: readonly string[];
    readonly fullest: {
      readonly resource: Resource;
      readonly slot: number | null;
      readonly ratio: number;
    };
  } | null;
  readonly workloads: number;
  readonly left: ConsolidationPlan['left'];
  readonly comparison: ConsolidationPlan['comparison'];
  readonly survival: ConsolidationPlan['survival'];
  readonly before: ConsolidationPlan['before'];
  readonly after: ConsolidationPlan['after'];
  readonly notes: readonly Note[];
  readonly assignment: readonly { readonly workload: string; readonly host: string }[];
  /** Where a plan keeps workloads where they run: the moves, in an order in which each can be made. */
  readonly moves?: readonly {
    readonly workload: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Workloads whose move can be made in no order found. */
  readonly blockedMoves?: readonly {
    readonly workload: string;
    readonly to: string;
    readonly resource: Resource | null;
    readonly slot: number | null;
  }[];
  /** Hosts of today that are no longer needed. */
  readonly freedHosts?: readonly string[];
  /** Failure domain (from 1) of each host, where there are several. */
  readonly hostDomains?: readonly { readonly host: string; readonly domain: number }[];
  /** Host group of each host that is in one, where there are any. */
  readonly hostGroups?: readonly { readonly host: string; readonly group: string }[];
  readonly seed: number;
}

export interface PublicImpossible {
  readonly kind: 'impossible';
  readonly reasons: readonly (Omit<Obstacle, 'workloads' | 'workload' | 'first' | 'second'> & {
    readonly workloads: readonly string[];
  })[];
  readonly left: ConsolidationPlan['left'];
  readonly notes: readonly Note[];
  readonly seed: number;
}

/**
 * Names of the planned hosts: the type's id and a number that counts within the type, `r760-01`, `r760-02` … A host
 * that stands today keeps its name.
 */
export function hostNames(
  hostTypeIndex: Int32Array,
  scenario: Scenario,
  kept: readonly (string | null)[] = [],
): string[] {
  const perType = scenario.hostTypes.map(() => 0);
  const taken = new Set(kept);
  const width = String(hostTypeIndex.length).length;
  const next = (type: number): string => {
    perType[type] = item(perType, type) + 1;
    const number = String(item(perType, type)).padStart(Math.max(2, width), '0');
    const name = `${item(scenario.hostTypes, type).id}-${number}`;
    return taken.has(name) ? next(type) : name;
  };
  return Array.from(hostTypeIndex, (type, host) => kept[host] ?? next(type));
}

/** The names of a plan's hosts. */
export const planHostNames = (
  { hostTypeIndex, kept }: Pick<ConsolidationPlan, 'hostTypeIndex' | 'kept'>,
  scenario: Scenario,
) => hostNames(hostTypeIndex, scenario, kept?.names);

export function publicConsolidation(
  fleet: Fleet,
  scenario: Scenario,
  answer: Consolidation,
): PublicConsolidation {
  const { left, notes, seed } = answer;
  if (answer.kind === 'impossible') {
    const reasons = answer.reasons.map((reason) => publicObstacle(fleet, reason));
    return { kind: 'impossible', reasons, left, notes, seed };
  }
  const names = planHostNames(answer, scenario);
  const assignment: { workload: string; host: string }[] = [];
  answer.hostOf.forEach((host, row) => {
    if (host >= 0) assignment.push({ workload: item(fleet.names, row), host: item(names, host) });
  });
  const { worstFailure, binding } = answer;
  return {
    kind: 'planned',
    hosts: answer.hosts,
    hostsByType: answer.hostsByType,
    lowerBound: answer.lowerBound,
    gap: answer.gap,
    cost: answer.cost,
    ratio: answer.ratio,
    binding: { resource: binding.resource, slot: binding.slot },
    tolerates: answer.tolerates,
    worstFailure: worstFailure && {
      hosts: worstFailure.hosts.map((host) => item(names, host)),
      restarted: worstFailure.restarted,
      unplaced: worstFailure.unplaced.map((row) => item(fleet.names, row)),
      fullest: worstFailure.fullest,
    },
    workloads: assignment.length,
    left,
    comparison: answer.comparison,
    survival: answer.survival,
    before: answer.before,
    after: answer.after,
    notes,
    assignment,
    ...(answer.kept === null ? {} : publicMoves(fleet, answer.kept)),
    ...publicPlaces(answer, scenario, names),
    seed,
  };
}

function publicPlaces(
  { domainOf, groupOf }: ConsolidationPlan,
  { rules }: Scenario,
  names: readonly string[],
): Pick<PublicPlan, 'hostDomains' | 'hostGroups'> {
  const hostGroups = names.flatMap((host, index) => {
    const group = rules.groups[groupOf?.[index] ?? -1];
    return group === undefined ? [] : [{ host, group: group.name }];
  });
  return {
    ...(domainOf === null
      ? {}
      : { hostDomains: names.map((host, index) => ({ host, domain: at(domainOf, index) + 1 })) }),
    ...(groupOf === null ? {} : { hostGroups }),
  };
}

function publicMoves(
  fleet: Fleet,
  { moves, blocked, freed }: Kept,
): Pick<PublicPlan, 'moves' | 'blockedMoves' | 'freedHosts'> {
  const name = (row: number) => item(fleet.names, row);
  return {
    moves: moves.map(({ workload, from, to }) => ({ workload: name(workload), from, to })),
    blockedMoves: blocked.map((own) => ({ ...own, workload: name(own.workload) })),
    freedHosts: freed,
  };
}

export function publicObstacle(
  fleet: Fleet,
  reason: Obstacle,
): PublicImpossible['reasons'][number] {
  const name = (row: number) => item(fleet.names, row);
  switch (reason.kind) {
    case 'too-large':
    case 'hosts-exhausted':
    case 'too-many-in-domain':
      return { ...reason, workloads: reason.workloads.map(name) };
    case 'above-product-limit': {
      const { workload, ...rest } = reason;
      return { ...rest, workloads: [name(workload)] };
    }
    case 'together-and-apart': {
      const { first, second, ...rest } = reason;
      return { ...rest, workloads: [name(first), name(second)] };
    }
    case 'no-workloads':
    case 'no-capacity':
    case 'not-enough-spare':
      return { ...reason, workloads: [] };
  }
}

/** What a fleet holds, as `inspect` prints it. */
export interface FleetSummary {
  /** Workloads that a plan with this policy places. */
  readonly workloads: number;
  readonly hosts: number;
  readonly totals: {
    /** Null where no workload's figure is known: a gap, not a zero. */
    readonly vcpus: number | null;
    readonly memoryGib: number | null;
    readonly diskGib: number | null;
    readonly cpuUsedMhz: number | null;
  };
  readonly profile: { readonly slots: number; readonly slotSeconds: number } | null;
  readonly excluded: readonly { readonly name: string; readonly reason: string }[];
}

/** Sums over the workloads that a plan places; unknown figures are left out of a sum that has known ones. */
export function summarize(fleet: Fleet, exclude: Scenario['exclude']): FleetSummary {
  const { rows } = selectWorkloads(fleet, exclude);
  const isPlaced = new Uint8Array(fleet.count);
  const total = (column: Float64Array) => {
    let sum: number | null = null;
    for (const row of rows) {
      const value = at(column, row);
      if (!Number.isNaN(value)) sum = (sum ?? 0) + value;
    }
    return sum;
  };
  for (const row of rows) isPlaced[row] = 1;
  const named = new Set(exclude.names);
  const excluded = fleet.names.flatMap((name, row) => {
    if (isPlaced[row] === 1) return [];
    const state = item(powerStates, at(fleet.powerState, row));
    const reason = named.has(name)
      ? 'by-name'
      : fleet.isTemplate[row] === 1
        ? 'template'
        : `powered-${state}`;
    return [{ name, reason: reason === 'powered-suspended' ? 'suspended' : reason }];
  });
  return {
    workloads: rows.length,
    hosts: fleet.hosts.length > 0 ? fleet.hosts.length : distinctHosts(fleet),
    totals: {
      vcpus: total(fleet.vcpuCount),
      memoryGib: total(fleet.memoryConfiguredGib),
      diskGib: total(fleet.diskProvisionedGib),
      cpuUsedMhz: total(fleet.use.cpu.mean),
    },
    profile: fleet.profile && {
      slots: fleet.profile.slotCount,
      slotSeconds: fleet.profile.slotSeconds,
    },
    excluded,
  };
}

/** Where no host is listed, the hosts that workloads name. */
function distinctHosts(fleet: Fleet): number {
  const seen = new Set<string>();
  for (let row = 0; row < fleet.count; row++) seen.add(labelAt(fleet.labels.host, row));
  seen.delete('');
  return seen.size;
}
