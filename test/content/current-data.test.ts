import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { verdictOf } from '~/model/scoring/knowledge.ts';
import {
  currentSchemas,
  limitOf,
  parseCurrentEdition,
  toKnowledge,
} from '~/scenario/current-edition.ts';
import { parseProductLicences } from '~/scenario/product-licences.ts';
import { yearsOld } from '~/site/mdx/current/age.ts';
import { catalogue } from '../model/licensing/catalogue.ts';
import { readData } from './read-content.ts';

const files = {
  products: readData('current/products'),
  criteria: readData('current/criteria'),
  statements: readData('current/statements'),
};
const edition = parseCurrentEdition(files);
const knowledge = toKnowledge(edition);

describe('every statement', () => {
  test('is about a product and a criterion that there are, under an id of its own', () => {
    const products = new Set(edition.products.map(({ id }) => id));
    const criteria = new Set(edition.criteria.map(({ id }) => id));
    for (const { id, product, criterion } of edition.statements) {
      expect([id, products.has(product), criteria.has(criterion)]).toEqual([id, true, true]);
    }
    expect(new Set(edition.statements.map(({ id }) => id)).size).toBe(edition.statements.length);
  });

  test('says its source and its date; what is known with low confidence does not parse', () => {
    const [first] = z.array(z.looseObject({})).parse(files.statements);
    expect(currentSchemas.statements.safeParse(first).success).toBe(true);
    expect(currentSchemas.statements.safeParse({ ...first, confidence: 'low' }).success).toBe(
      false,
    );
    expect(currentSchemas.statements.safeParse({ ...first, source: undefined }).success).toBe(
      false,
    );
  });

  test('that judges is the only one that does for its pair', () => {
    const judged = edition.statements.filter(({ verdict }) => verdict !== 'stated');
    const pairs = judged.map(({ product, criterion }) => `${product} ${criterion}`);
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });

  test('that judges is the first of its pair, in whatever order the entries are read', () => {
    const { statements } = parseCurrentEdition({
      ...files,
      statements: z.array(z.unknown()).parse(files.statements).toReversed(),
    });
    const firsts = new Map<string, string>();
    for (const { product, criterion, verdict } of statements) {
      const pair = `${product} ${criterion}`;
      if (!firsts.has(pair)) firsts.set(pair, verdict);
      expect([pair, verdict === 'stated' || firsts.get(pair) === verdict]).toEqual([pair, true]);
    }
  });

  test('judges only by a criterion that can be met', () => {
    const judging = new Set(knowledge.criteria);
    const wrong = edition.statements.filter(
      ({ verdict, criterion }) => verdict !== 'stated' && !judging.has(criterion),
    );
    expect(wrong).toEqual([]);
  });
});

test('each criterion of the report’s Tables 1 to 3 is gone on from, and each reference leads to one', () => {
  const report = z.array(z.looseObject({ id: z.string() })).parse(readData('evaluation/criteria'));
  const known = report.map(({ id }) => id);
  const used = edition.criteria.flatMap((criterion) => criterion.report);
  expect(used.filter((id) => !known.includes(id))).toEqual([]);
  // How a VM performs against a physical machine is measured, not stated: method/performance has it.
  expect(known.filter((id) => !used.includes(id))).toEqual(['against-physical']);
});

test('it is counted how much is known of each product', () => {
  const rows = knowledge.products.map((product) => {
    const verdicts = knowledge.criteria.map((criterion) =>
      verdictOf(knowledge, product, criterion),
    );
    const judged = verdicts.filter((verdict) => verdict !== null && verdict !== 'stated').length;
    return { product, judged, unknown: verdicts.length - judged };
  });
  for (const { product, judged, unknown } of rows) {
    console.info(`${product}: ${judged} known, ${unknown} unknown`);
  }
  expect(rows.map(({ product, judged }) => [product, judged > 0])).toEqual(
    knowledge.products.map((product) => [product, true]),
  );
  // A product of which little is known is not to be ranked as if much were.
  expect(rows.find(({ product }) => product === 'vsphere')?.judged).toBeGreaterThanOrEqual(14);
});

test('how old the statements are is counted: what is older than a year is listed', () => {
  const today = new Date().toISOString().slice(0, 10);
  const old = edition.statements.filter(({ source }) => yearsOld(source.asOf, today) > 0);
  const medium = edition.statements.filter(({ confidence }) => confidence === 'medium');
  console.info(
    `${old.length} of ${edition.statements.length} statements are older than a year: ${old.map(({ id }) => id).join(', ')}`,
  );
  console.info(`medium confidence: ${medium.map(({ id }) => id).join(', ')}`);
  expect(edition.statements.every(({ source }) => source.asOf <= today)).toBe(true);
});

describe('the age of a source', () => {
  test.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2025-11-25', '2026-11-24', 0],
    ['2025-11-24', '2026-11-24', 1],
    ['2025', '2026-11-24', 0],
    ['2024', '2026-11-24', 1],
    ['2011-11-17', '2026-11-24', 15],
    ['2027', '2026-11-24', 0],
  ])('of %s is on %s %i whole years', (asOf, today, years) => {
    expect(yearsOld(asOf, today)).toBe(years);
  });
});

describe('as what the products are bought', () => {
  const licences = parseProductLicences(readData('current/licences'), catalogue);

  test('is known of each of them, with a source and a reason in both languages', () => {
    expect(licences.map(({ id }) => id)).toEqual(knowledge.products);
  });

  test('is a hypervisor of today in the licence catalogue', () => {
    const today = new Set(
      catalogue.products.filter(({ era }) => era === 'today').map(({ id }) => id),
    );
    expect(licences.flatMap(({ editions }) => editions).filter((id) => !today.has(id))).toEqual([]);
  });

  test('names nothing that is not there', () => {
    const [first] = z.array(z.looseObject({})).parse(readData('current/licences'));
    const wrong = [{ ...first, editions: ['windows-2025-standard'] }];
    expect(() => parseProductLicences(wrong, catalogue)).toThrow('windows-2025-standard');
  });
});

test('limits are the largest figures that a source gives', () => {
  expect(limitOf(edition.statements, 'vsphere', 'vmVcpus')).toBe(768);
  expect(limitOf(edition.statements, 'azure-local', 'clusterHosts')).toBe(64);
  expect(limitOf(edition.statements, 'proxmox-ve', 'vmVcpus')).toBeNull();
});
