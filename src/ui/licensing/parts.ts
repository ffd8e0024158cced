import type { PlainNumbers } from '~/model/licensing/policy.ts';
import type { Era, Layer, Software, Terms } from '~/model/licensing/terms.ts';
import type { LicensingWords } from '~/words/licensing.ts';

/** What the page gives the tool from the site's data, in the reader's language. */
export interface LicensingCatalogueProps {
  readonly products: readonly CatalogueProduct[];
}

export interface CatalogueProduct {
  readonly terms: Terms;
  readonly name: string;
  readonly note: string;
  readonly confidence: string;
  readonly sources: readonly CatalogueSource[];
}

export interface CatalogueSource {
  readonly title: string;
  readonly url: string;
  readonly asOf: string;
}

/** The texts and the products; what every panel is given. */
export interface Shelf {
  readonly own: LicensingWords;
  readonly products: readonly CatalogueProduct[];
}

export const nameOf = ({ products }: Shelf, id: string) =>
  products.find(({ terms }) => terms.id === id)?.name ?? id;

export const productsOf = (
  { products }: Shelf,
  wanted: { readonly layer?: Layer; readonly covers?: Software; readonly era?: Era },
) =>
  products.filter(
    ({ terms }) =>
      (wanted.layer === undefined || terms.layer === wanted.layer) &&
      (wanted.covers === undefined || terms.covers === wanted.covers) &&
      (wanted.era === undefined || terms.era === wanted.era),
  );

/** Where a reader without a fleet begins: a small cluster of today. */
export const startNumbers: PlainNumbers = {
  hosts: 4,
  socketsPerHost: 2,
  coresPerSocket: 16,
  machines: 100,
  vcpusPerMachine: 4,
  windows: 60,
  sql: 6,
  oracle: 0,
  rhel: 0,
  sles: 0,
  claimedTib: 0,
};
