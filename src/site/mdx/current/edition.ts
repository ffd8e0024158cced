import { getCollection } from 'astro:content';
import { type CurrentEdition, parseCurrentEdition } from '~/scenario/current-edition.ts';

/** The edition of today from the site's collections, in the site's order. */
export async function currentEdition(): Promise<CurrentEdition> {
  const [products, criteria, statements] = await Promise.all([
    getCollection('currentProducts'),
    getCollection('currentCriteria'),
    getCollection('currentStatements'),
  ]);
  return parseCurrentEdition({
    products: products.map(({ data }) => data),
    criteria: criteria.map(({ data }) => data),
    statements: statements.map(({ data }) => data),
  });
}
