import { fromMegabits } from '../units.ts';
import type { RecoveryPolicy } from './policy.ts';

const secondsPerDay = 86_400;
const mibPerGib = 1024;
/** Light in glass: the speed of light, 299,792 km/s, by the group index of common fibre, 1.468. */
const kmPerMillisecond = 299.792_458 / 1.468;

export interface Replication {
  /** Data written in a day. */
  readonly changedGibPerDay: number;
  /** Rate at which it must cross the line, on average and in the busiest hour. */
  readonly meanMibPerSecond: number;
  readonly peakMibPerSecond: number;
  /** Null: the line is unknown. */
  readonly lineMibPerSecond: number | null;
  /**
   * `holds`: even the busiest hour fits the line; `lags`: only the mean does, so the copy falls behind in the busiest
   * hours and catches up later; `never`: not even the mean, so it falls behind for good; `unknown`: no line given.
   */
  readonly verdict: 'holds' | 'lags' | 'never' | 'unknown';
  /** Time that the busiest interval's changes take to cross; null where that is not known or never done. */
  readonly transferSeconds: number | null;
  /** Most that is lost: what was written since the last copy that is whole at the other site. */
  readonly lossSeconds: number | null;
  readonly meetsRpo: boolean | null;
  /** Until the first copy of everything is there. */
  readonly firstCopySeconds: number | null;
  /** Added to every write that waits for the other site: there and back at the speed of light in glass, no less. */
  readonly addedMilliseconds: number;
  /** Line that the busiest hour needs. */
  readonly neededMegabits: number;
}

/**
 * Replication to another site: what crosses the line, and how much a disaster loses.
 *
 * Asynchronous: changes of an interval T are sent when it ends, and take r·T ÷ B; a disaster just before they are all
 * there loses T + r·T ÷ B. Synchronous: a write is done when both sites have it; nothing is lost, and every write waits
 * for the way there and back.
 */
export function replication(policy: RecoveryPolicy, diskGib: number): Replication {
  const changedGibPerDay = diskGib * policy.changePerDayRatio;
  const mean = (changedGibPerDay * mibPerGib * policy.reducedRatio) / secondsPerDay;
  const peak = mean * policy.peakFactor;
  const line = policy.lineMegabits === null ? null : fromMegabits(policy.lineMegabits);
  const verdict = verdictOf(mean, peak, line);
  const transferSeconds =
    line === null || verdict !== 'holds' ? null : (peak * policy.intervalSeconds) / line;
  const lossSeconds = lossOf(policy, verdict, transferSeconds);
  return {
    changedGibPerDay,
    meanMibPerSecond: mean,
    peakMibPerSecond: peak,
    lineMibPerSecond: line,
    verdict,
    transferSeconds: policy.mode === 'synchronous' ? null : transferSeconds,
    lossSeconds,
    meetsRpo:
      lossSeconds === null
        ? verdict === 'unknown'
          ? null
          : false
        : lossSeconds <= policy.rpoSeconds,
    firstCopySeconds: line === null ? null : (diskGib * mibPerGib * policy.reducedRatio) / line,
    addedMilliseconds:
      policy.mode === 'synchronous' ? (2 * policy.distanceKm) / kmPerMillisecond : 0,
    neededMegabits: peak / fromMegabits(1),
  };
}

function verdictOf(mean: number, peak: number, line: number | null): Replication['verdict'] {
  if (line === null) return 'unknown';
  if (peak <= line) return 'holds';
  return mean <= line ? 'lags' : 'never';
}

function lossOf(
  { mode, intervalSeconds }: RecoveryPolicy,
  verdict: Replication['verdict'],
  transferSeconds: number | null,
): number | null {
  if (verdict !== 'holds') return null;
  return mode === 'synchronous' ? 0 : intervalSeconds + (transferSeconds ?? 0);
}
