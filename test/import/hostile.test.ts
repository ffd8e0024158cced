import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import type { ImportFile, ImportOutcome } from '../../src/import/outcome.ts';
import { inventFleet, rvtoolsSheets } from '../fixtures/invented-fleet.ts';
import { writeWorkbook } from '../fixtures/xlsx-writer.ts';
import { fixture, imported, textFile } from './read-fixture.ts';

const book = () => writeWorkbook(rvtoolsSheets(inventFleet(10, 2, 1), 2));
const file = (data: Uint8Array, name = 'file.xlsx'): ImportFile => ({ name, data });
const kinds = (outcome: ImportOutcome) =>
  outcome.kind === 'refused' ? outcome.reasons.map(({ kind }) => kind) : outcome.kind;
const reasons = async (...files: ImportFile[]) => kinds(await importFiles(files, null, null));

/** A small workbook with the XML of one sheet given. */
const rawBook = (sheetXml: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="vInfo" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': sheetXml,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const head = `<row>${['VM', 'CPUs', 'Memory'].map(inline).join('')}</row>`;
const sheetOf = (rows: string) => `<worksheet><sheetData>${head}${rows}</sheetData></worksheet>`;

/** Sets the declared size of the first entry in the table of contents. */
function withDeclaredSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, size, true);
    break;
  }
  return copy;
}

describe('what is refused, and why', () => {
  const bomb = zipSync({ 'vInfo.csv': new Uint8Array(200 * 2 ** 20) }, { level: 9 });
  test.each<[string, ImportFile, string]>([
    ['nothing', file(new Uint8Array()), 'empty-file'],
    ['only blanks', textFile('a.csv', '\n \n,,\n'), 'empty-file'],
    ['an empty zip', file(zipSync({})), 'empty-file'],
    ['a truncated zip', file(book().slice(0, 9000)), 'damaged-zip'],
    ['the head of a zip', file(strToU8('PK\u0003\u0004')), 'damaged-zip'],
    ['a bomb that says its size', file(bomb), 'zip-too-large'],
    ['a bomb that lies about its size', file(withDeclaredSize(bomb, 1000)), 'damaged-zip'],
    [
      'a zip that says too much',
      file(withDeclaredSize(zipSync({ 'a.csv': strToU8('a,b\n1,2\n') }), 0xfffffff0)),
      'zip-too-large',
    ],
    [
      'an encrypted workbook',
      file(
        Uint8Array.from([
          0xd0,
          0xcf,
          0x11,
          0xe0,
          0xa1,
          0xb1,
          0x1a,
          0xe1,
          ...new Array(600).fill(0),
        ]),
      ),
      'password-protected',
    ],
    [
      'binary junk',
      file(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
      'not-text',
    ],
    [
      'an image',
      file(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
      'not-text',
    ],
    [
      'a word processor’s file',
      file(
        zipSync({
          '[Content_Types].xml': strToU8('<Types/>'),
          'word/document.xml': strToU8('<d/>'),
        }),
      ),
      'unknown-format',
    ],
    [
      'a web page',
      textFile('a.csv', '<!doctype html><p>name,vCPU,memory GB</p>'),
      'unknown-format',
    ],
    ['JSON', textFile('a.csv', '{"name": "a", "vCPU": 1}'), 'unknown-format'],
    ['prose', textFile('a.txt', 'hello\nworld\n'), 'unknown-format'],
    [
      'a sheet of LibreOffice',
      file(zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') })),
      'unknown-format',
    ],
    ['vCPU without vInfo', textFile('a.csv', 'VM,CPUs,Sockets\na,1,1\n'), 'missing-sheet'],
    ['a header without rows', textFile('a.csv', 'name,vCPU,memory GB\n'), 'no-workloads'],
    ['vInfo without rows', file(rawBook(sheetOf(''))), 'no-workloads'],
    [
      'vInfo without names',
      file(
        rawBook(
          '<worksheet><sheetData><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
        ),
      ),
      'missing-column',
    ],
    [
      'a sheet that breaks off',
      file(rawBook(`<worksheet><sheetData>${head}<row><c>`)),
      'damaged-sheet',
    ],
    ['a sheet that is no XML', file(rawBook('hello')), 'damaged-sheet'],
    [
      'a workbook without its sheet',
      file(rawBook(sheetOf(''), { 'xl/_rels/workbook.xml.rels': '<Relationships/>' })),
      'damaged-sheet',
    ],
    [
      'a workbook that is no XML',
      file(rawBook(sheetOf(''), { 'xl/workbook.xml': 'hello' })),
      'damaged-sheet',
    ],
  ])('%s', async (_, given, kind) => {
    expect(await reasons(given)).toContain(kind);
  });

  test('no files at all', async () => {
    expect(await reasons()).toEqual(['empty-file']);
  });

  test('an old xls is not called encrypted', async () => {
    const data = new Uint8Array(4096);
    data.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    data.set(new Uint8Array(Buffer.from('Workbook', 'utf16le')), 1152);
    expect(await reasons(file(data))).toEqual(['unknown-format']);
  });

  test('a changed byte in a sheet is noticed by its checksum', async () => {
    const data = book();
    const at = data.findIndex((_, i) => i > 500);
    data[at] = (data[at] ?? 0) ^ 0xff;
    expect(await reasons(file(data))).toContain('damaged-zip');
  });

  test('zips in zips in zips are not followed', async () => {
    let data = zipSync({ 'a.csv': strToU8('name,vCPU,memory GB\na,1,1\n') });
    for (let i = 0; i < 4; i++) data = zipSync({ 'next.zip': data });
    expect(await reasons(file(data))).toEqual(['zip-too-large']);
  });

  test('the machines of a sheet that breaks off are no fleet, also beside a good one', async () => {
    const row = '<row><c t="str"><v>a</v></c><c><v>2</v></c><c><v>1024</v></c></row>';
    const broken = file(rawBook(`<worksheet><sheetData>${head}${row}<row>`), 'broken.xlsx');
    const { fleet, skipped } = await imported(file(rawBook(sheetOf(row))), broken);
    expect(fleet.names).toEqual(['a']);
    expect(skipped.listed).toMatchObject([{ kind: 'damaged-sheet', file: 'broken.xlsx' }]);
  });

  test('notes in a zip are passed over, a table in a text file is not', async () => {
    const data = zipSync({
      'README.txt': strToU8('See, here: a note'),
      'fleet.txt': strToU8('name,vCPU,memory GB\na,1,1\n'),
    });
    const { fleet, skipped } = await imported(file(data, 'a.zip'));
    expect([fleet.names, skipped.count]).toEqual([['a'], 0]);
  });

  test('one bad file among good ones is listed, not fatal', async () => {
    const good = textFile('a.csv', 'name,vCPU,memory GB\na,1,1\n');
    const { fleet, skipped } = await imported(good, file(new Uint8Array(), 'b.csv'));
    expect(fleet.names).toEqual(['a']);
    expect(skipped.listed).toMatchObject([{ kind: 'empty-file', file: 'b.csv' }]);
  });
});

describe('workbooks of other hands', () => {
  const read = async (sheetXml: string, more: Record<string, string> = {}) =>
    imported(file(rawBook(sheetXml, more)));

  test('cells without references, and prefixed elements', async () => {
    const xml = sheetOf('<row><c t="str"><v>a</v></c><c><v>2</v></c><c><v>1024</v></c></row>');
    const prefixed = xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2');
    expect((await read(xml)).fleet.memoryConfiguredGib[0]).toBe(1);
    expect((await read(prefixed)).fleet.memoryConfiguredGib[0]).toBe(1);
  });

  test('rich text is joined, furigana is left out, entities are read', async () => {
    const { fleet } = await read(
      sheetOf('<row><c t="s"><v>0</v></c><c><v>2</v></c><c><v>1024</v></c></row>'),
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t>東京</t></r><r><t xml:space="preserve"> &amp; &#x5927;阪</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>',
      },
    );
    expect(fleet.names).toEqual(['東京 & 大阪']);
  });

  test('formulas count by their value, and are counted', async () => {
    const { fleet, warnings } = await read(
      sheetOf(
        '<row><c t="str"><f>A1</f><v>a</v></c><c><f>1+1</f><v>2</v></c><c><v>1024</v></c></row>',
      ),
    );
    expect([fleet.names[0], fleet.vcpuCount[0]]).toEqual(['a', 2]);
    expect(warnings).toContainEqual({ kind: 'formula-cells', count: 2 });
  });

  test('CDATA, comments and single quotes', async () => {
    const { fleet } = await read(
      sheetOf(
        "<!-- <row> --><row r='2'><c r='A2' t='inlineStr'><is><t><![CDATA[a<b]]></t></is></c><c r='B2'><v>2</v></c><c r='C2'><v>1024</v></c></row>",
      ),
    );
    expect(fleet.names).toEqual(['a<b']);
  });

  test('entities of one’s own are not expanded', async () => {
    const { fleet } = await read(
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>${sheetOf('<row><c t="str"><v>&a;&a;</v></c><c><v>2</v></c><c><v>1024</v></c></row>')}`,
    );
    expect(fleet.names).toEqual(['&a;&a;']);
  });

  test('a text number beyond the list is no text', async () => {
    const outcome = await importFiles(
      [
        file(
          rawBook(sheetOf('<row><c t="s"><v>99</v></c><c><v>2</v></c><c><v>1024</v></c></row>')),
        ),
      ],
      null,
      null,
    );
    expect(kinds(outcome)).toContain('no-name');
  });

  test('one cell far to the right costs no memory', async () => {
    const rows =
      '<row><c t="str"><v>a</v></c><c><v>2</v></c><c><v>1024</v></c><c r="XFD1"><v>1</v></c></row>'.repeat(
        1000,
      );
    expect((await read(sheetOf(rows))).fleet.count).toBe(1000);
  });
});

describe('large and strange tables', () => {
  test('formulas in a CSV are text, never evaluated', async () => {
    const { fleet, skipped } = await imported(
      textFile(
        'a.csv',
        'name,vCPU,memory GB\n"=HYPERLINK(""http://example.com"")",2,8\nb,=1+1,8\n@SUM(A1),1,1\n',
      ),
    );
    expect(fleet.names).toEqual(['=HYPERLINK("http://example.com")', '@SUM(A1)']);
    expect(skipped.listed).toMatchObject([{ kind: 'not-a-number', row: 3, value: '=1+1' }]);
  });

  test('of very many bad rows all are counted and a thousand listed', async () => {
    const good = Array.from({ length: 60 }, (_, i) => `good-${i},1,1\n`).join('');
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},x,8`).join('\n');
    const { skipped } = await imported(textFile('a.csv', `name,vCPU,memory GB\n${good}${rows}`));
    expect([skipped.count, skipped.listed.length]).toEqual([5000, 1000]);
  });

  test('a header of a million characters is no trouble', async () => {
    const long = '本番'.repeat(500_000);
    const { mapping } = await imported(textFile('a.csv', `name,vCPU,memory GB,${long}\na,1,1,x\n`));
    expect(mapping?.columns[3]?.header).toHaveLength(200);
  });

  test('a thousand columns are no trouble', async () => {
    const header = Array.from({ length: 1000 }, (_, i) => `c${i}`).join(',');
    const { fleet } = await imported(textFile('a.csv', `name,vCPU,memory GB,${header}\na,1,1\n`));
    expect(fleet.count).toBe(1);
  });

  test('the same file twice is twice the fleet', async () => {
    const trace = fixture('test/fixtures/bitbrains/20.csv');
    expect((await imported(trace, trace)).fleet.names).toEqual(['20', '20 (2)']);
  });
});
