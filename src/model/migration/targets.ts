import type { Cluster } from '../cluster/cluster.ts';
import { ClusterLoads, type Shortage } from '../cluster/loads.ts';
import { membersOf } from '../cluster/members.ts';
import { at, item } from '../columns.ts';
import type { PackingProblem } from '../packing/problem.ts';
import { createReplacer } from '../packing/replace.ts';

/** Why a machine cannot leave its host. */
export type StuckReason =
  /** The reader said that it stays. */
  | { readonly kind: 'stays' }
  /** It uses a device of its host. */
  | { readonly kind: 'device' }
  /** Its disk is raw or local, and disks are not moved. */
  | { readonly kind: 'local-disk' }
  /** It must share a host with one that cannot leave. */
  | { readonly kind: 'together'; readonly other: number }
  /** No other host of its cluster has a compatible CPU. */
  | { readonly kind: 'no-compatible-host' }
  /** Only hosts of one type may take it, and none of them is left. */
  | { readonly kind: 'pinned'; readonly hostType: string }
  /** Where there is room, one stands that it must be kept apart from. */
  | { readonly kind: 'apart'; readonly other: number }
  | { readonly kind: 'too-many-machines'; readonly limit: number }
  | ({ readonly kind: 'no-room' } & Shortage)
  /** The guest changes its memory as fast as the network carries it. */
  | {
      readonly kind: 'not-converging';
      readonly dirtyMibPerSecond: number;
      readonly bandwidthMibPerSecond: number;
    };

export interface Stuck {
  readonly item: number;
  readonly reason: StuckReason;
}

export interface Targets {
  /** Target of each machine that finds one. */
  readonly targetOf: ReadonlyMap<number, number>;
  readonly stuck: readonly Stuck[];
}

/**
 * Finds a target for each machine of a host, so that every resource of every target fits in every slot, with all
 * machines that come. Rules of placement hold. Best effort: that a machine finds no place is no proof that there is
 * none.
 *
 * @param hostOf where the machines are now, which may differ from the cluster's start
 * @param cannot machines of the host that cannot move whatever room there is
 */
export function findTargets(
  cluster: Cluster,
  hostOf: Int32Array,
  host: number,
  cannot: ReadonlyMap<number, StuckReason>,
): Targets {
  const group = within(cluster, hostOf, host);
  const own = group.items.filter((index) => at(hostOf, index) === host);
  const stuck = withCompanions(group, own, cannot);
  const targetOf = replaced(cluster, hostOf, host, { ...group, stuck });
  const after = hostOf.slice();
  for (const [index, target] of targetOf) after[index] = target;
  const last = lastLook(cluster, after, group.hosts);
  for (const index of own) {
    if (targetOf.has(index) || stuck.has(index)) continue;
    const found = last(index, host);
    if (found.kind === 'stuck') stuck.set(index, found.reason);
    else for (const member of found.moving) targetOf.set(member, found.target);
  }
  return {
    targetOf,
    stuck: own.flatMap((index) => {
      const reason = stuck.get(index);
      return reason === undefined ? [] : [{ item: index, reason }];
    }),
  };
}

type Group = ReturnType<typeof within>;

/** The machines that cannot move, and those that must stay with them. */
function withCompanions(
  { problem, items }: Group,
  own: readonly number[],
  cannot: ReadonlyMap<number, StuckReason>,
): Map<number, StuckReason> {
  const stuck = new Map<number, StuckReason>(own.flatMap((index) => entry(index, cannot)));
  for (const set of problem.together) {
    const members = [...set].map((local) => item(items, local));
    const fixed = members.find((index) => stuck.has(index));
    if (fixed === undefined) continue;
    for (const index of members) {
      if (!stuck.has(index)) stuck.set(index, { kind: 'together', other: fixed });
    }
  }
  return stuck;
}

/** Targets by the search that also proves what survives the loss of a host. */
function replaced(
  cluster: Cluster,
  hostOf: Int32Array,
  host: number,
  { problem, items, hosts, stuck }: Group & { readonly stuck: ReadonlyMap<number, StuckReason> },
): Map<number, number> {
  const targetOf = new Map<number, number>();
  if (hosts.length < 2) return targetOf;
  const placeOf = new Map(hosts.map((number, place) => [number, place]));
  const binOf = Int32Array.from(items, (index) =>
    stuck.has(index) ? -1 : (placeOf.get(at(hostOf, index)) ?? -1),
  );
  const typeOf = Int32Array.from(hosts, (number) => at(cluster.typeOf, number));
  const found = createReplacer(problem, { binOf, typeOf }).replace([placeOf.get(host) ?? 0]);
  found.items.forEach((local, index) => {
    const bin = at(found.bins, index);
    if (bin >= 0) targetOf.set(item(items, local), item(hosts, bin));
  });
  return targetOf;
}

const entry = (index: number, cannot: ReadonlyMap<number, StuckReason>) => {
  const reason = cannot.get(index);
  return reason === undefined ? [] : [[index, reason] as const];
};

/** The problem of the host's own group: running machines do not leave it. */
function within(cluster: Cluster, hostOf: Int32Array, host: number) {
  const { groupOf, question } = cluster;
  const { inFailure } = question.placement;
  const group = at(groupOf, host);
  const hosts = [...groupOf.keys()].filter((other) => at(groupOf, other) === group);
  const isHere = new Uint8Array(groupOf.length);
  for (const other of hosts) isHere[other] = 1;
  const items = [...hostOf.keys()].filter((index) => isHere[at(hostOf, index)] === 1);
  const localOf = new Map(items.map((index, local) => [index, local]));
  const { dimensionCount } = inFailure;
  const demand = new Float64Array(items.length * dimensionCount);
  items.forEach((index, local) => {
    const from = index * dimensionCount;
    demand.set(inFailure.demand.subarray(from, from + dimensionCount), local * dimensionCount);
  });
  const local = (set: Int32Array) =>
    Int32Array.from([...set].flatMap((index) => localOf.get(index) ?? []));
  const problem: PackingProblem = {
    ...inFailure,
    itemCount: items.length,
    demand,
    apart: inFailure.apart.map(local).filter((set) => set.length > 1),
    // A set that is not together now stays as it is: only what leaves the host at once can arrive at once.
    together: inFailure.together
      .map((set) => local(set.filter((index) => at(hostOf, index) === host)))
      .filter((set) => set.length > 1),
    typeOnly:
      inFailure.typeOnly === null
        ? null
        : Int32Array.from(items, (index) => at(inFailure.typeOnly as Int32Array, index)),
  };
  return { problem, items, hosts };
}

type LastLook =
  | { readonly kind: 'placed'; readonly moving: readonly number[]; readonly target: number }
  | { readonly kind: 'stuck'; readonly reason: StuckReason };

const stuckBy = (reason: StuckReason): LastLook => ({ kind: 'stuck', reason });

/**
 * Looks once more for a place among hosts, once all others have theirs, and says why where there is none: the search
 * before is a heuristic, and 'no room' must be true of every host.
 */
function lastLook(cluster: Cluster, after: Int32Array, hosts: readonly number[]) {
  const { inFailure } = cluster.question.placement;
  const loads = new ClusterLoads(cluster, after);
  const members = membersOf(after, cluster.typeOf.length);
  const rivalsOf = (index: number) =>
    new Set(
      inFailure.apart
        .filter((set) => set.includes(index))
        .flatMap((set) => [...set].filter((other) => other !== index)),
    );
  const unitOf = (index: number, host: number) => {
    const set = inFailure.together.find((other) => other.includes(index));
    return set === undefined ? [index] : [...set].filter((other) => at(after, other) === host);
  };
  const place = (moving: readonly number[], target: number, host: number): LastLook => {
    for (const member of moving) {
      loads.add(member, target);
      loads.remove(member, host);
      members[target]?.push(member);
      after[member] = target;
    }
    return { kind: 'placed', moving, target };
  };
  return (index: number, host: number): LastLook => {
    const others = hosts.filter((other) => other !== host);
    if (others.length === 0) return stuckBy({ kind: 'no-compatible-host' });
    const pin = inFailure.typeOnly === null ? -1 : at(inFailure.typeOnly, index);
    const allowed = others.filter((other) => pin < 0 || at(cluster.typeOf, other) === pin);
    if (allowed.length === 0) {
      return stuckBy({ kind: 'pinned', hostType: item(cluster.scenario.hostTypes, pin).id });
    }
    const moving = unitOf(index, host);
    const rivals = new Set(moving.flatMap((member) => [...rivalsOf(member)]));
    let inTheWay: number | null = null;
    for (const other of allowed.filter((target) => loads.fits(moving, target))) {
      const rival = members[other]?.find((there) => rivals.has(there));
      if (rival === undefined) return place(moving, other, host);
      inTheWay ??= rival;
    }
    if (inTheWay !== null) return stuckBy({ kind: 'apart', other: inTheWay });
    return stuckBy(noRoom(cluster, loads, allowed, moving));
  };
}

/** What lacks on the host that comes nearest to having room. */
function noRoom(
  cluster: Cluster,
  loads: ClusterLoads,
  allowed: readonly number[],
  moving: readonly number[],
): StuckReason {
  let nearest: Shortage | null = null;
  for (const host of allowed) {
    const shortage = loads.shortage(moving, host);
    if (shortage === null) continue;
    if (nearest === null || lacking(shortage) < lacking(nearest)) nearest = shortage;
  }
  const { binTypes } = cluster.question.placement.inFailure;
  return nearest === null
    ? { kind: 'too-many-machines', limit: binTypes[0]?.maxItems ?? 0 }
    : { kind: 'no-room', ...nearest };
}

/** The share of what is asked for that is not there; a host that is over already lacks more than any. */
const lacking = ({ demand, free }: Shortage) =>
  demand === 0 ? Number.POSITIVE_INFINITY : (demand - free) / demand;
