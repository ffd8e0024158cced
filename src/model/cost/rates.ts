import { decimal, type Fraction, one, product } from './exact.ts';
import type { CostSettings, Currency } from './settings.ts';

type Rates = CostSettings['rates'];

/** Digits after the point of an amount: a yen has no smaller coin. */
export const decimalsOf: Readonly<Record<Currency, number>> = { JPY: 0, USD: 2, EUR: 2 };

/** Smallest units of the answer's currency for one whole unit of another; null where a rate is missing. */
export function minorRate(from: Currency, to: Currency, rates: Rates): Fraction | null {
  const minor: Fraction = { over: 10n ** BigInt(decimalsOf[to]), under: 1n };
  if (from === to) return minor;
  const yenFrom = yenFor(from, rates);
  const yenTo = yenFor(to, rates);
  if (yenFrom === null || yenTo === null) return null;
  return product(product(yenFrom, { over: yenTo.under, under: yenTo.over }), minor);
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
