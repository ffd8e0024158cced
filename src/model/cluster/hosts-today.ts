import { at, item } from '../columns.ts';
import { buildQuestion, type Question } from '../consolidation/question.ts';
import { type ExistingHost, type Fleet, labelAt } from '../fleet/fleet.ts';
import type { HostType, Scenario } from '../scenario.ts';

export interface HostsToday {
  readonly scenario: Scenario;
  readonly question: Question;
  readonly hostNames: readonly string[];
  readonly typeOf: Int32Array;
  readonly hostOf: Int32Array;
  /** Cluster and CPU of each host type. */
  readonly types: readonly { readonly cluster: string; readonly model: string }[];
  /** Running machines whose host is not told or not described. */
  readonly left: number;
}

/** The hosts that a fleet names, with its machines on them; null where no host is described well enough. */
export function hostsToday(fleet: Fleet, scenario: Scenario): HostsToday | null {
  const known = fleet.hosts.filter(isDescribed);
  if (known.length === 0) return null;
  const types = new Map<string, { readonly index: number; readonly host: Described }>();
  const typeOf = Int32Array.from(known, (host) => {
    const { coreCount, coreMhz, memoryGib, cpuModel, cluster } = host;
    const key = JSON.stringify([coreCount, coreMhz, memoryGib, cpuModel, cluster]);
    const index = types.get(key)?.index ?? types.size;
    types.set(key, { index, host });
    return index;
  });
  const hostTypes = [...types.values()].map(({ host, index }) => toType(host, index));
  const numberOf = new Map(known.map(({ name }, index) => [name, index]));
  // Pins name types of the plan's hosts, which are not these.
  const here: Scenario = { ...scenario, hostTypes, rules: { ...scenario.rules, pinned: {} } };
  const all = buildQuestion(fleet, here).selection.rows;
  const hostAt = (row: number) => numberOf.get(labelAt(fleet.labels.host, row));
  const lost = [...all].filter((row) => hostAt(row) === undefined);
  if (lost.length === all.length) return null;
  const names = [...here.exclude.names, ...lost.map((row) => item(fleet.names, row))];
  const found: Scenario = { ...here, exclude: { ...here.exclude, names } };
  const question = buildQuestion(fleet, found);
  return {
    scenario: found,
    question,
    hostNames: known.map(({ name }) => name),
    typeOf,
    hostOf: question.selection.rows.map((row) => hostAt(row) ?? -1),
    types: [...types.values()].map(({ host }) => ({ cluster: host.cluster, model: host.cpuModel })),
    left: lost.length,
  };
}

type Described = ExistingHost & {
  readonly coreCount: number;
  readonly coreMhz: number;
  readonly memoryGib: number;
};

const isDescribed = (host: ExistingHost): host is Described =>
  (host.coreCount ?? 0) > 0 && (host.coreMhz ?? 0) > 0 && (host.memoryGib ?? 0) > 0;

function toType(host: Described, index: number): HostType {
  const sockets = host.socketCount ?? 1;
  const isEven = sockets > 0 && host.coreCount % sockets === 0;
  return {
    id: `today-${index + 1}`,
    name: host.model === '' ? host.cpuModel : host.model,
    socketCount: isEven ? sockets : 1,
    coresPerSocket: isEven ? host.coreCount / sockets : host.coreCount,
    coreMhz: host.coreMhz,
    hasHyperThreading: host.hasHyperThreading ?? false,
    performancePerMhz: 1,
    memoryGib: host.memoryGib,
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

/** Items on each host. */
export function membersOf(hostOf: Int32Array, hostCount: number): number[][] {
  const members: number[][] = Array.from({ length: hostCount }, () => []);
  hostOf.forEach((host, index) => {
    if (host >= 0) members[at(hostOf, index)]?.push(index);
  });
  return members;
}
