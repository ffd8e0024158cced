import type { Cluster } from '../cluster/cluster.ts';
import { membersOf } from '../cluster/hosts-today.ts';
import { ClusterLoads, type Shortage } from '../cluster/loads.ts';
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
  const { problem, items, hosts } = within(cluster, hostOf, host);
  const own = items.filter((index) => at(hostOf, index) === host);
  const stuck = new Map<number, StuckReason>(own.flatMap((index) => entry(index, cannot)));
  for (const set of problem.together) {
    const members = [...set].map((local) => item(items, local));
    const fixed = members.find((index) => stuck.has(index));
    if (fixed === undefined) continue;
    for (const index of members) {
      if (!stuck.has(index)) stuck.set(index, { kind: 'together', other: fixed });
    }
  }
  const place = Int32Array.from(items, (index) => {
    const on = at(hostOf, index);
    return stuck.has(index) ? -1 : hosts.indexOf(on);
  });
  const typeOf = Int32Array.from(hosts, (number) => at(cluster.typeOf, number));
  const targetOf = new Map<number, number>();
  if (hosts.length > 1) {
    const replaced = createReplacer(problem, { binOf: place, typeOf }).replace([
      hosts.indexOf(host),
    ]);
    replaced.items.forEach((local, index) => {
      const bin = at(replaced.bins, index);
      if (bin >= 0) targetOf.set(item(items, local), item(hosts, bin));
    });
  }
  const after = hostOf.slice();
  for (const [index, target] of targetOf) after[index] = target;
  const explain = explainer(cluster, after, hosts);
  for (const index of own) {
    if (!targetOf.has(index) && !stuck.has(index)) stuck.set(index, explain(index, host));
  }
  return {
    targetOf,
    stuck: own.flatMap((index) => {
      const reason = stuck.get(index);
      return reason === undefined ? [] : [{ item: index, reason }];
    }),
  };
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

/** Says why an item found no place among hosts, once all others have theirs. */
function explainer(cluster: Cluster, after: Int32Array, hosts: readonly number[]) {
  const { inFailure } = cluster.question.placement;
  const loads = new ClusterLoads(cluster, after);
  const members = membersOf(after, cluster.typeOf.length);
  const rivalsOf = (index: number) =>
    new Set(inFailure.apart.filter((set) => set.includes(index)).flatMap((set) => [...set]));
  const unit = (index: number, host: number) => {
    const set = inFailure.together.find((other) => other.includes(index));
    return set === undefined ? [index] : [...set].filter((other) => at(after, other) === host);
  };
  return (index: number, host: number): StuckReason => {
    const others = hosts.filter((other) => other !== host);
    if (others.length === 0) return { kind: 'no-compatible-host' };
    const pin = inFailure.typeOnly === null ? -1 : at(inFailure.typeOnly, index);
    const allowed = others.filter((other) => pin < 0 || at(cluster.typeOf, other) === pin);
    if (allowed.length === 0) {
      return { kind: 'pinned', hostType: item(cluster.scenario.hostTypes, pin).id };
    }
    const moving = unit(index, host);
    const rivals = rivalsOf(index);
    const roomy = allowed.filter((other) => loads.fits(moving, other));
    for (const other of roomy) {
      const rival = members[other]?.find((there) => rivals.has(there));
      if (rival !== undefined) return { kind: 'apart', other: rival };
    }
    const shortages = allowed
      .map((other) => loads.shortage(moving, other))
      .filter((shortage) => shortage !== null);
    const nearest = shortages.reduce<Shortage | null>(
      (a, b) => (a === null || b.demand - b.free < a.demand - a.free ? b : a),
      null,
    );
    return nearest === null
      ? { kind: 'too-many-machines', limit: inFailure.binTypes[0]?.maxItems ?? 0 }
      : { kind: 'no-room', ...nearest };
  };
}
