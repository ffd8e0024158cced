import type { SlotAxis } from '../model/consolidation/answer.ts';
import type { Resource } from '../model/fleet/resources.ts';

export type Language = 'en' | 'ja';

/** Keeps a figure and its unit on one line. */
const noBreak = '\u00A0';
const secondsPerHour = 3600;
const hoursPerDay = 24;
/** 2024-01-01 was a Monday: the first day of the model's week. */
const aMonday = Date.UTC(2024, 0, 1);
const millisecondsPerDay = hoursPerDay * secondsPerHour * 1000;

export type Format = ReturnType<typeof formatFor>;

/**
 * Numbers, dates and lists as a reader of the language writes them. Everything inside is in canonical units; only
 * here does a ratio become a percentage and 12,000 MHz become 12 GHz.
 */
export function formatFor(language: Language) {
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  const byDigits = new Map<number, Intl.NumberFormat>();
  const digitsFormat = (digits: number) => {
    const known =
      byDigits.get(digits) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    byDigits.set(digits, known);
    return known;
  };
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'JPY',
    maximumFractionDigits: 0,
  });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' });
  const unknown = language === 'ja' ? '不明' : 'unknown';

  const number = (value: number, digits = 1) =>
    Number.isFinite(value) ? digitsFormat(digits).format(value) : unknown;
  const count = (value: number) => number(value, 0);
  const withUnit = (value: number, unit: string, digits = 1) =>
    Number.isFinite(value) ? `${number(value, digits)}${noBreak}${unit}` : unknown;
  const percent = (ratio: number, digits = 0) =>
    Number.isFinite(ratio) ? `${number(ratio * 100, digits)}${noBreak}%` : unknown;

  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const clock = (secondsOfDay: number) =>
    `${twoDigits(Math.floor(secondsOfDay / secondsPerHour))}:${twoDigits(Math.floor((secondsOfDay % secondsPerHour) / 60))}`;

  return {
    language,
    unknown,
    number,
    count,
    withUnit,
    percent,
    yen: (value: number) => (Number.isFinite(value) ? money.format(value) : unknown),
    names: (names: readonly string[]) => list.format(names),
    /** Figures of a resource in the unit that a reader expects: 12.5 GHz, 640 GiB, 1.5 TiB, 24 vCPU. */
    amount(resource: Resource, value: number): string {
      const { unit, divisor, digits } = unitFor(resource, value);
      return withUnit(value / divisor, unit, digits);
    },
    /** The same for an axis: one unit for all its ticks, by its largest figure. */
    axis(resource: Resource, largest: number) {
      const { unit, divisor, digits } = unitFor(resource, largest);
      return { unit, tick: (value: number) => number(value / divisor, digits) };
    },
    /** The day in UTC: 2013-08-12. */
    date: (epochSeconds: number) => new Date(epochSeconds * 1000).toISOString().slice(0, 10),
    /** When a slot begins: 14:00, Mon 14:00, or 2013-08-12 14:00 UTC. */
    slot(slot: number, axis: SlotAxis): string {
      const start = slot * axis.slotSeconds;
      switch (axis.kind) {
        case 'none':
          return language === 'ja' ? '常時' : 'at all times';
        case 'day':
          return clock(start);
        case 'week': {
          const day = Math.floor(start / (hoursPerDay * secondsPerHour));
          const name = weekday.format(aMonday + day * millisecondsPerDay);
          return `${name} ${clock(start % (hoursPerDay * secondsPerHour))}`;
        }
        case 'time': {
          if (axis.startEpochSeconds === null) {
            return language === 'ja'
              ? `開始から ${clock(start)}`
              : `${clock(start)} after the start`;
          }
          const iso = new Date((axis.startEpochSeconds + start) * 1000).toISOString();
          return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
        }
      }
    },
  };
}

interface ShownUnit {
  readonly unit: string;
  readonly divisor: number;
  readonly digits: number;
}

function unitFor(resource: Resource, value: number): ShownUnit {
  switch (resource) {
    case 'cpu':
      return Math.abs(value) >= 1000
        ? { unit: 'GHz', divisor: 1000, digits: 1 }
        : { unit: 'MHz', divisor: 1, digits: 0 };
    case 'memory':
    case 'disk':
      return Math.abs(value) >= 10_240
        ? { unit: 'TiB', divisor: 1024, digits: 1 }
        : { unit: 'GiB', divisor: 1, digits: 1 };
    case 'iops':
      return { unit: 'IOPS', divisor: 1, digits: 0 };
    case 'throughput':
    case 'network':
      return { unit: 'MiB/s', divisor: 1, digits: 1 };
    case 'vcpu':
      return { unit: 'vCPU', divisor: 1, digits: 1 };
  }
}
