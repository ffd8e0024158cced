import { type Currency, decimal, type Fraction, minorPerMajor } from '../licensing/money.ts';
import type { CostSettings } from './settings.ts';

type Rates = CostSettings['rates'];

const one: Fraction = { over: 1n, under: 1n };

/** Digits after the point of an amount: a yen has no smaller coin. */
export const decimalsOf = (currency: Currency) => String(minorPerMajor[currency]).length - 1;

/** Smallest units of the answer's currency for one whole unit of another; null where a rate is missing. */
export function minorRate(from: Currency, to: Currency, rates: Rates): Fraction | null {
  const minor = BigInt(minorPerMajor[to]);
  if (from === to) return { over: minor, under: 1n };
  const given = yenFor(from, rates);
  const taken = yenFor(to, rates);
  if (given === null || taken === null) return null;
  return { over: given.over * taken.under * minor, under: given.under * taken.over };
}

function yenFor(currency: Currency, rates: Rates): Fraction | null {
  if (currency === 'JPY') return one;
  const rate = rates[currency];
  return rate === null ? null : decimal(rate);
}

/** The currencies whose rates are asked for before an amount can be shown in the answer's currency. */
export function ratesLacking(
  currency: Currency,
  { currency: to, rates }: Pick<CostSettings, 'currency' | 'rates'>,
): Currency[] {
  if (currency === to) return [];
  return [currency, to].filter((used) => used !== 'JPY' && rates[used] === null);
}
