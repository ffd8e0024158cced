import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Resource } from '../fleet/resources.ts';
import type { Scenario } from '../scenario.ts';
import type { Consolidation, ConsolidationPlan, Kept, Note, Obstacle } from './answer.ts';
import { planHostNames } from './host-names.ts';

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
