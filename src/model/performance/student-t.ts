/**
 * The 97.5 % point of Student's t for 1, 2 … 30 degrees of freedom: half of a two-sided 95 % interval.
 *
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, §1.3.6.7.2
 */
const table = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
  2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024,
  2.085963, 2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523,
  2.042272,
] as const;

/** The normal distribution's 97.5 % point, which t approaches. */
const z = 1.959963985;

/**
 * Student's t at 97.5 %, from the table or, above 30 degrees of freedom, by the first terms of Fisher's expansion
 * (right to the sixth digit there). No logarithm and no gamma function, so that every engine has the same figure.
 *
 * @see Abramowitz & Stegun, 26.7.5
 */
export function studentT975(degreesOfFreedom: number): number {
  const tabled = table[degreesOfFreedom - 1];
  if (tabled !== undefined) return tabled;
  const n = degreesOfFreedom;
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  return z + (first + (second + third / n) / n) / n;
}
