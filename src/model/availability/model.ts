import type { Cluster } from '../survival/cluster.ts';
import type { AvailabilityPolicy } from './policy.ts';

/** Everything that a run needs, as plain data: it is sent to every thread once. */
export interface AvailabilityModel {
  readonly cluster: Cluster;
  /** Seconds of a slot; 0 where demand does not change with time. */
  readonly slotSeconds: number;
  /** Hosts that may be down at once with everything restarted, as proven. */
  readonly tolerates: number;
  readonly policy: Pick<AvailabilityPolicy, 'host' | 'card' | 'shared' | 'vm' | 'restart'>;
  readonly services: readonly Service[];
}

/** Pieces that users see as one: down when `all` are needed and one is down, or when `any` is enough and none is up. */
export interface Service {
  readonly needs: 'all' | 'any';
  readonly pieces: Int32Array;
}

export interface NamedService extends Service {
  readonly name: string;
  readonly workloads: number;
}

/** Runs from … to − 1. */
export interface RunQuestion {
  readonly seed: number;
  readonly years: number;
  readonly from: number;
  readonly to: number;
}

/** Of every run, one figure each. */
export const metrics = [
  /** Seconds without service, mean of all workloads. */
  'downSeconds',
  /** Of them: detection, waiting for a turn, boot and application. */
  'restartSeconds',
  /** Of them: no host had room. */
  'waitingSeconds',
  /** Of them: the host ran, its cards did not. */
  'networkSeconds',
  /** Of them: what all depend on was down. */
  'sharedSeconds',
  /** Of them: crashes of machines by themselves. */
  'crashSeconds',
  /** Share of time that a host is up, mean of all hosts. */
  'hostUpRatio',
  /** Share of time that enough hosts are up for everything to run. */
  'enoughHostsRatio',
  /** Failures of hosts. */
  'hostFailures',
  /** Outages that a workload sees, mean of all. */
  'outages',
] as const;
export type Metric = (typeof metrics)[number];

export const secondsPerYear = 365 * 24 * 3600;

/** Runs of a stretch: `figures[(run − from) * metrics.length + metric]`, and sums over the runs. */
export interface RunFigures {
  readonly from: number;
  readonly to: number;
  readonly figures: Float64Array;
  /** Seconds without service of each piece, summed over the runs. */
  readonly downOfPiece: Float64Array;
  readonly downOfService: Float64Array;
}
