import { expect, test } from 'vitest';
import { licensingSchemas, toAllTerms } from '../../src/scenario/licensing-catalogue.ts';
import { allTerms, catalogue } from '../model/licensing/catalogue.ts';
import { readData } from './read-content.ts';

const { products, sources } = catalogue;

test('every price has a date, and every product with a price cites a source', () => {
  for (const { id, prices = [], sources: cited } of products) {
    for (const price of prices) expect([id, /^\d{4}/.test(price.asOf)]).toEqual([id, true]);
    if (prices.length > 0) expect([id, cited.length > 0]).toEqual([id, true]);
  }
});

test('what is known with low confidence does not parse', () => {
  const [first] = readData('licensing/products') as Record<string, unknown>[];
  expect(licensingSchemas.products.safeParse(first).success).toBe(true);
  expect(licensingSchemas.products.safeParse({ ...first, confidence: 'low' }).success).toBe(false);
});

test('the order of the file decides nothing: the model takes products by id', () => {
  const ids = products.map(({ id }) => id).sort();
  expect(toAllTerms(products).map(({ id }) => id)).toEqual(ids);
  expect(toAllTerms(products.toReversed())).toEqual(toAllTerms(products));
});

test('every source is cited, and a span holds its price', () => {
  const cited = new Set(products.flatMap((product) => product.sources));
  expect(sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  for (const { id, prices } of allTerms) {
    for (const { minor, lowMinor, highMinor } of prices) {
      expect([id, lowMinor <= minor && minor <= highMinor]).toEqual([id, true]);
    }
  }
});

test('both times and every layer are there, and only known hypervisors are asked for', () => {
  const layers = (era: string) =>
    new Set(products.filter((product) => product.era === era).map(({ layer }) => layer));
  expect([...layers('2008')].sort()).toEqual(['guest', 'hypervisor']);
  expect([...layers('today')].sort()).toEqual([
    'backup',
    'database',
    'guest',
    'hypervisor',
    'storage',
  ]);
  const ids = new Set(products.map(({ id }) => id));
  for (const { onlyWith } of allTerms) {
    for (const id of onlyWith ?? []) expect(ids.has(id)).toBe(true);
  }
});

test('the terms are as they were: a change shows every figure that it moves', async () => {
  const lines = allTerms.map((terms) => {
    const { id, rule, prices, ...rest } = terms;
    const shown = prices.map(
      ({ minor, lowMinor, highMinor, currency, termYears, asOf }) =>
        `${currency} ${minor} (${lowMinor}–${highMinor}) ${termYears ?? '-'} ${asOf}`,
    );
    return `${id}\n  ${JSON.stringify(rule)}\n  ${JSON.stringify(rest)}\n${shown.map((price) => `  ${price}\n`).join('')}`;
  });
  await expect(lines.join('\n')).toMatchFileSnapshot('../golden/licensing-data.txt');
});
