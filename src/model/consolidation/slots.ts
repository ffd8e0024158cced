import type { Profile } from '../fleet/fleet.ts';
import type { DemandPolicy } from '../scenario.ts';
import type { SlotAxis } from './answer.ts';

/** Unix time began on a Thursday: hour 0 is 72 hours after a Monday's midnight. */
const mondayOffsetHours = 72;

/** The time axis of a plan and, for each slot of the profile, the slot of the plan that it belongs to. */
export interface Folding {
  readonly axis: SlotAxis;
  readonly slotOf: Int32Array;
}

export const oneSlot: SlotAxis = {
  slotCount: 1,
  slotSeconds: 0,
  kind: 'none',
  startEpochSeconds: null,
};

/**
 * Decides how a profile's slots become the slots of a plan: hour of the day, hour of the week, or each as measured.
 * Hours are those of the policy's offset from UTC. A profile without a date is taken to start at a midnight (of a
 * Monday).
 */
export function foldSlots(profile: Profile, policy: DemandPolicy): Folding {
  const { slotCount, slotSeconds, startEpochSeconds } = profile;
  const period = policy.slots === 'all' ? slotCount : policy.slots;
  const slotOf = Int32Array.from({ length: slotCount }, (_, slot) => slot);
  if (policy.slots === 'all' || slotCount * slotSeconds <= 3600) {
    const axis: SlotAxis = { slotCount, slotSeconds, kind: 'time', startEpochSeconds };
    return { axis, slotOf };
  }
  const localHours =
    startEpochSeconds === null
      ? 0
      : startEpochSeconds / 3600 + policy.utcOffsetHours + mondayOffsetHours;
  for (let slot = 0; slot < slotCount; slot++) {
    slotOf[slot] = Math.floor(localHours + (slot * slotSeconds) / 3600) % period;
  }
  const kind = policy.slots === 24 ? 'day' : 'week';
  return { axis: { slotCount: period, slotSeconds: 3600, kind, startEpochSeconds: null }, slotOf };
}
