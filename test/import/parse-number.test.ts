import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessDecimal, parseNumber, parseWholeNumber } from '../../src/import/parse-number.ts';

test('a number written with any grouping is read back', () => {
  const style = fc.constantFrom(
    ['en-US', '.'],
    ['de-DE', ','],
    ['fr-FR', ','],
    ['de-CH', '.'],
    ['ja-JP', '.'],
  );
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      style,
      (value, [locale, decimal]) => {
        const rounded = Math.round(value * 100) / 100;
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
          .format(rounded)
          .replace('−', '-');
        expect(parseNumber(text, decimal as '.' | ',')).toBeCloseTo(rounded, 6);
      },
    ),
  );
});

test.each([
  ['1,024', '.', 1024],
  ['1 024', '.', 1024],
  ['1\u202f024,5', ',', 1024.5],
  ['1.024,5', ',', 1024.5],
  ["1'024", '.', 1024],
  ['１，０２４', '.', 1024],
  ['85%', '.', 85],
  ['1.6703488E7', '.', 16_703_488],
  ['-4', '.', -4],
  ['.5', '.', 0.5],
  [' 7 ', '.', 7],
] as const)('%j with decimal %j is %d', (text, decimal, value) => {
  expect(parseNumber(text, decimal)).toBe(value);
});

test.each([
  '',
  'NaN',
  'Infinity',
  '-Infinity',
  '0x10',
  '1,02',
  '1,0245',
  '=1+1',
  '1e',
  '--1',
  '1.2.3',
  'null',
  '#N/A',
  '12 GB',
])('%j is no number', (text) => {
  expect(parseNumber(text, '.')).toBeNaN();
});

test.each([
  ['1,024', 1024],
  ['1.024', 1024],
  ['16.777.216', 16_777_216],
  ['0.125', 0.125],
  ['2295', 2295],
  ['2,5', 2.5],
] as const)('the whole figure %j is %d in any language', (text, value) => {
  expect(parseWholeNumber(text)).toBe(value);
});

test.each([
  [['1,5', '2,25', '100'], ','],
  [['1.5', '2.25'], '.'],
  [['1,024', '2,048'], '.'],
  [['1.024,5'], ','],
  [['a', ''], '.'],
] as const)('the decimal sign of %j is %j', (texts, sign) => {
  expect(guessDecimal(texts)).toBe(sign);
});
