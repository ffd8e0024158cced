import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvText } from '~/ui/parts/csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")'])(
  'a name that a spreadsheet would run is marked as text: %j',
  (name) => {
    expect(csvCell(name).replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('numbers stay numbers, also negative ones', () => {
  expect(csvCell(-1.5)).toBe('-1.5');
  expect(csvCell(Number.NaN)).toBe('');
});

test('commas, quotes and line ends are quoted', () => {
  expect(csvCell('a,b')).toBe('"a,b"');
  expect(csvCell('say "x"')).toBe('"say ""x"""');
});

test('no cell begins like a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(csvCell(text)).not.toMatch(/^"?[=+\-@\t\r]/);
    }),
  );
});

test('a file begins with the mark that lets Excel read Japanese', () => {
  expect(csvText([['名前', 1]])).toBe('\uFEFF名前,1\r\n');
});
