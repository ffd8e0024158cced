import { fromGigabits, type MibPerSecond, mibPerSecond } from '../units.ts';
import { sharedDeviceRatio } from './contention.ts';

export interface NetworkShareQuestion {
  /** Machines that send or receive at full speed at the same time; a whole number, 1 or more. */
  readonly vmCount: number;
  /** Teamed cards of one speed; a whole number, 1 or more. */
  readonly cardCount: number;
  /** Of one card, 10⁹ bits a second. */
  readonly cardGigabits: number;
}

export interface NetworkShare {
  /** Of one card: 0…1. */
  readonly shareRatio: number;
  readonly perVmGigabits: number;
  readonly perVmMibPerSecond: MibPerSecond;
  readonly totalGigabits: number;
}

/**
 * What each of several machines gets of teamed cards that all saturate. A machine alone never exceeds one card: a team
 * spreads connections, not packets.
 *
 * @example networkShare({ vmCount: 4, cardCount: 1, cardGigabits: 1 }) // 25 %: table 6's network
 */
export function networkShare(question: NetworkShareQuestion): NetworkShare {
  const { vmCount, cardCount, cardGigabits } = question;
  const shareRatio = sharedDeviceRatio(vmCount, cardCount);
  const perVmGigabits = shareRatio * cardGigabits;
  return {
    shareRatio,
    perVmGigabits,
    perVmMibPerSecond: mibPerSecond(fromGigabits(perVmGigabits)),
    totalGigabits: cardCount * cardGigabits,
  };
}
