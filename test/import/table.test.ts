import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import type { ColumnMapping } from '../../src/import/outcome.ts';
import { slotsOfHeader } from '../../src/import/profile-table.ts';
import { labelAt } from '../../src/model/fleet/fleet.ts';
import { writeWorkbook } from '../fixtures/xlsx-writer.ts';
import { fixture, imported, textFile } from './read-fixture.ts';

const fieldsOf = async (text: string, name = 'pasted') => {
  const outcome = await importFiles([textFile(name, text)], null, null);
  const mapping =
    outcome.kind === 'imported'
      ? outcome.mapping
      : outcome.kind === 'mapping-needed'
        ? outcome.guess
        : null;
  return (mapping?.columns ?? []).map(({ field, unit }) =>
    unit === null ? field : `${field} ${unit}`,
  );
};

describe('laws', () => {
  test('every row is a workload or a listed skip, and every name is its own', async () => {
    const cell = fc.constantFrom('4', '16', '1,024', '', 'x', '-1', '1e308', 'NaN', '2.5', '０');
    const row = fc.tuple(
      fc.constantFrom('a', 'b', 'a (2)', '', '__proto__', 'constructor'),
      cell,
      cell,
      cell,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const shown = rows.filter((cells) => cells.some((text) => text !== ''));
        const text = [
          'name\tvCPU\tmemory GB\tdisk GB',
          ...rows.map((cells) => cells.join('\t')),
        ].join('\n');
        const outcome = await importFiles([textFile('t', text)], mappingOf('\t'), null);
        if (outcome.kind !== 'imported') {
          expect(outcome.kind).toBe('refused');
          return;
        }
        expect(outcome.fleet.count + outcome.skipped.count).toBe(shown.length);
        expect(outcome.skipped.listed).toHaveLength(outcome.skipped.count);
        expect(new Set(outcome.fleet.names).size).toBe(outcome.fleet.count);
      }),
    );
  });
});

function mappingOf(
  separator: ColumnMapping['separator'],
  memoryUnit: 'GiB' | 'MiB' = 'GiB',
): ColumnMapping {
  return {
    separator,
    decimal: '.',
    columns: [
      { header: 'name', field: 'name', unit: null, confidence: 1 },
      { header: 'vCPU', field: 'vcpuCount', unit: null, confidence: 1 },
      { header: 'memory GB', field: 'memoryConfigured', unit: memoryUnit, confidence: 1 },
      { header: 'disk GB', field: 'diskProvisioned', unit: 'GB', confidence: 1 },
    ],
  };
}

describe('the guess', () => {
  test.each([
    [
      'an English inventory',
      'Server name,vCPUs,Memory (GB),Disk (GB),OS,Cluster,Power state\nweb,2,8,100,Linux,A,on\n',
      [
        'name',
        'vcpuCount',
        'memoryConfigured GiB',
        'diskProvisioned GB',
        'os',
        'cluster',
        'powerState',
      ],
    ],
    [
      'a Japanese inventory',
      'サーバー名\tコア数\tメモリー(GB)\tディスク容量(TB)\tOS\tクラスター\tCPU使用率 平均(%)\tCPU使用率 最大(%)\tCPUクロック(GHz)\nweb\t2\t8\t1\tLinux\tA\t10\t50\t2.6\n',
      [
        'name',
        'vcpuCount',
        'memoryConfigured GiB',
        'diskProvisioned TB',
        'os',
        'cluster',
        'cpuMeanPercent',
        'cpuMaxPercent',
        'cpuProvisionedMhz GHz',
      ],
    ],
    [
      'virtual machines and their hosts',
      '仮想マシン名;ホスト名;vCPU数;割当メモリ[MiB];使用ディスク(GiB);ネットワーク平均(Mbps)\nvm1;esx1;2;4096;50;12\n',
      ['name', 'host', 'vcpuCount', 'memoryConfigured MiB', 'diskUsed GiB', 'networkMean Mb/s'],
    ],
    [
      'sockets beside cores',
      'hostname|CPU sockets|CPU cores|CPU model|RAM GB|Disk read MB/s max|IOPS peak\na|2|16|Xeon|64|120|900\n',
      [
        'name',
        'ignore',
        'vcpuCount',
        'ignore',
        'memoryConfigured GiB',
        'diskThroughputMax MB/s',
        'diskIops',
      ],
    ],
    [
      'memory without a unit, by its size',
      'name,cpu,memory\na,2,4096\nb,4,8192\n',
      ['name', 'vcpuCount', 'memoryConfigured MiB'],
    ],
  ])('%s', async (_, text, fields) => {
    expect(await fieldsOf(text)).toEqual(fields);
  });

  test('asks where sizes cannot be told, and shows the first rows', async () => {
    const outcome = await importFiles([textFile('a.csv', 'who,what\nweb,2\ndb\n')], null, null);
    expect(outcome).toEqual({
      kind: 'mapping-needed',
      guess: {
        separator: ',',
        decimal: '.',
        columns: [
          { header: 'who', field: 'ignore', unit: null, confidence: 0 },
          { header: 'what', field: 'ignore', unit: null, confidence: 0 },
        ],
      },
      preview: [
        ['web', '2'],
        ['db', ''],
      ],
    });
  });

  test('finds the header below a title', async () => {
    const { fleet, mapping } = await imported(
      textFile('a.csv', 'サーバー一覧 2026年度\n\n名前,CPU数,メモリ(GB)\nweb,2,8\n'),
    );
    expect(fleet.names).toEqual(['web']);
    expect(mapping?.columns.map(({ header }) => header)).toEqual(['名前', 'CPU数', 'メモリ(GB)']);
  });
});

describe('figures', () => {
  test('memory is binary, disks are decimal as their makers count', async () => {
    const { fleet } = await imported(textFile('a.csv', 'name,vCPU,memory GB,disk TB\nweb,2,8,1\n'));
    expect(fleet.memoryConfiguredGib[0]).toBe(8);
    expect(fleet.diskProvisionedGib[0]).toBeCloseTo(1e12 / 2 ** 30, 9);
  });

  test('the reader’s mapping decides over the header', async () => {
    const text = 'name,vCPU,memory GB,disk GB\nweb,2,2048,100\n';
    const outcome = await importFiles([textFile('a.csv', text)], mappingOf(',', 'MiB'), null);
    expect(outcome).toMatchObject({ kind: 'imported', format: 'table' });
    if (outcome.kind === 'imported') expect(outcome.fleet.memoryConfiguredGib[0]).toBe(2);
  });

  test('a clock in the header is one core’s, and percentages are of all cores', async () => {
    const { fleet } = await imported(
      textFile('a.csv', 'name;cores;clock GHz;memory GB;CPU usage avg %\nweb;4;2,5;8;12,5\n'),
    );
    expect(fleet.cpuProvisionedMhz[0]).toBe(10_000);
    expect(fleet.use.cpu.mean[0]).toBe(1250);
  });

  test('a percentage of an unknown CPU is dropped, not made up', async () => {
    const { fleet, warnings } = await imported(
      textFile('a.csv', 'name,cores,memory GB,CPU usage avg %\nweb,4,8,12\n'),
    );
    expect(fleet.use.cpu.mean[0]).toBeNaN();
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'value-dropped', count: 1 }));
  });

  test('a wrong size skips the row, a wrong detail drops the detail', async () => {
    const { fleet, skipped, warnings } = await imported(
      textFile(
        'a.csv',
        'name,vCPU,memory GB,disk GB\nok,2,8,100\nhalf,2.5,8,100\nminus,2,-8,100\nhuge,2,1e308,100\nodd,2,8,lots\n,2,8,1\nwide,2,8,1,extra\n',
      ),
    );
    expect(fleet.names).toEqual(['ok', 'odd']);
    expect(
      skipped.listed.map(({ kind, row, column, value }) => [kind, row, column, value]),
    ).toEqual([
      ['not-whole', 3, 'vCPU', '2.5'],
      ['negative', 4, 'memory GB', '-8'],
      ['too-big', 5, 'memory GB', '1e308'],
      ['no-name', 7, 'name', null],
      ['wrong-column-count', 8, null, '5'],
    ]);
    expect(warnings).toEqual([
      {
        kind: 'value-dropped',
        count: 1,
        listed: [
          {
            kind: 'not-a-number',
            file: 'a.csv',
            sheet: null,
            row: 6,
            column: 'disk GB',
            value: 'lots',
          },
        ],
      },
    ]);
  });

  test('names of prototypes are names', async () => {
    const { fleet } = await imported(
      textFile(
        'a.csv',
        'name,vCPU,memory GB,__proto__,constructor,toString\n__proto__,2,8,a,b,c\nconstructor,2,8,a,b,c\nconstructor,1,1,,,\n',
      ),
    );
    expect(fleet.names).toEqual(['__proto__', 'constructor', 'constructor (2)']);
  });

  test('labels and states in Japanese are understood', async () => {
    const { fleet } = await imported(
      textFile(
        'a.csv',
        'サーバー名,CPU数,メモリ(GB),電源状態,用途,環境,テンプレート\nweb,2,8,停止中,受発注,本番,いいえ\ndb,2,8,稼働中,会計,検証,はい\n',
      ),
    );
    expect(Array.from(fleet.powerState)).toEqual([1, 0]);
    expect(Array.from(fleet.isTemplate)).toEqual([0, 1]);
    expect([labelAt(fleet.labels.application, 0), labelAt(fleet.labels.environment, 1)]).toEqual([
      '受発注',
      '検証',
    ]);
  });
});

describe('encodings', () => {
  const text = 'サーバー名,CPU数,メモリ(GB)\n受発注ｳｪﾌﾞ,2,8\n';
  const utf16 = (isLittle: boolean, hasMark: boolean) => {
    const bytes = new Uint8Array((text.length + (hasMark ? 1 : 0)) * 2);
    const view = new DataView(bytes.buffer);
    [...(hasMark ? '\ufeff' : ''), ...text].forEach((character, i) => {
      view.setUint16(i * 2, character.charCodeAt(0), isLittle);
    });
    return bytes;
  };
  // `iconv -t CP932` of the text above.
  const shiftJis = Uint8Array.from(
    Buffer.from(
      '8354815b836f815b96bc2c43505590942c83818382838a284742290a8ef394ad928db3aaccde2c322c380a',
      'hex',
    ),
  );

  test.each([
    ['UTF-8', new TextEncoder().encode(text), null],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), null],
    ['UTF-16 LE with a mark', utf16(true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(false, true), 'utf-16be'],
  ])('%s', async (_, data, encoding) => {
    const { fleet, warnings } = await imported({ name: 'a.csv', data });
    expect(fleet.names).toEqual(['受発注ｳｪﾌﾞ']);
    expect(warnings).toEqual(encoding === null ? [] : [{ kind: 'decoded-as', encoding }]);
  });

  test('Shift_JIS', async () => {
    const { fleet, warnings } = await imported({ name: 'a.csv', data: shiftJis });
    expect(fleet.names[0]).toMatch(/^受発注/);
    expect(warnings).toEqual([{ kind: 'decoded-as', encoding: 'shift_jis' }]);
  });

  test('UTF-16 without a mark', async () => {
    const data = new Uint8Array(Buffer.from('name,vCPU,memory GB\nweb,2,8\n', 'utf16le'));
    expect((await imported({ name: 'a.csv', data })).fleet.names).toEqual(['web']);
  });

  test('Windows-1252', async () => {
    const data = new Uint8Array(Buffer.from('name,vCPU,memory GB\nMünchen-é,2,8\n', 'latin1'));
    const { fleet, warnings } = await imported({ name: 'a.csv', data });
    expect(fleet.names).toEqual(['München-é']);
    expect(warnings).toEqual([{ kind: 'decoded-as', encoding: 'windows-1252' }]);
  });

  test('Shift_JIS far behind a long stretch of ASCII', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `server-${i},2,8\n`).join('');
    const head = new TextEncoder().encode(`name,vCPU,memory GB\n${rows}`);
    const name = Uint8Array.from(Buffer.from('8ef394ad928d2c322c380a', 'hex'));
    const data = new Uint8Array(head.length + name.length);
    data.set(head);
    data.set(name, head.length);
    expect((await imported({ name: 'a.csv', data })).fleet.names.at(-1)).toBe('受発注');
  });
});

describe('other ways in', () => {
  test('a Blob is read as a stream, with progress that only rises', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `server-${i},2,8\n`).join('');
    const seen: [string, number][] = [];
    const file = { name: 'a.csv', data: new Blob([`name,vCPU,memory GB\n${rows}`]) };
    const outcome = await importFiles([file], null, (step, ratio) => seen.push([step, ratio]));
    expect(outcome).toMatchObject({
      kind: 'imported',
      fleet: { count: 200_000 },
      skipped: { count: 0 },
    });
    const parsing = seen.filter(([step]) => step === 'parsing').map(([, ratio]) => ratio);
    expect(parsing).toEqual([...parsing].sort((a, b) => a - b));
    expect(parsing.at(-1)).toBe(1);
    expect(seen.every(([, ratio]) => ratio >= 0 && ratio <= 1)).toBe(true);
  });

  test('any sheet of a workbook is a table', async () => {
    const data = writeWorkbook([
      { name: 'notes', rows: [] },
      {
        name: '台帳',
        rows: [
          ['サーバー名', 'CPU数', 'メモリ(GB)'],
          ['web', 2, 8],
          ['db', '1,2', 8],
        ],
      },
    ]);
    const { fleet, format, skipped } = await imported({ name: 'book.xlsx', data });
    expect([format, fleet.names]).toEqual(['table', ['web']]);
    expect(skipped.listed).toMatchObject([{ sheet: '台帳', row: 3, column: 'CPU数' }]);
  });

  test('a workbook reports its progress too', async () => {
    const seen: number[] = [];
    const file = fixture('public/samples/rvtools-sample.xlsx');
    await importFiles([file], null, (step, ratio) => step === 'parsing' && seen.push(ratio));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  test('days of a workbook count from 1904 where it says so', () => {
    const header = ['vm', ...Array.from({ length: 24 }, (_, hour) => String(40_025 + hour / 24))];
    // 1 August 2013, which is day 41,487 from 1900.
    expect(slotsOfHeader(header, true)?.first).toBe(1_375_315_200 / 3600);
  });

  test('tables of one header in several files are one fleet', async () => {
    const part = (name: string) => textFile(`${name}.csv`, `name,vCPU,memory GB\n${name},2,8\n`);
    expect((await imported(part('a'), part('b'))).fleet.names).toEqual(['a', 'b']);
  });
});
