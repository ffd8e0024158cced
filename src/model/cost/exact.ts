/*
 * Money is exact: prices, quantities, rates and rises are decimal numbers as somebody wrote them, and their product is
 * computed as a fraction of whole numbers, then rounded once to the currency's smallest unit. Binary fractions would
 * make 0.30000000000000004 of 0.1 + 0.2, and two machines could round differently.
 */

/** An exact fraction of whole numbers; the denominator is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const one: Fraction = { over: 1n, under: 1n };

/** A decimal number exactly as it is written: 150.25 is 15025 ÷ 100, and not the nearest binary fraction. */
export function decimal(value: number): Fraction {
  if (!Number.isFinite(value)) throw new Error('money is counted from finite numbers only');
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  const over = BigInt(`${sign}${whole}${fraction}`);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0
    ? { over: over * 10n ** BigInt(shift), under: 1n }
    : { over, under: 10n ** BigInt(-shift) };
}

export const product = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
});

/** The nearest whole number, halves up. Amounts are never negative. */
const nearest = ({ over, under }: Fraction) => Number((2n * over + under) / (2n * under));

/**
 * The product of decimal numbers, times a fraction, rounded once to a whole number.
 *
 * @example exactProduct([3, 0.1, 1.1, 100], one) // 33; in binary 3 × 0.1 × 1.1 is 0.33000000000000007
 */
export const exactProduct = (factors: readonly number[], rest: Fraction): number =>
  nearest(factors.map(decimal).reduce(product, rest));
