import type { Cluster } from '../cluster/cluster.ts';
import { ClusterLoads, type Fullest, fullestOf } from '../cluster/loads.ts';
import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type MachineMove, moveMachine } from './machine-move.ts';
import { type Lanes, lanesFor } from './network.ts';
import { schedule } from './schedule.ts';
import type { MigrationSettings } from './settings.ts';
import { findTargets, type Stuck, type StuckReason } from './targets.ts';

/** One machine's way from the host. */
export interface EvacuationMove {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly move: Extract<MachineMove, { kind: 'moved' }>;
  /** It has the link for itself, because it would not converge on a share of it. */
  readonly isAlone: boolean;
  /** How full its target is from the start of the move on. */
  readonly target: Fullest;
}

export interface Evacuation {
  readonly host: number;
  /** In the order of their start. */
  readonly moves: readonly EvacuationMove[];
  readonly stuck: readonly Stuck[];
  /** Until the last machine has left; of those that can leave. */
  readonly seconds: number;
  readonly sentMib: number;
  readonly lanes: Lanes;
  /** The machines' own traffic on the host at its highest; null where no machine's is known. */
  readonly vmTrafficMibPerSecond: number | null;
  /** Fullest of the other hosts of the group before and after; null where there is none. */
  readonly before: Fullest | null;
  readonly after: Fullest | null;
}

/**
 * Empties a host: a target for each machine, an order, and the time. Capacity is checked for all machines that come
 * to a target together, from the start of the first, in every slot: whenever it is done, there is room.
 *
 * Machines that take longest go first, as many at a time as product and network allow. One that would not converge on
 * its share of the link goes alone, after the others.
 */
export function evacuate(
  cluster: Cluster,
  host: number,
  hostOf: Int32Array = cluster.hostOf,
): Evacuation {
  const { migration } = cluster.scenario;
  const own = [...hostOf.keys()].filter((index) => at(hostOf, index) === host);
  const cannot = immovable(cluster, own);
  const { targetOf, stuck } = findTargets(cluster, hostOf, host, cannot);
  const movers = own.filter((index) => targetOf.has(index));
  const lanes = lanesFor(migration, movers.length);
  const { timed, alone } = timesOf(cluster, movers, lanes);
  const starts = [...schedule(timed, lanes.count), ...afterwards(timed, alone, lanes.count)];
  const loads = new ClusterLoads(cluster, hostOf);
  const others = [...cluster.groupOf.keys()].filter(
    (other) => other !== host && at(cluster.groupOf, other) === at(cluster.groupOf, host),
  );
  const before = fullestOf(loads, others);
  const moves = starts.map(({ key, move, startSeconds, isAlone }): EvacuationMove => {
    const to = targetOf.get(key) as number;
    if (!loads.fits([key], to)) throw new Error('a target was chosen that has no room');
    loads.add(key, to);
    loads.remove(key, host);
    const endSeconds = startSeconds + move.totalSeconds;
    const target = loads.fullest(to);
    return { item: key, from: host, to, startSeconds, endSeconds, move, isAlone, target };
  });
  return {
    host,
    moves,
    stuck,
    seconds: moves.reduce((last, { endSeconds }) => Math.max(last, endSeconds), 0),
    sentMib: moves.reduce((sum, { move }) => sum + move.sentMib, 0),
    lanes,
    vmTrafficMibPerSecond: trafficOf(cluster, own),
    before,
    after: fullestOf(loads, others),
  };
}

interface Timed {
  readonly key: number;
  readonly move: Extract<MachineMove, { kind: 'moved' }>;
  readonly seconds: number;
}

/** Times on a share of the link; those that fail there, with the whole link for themselves. */
function timesOf(cluster: Cluster, movers: readonly number[], lanes: Lanes) {
  const { migration } = cluster.scenario;
  const timed: Timed[] = [];
  const alone: Timed[] = [];
  const whole = lanesFor(migration, 1).mibPerSecond;
  for (const key of movers) {
    const shared = moveOf(cluster, key, lanes.mibPerSecond);
    if (shared.kind === 'moved') timed.push({ key, move: shared, seconds: shared.totalSeconds });
    else {
      const single = moveOf(cluster, key, whole);
      if (single.kind === 'moved') alone.push({ key, move: single, seconds: single.totalSeconds });
    }
  }
  return { timed, alone };
}

/** Those that go alone follow one another when the lanes are empty. */
function afterwards(timed: readonly Timed[], alone: readonly Timed[], laneCount: number) {
  const starts = schedule(timed, laneCount);
  let at = starts.reduce((last, one) => Math.max(last, one.startSeconds + one.seconds), 0);
  return alone.map((one) => {
    const startSeconds = at;
    at += one.seconds;
    return { ...one, startSeconds, isAlone: true };
  });
}

/** One machine's migration with a given bandwidth. */
export function moveOf(cluster: Cluster, index: number, bandwidthMibPerSecond: number) {
  const { migration } = cluster.scenario;
  const row = at(cluster.question.selection.rows, index);
  const memoryGib = knownOr0(at(cluster.fleet.memoryConfiguredGib, row));
  return moveMachine({
    memoryMib: memoryGib * 1024,
    dirtyMibPerSecond: dirtyOf(memoryGib, migration),
    bandwidthMibPerSecond,
    downtimeLimitSeconds: migration.downtimeLimitSeconds,
    maxRounds: migration.maxRounds,
    whenNotConverging: migration.whenNotConverging,
    throttle: migration.throttle,
    diskMib: diskOf(cluster.fleet, row, migration),
    storageMibPerSecond: migration.storageMibPerSecond,
  });
}

/** Assumed: no list of machines tells how fast they change their memory. */
const dirtyOf = (memoryGib: number, migration: MigrationSettings) =>
  Math.min(migration.dirtyMibPerSecondPerGib * memoryGib, migration.mostDirtyMibPerSecond);

const knownOr0 = (value: number) => (Number.isNaN(value) ? 0 : value);

/** Disk to copy: all of it where storage is local, or where this machine's disk is. */
function diskOf(fleet: Fleet, row: number, { storage, localDisks }: MigrationSettings): number {
  const isLocal = storage === 'local' || localDisks.includes(item(fleet.names, row));
  return isLocal ? knownOr0(at(fleet.diskProvisionedGib, row)) * 1024 : 0;
}

/** Machines that cannot move whatever room there is. */
export function immovable(
  cluster: Cluster,
  items: readonly number[],
): ReadonlyMap<number, StuckReason> {
  const { migration } = cluster.scenario;
  const { rows } = cluster.question.selection;
  const sets = {
    stays: new Set(migration.stay),
    device: new Set(migration.devices),
    local: new Set(migration.localDisks),
  };
  const bandwidthMibPerSecond = lanesFor(migration, 1).mibPerSecond;
  const reasons = new Map<number, StuckReason>();
  for (const index of items) {
    const row = at(rows, index);
    const name = item(cluster.fleet.names, row);
    const isLocal = migration.storage === 'local' || sets.local.has(name);
    if (sets.stays.has(name)) reasons.set(index, { kind: 'stays' });
    else if (sets.device.has(name)) reasons.set(index, { kind: 'device' });
    else if (isLocal && !migration.movesStorage) reasons.set(index, { kind: 'local-disk' });
    else if (moveOf(cluster, index, bandwidthMibPerSecond).kind === 'fails') {
      const memoryGib = knownOr0(at(cluster.fleet.memoryConfiguredGib, row));
      const dirtyMibPerSecond = dirtyOf(memoryGib, migration);
      reasons.set(index, { kind: 'not-converging', dirtyMibPerSecond, bandwidthMibPerSecond });
    }
  }
  return reasons;
}

/** The machines' own traffic at its highest known; null where nothing is known. */
function trafficOf({ fleet, question }: Cluster, items: readonly number[]): number | null {
  const { max, p95, mean } = fleet.use.network;
  let sum: number | null = null;
  for (const index of items) {
    const row = at(question.selection.rows, index);
    const known = [at(max, row), at(p95, row), at(mean, row)].find((value) => !Number.isNaN(value));
    if (known !== undefined) sum = (sum ?? 0) + known;
  }
  return sum;
}

/** The host with the highest load of any resource in any slot. */
export function fullestHost(cluster: Cluster): number {
  const loads = new ClusterLoads(cluster, cluster.hostOf);
  return fullestOf(loads, [...cluster.typeOf.keys()])?.host ?? 0;
}
