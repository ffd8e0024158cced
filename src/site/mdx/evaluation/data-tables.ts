import { getCollection } from 'astro:content';
import { measuredPaths } from '~/model/performance/overhead-set.ts';

/** A row of a published table: plain data, as JSON gives it out. */
export type DataRow = Readonly<Record<string, unknown>>;

type Entry = { readonly data: DataRow & { readonly order?: number; readonly id: string } };

const rowsOf = (entries: readonly Entry[]): readonly DataRow[] =>
  entries
    .map(({ data }) => data)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));

/** Table 6, a measurement a row; null where the report prints no value. */
async function performanceRows(): Promise<readonly DataRow[]> {
  const products = (await getCollection('overheads', ({ id }) => id.startsWith('report-2008-')))
    .map(({ data }) => data)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return products.flatMap(({ id, paths, source, confidence }) =>
    measuredPaths.map((path) => ({
      product: id.slice(-1).toUpperCase(),
      resource: path,
      oneVmRatio: paths[path].oneVmRatio,
      fourVmsRatio: paths[path].fourVmsRatio,
      note: paths[path].note ?? null,
      source,
      confidence,
    })),
  );
}

/** Every table that the pages show, by the name under which it is published at /data/. */
export async function dataTables(): Promise<Readonly<Record<string, readonly DataRow[]>>> {
  return {
    criteria: rowsOf(await getCollection('criteria')),
    products: rowsOf(await getCollection('products')),
    'backup-methods': rowsOf(await getCollection('backupMethods')),
    'placement-rules': rowsOf(await getCollection('placementRules')),
    performance: await performanceRows(),
    'test-bed': rowsOf(await getCollection('testBed')),
    'quoted-figures': rowsOf(await getCollection('quotedFigures')),
    'failure-points': rowsOf(await getCollection('failurePoints')),
    findings: rowsOf(await getCollection('findings')),
    'product-knowledge': rowsOf(await getCollection('productKnowledge')),
    'current-products': rowsOf(await getCollection('currentProducts')),
    'current-criteria': rowsOf(await getCollection('currentCriteria')),
    'current-statements': rowsOf(await getCollection('currentStatements')),
    glossary: rowsOf(await getCollection('glossary')),
    sources: rowsOf(await getCollection('sources')),
  };
}
