import { at } from '../columns.ts';
import { type Watts, watts } from '../units.ts';

/**
 * How power rises from idle (0) to full load (1): the share of the rise that is reached at 0, 10, … 100 % load. Eleven
 * figures, because SPECpower measures at eleven loads; between them a straight line.
 */
export type PowerShape = readonly number[];

export const straightLine: PowerShape = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The shape of a machine that was measured at 0, 10, … 100 % load. */
export function shapeOf(measuredWatts: readonly number[]): PowerShape {
  const idle = measuredWatts[0] ?? Number.NaN;
  const full = measuredWatts.at(-1) ?? Number.NaN;
  return measuredWatts.map((value) => (value - idle) / (full - idle));
}

export interface HostPower {
  readonly idleWatts: number;
  readonly fullWatts: number;
  readonly shape: PowerShape;
}

/**
 * Electric power of a host at a load, 0…1 of its CPU.
 *
 * @example powerAt({ idleWatts: 100, fullWatts: 300, shape: straightLine }, 0.25) // 150 W
 */
export function powerAt({ idleWatts, fullWatts, shape }: HostPower, loadRatio: number): Watts {
  const load = Math.min(1, Math.max(0, loadRatio));
  const steps = shape.length - 1;
  const below = Math.min(steps - 1, Math.floor(load * steps));
  const [low = 0, high = 1] = shape.slice(below, below + 2);
  const share = low + (high - low) * (load * steps - below);
  return watts(idleWatts + (fullWatts - idleWatts) * share);
}

/** The mean over a host's slots: with a curve that is no straight line, not the power at the mean load. */
export function meanPower(
  power: HostPower,
  busy: {
    readonly ratio: Float32Array | Float64Array;
    readonly from: number;
    readonly count: number;
  },
): Watts {
  let sum = 0;
  for (let slot = 0; slot < busy.count; slot++) {
    sum += powerAt(power, at(busy.ratio as Float64Array, busy.from + slot));
  }
  return watts(sum / busy.count);
}

const hoursPerYear = 8760;
/** One watt is 3.412142 BTU/h: what a cooling engineer counts in. */
const btuPerWattHour = 3.412142;

/** What a set of hosts takes from the mains in a year, and gives off. */
export interface EnergyUse {
  /** Drawn by the hosts, averaged over the year. */
  readonly meanWatts: number;
  /** All of it becomes heat that must be carried away. */
  readonly heatBtuPerHour: number;
  readonly hostKwhPerYear: number;
  /** With cooling and distribution: times the cooling factor (PUE). */
  readonly siteKwhPerYear: number;
  /** Null where no emission factor is given. */
  readonly co2KgPerYear: number | null;
}

export function energyUse(
  meanWatts: number,
  coolingFactor: number,
  co2KgPerKwh: number | null,
): EnergyUse {
  const hostKwhPerYear = (meanWatts * hoursPerYear) / 1000;
  const siteKwhPerYear = hostKwhPerYear * coolingFactor;
  return {
    meanWatts,
    heatBtuPerHour: meanWatts * btuPerWattHour,
    hostKwhPerYear,
    siteKwhPerYear,
    co2KgPerYear: co2KgPerKwh === null ? null : siteKwhPerYear * co2KgPerKwh,
  };
}
