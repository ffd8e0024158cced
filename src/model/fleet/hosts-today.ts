import type { HostType } from '../scenario.ts';
import type { ExistingHost } from './fleet.ts';

/** A kind of host that the fleet runs on today, as a candidate for the plan. */
export interface HostOfToday {
  readonly type: HostType;
  readonly count: number;
}

/**
 * The kinds of hosts in a fleet, most frequent first. A host that does not say its cores, clock or memory is no
 * candidate; memory is compared in whole GiB, since hypervisors report a little less than was bought.
 */
export function hostsOfToday(hosts: readonly ExistingHost[]): readonly HostOfToday[] {
  return kindsOf(hosts).map(({ rows, type }) => ({ type, count: rows.length }));
}

/** A kind of host with the hosts (by their place in the fleet) that are of it. */
export interface KindOfToday {
  readonly type: HostType;
  readonly rows: readonly number[];
}

/** As {@link hostsOfToday}, with the hosts themselves. */
export function kindsOf(hosts: readonly ExistingHost[]): readonly KindOfToday[] {
  const kinds = new Map<string, { readonly host: ExistingHost; readonly rows: number[] }>();
  for (const [row, host] of hosts.entries()) {
    if (!host.coreCount || !host.coreMhz || !host.memoryGib) continue;
    const key = [
      host.model,
      host.cpuModel,
      host.socketCount,
      host.coreCount,
      Math.round(host.coreMhz / 10),
      Math.round(host.memoryGib),
    ].join('|');
    const kind = kinds.get(key) ?? { host, rows: [] };
    kind.rows.push(row);
    kinds.set(key, kind);
  }
  return [...kinds.values()]
    .sort((a, b) => b.rows.length - a.rows.length)
    .map(({ host, rows }, index) => ({ rows, type: typeOf(host, `today-${index + 1}`) }));
}

function typeOf(host: ExistingHost, id: string): HostType {
  const coreCount = host.coreCount ?? 1;
  const sockets = host.socketCount ?? 1;
  // Cores are not always a multiple of what is called a socket; the count of cores is what matters.
  const isEven = coreCount % sockets === 0;
  return {
    id,
    name: host.model.trim() || host.cpuModel.trim() || host.name,
    socketCount: isEven ? sockets : 1,
    coresPerSocket: isEven ? coreCount / sockets : coreCount,
    coreMhz: host.coreMhz ?? 1,
    hasHyperThreading: host.hasHyperThreading ?? false,
    performancePerMhz: 1,
    memoryGib: Math.round(host.memoryGib ?? 1),
    diskGib: null,
    diskIops: null,
    diskMibPerSecond: null,
    networkMibPerSecond: null,
    idleWatts: null,
    fullWatts: null,
    rackUnits: null,
    price: null,
    available: null,
  };
}

/** An id that no candidate has yet: host-2, host-3 … */
export function freshId(wanted: string, taken: readonly HostType[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`;
  return id;
}
