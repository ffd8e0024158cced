import { type HostType, untold } from '../scenario.ts';
import type { ExistingHost } from './fleet.ts';

/** A host of which enough is known to reckon with it: how many cores, how fast, and how much memory. */
export type DescribedHost = ExistingHost & {
  readonly coreCount: number;
  readonly coreMhz: number;
  readonly memoryGib: number;
};

export const isDescribed = (host: ExistingHost): host is DescribedHost =>
  (host.coreCount ?? 0) > 0 && (host.coreMhz ?? 0) > 0 && (host.memoryGib ?? 0) > 0;

/** A kind of host with the hosts (by their row in the inventory) that are of it. */
export interface HostKind {
  readonly type: HostType;
  readonly rows: readonly number[];
}

/**
 * The kinds of described hosts in an inventory, the most frequent first, as host types `today-1`, `today-2` …
 *
 * Clock and memory are told apart by 10 MHz and 1 GiB: hypervisors report a little less than was bought, and not the
 * same on each host. A kind offers what the least of its hosts does, so that no host is asked for more than it has.
 */
export function kindsOf(hosts: readonly ExistingHost[]): readonly HostKind[] {
  const kinds = new Map<string, Kind>();
  for (const [row, host] of hosts.entries()) {
    if (!isDescribed(host)) continue;
    const key = keyOf(host);
    const kind = kinds.get(key) ?? { hosts: [], rows: [] };
    kind.hosts.push(host);
    kind.rows.push(row);
    kinds.set(key, kind);
  }
  return [...kinds.values()]
    .sort((a, b) => b.rows.length - a.rows.length)
    .map((kind, index) => ({ rows: kind.rows, type: typeOf(kind.hosts, `today-${index + 1}`) }));
}

interface Kind {
  readonly hosts: DescribedHost[];
  readonly rows: number[];
}

const keyOf = (host: DescribedHost) =>
  JSON.stringify([
    host.model,
    host.cpuModel,
    host.socketCount,
    host.coreCount,
    host.hasHyperThreading,
    Math.round(host.coreMhz / 10),
    Math.round(host.memoryGib),
  ]);

function typeOf(hosts: readonly DescribedHost[], id: string): HostType {
  const { model, cpuModel, name, coreCount, socketCount, hasHyperThreading } =
    hosts[0] as DescribedHost;
  const sockets = socketCount ?? 1;
  // Cores are not always a multiple of what is called a socket; the count of cores is what matters.
  const isEven = sockets > 0 && coreCount % sockets === 0;
  return {
    id,
    name: model.trim() || cpuModel.trim() || name,
    socketCount: isEven ? sockets : 1,
    coresPerSocket: isEven ? coreCount / sockets : coreCount,
    coreMhz: least(hosts.map(({ coreMhz }) => coreMhz)),
    hasHyperThreading: hasHyperThreading ?? false,
    performancePerMhz: 1,
    memoryGib: least(hosts.map(({ memoryGib }) => memoryGib)),
    ...untold,
  };
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));

/** Memory and clock are compared this closely with a type that was bought or is offered. */
const alike = 0.02;

/**
 * Whether a host of today may be of a type: nothing that is known of its cores, clock and memory speaks against it. Of a
 * described host that says that it is.
 */
export function mayBe({ coreCount, coreMhz, memoryGib }: ExistingHost, type: HostType): boolean {
  const isClose = (own: number | null, other: number) =>
    own === null || Math.abs(own - other) <= alike * other;
  return (
    (coreCount === null || coreCount === type.socketCount * type.coresPerSocket) &&
    isClose(coreMhz, type.coreMhz) &&
    isClose(memoryGib, type.memoryGib)
  );
}

/** A kind of host that the fleet runs on today, as a candidate for the plan. */
export interface HostOfToday {
  readonly type: HostType;
  readonly count: number;
}

/** As {@link kindsOf}, as they are bought: in whole GiB. */
export const hostsOfToday = (hosts: readonly ExistingHost[]): readonly HostOfToday[] =>
  kindsOf(hosts).map(({ type, rows }) => ({
    type: { ...type, memoryGib: Math.round(type.memoryGib) },
    count: rows.length,
  }));

/** An id that no candidate has yet: host-2, host-3 … */
export function freshId(wanted: string, taken: readonly HostType[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`;
  return id;
}
