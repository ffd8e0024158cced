import type { Cluster } from '../cluster/cluster.ts';
import { at, item } from '../columns.ts';
import { type Capacity, hostCapacity } from '../consolidation/capacity.ts';
import { buildDemand } from '../consolidation/demand.ts';
import type { Profile } from '../fleet/fleet.ts';
import { immovable, moveOf } from '../migration/evacuation.ts';
import { lanesFor } from '../migration/network.ts';

/** Everything that a run reads and none changes: shared by the rules that are compared. */
export interface FleetInTime {
  readonly cluster: Cluster;
  readonly slotCount: number;
  readonly slotSeconds: number;
  readonly startEpochSeconds: number | null;
  /** False where the fleet has no profile: one figure a machine stands for the whole day. */
  readonly hasProfile: boolean;
  readonly itemCount: number;
  readonly hostCount: number;
  readonly cpu: Series;
  readonly memory: Series;
  readonly vcpus: Float64Array;
  readonly cpuProvisionedMhz: Float64Array;
  /** By host type. */
  readonly cpuCapacity: readonly Capacity[];
  readonly memoryCapacity: readonly Capacity[];
  readonly vcpuLimit: readonly number[];
  readonly coreMhz: readonly number[];
  readonly mostItems: number;
  /** How long each machine's migration takes; NaN where it may not be moved. */
  readonly moveSeconds: Float64Array;
  /** Sets that each item must be kept apart from; null where none. */
  readonly rivalsOf: readonly (ReadonlySet<number> | null)[];
  readonly typeOnly: Int32Array | null;
}

/** Slot s of item i is `values[i * slotCount + s]`; one slot where it does not change with time. */
export interface Series {
  readonly slotCount: number;
  readonly values: Float64Array;
}

export const valueAt = ({ slotCount, values }: Series, index: number, slot: number) =>
  values[index * slotCount + (slotCount === 1 ? 0 : slot)] as number;

const daySeconds = 86_400;

/** Reads the fleet's profile as measured, slot by slot, and how long each machine would take to move. */
export function fleetInTime(cluster: Cluster): FleetInTime {
  const { fleet, question } = cluster;
  const { rows } = question.selection;
  const { days } = cluster.scenario.balancing;
  const profile = fleet.profile && shortened(fleet.profile, fleet.count, days);
  const { scenario } = cluster;
  // Only CPU and memory are balanced: what else limits a host is not read.
  const asked = {
    ...scenario,
    demand: { ...scenario.demand, kind: 'coincident' as const, slots: 'all' as const },
    capacity: { ...scenario.capacity, vcpusPerCore: null },
    hostTypes: scenario.hostTypes.map((type) => ({
      ...type,
      diskGib: null,
      diskIops: null,
      diskMibPerSecond: null,
      networkMibPerSecond: null,
    })),
  };
  const { resources } = buildDemand({ ...fleet, profile }, rows, asked);
  const series = (name: string): Series =>
    resources.find(({ resource }) => resource === name) ?? {
      slotCount: 1,
      values: new Float64Array(rows.length),
    };
  const capacities = (resource: 'cpu' | 'memory') =>
    scenario.hostTypes.map((type) => hostCapacity(type, resource, scenario) as Capacity);
  const { apart, together, typeOnly } = question.placement.normal;
  return {
    cluster,
    slotCount: profile?.slotCount ?? 24,
    slotSeconds: profile?.slotSeconds ?? 3600,
    startEpochSeconds: profile?.startEpochSeconds ?? null,
    hasProfile: profile !== null,
    itemCount: rows.length,
    hostCount: cluster.typeOf.length,
    cpu: series('cpu'),
    memory: series('memory'),
    vcpus: Float64Array.from(rows, (row) => known(at(fleet.vcpuCount, row))),
    cpuProvisionedMhz: Float64Array.from(rows, (row) => known(at(fleet.cpuProvisionedMhz, row))),
    cpuCapacity: capacities('cpu'),
    memoryCapacity: capacities('memory'),
    vcpuLimit: scenario.hostTypes.map(
      (type) => hostCapacity(type, 'vcpu', scenario)?.usable ?? Number.POSITIVE_INFINITY,
    ),
    coreMhz: scenario.hostTypes.map(({ coreMhz }) => coreMhz),
    mostItems: scenario.capacity.vmsPerHost ?? Number.POSITIVE_INFINITY,
    moveSeconds: moveTimes(cluster, together),
    rivalsOf: rivals(apart, rows.length),
    typeOnly,
  };
}

const known = (value: number) => (Number.isNaN(value) ? 0 : value);

/** The first days of a profile. */
function shortened(profile: Profile, count: number, days: number): Profile {
  const slotCount = Math.min(
    profile.slotCount,
    Math.max(1, Math.ceil((days * daySeconds) / profile.slotSeconds)),
  );
  if (slotCount === profile.slotCount) return profile;
  const cut = (column: Float64Array) => {
    const short = new Float64Array(count * slotCount);
    for (let row = 0; row < count; row++) {
      const from = row * profile.slotCount;
      short.set(column.subarray(from, from + slotCount), row * slotCount);
    }
    return short;
  };
  const columns = Object.fromEntries(
    Object.entries(profile.columns).map(([name, column]) => [name, cut(column)]),
  );
  return { ...profile, slotCount, columns };
}

/** Machines that must share a host are not moved one by one, so a rule leaves them where they are. */
function moveTimes(cluster: Cluster, together: readonly Int32Array[]): Float64Array {
  const { migration } = cluster.scenario;
  const count = cluster.question.selection.rows.length;
  const items = Array.from({ length: count }, (_, index) => index);
  const cannot = immovable(cluster, items);
  const bound = new Set(together.flatMap((set) => [...set]));
  const { mibPerSecond } = lanesFor(migration, migration.concurrentPerHost);
  return Float64Array.from(items, (index) => {
    if (cannot.has(index) || bound.has(index)) return Number.NaN;
    const move = moveOf(cluster, index, mibPerSecond);
    return move.kind === 'moved' ? move.totalSeconds : Number.NaN;
  });
}

function rivals(apart: readonly Int32Array[], count: number) {
  const result: (Set<number> | null)[] = Array.from({ length: count }, () => null);
  for (const set of apart) {
    for (const member of set) {
      const own = item(result, member) ?? new Set<number>();
      for (const other of set) if (other !== member) own.add(other);
      result[member] = own;
    }
  }
  return result;
}
