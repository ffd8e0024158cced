import type { Money } from '../model/licensing/money.ts';
import type { Language } from './format.ts';

/** Amounts as a reader of the language writes them: ￥1,234 or $1,234.50. Whole amounts go without cents. */
export function moneyFormat(language: Language): (money: Money) => string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  const formats = new Map<string, Intl.NumberFormat>();
  return ({ minor, currency }) => {
    const digits = currency === 'JPY' ? 0 : 2;
    const shown = minor % 10 ** digits === 0 ? 0 : digits;
    const key = `${currency}${shown}`;
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: shown,
        maximumFractionDigits: shown,
      });
    formats.set(key, format);
    return format.format(minor / 10 ** digits);
  };
}
