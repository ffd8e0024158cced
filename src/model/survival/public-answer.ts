import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import type { CleanCluster, LossLevel, Survival, WorstLoss } from './answer.ts';
import { type PublicImpossible, publicObstacles } from './public-obstacles.ts';

/** The answer of `survive` as the command line prints it and the site downloads it: names instead of indexes. */
export type PublicSurvival = PublicSurvivalMap | PublicImpossible;

export interface PublicSurvivalMap {
  readonly kind: 'checked';
  readonly hosts: number;
  readonly workloads: number;
  readonly failures: number;
  readonly tolerates: number;
  /** The worst loss of as many hosts as were asked. */
  readonly worst: PublicWorst;
  /** Workloads that do not restart in some checked loss. */
  readonly unrestartable: readonly string[];
  readonly cases: readonly { readonly workload: string; readonly cases: number }[];
  readonly levels: readonly (Omit<LossLevel, 'worst'> & { readonly worst: PublicWorst })[];
  readonly racks: {
    readonly hosts: readonly (readonly string[])[];
    readonly worst: PublicWorst;
  } | null;
  /** Workloads without a place when the host fails, hour by hour. */
  readonly byHost: readonly { readonly host: string; readonly unplaced: readonly number[] }[];
  readonly seed: number;
}

export interface PublicWorst {
  readonly hosts: readonly string[];
  readonly slot: number | null;
  readonly lost: number;
  readonly unrestartable: readonly string[];
  readonly atLeast: number;
}

export function publicSurvival(fleet: Fleet, answer: Survival): PublicSurvival {
  if (answer.kind === 'impossible') return publicObstacles(fleet, answer);
  const names = answer.hostNames;
  const worstOf = ({ hosts, slot, lost, unplaced, atLeast }: WorstLoss): PublicWorst => ({
    hosts: hosts.map((host) => item(names, host)),
    slot,
    lost,
    unrestartable: unplaced.map((row) => item(fleet.names, row)),
    atLeast,
  });
  const { levels, racks, slots, unrestartable } = answer;
  const last = levels.at(-1);
  if (last === undefined) throw new Error('no loss was tried');
  return {
    kind: 'checked',
    hosts: names.length,
    workloads: answer.workloadCount,
    failures: answer.failures,
    tolerates: answer.tolerates,
    worst: worstOf(last.worst),
    unrestartable: unrestartable.map(({ row }) => item(fleet.names, row)),
    cases: unrestartable.map(({ row, cases }) => ({ workload: item(fleet.names, row), cases })),
    levels: levels.map((level) => ({ ...level, worst: worstOf(level.worst) })),
    racks: racks && {
      hosts: Array.from({ length: racks.rackCount }, (_, rack) =>
        names.filter((__, host) => at(racks.rackOf, host) === rack),
      ),
      worst: worstOf(racks.worst),
    },
    byHost: names.map((host, index) => ({
      host,
      unplaced: [...answer.byHost.subarray(index * slots.slotCount, (index + 1) * slots.slotCount)],
    })),
    seed: answer.seed,
  };
}

export interface PublicCleanCluster {
  readonly hosts: number | null;
  readonly hostsByType: readonly { readonly id: string; readonly hosts: number }[] | null;
  readonly presentHosts: number;
  readonly extras: CleanCluster['extras'];
  readonly cheapest: string | null;
}

export const publicCleanCluster = (
  { hostTypes }: Scenario,
  { smallest, present, extras, cheapest }: CleanCluster,
): PublicCleanCluster => ({
  hosts: smallest?.hosts ?? null,
  hostsByType:
    smallest?.hostsByType.map((hosts, type) => ({ id: item(hostTypes, type).id, hosts })) ?? null,
  presentHosts: present,
  extras,
  cheapest: cheapest === null ? null : item(extras, cheapest).hostType,
});
