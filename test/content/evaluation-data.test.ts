import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { evaluationSchemas } from '~/scenario/evaluation.ts';
import { flatTable } from '~/site/mdx/evaluation/flat-table.ts';
import { data } from './evaluation.ts';

const files = {
  criteria: 'criteria',
  products: 'products',
  backupMethods: 'backup-methods',
  placementRules: 'placement-rules',
  failurePoints: 'failure-points',
  findings: 'findings',
  productKnowledge: 'product-knowledge',
  glossary: 'glossary',
} as const;
const tables = Object.entries(files) as [keyof typeof files, string][];

describe.each(tables)('the data of %s', (name, file) => {
  const rows = data(`evaluation/${file}`);

  test('parse, and no id is used twice', () => {
    expect(z.array(evaluationSchemas[name] as z.ZodMiniType).safeParse(rows).error).toBeUndefined();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('say their source, its date and their confidence', () => {
    if (name === 'glossary') return;
    for (const { id, source, confidence } of rows) {
      expect(source, String(id)).toMatchObject({
        title: expect.stringMatching(/\S/),
        asOf: expect.any(String),
      });
      expect(['high', 'medium'], String(id)).toContain(confidence);
    }
  });
});

test('what is known with low confidence is refused', () => {
  const [first] = data('evaluation/product-knowledge');
  expect(evaluationSchemas.productKnowledge.safeParse(first).success).toBe(true);
  expect(
    evaluationSchemas.productKnowledge.safeParse({ ...first, confidence: 'low' }).success,
  ).toBe(false);
  expect(
    evaluationSchemas.productKnowledge.safeParse({ ...first, source: undefined }).success,
  ).toBe(false);
});

test('Tables 1 to 3 have the items of the report: 14, 2 and 6', () => {
  const rows = data('evaluation/criteria');
  expect([1, 2, 3].map((table) => rows.filter((row) => row['table'] === table).length)).toEqual([
    14, 2, 6,
  ]);
});

test('Table 4 has five methods: two conventional, two offline, one online; ①, ② and ⑤ run while the machine does', () => {
  const rows = data('evaluation/backup-methods');
  expect(rows.map(({ kind }) => kind)).toEqual([
    'conventional',
    'conventional',
    'offline',
    'offline',
    'online',
  ]);
  expect(rows.map(({ online }) => online)).toEqual([true, true, false, false, true]);
});

test('every statement about a product names a product and a criterion of the report', () => {
  const products = data('evaluation/products').map(({ id }) => id);
  const criteria = data('evaluation/criteria').map(({ id }) => id);
  for (const { product, criterion } of data('evaluation/product-knowledge')) {
    expect(products).toContain(product);
    expect(criteria).toContain(criterion);
  }
});

test('no statement joins a product with a letter of the report', () => {
  const said = JSON.stringify([data('evaluation/product-knowledge'), data('evaluation/products')]);
  expect(said).not.toMatch(/product [A-D]\b|製品 ?[A-D](?![A-Za-z])/);
});

test('Table 6 is as printed: the outlier a gap, 104 as 104, the shared network a quarter', () => {
  const of = (letter: string) =>
    data('overheads').find(({ id }) => id === `report-2008-${letter}`)?.['paths'] as Record<
      string,
      { oneVmRatio: number | null; fourVmsRatio: number }
    >;
  const percent = (ratio: number | null | undefined) =>
    ratio == null ? null : Math.round(ratio * 100);
  const printed = ['a', 'b', 'c', 'd'].map((letter) =>
    ['cpu', 'memory', 'diskRead', 'diskAsyncWrite', 'diskSyncWrite', 'network'].map((path) => [
      percent(of(letter)[path]?.oneVmRatio),
      percent(of(letter)[path]?.fourVmsRatio),
    ]),
  );
  expect(printed).toEqual([
    [
      [93, 70],
      [99, 62],
      [95, 82],
      [70, 92],
      [null, 93],
      [100, 25],
    ],
    [
      [96, 67],
      [95, 52],
      [89, 92],
      [86, 95],
      [87, 40],
      [100, 25],
    ],
    [
      [99, 69],
      [98, 50],
      [94, 98],
      [75, 104],
      [65, 41],
      [100, 25],
    ],
    [
      [90, 72],
      [94, 49],
      [94, 91],
      [85, 96],
      [100, 97],
      [98, 26],
    ],
  ]);
});

describe('a table as a flat file', () => {
  test('has a column for each language and each part of the source', () => {
    expect(
      flatTable([{ id: 'a', name: { ja: '甲', en: 'A' }, source: { title: 't', url: null } }]),
    ).toEqual([
      ['id', 'name.ja', 'name.en', 'source.title', 'source.url'],
      ['a', '甲', 'A', 't', ''],
    ]);
  });

  test('joins a list within each language, and leaves empty what a row lacks', () => {
    expect(flatTable([{ id: 'a', for: [{ en: 'x' }, { en: 'y' }] }, { id: 'b' }])).toEqual([
      ['id', 'for.en'],
      ['a', 'x; y'],
      ['b', ''],
    ]);
  });

  test('keeps numbers as numbers, and writes a gap as nothing', () => {
    expect(flatTable(parse('- { ratio: 1.04, gap: null, online: true }'))).toEqual([
      ['ratio', 'gap', 'online'],
      [1.04, '', 'true'],
    ]);
  });
});
