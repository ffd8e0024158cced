import { getCollection } from 'astro:content';
import { bill, type LicenceLine } from '~/model/licensing/bill.ts';
import type { Scope } from '~/model/licensing/count.ts';
import {
  type LicensedProduct,
  type LicensingSource,
  toTerms,
} from '~/scenario/licensing-catalogue.ts';
import { defaultLicensing } from '~/scenario/licensing-defaults.ts';

/** Products and sources of the licence data, for what pages compute at the build. */
export interface LicenceShelf {
  readonly products: readonly LicensedProduct[];
  readonly sources: readonly LicensingSource[];
}

export async function licenceShelf(): Promise<LicenceShelf> {
  const [products, sources] = await Promise.all([
    getCollection('licensedProducts'),
    getCollection('licensingSources'),
  ]);
  return {
    products: products.map(({ data }) => data),
    sources: sources.map(({ data }) => data),
  };
}

export function productOf({ products }: LicenceShelf, id: string): LicensedProduct {
  const found = products.find((product) => product.id === id);
  if (found === undefined) throw new Error(`content/data/licensing has no product ${id}.`);
  return found;
}

/** Sources that products cite, each once, in the order of the file. */
export const sourcesOf = ({ sources }: LicenceShelf, products: readonly LicensedProduct[]) =>
  sources.filter(({ id }) => products.some((product) => product.sources.includes(id)));

/** One product's line for a scope, in dollars, for three years unless said otherwise. */
export function lineFor(product: LicensedProduct, scope: Scope, years: number): LicenceLine {
  const holding = { terms: toTerms(product), scope };
  const { lines } = bill([holding], { ...defaultLicensing, currency: 'USD', years });
  const [line] = lines;
  if (line === undefined) throw new Error(`${product.id} has no line`);
  return line;
}
