/** Currencies by ISO code. The reader's rates connect them; no rate is built in. */
export const currencies = ['JPY', 'USD', 'EUR'] as const;
export type Currency = (typeof currencies)[number];
/** Those that the reader's rates are for. */
export const foreignCurrencies = ['USD', 'EUR'] as const satisfies readonly Currency[];

/** Whole minor units: yen, or cents. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Minor units in one major unit: a yen has no smaller coin. */
export const minorPerMajor: Readonly<Record<Currency, number>> = { JPY: 1, USD: 100, EUR: 100 };

export const money = (minor: number, currency: Currency): Money => ({ minor, currency });

/** Yen for one unit of a currency, as the reader says; null where no rate is given. */
export type Rates = Readonly<Record<Exclude<Currency, 'JPY'>, number | null>>;

/** An exact fraction of whole numbers; the denominator is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * A decimal number exactly as it is written: 150.25 is 15025 ÷ 100, and not the nearest binary fraction.
 *
 * @example decimal(0.22) // { over: 22n, under: 100n }
 */
export function decimal(value: number): Fraction {
  const [, digits = '0', fraction = '', exponent = '0'] =
    /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const shift = Number(exponent) - fraction.length;
  const whole = BigInt(digits + fraction);
  return shift >= 0
    ? { over: whole * 10n ** BigInt(shift), under: 1n }
    : { over: whole, under: 10n ** BigInt(-shift) };
}

const multiplied = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
});

/** The nearest whole number, halves up. Amounts are never negative. */
const nearest = ({ over, under }: Fraction) => Number((2n * over + under) / (2n * under));

/**
 * `amount × factors`, exact until it is rounded once at the end.
 *
 * @example times(money(615500, 'USD'), 24 / 16) // 923250 cents
 */
export const times = ({ minor, currency }: Money, ...factors: readonly (number | Fraction)[]) =>
  money(
    nearest(
      factors
        .map((factor) => (typeof factor === 'number' ? decimal(factor) : factor))
        .reduce(multiplied, { over: BigInt(minor), under: 1n }),
    ),
    currency,
  );

/** `over ÷ under` of whole numbers, without a binary fraction between. */
export const fraction = (over: number, under: number): Fraction => {
  const top = decimal(over);
  const bottom = decimal(under);
  return { over: top.over * bottom.under, under: top.under * bottom.over };
};

/** Adds amounts by currency, in the order of `currencies`; a currency without an amount is left out. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  return currencies.flatMap((currency) => {
    const own = amounts.filter((amount) => amount.currency === currency);
    return own.length === 0
      ? []
      : [
          money(
            own.reduce((sum, { minor }) => sum + minor, 0),
            currency,
          ),
        ];
  });
}

/** The same amount in another currency by the reader's rates, rounded once; null where a rate is missing. */
export function convert({ minor, currency }: Money, to: Currency, rates: Rates): Money | null {
  if (currency === to) return money(minor, to);
  const from = yenPerMinor(currency, rates);
  const target = yenPerMinor(to, rates);
  if (from === null || target === null) return null;
  const over = BigInt(minor) * from.over * target.under;
  return money(nearest({ over, under: from.under * target.over }), to);
}

function yenPerMinor(currency: Currency, rates: Rates): Fraction | null {
  if (currency === 'JPY') return { over: 1n, under: 1n };
  const rate = rates[currency];
  if (rate === null || rate <= 0) return null;
  return multiplied(decimal(rate), { over: 1n, under: BigInt(minorPerMajor[currency]) });
}

/**
 * Amounts of several currencies as one: each currency is summed first and converted once. Null where a rate is
 * missing, or nothing is to be added in a currency that is not the wanted one.
 */
export function totalIn(amounts: readonly Money[], to: Currency, rates: Rates): Money | null {
  let minor = 0;
  for (const sum of sumByCurrency(amounts).filter((amount) => amount.minor !== 0)) {
    const converted = convert(sum, to, rates);
    if (converted === null) return null;
    minor += converted.minor;
  }
  return money(minor, to);
}
