import { at } from '../columns.ts';
import type { AvailabilityModel } from './model.ts';
import type { FailureRate, SharedPart } from './policy.ts';

const hoursOfYear = 8760;

/**
 * What can be said without simulating. The first two are exact for hosts that fail and are repaired independently of
 * one another; the hours are a sum of approximations, each with its formula, that leave out what happens together.
 */
export interface ClosedForm {
  /** MTBF ÷ (MTBF + MTTR): exact. */
  readonly hostUpRatio: number;
  /** At least n − k of n hosts are up, binomial: exact. */
  readonly enoughHostsRatio: number;
  /** Hours a year without service, mean of all workloads: the sum of the following. */
  readonly meanDownHours: number;
  /** Failures of the host that a workload runs on × time to its return. */
  readonly restartHours: number;
  /** More hosts down than the cluster tolerates: the share that finds no room, if load and room are spread evenly. */
  readonly waitingHours: number;
  /** All cards of a host down at once. */
  readonly networkHours: number;
  /** Fewer shared parts up than needed. */
  readonly sharedHours: number;
  readonly crashHours: number;
  /** Mean time from a host's failure to a workload's return. */
  readonly restartSeconds: number;
}

/** The share of time that a part is up, which depends on its means alone, not on how its times are distributed. */
export const upRatio = ({ mtbfHours, mttrHours }: FailureRate) =>
  mtbfHours / (mtbfHours + mttrHours);

/** The probability that at least `needed` of `count` independent parts are up. */
export function atLeastUp(count: number, needed: number, up: number): number {
  if (needed <= 0) return 1;
  let sum = 0;
  for (let down = 0; down <= count - needed; down++) sum += exactlyDown(count, down, up);
  return Math.min(1, sum);
}

/** The probability that exactly so many of the parts are down. */
function exactlyDown(count: number, down: number, up: number): number {
  let probability = 1;
  for (let part = 1; part <= down; part++) {
    probability *= ((count - down + part) / part) * (1 - up);
  }
  return probability * power(up, count - down);
}

/** By multiplication: `**` may differ between engines. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let turn = 0; turn < exponent; turn++) result *= base;
  return result;
}

export function closedForm(model: AvailabilityModel): ClosedForm {
  const { cluster, policy, tolerates } = model;
  const { hostCount } = cluster;
  const up = upRatio(policy.host);
  const restartSeconds = meanRestartSeconds(model);
  const failuresPerYear = hoursOfYear / (policy.host.mtbfHours + policy.host.mttrHours);
  const { bootSeconds, applicationSeconds } = policy.restart;
  // A single host restarts nothing elsewhere: its machines are down until it is repaired, and start then.
  const perFailure = hostCount === 1 ? bootSeconds + applicationSeconds : restartSeconds;
  // A machine is always on a host that runs, and so sees failures at the rate of running hosts.
  const seen = hostCount === 1 ? failuresPerYear : hoursOfYear / policy.host.mtbfHours;
  const restartHours = (seen * perFailure) / 3600;
  const waitingHours = hoursOfYear * waitingRatio(hostCount, tolerates, up);
  const networkHours = hoursOfYear * networkRatio(model);
  const sharedHours =
    hoursOfYear * (1 - policy.shared.reduce((all, part) => all * sharedUp(part), 1));
  const { crashesPerYear, downSeconds } = policy.vm;
  const crashHours =
    crashesPerYear === null
      ? 0
      : hoursOfYear *
        (downSeconds / (downSeconds + (hoursOfYear * 3600) / (crashesPerYear || 1e-12)));
  return {
    hostUpRatio: up,
    enoughHostsRatio: atLeastUp(hostCount, hostCount - tolerates, up),
    meanDownHours: restartHours + waitingHours + networkHours + sharedHours + crashHours,
    restartHours,
    waitingHours,
    networkHours,
    sharedHours,
    crashHours,
    restartSeconds,
  };
}

/** Expected share of the workloads without room: (j − k) ÷ (n − k) of them while j > k of n hosts are down. */
function waitingRatio(hostCount: number, tolerates: number, up: number): number {
  let sum = 0;
  for (let down = tolerates + 1; down <= hostCount; down++) {
    const share = (down - tolerates) / (hostCount - tolerates);
    sum += share * exactlyDown(hostCount, down, up);
  }
  return sum;
}

function networkRatio({ policy: { card } }: AvailabilityModel): number {
  if (card.mtbfHours === null) return 0;
  const down = 1 - upRatio({ mtbfHours: card.mtbfHours, mttrHours: card.mttrHours });
  return power(down, card.perHost);
}

const sharedUp = (part: SharedPart) => atLeastUp(part.count, part.needed, upRatio(part));

/** Detection, the mean turn of a workload in its new host's queue, boot and application. */
function meanRestartSeconds({ cluster, policy }: AvailabilityModel): number {
  const { detectionSeconds, startsPerHost, bootSeconds, applicationSeconds } = policy.restart;
  const survivors = Math.max(1, cluster.hostCount - 1);
  const perHost = new Float64Array(cluster.hostCount);
  for (const [piece, host] of cluster.home.entries()) {
    perHost[host] = at(perHost, host) + at(cluster.weight, piece);
  }
  let turns = 0;
  let machines = 0;
  for (const count of perHost) {
    machines += count;
    for (let machine = 0; machine < count; machine++) {
      turns += Math.floor(Math.floor(machine / survivors) / startsPerHost) + 1;
    }
  }
  const meanTurns = machines === 0 ? 0 : turns / machines;
  return detectionSeconds + meanTurns * bootSeconds + applicationSeconds;
}
