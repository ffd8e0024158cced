import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import type { ImportFile, ImportOutcome } from '../../src/import/outcome.ts';
import { inventFleet, rvtoolsSheets } from '../fixtures/invented-fleet.ts';
import { writeWorkbook } from '../fixtures/xlsx-writer.ts';
import { fixture, textFile } from './read-fixture.ts';

const read = (data: Uint8Array): Promise<ImportOutcome> =>
  importFiles([{ name: 'f', data }], null, null);

/** What holds of every outcome, however bad the input was. */
function checkOutcome(outcome: ImportOutcome) {
  switch (outcome.kind) {
    case 'imported': {
      const { fleet, skipped } = outcome;
      expect(fleet.count).toBeGreaterThan(0);
      expect(new Set(fleet.names).size).toBe(fleet.count);
      for (const column of [
        fleet.vcpuCount,
        fleet.cpuProvisionedMhz,
        fleet.memoryConfiguredGib,
        fleet.diskProvisionedGib,
      ]) {
        expect(column).toHaveLength(fleet.count);
        expect(column.every((value) => Number.isNaN(value) || (value >= 0 && value < 1e13))).toBe(
          true,
        );
      }
      expect(skipped.count).toBeGreaterThanOrEqual(skipped.listed.length);
      break;
    }
    case 'refused':
      expect(outcome.reasons.length).toBeGreaterThan(0);
      break;
    case 'mapping-needed':
      expect(outcome.guess.columns.length).toBeGreaterThan(0);
      break;
  }
}

const damage = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.integer({ min: 0, max: 255 }),
  ),
  { minLength: 1, maxLength: 8 },
);
function damaged(data: Uint8Array, changes: readonly (readonly [number, number])[]) {
  const copy = data.slice();
  for (const [place, byte] of changes) copy[Math.floor(place * copy.length)] = byte;
  return copy;
}
const bytesOf = (file: ImportFile) => file.data as Uint8Array;

describe('whatever the bytes are, there is an outcome', () => {
  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (data) =>
        checkOutcome(await read(data)),
      ),
      { numRuns: 300 },
    );
  });

  test('random bytes behind the head of a zip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (tail) =>
        checkOutcome(
          await read(
            Uint8Array.from([0x50, 0x4b, 3, 4, ...tail, 0x50, 0x4b, 5, 6, ...tail.slice(0, 18)]),
          ),
        ),
      ),
      { numRuns: 300 },
    );
  });

  test('a damaged workbook', async () => {
    const book = writeWorkbook(rvtoolsSheets(inventFleet(8, 2, 1), 2));
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => checkOutcome(await read(damaged(book, changes)))),
      { numRuns: 150 },
    );
  });

  test('a workbook cut anywhere', async () => {
    const book = writeWorkbook(rvtoolsSheets(inventFleet(8, 2, 1), 2));
    await fc.assert(
      fc.asyncProperty(fc.nat(book.length), async (length) =>
        checkOutcome(await read(book.slice(0, length))),
      ),
      { numRuns: 100 },
    );
  });

  test('a workbook whose XML is damaged under a sound checksum', async () => {
    const sheets = rvtoolsSheets(inventFleet(6, 2, 1), 2);
    const cell = fc.constantFrom(
      '<',
      '&',
      '"',
      '&#x110000;',
      '1e400',
      '-1',
      '',
      '\u0000',
      '=A1',
      '9'.repeat(400),
      '__proto__',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(8),
        fc.nat(6),
        fc.nat(60),
        cell,
        async (sheet, row, column, value) => {
          const changed = sheets.map((given, i) =>
            i === sheet
              ? {
                  ...given,
                  rows: given.rows.map((cells, r) =>
                    r === row ? cells.map((old, c) => (c === column ? value : old)) : cells,
                  ),
                }
              : given,
          );
          checkOutcome(await read(writeWorkbook(changed)));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a damaged trace', async () => {
    const trace = bytesOf(fixture('test/fixtures/bitbrains/20.csv')).slice(0, 20_000);
    await fc.assert(
      fc.asyncProperty(damage, async (changes) =>
        checkOutcome(await read(damaged(trace, changes))),
      ),
      { numRuns: 150 },
    );
  });

  test('text of any characters, under any header', async () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        '1',
        ',',
        ';',
        '\t',
        '\n',
        '"',
        '=',
        '-',
        '.',
        'é',
        '名',
        '前',
        ' ',
        '\r',
        '\u0000',
        '%',
      ),
    });
    const header = fc.constantFrom(
      'name,vCPU,memory GB\n',
      'VM;CPUs;Memory;Powerstate;NICs\n',
      '名前\tCPU数\tメモリ\n',
      '',
    );
    await fc.assert(
      fc.asyncProperty(header, text, async (first, rest) =>
        checkOutcome(await importFiles([textFile('f', first + rest)], null, null)),
      ),
      { numRuns: 500 },
    );
  });
});
