import type { Random } from '../random.ts';
import type { BootStorm } from './boot-storm.ts';
import type { Cluster } from './cluster.ts';
import type { Dependencies } from './dependencies.ts';
import type { EventQueue } from './event-queue.ts';
import type { FailoverPolicy } from './failover-policy.ts';
import type { HostQueues } from './host-queues.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { Machines } from './machines.ts';
import type { Recorder } from './recorder.ts';
import type { Placer } from './restart-placement.ts';

/**
 * Kinds of events, which are their priorities at one instant: first what breaks and what is repaired, then what was
 * under way and ends, then what is decided about it.
 */
export const events = {
  incidentBegins: 0,
  incidentEnds: 1,
  hostBooted: 2,
  movedBack: 3,
  booted: 4,
  answered: 5,
  isolated: 6,
  selfFenced: 7,
  storageGivenUp: 8,
  publicGivenUp: 9,
  vmRestarts: 10,
  guestReset: 11,
  silent: 12,
  declared: 13,
  fence: 14,
  takeOver: 15,
  place: 16,
  retry: 17,
  waitedEnough: 18,
} as const;

/** What the parts of a running simulation share. */
export interface Running {
  readonly cluster: Cluster;
  readonly policy: FailoverPolicy;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly infrastructure: Infrastructure;
  readonly machines: Machines;
  readonly queues: HostQueues;
  readonly storm: BootStorm;
  readonly placer: Placer;
  readonly recorder: Recorder;
  readonly dependencies: Dependencies;
  readonly priorityOf: Uint8Array;
}
