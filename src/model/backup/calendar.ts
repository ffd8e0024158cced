/**
 * Days as the retention of backups counts them: day 0 is Monday, 1 January 2024, and weeks are those of ISO 8601.
 * Gregorian arithmetic in whole numbers, because the model has no clock and no Date.
 */

/** Weeks since day 0. */
export const weekOf = (day: number) => Math.floor(day / 7);

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const firstYear = 2024;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const leapsBefore = (year: number) =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
const startOf = (year: number) =>
  (year - firstYear) * 365 + leapsBefore(year) - leapsBefore(firstYear);

/** Calendar year of a day. */
export function yearOf(day: number): number {
  let year = firstYear + Math.floor(day / 366);
  while (startOf(year + 1) <= day) year++;
  return year;
}

/** Months since year 0. */
export function monthOf(day: number): number {
  const year = yearOf(day);
  const dayOfYear = day - startOf(year);
  let month = 11;
  while (dayOfYear < monthStart(month, year)) month--;
  return year * 12 + month;
}

const monthStart = (month: number, year: number) =>
  (daysBefore[month] as number) + (month > 1 && isLeap(year) ? 1 : 0);
