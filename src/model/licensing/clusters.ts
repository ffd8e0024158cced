import { item } from '../columns.ts';
import type { Total } from './bill.ts';

/**
 * Is it worth gathering licensed machines in a cluster of their own? Every way to divide the kinds of machines into
 * clusters is planned and billed: with few kinds that is all there is, so the best of them is proven. Each cluster
 * pays for its own spare hosts, which is why pinning often costs more than it saves.
 */
export interface ClusterQuestion<Cluster> {
  /** Kinds of machines by what they run. */
  readonly kindCount: number;
  /** Plans the kinds together; null where they cannot be placed. */
  readonly plan: (kinds: readonly number[]) => Cluster | null;
  /** Null where there are not enough hosts of a type for all clusters. */
  readonly evaluate: (clusters: readonly Cluster[]) => DivisionCost | null;
}

export interface DivisionCost {
  readonly hosts: number;
  /** Null where currencies cannot be added: the rate is not known. */
  readonly licences: Total | null;
  /** What the hosts cost, in the licences' currency; null where a host has no price. */
  readonly hardware: number | null;
}

export interface Division extends DivisionCost {
  /** The kinds of each cluster. */
  readonly clusters: readonly (readonly number[])[];
  readonly hostsByCluster: readonly number[];
  /** Where hosts have no price: the division pays while one costs less than this; null where it adds no host, or saves nothing. */
  readonly worthBelow: number | null;
}

export interface ClusterAnswer {
  /** All together: what others are compared with. */
  readonly together: Division;
  readonly best: Division;
  /** Every division that can be placed, the best first. */
  readonly divisions: readonly Division[];
}

/** More kinds than this are too many divisions to plan while somebody waits. */
export const mostKinds = 5;

/** Yields before each plan how far it has come (0…1). Null where all machines together cannot be placed. */
export function* clusterSteps<Cluster extends { readonly hostCount: number }>(
  question: ClusterQuestion<Cluster>,
): Generator<number, ClusterAnswer | null, boolean> {
  const { kindCount, plan, evaluate } = question;
  const planned = new Map<number, Cluster | null>();
  const subsets = 2 ** kindCount;
  // The whole first: without it there is nothing to compare with.
  for (let subset = subsets - 1; subset > 0; subset--) {
    yield 1 - subset / subsets;
    planned.set(subset, plan(kindsOf(subset)));
    if (subset === subsets - 1 && planned.get(subset) === null) return null;
  }
  const divisions: Omit<Division, 'worthBelow'>[] = [];
  for (const parts of partitions(kindCount)) {
    const clusters = parts.map((subset) => planned.get(subset) ?? null);
    if (!clusters.every((cluster) => cluster !== null)) continue;
    const cost = evaluate(clusters);
    if (cost === null) continue;
    divisions.push({
      ...cost,
      clusters: parts.map(kindsOf),
      hostsByCluster: clusters.map(({ hostCount }) => hostCount),
    });
  }
  return compared(divisions);
}

function compared(divisions: readonly Omit<Division, 'worthBelow'>[]): ClusterAnswer | null {
  const whole = divisions.find(({ clusters }) => clusters.length <= 1);
  if (whole === undefined) return null;
  const all = divisions.map(
    (division): Division => ({ ...division, worthBelow: worth(division, whole) }),
  );
  const together: Division = { ...whole, worthBelow: null };
  const sum = ({ licences, hardware }: DivisionCost) =>
    licences === null ? Number.POSITIVE_INFINITY : licences.minor + (hardware ?? 0);
  const allowed = all.filter(({ hardware, hosts }) => hardware !== null || hosts <= whole.hosts);
  // What others only equal stays together: simpler, and nothing is lost.
  const best = allowed.reduce((a, b) => (sum(b) < sum(a) ? b : a), together);
  const rest = all.toSorted((a, b) => sum(a) - sum(b));
  return { together, best, divisions: rest };
}

function worth(division: DivisionCost, whole: DivisionCost): number | null {
  const added = division.hosts - whole.hosts;
  if (added <= 0 || division.hardware !== null) return null;
  if (division.licences === null || whole.licences === null) return null;
  const saved = whole.licences.minor - division.licences.minor;
  return saved <= 0 ? null : Math.floor(saved / added);
}

const kindsOf = (subset: number): number[] => {
  const kinds: number[] = [];
  for (let kind = 0; 2 ** kind <= subset; kind++)
    if ((subset & (1 << kind)) !== 0) kinds.push(kind);
  return kinds;
};

/** Every partition of the kinds into non-empty sets, as bit masks. */
export function* partitions(kindCount: number): Generator<readonly number[]> {
  if (kindCount === 0) {
    yield [];
    return;
  }
  const bit = 1 << (kindCount - 1);
  for (const smaller of partitions(kindCount - 1)) {
    for (const index of smaller.keys()) {
      yield smaller.map((part, other) => (other === index ? item(smaller, index) | bit : part));
    }
    yield [...smaller, bit];
  }
}
