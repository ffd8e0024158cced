import { type Currency, decimal, fraction, type Money, money, times } from './money.ts';
import type { LicensingPolicy } from './policy.ts';
import type { Price, Terms } from './terms.ts';

/** What a product costs this reader: a published price, or the reader's own quote. */
export interface ChosenPrice extends Price {
  readonly isQuote: boolean;
  readonly licences: number;
  readonly per: 'once' | 'year' | 'month';
  /** Null: not known, or included in the price. */
  readonly supportRatioPerYear: number | null;
}

/** An amount with the span of the sources that differ. */
export interface Spread extends Money {
  readonly lowMinor: number;
  readonly highMinor: number;
}

type Wishes = Pick<LicensingPolicy, 'quotes' | 'termYears'>;

/** The reader's quote, else the published price of the nearest term; null where none is known. */
export function priceOf(terms: Terms, { quotes, termYears }: Wishes): ChosenPrice | null {
  const { offer } = terms;
  const quote = Object.hasOwn(quotes, terms.id) ? quotes[terms.id] : undefined;
  if (quote !== undefined) {
    return {
      currency: quote.currency,
      minor: quote.minor,
      lowMinor: quote.minor,
      highMinor: quote.minor,
      termYears: null,
      asOf: '',
      isQuote: true,
      licences: offer.licences,
      per: offer.per,
      supportRatioPerYear: quote.supportRatioPerYear ?? offer.supportRatioPerYear,
    };
  }
  const far = (price: Price) =>
    price.termYears === null ? 0 : Math.abs(price.termYears - termYears);
  const [nearest] = terms.prices.toSorted((a, b) => far(a) - far(b));
  return nearest === undefined ? null : { ...nearest, ...offer, isQuote: false };
}

export interface Charge {
  /** Paid at the start. */
  readonly once: Spread | null;
  /** Paid each year, support included. */
  readonly perYear: Spread | null;
  /** Over the years asked for. */
  readonly amount: Spread;
  /** Support that must be bought, and whose price is not known: the amount is too low. */
  readonly isSupportMissing: boolean;
}

const monthsPerYear = 12;

/** What so many packs cost. Each part is rounded once. */
export function charge(
  terms: Terms,
  packs: number,
  price: ChosenPrice,
  { years, withSupport }: Pick<LicensingPolicy, 'years' | 'withSupport'>,
): Charge {
  const packCount = fraction(packs * terms.packSize, price.licences);
  const spread = (...factors: Parameters<typeof times>[1][]): Spread => {
    const of = (minor: number) => times(money(minor, price.currency), packCount, ...factors).minor;
    return {
      currency: price.currency,
      minor: of(price.minor),
      lowMinor: of(price.lowMinor),
      highMinor: of(price.highMinor),
    };
  };
  if (price.per !== 'once') {
    const perYear = spread(price.per === 'month' ? monthsPerYear : 1);
    return { once: null, perYear, amount: scaled(perYear, years), isSupportMissing: false };
  }
  const once = spread();
  const ratio = price.supportRatioPerYear;
  const isWanted = withSupport || terms.needsSupport;
  const perYear = isWanted && ratio !== null ? spread(decimal(ratio)) : null;
  return {
    once,
    perYear,
    amount: perYear === null ? once : added(once, scaled(perYear, years)),
    isSupportMissing: isWanted && ratio === null,
  };
}

const scaled = ({ currency, minor, lowMinor, highMinor }: Spread, by: number): Spread => ({
  currency,
  minor: minor * by,
  lowMinor: lowMinor * by,
  highMinor: highMinor * by,
});

const added = (a: Spread, b: Spread): Spread => ({
  currency: a.currency,
  minor: a.minor + b.minor,
  lowMinor: a.lowMinor + b.lowMinor,
  highMinor: a.highMinor + b.highMinor,
});

/** What one licence costs over the years, for comparing; not rounded. */
export function costOfLicence(
  terms: Terms,
  price: ChosenPrice,
  { years, withSupport }: Pick<LicensingPolicy, 'years' | 'withSupport'>,
): { readonly minor: number; readonly currency: Currency } {
  const one = price.minor / price.licences;
  const isWanted = withSupport || terms.needsSupport;
  const support = isWanted ? (price.supportRatioPerYear ?? 0) * years : 0;
  const times = { once: 1 + support, year: years, month: years * monthsPerYear }[price.per];
  return { minor: one * times, currency: price.currency };
}
