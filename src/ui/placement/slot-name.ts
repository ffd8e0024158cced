import type { BalanceAnswer } from '~/model/balancing/balance.ts';
import type { Words } from '~/words/words.ts';

type Time = Pick<BalanceAnswer, 'slotCount' | 'slotSeconds' | 'startEpochSeconds' | 'hasProfile'>;

/** How a slot of the run is told. */
export const slotName =
  ({ format }: Words, { slotCount, slotSeconds, startEpochSeconds, hasProfile }: Time) =>
  (slot: number) =>
    format.slot(slot, {
      slotCount,
      slotSeconds,
      startEpochSeconds,
      kind: hasProfile ? 'time' : 'day',
    });

const twoDays = 2 * 86_400;

/** The same for an axis: the day alone where the run is longer than two. */
export const slotTick = (words: Words, time: Time) => {
  const { slotCount, slotSeconds, startEpochSeconds } = time;
  return startEpochSeconds === null || slotCount * slotSeconds <= twoDays
    ? slotName(words, time)
    : (slot: number) => words.format.date(startEpochSeconds + slot * slotSeconds);
};
