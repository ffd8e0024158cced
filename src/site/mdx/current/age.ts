/** Whole years between what a source says of its date and a day; 0 for less than one. A year or a month counts from its end. */
export function yearsOld(asOf: string, today: string): number {
  const full = asOf.length === 4 ? `${asOf}-12-31` : asOf.length === 7 ? `${asOf}-28` : asOf;
  const years = Number(today.slice(0, 4)) - Number(full.slice(0, 4));
  return Math.max(0, today.slice(5) >= full.slice(5) ? years : years - 1);
}
