/**
 * Net present value of yearly amounts: the first is now, each later one counts 1 ÷ (1 + rate) less a year.
 * Powers are made by multiplication, so that every machine gets the same bits.
 *
 * @see https://numpy.org/numpy-financial/latest/npv.html — the same convention
 * @example presentValue(0.08, [-40_000, 5_000, 8_000, 12_000, 30_000]) // 3065.22267
 */
export function presentValue(rate: number, amounts: readonly number[]): number {
  let sum = 0;
  let growth = 1;
  for (const amount of amounts) {
    sum += amount / growth;
    growth *= 1 + rate;
  }
  return sum;
}

/** Each amount as it counts today. */
export function discounted(rate: number, amounts: readonly number[]): number[] {
  let growth = 1;
  return amounts.map((amount) => {
    const value = amount / growth;
    growth *= 1 + rate;
    return value;
  });
}

export type Payback =
  /** Nothing is ever spent beyond what staying costs. */
  | { readonly kind: 'at-once' }
  | {
      readonly kind: 'after';
      readonly years: number;
      /** It is spent again later (a refresh, say): the balance at the end is below zero. */
      readonly isLostAgain: boolean;
    }
  | { readonly kind: 'never' };

/**
 * When yearly amounts (first now, spent is negative) have paid back what was spent: the last year with a deficit, and
 * the part of the next that fills it, money coming evenly through the year.
 */
export function payback(amounts: readonly number[]): Payback {
  let balance = 0;
  let paid: number | null = null;
  let wasBehind = false;
  amounts.forEach((amount, year) => {
    const before = balance;
    balance += amount;
    if (balance < 0) {
      wasBehind = true;
    } else if (before < 0 && paid === null) {
      paid = year - 1 + -before / amount;
    }
  });
  if (!wasBehind) return { kind: 'at-once' };
  return paid === null
    ? { kind: 'never' }
    : { kind: 'after', years: paid, isLostAgain: balance < 0 };
}
