import { at } from '../columns.ts';
import { drawInputs } from '../uncertainty/draws.ts';
import { quantilesOf } from '../uncertainty/quantiles.ts';
import type { Spread } from '../uncertainty/spread.ts';
import type { Quantiles, Swing, Uncertainty } from './answer.ts';
import { type Bundle, type Scales, scaledYears } from './evaluate.ts';
import { presentValue } from './present-value.ts';
import { type CostSettings, type Driver, drivers } from './settings.ts';

const asSaid = Object.fromEntries(drivers.map((driver) => [driver, 1])) as Record<Driver, number>;

/** What is needed to compute an option again with other inputs. */
export interface Scalable {
  readonly id: string;
  readonly bundles: readonly Bundle[];
}

/** Present value of an option with its inputs scaled; `discount` scales the discount rate itself. */
function valueAt(
  { bundles }: Scalable,
  scales: Scales,
  { years, discountRatio }: CostSettings,
): number {
  return presentValue(discountRatio * scales.discount, [...scaledYears(bundles, scales, years)]);
}

/**
 * What each input does alone at the ends of its spread, the largest swing first: to the saving against staying where
 * staying is known, else to the option's own cost.
 */
export function swingsOf(settings: CostSettings, option: Scalable, stay: Scalable | null): Swing[] {
  const outcome = (scales: Scales) =>
    stay === null
      ? valueAt(option, scales, settings)
      : valueAt(stay, scales, settings) - valueAt(option, scales, settings);
  return drivers
    .map((driver): Swing => {
      const spread = settings.spread[driver];
      const at = (scale: number) => Math.round(outcome({ ...asSaid, [driver]: scale }));
      const [lowRatio, highRatio] = [1 - spread, 1 + spread];
      return { driver, lowRatio, highRatio, low: at(lowRatio), high: at(highRatio) };
    })
    .filter(({ low, high }) => low !== high)
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

/**
 * P10/P50/P90 of the present values. A draw takes the same error for all options: electricity is dear for all of them
 * or for none, and so their order in the list changes nothing.
 */
export function uncertaintyOf(
  settings: CostSettings,
  seed: number,
  options: readonly Scalable[],
): Uncertainty {
  const { draws, spread } = settings;
  const spreads = Object.fromEntries(
    drivers.map((driver) => [
      driver,
      { low: 1 - spread[driver], likely: 1, high: 1 + spread[driver] },
    ]),
  ) as Record<Driver, Spread>;
  const inputs = drawInputs(spreads, draws, seed);
  const values = options.map(() => new Float64Array(draws));
  const wins = options.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const scales = { ...asSaid };
    for (const driver of drivers) scales[driver] = at(inputs[driver], draw);
    let least = Number.POSITIVE_INFINITY;
    options.forEach((option, index) => {
      const value = valueAt(option, scales, settings);
      (values[index] as Float64Array)[draw] = value;
      least = Math.min(least, value);
    });
    const best = values.map((column) => column[draw] === least);
    const shared = best.filter(Boolean).length;
    best.forEach((isBest, index) => {
      if (isBest) wins[index] = (wins[index] as number) + 1 / shared;
    });
  }
  const stay = values[options.findIndex(({ id }) => id === 'stay')];
  return {
    draws,
    ranges: options.map(({ id }, index) => {
      const own = values[index] as Float64Array;
      const saving =
        stay === undefined || id === 'stay'
          ? null
          : own.map((value, draw) => at(stay, draw) - value);
      return {
        id,
        npv: quantiles(own),
        saving: saving && quantiles(saving),
        cheapestRatio: (wins[index] as number) / draws,
      };
    }),
  };
}

/** In whole smallest units; every draw has a figure. */
function quantiles(values: Float64Array): Quantiles {
  const { p10, p50, p90 } = quantilesOf(values);
  const whole = (value: number | null) => Math.round(value ?? Number.NaN);
  return { p10: whole(p10), p50: whole(p50), p90: whole(p90) };
}
