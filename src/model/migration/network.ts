import { fromGigabits } from '../units.ts';
import type { MigrationSettings } from './settings.ts';

/** How a host's migration link is shared out. */
export interface Lanes {
  /** Migrations at the same time. */
  readonly count: number;
  /** What each has for its whole time. */
  readonly mibPerSecond: number;
  /** The link's rate, after frames and protocols. */
  readonly linkMibPerSecond: number;
  /** Share of the link that the machines' own traffic loses meanwhile; 0 on a dedicated one. */
  readonly takenRatio: number;
}

/**
 * Shares a host's link among migrations. Each has its share for its whole time, although others may end before: a
 * schedule that holds does not depend on luck.
 *
 * @param wanted migrations that wait; no more lanes are opened than there are
 */
export function lanesFor(settings: MigrationSettings, wanted: number): Lanes {
  const { network, capMibPerSecond, concurrentPerHost, concurrentPerCluster } = settings;
  const link = fromGigabits(network.gigabitsPerSecond) * network.usableRatio;
  const isShared = network.kind === 'shared';
  const available = isShared ? link * network.shareRatio : link;
  const count = Math.max(
    1,
    Math.min(wanted, concurrentPerHost, concurrentPerCluster ?? Number.POSITIVE_INFINITY),
  );
  const mibPerSecond = Math.min(available / count, capMibPerSecond ?? Number.POSITIVE_INFINITY);
  return {
    count,
    mibPerSecond,
    linkMibPerSecond: link,
    takenRatio: isShared ? (mibPerSecond * count) / link : 0,
  };
}
