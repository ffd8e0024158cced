import type { Currency } from '../model/licensing/money.ts';
import type { Language } from './format.ts';

/** Digits after the point: a yen has no smaller coin. */
const decimals: Readonly<Record<Currency, number>> = { JPY: 0, USD: 2, EUR: 2 };

/** Amounts as a reader of the language writes them; given in whole smallest units (yen, cents). */
export function moneyFor(language: Language) {
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  const made = new Map<string, Intl.NumberFormat>();
  const formatter = (currency: Currency, form: 'exact' | 'short') => {
    const key = `${currency} ${form}`;
    const known =
      made.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        ...(form === 'short' ? { notation: 'compact', maximumSignificantDigits: 3 } : {}),
      });
    made.set(key, known);
    return known;
  };
  const major = (minor: number, currency: Currency) => minor / 10 ** decimals[currency];
  return {
    exact: (minor: number, currency: Currency) =>
      formatter(currency, 'exact').format(major(minor, currency)),
    /** For axes and headlines: 1.2億, ¥120M. */
    short: (minor: number, currency: Currency) =>
      formatter(currency, 'short').format(major(minor, currency)),
    /** A price in whole units, as it was typed. */
    price: (amount: number, currency: Currency) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: 0,
        maximumFractionDigits: 4,
      }).format(amount),
  };
}
