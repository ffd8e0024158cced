import { type Currency, type Fraction, money, times } from '../licensing/money.ts';
import type { CostLine, CostPart } from './answer.ts';
import { type Factor, type Flow, factor } from './flows.ts';
import { minorRate } from './rates.ts';
import { type CostKind, type CostSettings, costKinds, type Driver } from './settings.ts';

/** Exchange rates and tax, which every amount goes through. */
export interface Conversion {
  readonly years: number;
  readonly currency: Currency;
  readonly rates: Readonly<Record<Currency, Fraction | null>>;
  readonly tax: readonly Factor[];
}

export const conversionOf = (settings: CostSettings): Conversion => {
  const { currency: to, rates, tax, years } = settings;
  const rate = (from: Currency) => minorRate(from, to, rates);
  return {
    years,
    currency: to,
    rates: { JPY: rate('JPY'), USD: rate('USD'), EUR: rate('EUR') },
    tax: tax.isIncluded && tax.ratio > 0 ? [factor('tax', 1 + tax.ratio)] : [],
  };
};

/**
 * The amounts by kind and year: each is rounded once, and everything above it is a sum of whole numbers, so that a
 * table adds up as it is printed. Amounts without a rate are left out; they are among what is missing.
 */
export function linesOf(flows: readonly Flow[], conversion: Conversion): CostLine[] {
  const parts = flows.flatMap((flow): CostPart[] => {
    const rate = conversion.rates[flow.currency];
    if (rate === null) return [];
    const factors = [...flow.factors, ...conversion.tax];
    const values = factors.map(({ value }) => value);
    const { minor } = times(money(1, conversion.currency), ...values, rate);
    return [{ ...flow, factors, minor }];
  });
  return costKinds.flatMap((kind: CostKind): CostLine[] => {
    const own = parts.filter((part) => part.kind === kind);
    if (own.length === 0) return [];
    const byYear = byYearOf(own, conversion.years);
    return [{ kind, byYear, total: sum(byYear), parts: own }];
  });
}

/** What is paid in each year, the start (0) first. */
export function byYearOf(parts: readonly CostPart[], years: number): readonly number[] {
  const byYear = new Array<number>(years + 1).fill(0);
  for (const { year, minor } of parts) byYear[year] = (byYear[year] ?? 0) + minor;
  return byYear;
}

export const sum = (amounts: readonly number[]) => amounts.reduce((total, next) => total + next, 0);

/** The sums of the first, the first two, … */
export function cumulative(amounts: readonly number[]): number[] {
  let total = 0;
  return amounts.map((amount) => {
    total += amount;
    return total;
  });
}

/** Yearly sums of all lines. */
export const yearlyOf = (lines: readonly CostLine[], years: number): number[] =>
  Array.from({ length: years + 1 }, (_, year) =>
    sum(lines.map(({ byYear }) => byYear[year] as number)),
  );

/** How far each input is from what was said: 1 is as said. */
export type Scales = Readonly<Record<Driver, number>>;

/** Amounts that move together, year by year. */
export interface Bundle {
  readonly drivers: readonly Driver[];
  readonly byYear: readonly number[];
}

/** The same amounts gathered by what moves them, to be computed again quickly with other inputs. */
export function bundlesOf(lines: readonly CostLine[], conversion: Conversion): Bundle[] {
  const bundles = new Map<string, { drivers: readonly Driver[]; byYear: number[] }>();
  for (const part of lines.flatMap(({ parts }) => parts)) {
    const drivers: readonly Driver[] =
      part.currency === conversion.currency ? part.drivers : [...part.drivers, 'rate'];
    const key = drivers.join(' ');
    const known = bundles.get(key) ?? {
      drivers,
      byYear: new Array<number>(conversion.years + 1).fill(0),
    };
    known.byYear[part.year] = (known.byYear[part.year] ?? 0) + part.minor;
    bundles.set(key, known);
  }
  return [...bundles.values()];
}

/** Yearly sums with the inputs scaled. */
export function scaledYears(
  bundles: readonly Bundle[],
  scales: Scales,
  years: number,
): Float64Array {
  const byYear = new Float64Array(years + 1);
  for (const bundle of bundles) {
    let scale = 1;
    for (const driver of bundle.drivers) scale *= scales[driver];
    for (let year = 0; year <= years; year++) {
      byYear[year] = (byYear[year] as number) + (bundle.byYear[year] as number) * scale;
    }
  }
  return byYear;
}
