import { describe, expect, test } from 'vitest';
import { parseCurrentEdition } from '~/scenario/current-edition.ts';
import { componentsOf, internalLinksOf, type Page, readData, readPages } from './read-content.ts';

const { criteria, products } = parseCurrentEdition({
  products: readData('current/products'),
  criteria: readData('current/criteria'),
  statements: readData('current/statements'),
});
const folder = 'today/criteria/';
const inFolder = (language: 'ja' | 'en') =>
  readPages(language).filter(({ path }) => path.startsWith(folder));
const pages = { ja: inFolder('ja'), en: inFolder('en') };

/** What a page's author wrote: without its components. */
const prose = ({ body }: Page) => body.replace(/<[^>]*>/g, '');

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const pageOf = (id: string) => pages[language].find(({ path }) => path === folder + id);

  test('every criterion has its page, every page its criterion, in the criteria’s order', () => {
    const byOrder = pages[language].toSorted(
      (a, b) => Number(a.frontmatter['order']) - Number(b.frontmatter['order']),
    );
    expect(byOrder.map(({ path }) => path)).toEqual(criteria.map(({ id }) => folder + id));
  });

  describe.each(criteria)('the page on $id', ({ id, report }) => {
    const page = pageOf(id) ?? { path: '', body: '', frontmatter: {} };
    const components = componentsOf(page.body);

    test('shows its own question, all products, and 2008 where the report asked for it', () => {
      expect(components.filter((name) => name.startsWith('Current'))).toEqual([
        `CurrentCriterion id="${id}"`,
        `CurrentVerdicts id="${id}"`,
        ...(report.length > 0 ? [`CurrentAncestors id="${id}"`] : []),
      ]);
    });

    test('says what it means, names traps, cites the report, and leads on', () => {
      const [, meaning = '', traps = '', , then = '', on = ''] = page.body.split(/^## .*$/m);
      expect(
        meaning.split(/[.。?？](?:\s|$)|。/).filter((part) => part.trim()).length,
      ).toBeGreaterThan(2);
      expect([...traps.matchAll(/^- \*\*/gm)].length).toBeGreaterThanOrEqual(4);
      expect(then).toContain('<Source id="nri-2009"');
      expect(internalLinksOf(on).length).toBeGreaterThan(0);
    });

    test('names no product of today: what is said of one is in the data, with source and date', () => {
      const named = products.filter(({ short }) => prose(page).includes(short));
      expect(named.map(({ short }) => short)).toEqual([]);
    });
  });

  test.each([
    ['exit', '/tools/cost'],
    ['live-migration', '/tools/migration'],
    ['patching', '/tools/migration'],
    ['host-failure', '/tools/failover'],
    ['nic-teaming', '/tools/failover'],
    ['stretched-cluster', '/tools/availability'],
    ['backup-api', '/tools/backup'],
    ['dynamic-placement', '/tools/placement'],
    ['cpu-overcommit', '/tools/performance'],
    ['memory-saving', '/tools/performance'],
    ['vm-size', '/tools/decision'],
    ['host-size', '/tools/decision'],
    ['cluster-size', '/tools/consolidation'],
    ['licence-unit', '/tools/licensing'],
    ['price', '/tools/cost'],
  ])('%s leads to %s, which computes with it', (id, tool) => {
    expect(internalLinksOf(pageOf(id)?.body ?? '')).toContain(tool);
  });
});
