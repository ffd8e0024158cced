const year1990 = 631_152_000;
const year2100 = 4_102_444_800;

/** Seconds since 1970 from a figure in seconds, milliseconds or microseconds: no century fits two of them. */
export function toSeconds(figure: number): number {
  if (figure > 1e14) return figure / 1e6;
  return figure > 1e11 ? figure / 1e3 : figure;
}

export const isPlausibleTime = (seconds: number) => seconds >= year1990 && seconds < year2100;

const dateTime =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Seconds since 1970 of a date and time written year first. A time without a zone is taken as UTC: only distances
 * and hours of the day matter here, and the same file must mean the same on every machine.
 */
export function parseDateTime(text: string): number {
  const parts = dateTime.exec(text.normalize('NFKC').trim());
  if (parts === null) return Number.NaN;
  const number = (i: number) => Number(parts[i] ?? 0);
  const month = number(2);
  const isReal = month >= 1 && month <= 12 && number(3) >= 1 && number(3) <= 31 && number(4) <= 24;
  if (!isReal) return Number.NaN;
  const local = Date.UTC(number(1), month - 1, number(3), number(4), number(5), number(6)) / 1000;
  return local - zoneSeconds(parts[7] ?? 'Z');
}

function zoneSeconds(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.replace(/\D/g, '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

/** Seconds since 1970 of a spreadsheet's day number. */
export const fromDayNumber = (days: number, from1904: boolean) =>
  Math.round((days - (from1904 ? 24_107 : 25_569)) * 86_400);
