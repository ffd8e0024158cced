import type { Currency } from '../licensing/money.ts';
import type { CostKind, Driver, Price } from './settings.ts';

/** What a factor of an amount is, for 'open the figure'. */
export type FactorName =
  | Driver
  | 'price'
  | 'hosts'
  | 'sockets'
  | 'cores'
  | 'workloads'
  | 'kwh'
  | 'rackUnits'
  | 'tib'
  | 'supportRatio'
  | 'rise'
  | 'rate'
  | 'tax';

export interface Factor {
  readonly name: FactorName;
  readonly value: number;
}

/** Whose price it is: the reader's own, the host type's, or one of the catalogue with its date. */
export type Origin =
  | { readonly kind: 'reader' }
  | { readonly kind: 'host-type' }
  | { readonly kind: 'catalogue'; readonly asOf: string };

/**
 * One amount of one year, kept as the product that it is: so it can be opened, computed exactly, and computed again
 * with inputs that are somewhat wrong.
 */
export interface Flow {
  readonly kind: CostKind;
  /** What is paid: a licence's or a host type's name; empty where the kind says it. */
  readonly name: string;
  /** 0: at the start; 1…: at the end of that year. */
  readonly year: number;
  readonly currency: Currency;
  /** Their product is the amount in whole units of `currency`. */
  readonly factors: readonly Factor[];
  readonly origin: Origin;
  /** The inputs that it is in proportion to. */
  readonly drivers: readonly Driver[];
}

/** What must be known before an amount can be: asked for, not invented. */
export interface Missing {
  readonly kind: CostKind;
  readonly what:
    | 'hosts'
    | 'price'
    | 'supportPrice'
    | 'cores'
    | 'sockets'
    | 'workloads'
    | 'watts'
    | 'busy'
    | 'rackUnits'
    | 'rackPrice'
    | 'electricityPrice'
    | 'hours'
    | 'hourPrice'
    | 'tib'
    | 'backupPrice'
    | 'migrationPrice'
    | 'leftoverPrice'
    | 'licence'
    | 'licenceSupport'
    | 'software'
    | 'licences'
    | 'rate';
  /** The licence, host type or currency that lacks it; empty where the kind says it. */
  readonly name: string;
}

/** Amounts of one option as they are gathered. */
export interface Gathered {
  readonly flows: Flow[];
  readonly missing: Missing[];
}

export const factor = (name: FactorName, value: number): Factor => ({ name, value });

/** What a yearly amount has risen to by a year: one factor for each year after the first. */
export const risen = (ratio: number, year: number): Factor[] =>
  ratio === 0 ? [] : Array.from({ length: year - 1 }, () => factor('rise', 1 + ratio));

/** An amount at a price that is known, in one year. */
export const priced = (
  price: Price,
  rest: Omit<Flow, 'currency' | 'origin'> & { readonly origin?: Origin },
): Flow => ({
  ...rest,
  origin: rest.origin ?? { kind: 'reader' },
  currency: price.currency,
  factors: [...rest.factors, factor('price', price.amount)],
});
