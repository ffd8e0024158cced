import { expect, test } from 'vitest';
import { defaultHostType } from '~/scenario/defaults.ts';
import { byYear } from '~/ui/consolidation/catalogue-years.ts';
import type { CatalogueHost } from '~/ui/consolidation/parts.ts';

const host = (id: string, asOf: string): CatalogueHost => ({
  type: { ...defaultHostType, id },
  source: { title: 'a source', url: null, asOf, confidence: 'high' },
});

test('the newest year comes first, and in it the newest host', () => {
  const years = byYear([host('a', '2008'), host('b', '2024-04'), host('c', '2024-10')]);
  expect(years.map(({ year, hosts }) => [year, ...hosts.map(({ type }) => type.id)])).toEqual([
    ['2024', 'c', 'b'],
    ['2008', 'a'],
  ]);
});
