import { expect, test } from 'vitest';
import type { SlotAxis } from '~/model/consolidation/answer.ts';
import { formatFor } from '~/words/format.ts';

const en = formatFor('en');
const ja = formatFor('ja');
const axis = (kind: SlotAxis['kind'], startEpochSeconds: number | null = null): SlotAxis => ({
  kind,
  slotCount: 168,
  slotSeconds: 3600,
  startEpochSeconds,
});

test('numbers are grouped and rounded', () => {
  expect(en.number(1234.56)).toBe('1,234.6');
  expect(ja.number(1234.56)).toBe('1,234.6');
  expect(en.count(1234.56)).toBe('1,235');
});

test('yen have no decimals', () => {
  expect(en.yen(1_234_567.8)).toBe('\u00A51,234,568');
  expect(ja.yen(1_234_567.8)).toMatch(/^[\u00A5\uFFE5]1,234,568$/);
});

test('a unit follows after a space that does not break', () => {
  expect(en.withUnit(4.25, 'GiB', 2)).toBe('4.25\u00A0GiB');
  expect(en.percent(0.705)).toBe('71\u00A0%');
});

test('amounts are told in the unit that readers use', () => {
  expect(en.amount('cpu', 800)).toBe('800\u00A0MHz');
  expect(en.amount('cpu', 12_500)).toBe('12.5\u00A0GHz');
  expect(en.amount('memory', 640)).toBe('640\u00A0GiB');
  expect(en.amount('disk', 20_480)).toBe('20\u00A0TiB');
  expect(en.amount('vcpu', 24)).toBe('24\u00A0vCPU');
});

test('what is not known is said, not shown as NaN', () => {
  expect(en.amount('memory', Number.NaN)).toBe('unknown');
  expect(ja.percent(Number.NaN)).toBe('不明');
});

test('slots are told as hours, hours of a week or moments', () => {
  expect(en.slot(14, axis('day'))).toBe('14:00');
  expect(en.slot(14, axis('week'))).toBe('Mon 14:00');
  expect(ja.slot(14, axis('week'))).toBe('月 14:00');
  expect(ja.slot(6 * 24 + 23, axis('week'))).toBe('日 23:00');
  expect(en.slot(1, axis('time', Date.UTC(2013, 7, 12, 13) / 1000))).toBe('2013-08-12 14:00 UTC');
  expect(ja.slot(0, axis('none'))).toBe('常時');
});

test('names are joined as the language joins them', () => {
  expect(en.names(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(ja.names(['a', 'b', 'c'])).toBe('a、b、c');
});
