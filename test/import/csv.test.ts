import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvParser, guessSeparator, type Separator } from '../../src/import/csv.ts';

const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** Parses a text pushed in pieces cut at the given places. */
function parse(text: string, separator: Separator = ',', cuts: readonly number[] = []) {
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  const parser = new CsvParser(separator, (cells, row) => {
    rows.push(cells);
    numbers.push(row);
    return true;
  });
  const places = [
    0,
    ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ];
  for (let i = 1; i < places.length; i++) parser.push(text.slice(places[i - 1], places[i]));
  parser.end();
  return { rows, numbers };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '東', ' ', '"', ',', ';', '\t', '|', '\n', '\r', '1', '.'),
});
/** Rows with at least one cell that shows: blank rows are passed over by design. */
const table = fc.array(
  fc
    .tuple(fc.constantFrom('x', 'y z', '名前'), fc.array(cell, { maxLength: 4 }))
    .map(([first, more]) => [first, ...more]),
  { maxLength: 8 },
);

describe('laws', () => {
  test('what is written with quotes is read back, however the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...separators),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat()),
        (rows, separator, end, cuts) => {
          const text = rows.map((cells) => cells.map(quoted).join(separator) + end).join('');
          expect(parse(text, separator, cuts).rows).toEqual(rows);
        },
      ),
    );
  });

  test('cutting a text changes nothing, whatever it is', () => {
    fc.assert(
      fc.property(
        cell,
        fc.constantFrom(...separators),
        fc.array(fc.nat()),
        (text, separator, cuts) => {
          expect(parse(text, separator, cuts)).toEqual(parse(text, separator));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a line without quotes is one row, with one cell more than separators', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ',', ' b') })), (lines) => {
        const shown = lines.filter((line) => line.replaceAll(',', '').trim() !== '');
        const { rows } = parse(lines.join('\n'));
        expect(rows.map((cells) => cells.join(','))).toEqual(shown);
      }),
    );
  });
});

describe('cases', () => {
  test.each([
    ['a quote inside a cell is a character', 'a"b,c\n', [['a"b', 'c']]],
    ['text after a closing quote stays', '"a"b,c\n', [['ab', 'c']]],
    ['a line end inside quotes does not end the row', '"a\nb",c\nd', [['a\nb', 'c'], ['d']]],
    [
      'a quote that is never closed swallows no row',
      'n,"a\nm,b\n',
      [
        ['n', '"a'],
        ['m', 'b'],
      ],
    ],
    [
      'CR alone ends a row',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['the last row needs no line end', 'a\nb', [['a'], ['b']]],
    ['a formula is text', '=1+1,"=HYPERLINK(""x"")"\n', [['=1+1', '=HYPERLINK("x")']]],
  ])('%s', (_, text, rows) => {
    expect(parse(text).rows).toEqual(rows);
  });

  test('blank rows are passed over but numbered', () => {
    expect(parse('a\n\n,,\n"",\nb\n').numbers).toEqual([1, 5]);
  });

  test('a quote unclosed over many cells costs one row, not the file', () => {
    const lines = ['n,m', '1,"open', ...Array.from({ length: 20_000 }, (_, i) => `${i},x`)];
    const { rows } = parse(lines.join('\n'));
    expect(rows).toHaveLength(lines.length);
    expect(rows.at(-1)).toEqual(['19999', 'x']);
  });

  test('a file of nothing but opening quotes is read in time', () => {
    expect(parse('"a\n'.repeat(50_001)).rows).not.toHaveLength(0);
  });

  test('a line without an end is cut, so that it cannot fill the memory', () => {
    const parser = new CsvParser(',', () => true);
    for (let i = 0; i < 200; i++) parser.push('x'.repeat(100_000));
    parser.end();
  });

  test.each([
    ['a,b;c\n1,2;3\n', ','],
    ['a;b\n1,5;2\n2,5;3\n', ';'],
    ['a\tb\tc\n1\t2\t3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['Timestamp [ms];\tCPU cores\n1;\t2\n', ';'],
    ['name\nx\n', ','],
  ])('the separator of %j is %j', (text, separator) => {
    expect(guessSeparator(text)).toBe(separator);
  });
});
