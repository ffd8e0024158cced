import { type Count, type CountStep, count, type Scope } from './count.ts';
import {
  type Currency,
  convert,
  type Money,
  money,
  sumByCurrency,
  times,
  totalIn,
} from './money.ts';
import type { LicensingPolicy } from './policy.ts';
import { type Charge, type ChosenPrice, charge, priceOf, type Spread } from './price.ts';
import type { Layer, Metric, Software, Terms } from './terms.ts';

/** A product and what it must cover. */
export interface Holding {
  readonly terms: Terms;
  readonly scope: Scope;
}

export interface LicenceLine {
  readonly product: string;
  readonly layer: Layer;
  readonly covers: Software | 'all';
  readonly metric: Metric;
  /** Licences needed. */
  readonly counted: number;
  readonly because: readonly CountStep[];
  readonly packs: number;
  readonly packSize: number;
  /** Null: no price is known; the reader is asked for a quote. */
  readonly price: ChosenPrice | null;
  readonly once: Spread | null;
  readonly perYear: Spread | null;
  /** Over the years of the bill; null where no price is known. */
  readonly amount: Spread | null;
  readonly notes: readonly LineNote[];
}

/** Something that the reader must know to trust a line. */
export type LineNote =
  | { readonly kind: 'own-quote' }
  | { readonly kind: 'price-missing' }
  | { readonly kind: 'support-missing' }
  | { readonly kind: 'sources-differ' }
  | { readonly kind: 'other-term'; readonly wanted: number; readonly taken: number }
  | { readonly kind: 'needs-support' }
  | { readonly kind: 'sale-uncertain' };

export interface Bill {
  readonly lines: readonly LicenceLine[];
  /** One figure where one currency holds all, or rates are known; null otherwise. */
  readonly total: Total | null;
  readonly byCurrency: readonly Money[];
  /** Products without a price: a total does not hold them. */
  readonly unpriced: readonly string[];
  readonly years: number;
}

export interface Total extends Money {
  readonly lowMinor: number;
  readonly highMinor: number;
  /** Within `minor`; 0 without a tax. */
  readonly taxMinor: number;
  /** Every line has a price. */
  readonly isComplete: boolean;
}

export type BillPolicy = Pick<
  LicensingPolicy,
  'years' | 'termYears' | 'withSupport' | 'quotes' | 'currency' | 'rates' | 'taxRatio'
>;

/** The bill of what is held; lines in the order given, those of one product as one. */
export function bill(holdings: readonly Holding[], policy: BillPolicy): Bill {
  const lines = merged(holdings).map((holding) => lineOf(holding, policy));
  const amounts = lines.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const unpriced = lines.filter(({ amount }) => amount === null).map(({ product }) => product);
  return {
    lines,
    total: totalOf(amounts, policy, unpriced.length === 0),
    byCurrency: sumByCurrency(amounts),
    unpriced,
    years: policy.years,
  };
}

/** Holdings of one product are one order. */
function merged(holdings: readonly Holding[]): Holding[] {
  const byProduct = new Map<string, Holding>();
  for (const { terms, scope } of holdings) {
    const known = byProduct.get(terms.id)?.scope;
    byProduct.set(terms.id, {
      terms,
      scope:
        known === undefined
          ? scope
          : {
              hosts: [...known.hosts, ...scope.hosts],
              machines: [...known.machines, ...scope.machines],
              claimedTib: known.claimedTib + scope.claimedTib,
              includedTib: known.includedTib + scope.includedTib,
            },
    });
  }
  return [...byProduct.values()];
}

export function lineOf({ terms, scope }: Holding, policy: BillPolicy): LicenceLine {
  const counted = count(terms, scope);
  const price = priceOf(terms, policy);
  const isFree = terms.rule.metric === 'none';
  const charged = price === null ? null : charge(terms, counted.packs, price, policy);
  const nothing = spreadOf(money(0, policy.currency));
  return {
    product: terms.id,
    layer: terms.layer,
    covers: terms.covers,
    metric: terms.rule.metric,
    ...counted,
    packSize: terms.packSize,
    price,
    once: charged?.once ?? null,
    perYear: charged?.perYear ?? null,
    amount: charged?.amount ?? (isFree || counted.counted === 0 ? nothing : null),
    notes: notesOf({ terms, counted, price, charged }, policy),
  };
}

const spreadOf = ({ minor, currency }: Money): Spread => ({
  minor,
  currency,
  lowMinor: minor,
  highMinor: minor,
});

interface Priced {
  readonly terms: Terms;
  readonly counted: Count;
  readonly price: ChosenPrice | null;
  readonly charged: Charge | null;
}

function notesOf(
  { terms, counted, price, charged }: Priced,
  { termYears }: BillPolicy,
): LineNote[] {
  if (counted.counted === 0) return [];
  const notes: LineNote[] = terms.isSaleUncertain ? [{ kind: 'sale-uncertain' }] : [];
  if (price === null) return [...notes, { kind: 'price-missing' }];
  if (price.isQuote) notes.push({ kind: 'own-quote' });
  if (price.lowMinor !== price.highMinor) notes.push({ kind: 'sources-differ' });
  if (price.termYears !== null && price.termYears !== termYears) {
    notes.push({ kind: 'other-term', wanted: termYears, taken: price.termYears });
  }
  if (charged?.isSupportMissing) notes.push({ kind: 'support-missing' });
  else if (terms.needsSupport) notes.push({ kind: 'needs-support' });
  return notes;
}

function totalOf(
  amounts: readonly Spread[],
  policy: BillPolicy,
  isComplete: boolean,
): Total | null {
  const currency = totalCurrency(amounts, policy);
  if (currency === null) return null;
  const sum = (of: (amount: Spread) => number) => {
    const parts = amounts.map((amount) => money(of(amount), amount.currency));
    const net = totalIn(parts, currency, policy.rates);
    const tax = times(net ?? money(0, currency), policy.taxRatio ?? 0).minor;
    return { minor: (net?.minor ?? 0) + tax, tax };
  };
  const { minor, tax } = sum((amount) => amount.minor);
  return {
    minor,
    currency,
    lowMinor: sum(({ lowMinor }) => lowMinor).minor,
    highMinor: sum(({ highMinor }) => highMinor).minor,
    taxMinor: tax,
    isComplete,
  };
}

/** The reader's currency where every amount can be converted; else the only one that there is; else none. */
function totalCurrency(
  amounts: readonly Spread[],
  { currency, rates }: BillPolicy,
): Currency | null {
  const used = amounts.filter(({ minor }) => minor > 0);
  if (used.every((amount) => convert(amount, currency, rates) !== null)) return currency;
  const names = new Set(used.map((amount) => amount.currency));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : null;
}
