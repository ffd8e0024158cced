import { at, item } from '../columns.ts';
import type { ExistingHost } from '../fleet/fleet.ts';
import type { HostType } from '../scenario.ts';
import type { Footprint, HostSlots } from './answer.ts';

const hoursPerYear = 8760;

/**
 * What planned hosts weigh. Power is linear between idle and full, by CPU use averaged over the slots: the usual
 * approximation, within a few per cent of published SPECpower curves (content/data).
 */
export function footprintAfter(
  typeOf: Int32Array,
  hostTypes: readonly HostType[],
  cpu: HostSlots | undefined,
): Footprint {
  const types = Array.from(typeOf, (type) => item(hostTypes, type));
  const watts = types.map((type, host) => {
    if (type.idleWatts === null || type.fullWatts === null || cpu === undefined) return null;
    return type.idleWatts + (type.fullWatts - type.idleWatts) * meanBusy(cpu, host);
  });
  const meanWatts = sumOrNull(watts);
  return {
    hosts: types.length,
    coreCount: sumOrNull(types.map((type) => type.socketCount * type.coresPerSocket)),
    memoryGib: sumOrNull(types.map((type) => type.memoryGib)),
    rackUnits: sumOrNull(types.map((type) => type.rackUnits)),
    meanWatts,
    kwhPerYear: meanWatts === null ? null : (meanWatts * hoursPerYear) / 1000,
  };
}

function meanBusy({ slotCount, ratio }: HostSlots, host: number): number {
  let sum = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    sum += Math.min(1, at(ratio, host * slotCount + slot));
  }
  return sum / slotCount;
}

/** What the hosts of today weigh, as far as their inventory says; null where there is no inventory. */
export function footprintBefore(hosts: readonly ExistingHost[]): Footprint | null {
  if (hosts.length === 0) return null;
  return {
    hosts: hosts.length,
    coreCount: sumOrNull(hosts.map(({ coreCount }) => coreCount)),
    memoryGib: sumOrNull(hosts.map(({ memoryGib }) => memoryGib)),
    rackUnits: null,
    meanWatts: null,
    kwhPerYear: null,
  };
}

/** A sum with an unknown part is unknown. */
const sumOrNull = (values: readonly (number | null)[]) =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
