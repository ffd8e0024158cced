/** Terms of the series; the last is below the last bit. */
const terms = 12;

/**
 * The natural logarithm by additions, multiplications and divisions alone, which every machine rounds alike.
 * `Math.log` may differ in its last bit between engines, and one bit decides which of two failures comes first.
 *
 * x = m · 2ᵉ with m between √½ and √2; ln m = 2 artanh((m − 1) ÷ (m + 1)), whose terms shrink by 34 each.
 *
 * @param x a finite number above 0, best between 2⁻³² and 2³²: a halving or doubling for each bit
 * @example naturalLog(2) // 0.6931471805599453
 */
export function naturalLog(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const z = (mantissa - 1) / (mantissa + 1);
  const square = z * z;
  let sum = 0;
  for (let term = terms; term >= 0; term--) sum = sum * square + 1 / (2 * term + 1);
  return 2 * z * sum + exponent * Math.LN2;
}
