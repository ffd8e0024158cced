import * as z from 'zod/mini';
import type { DecisionBasis } from '../model/scoring/answer.ts';
import type { ProductLimits } from '../model/scoring/fleet-fit.ts';
import { confidence, id, text } from './catalogue.ts';
import { type CurrentEdition, limitOf, toKnowledge } from './current-edition.ts';
import { type LicensingCatalogue, toAllTerms } from './licensing-catalogue.ts';

/** As what a product of today is bought: `content/data/current/licences.yaml`. */
export const productLicence = z.strictObject({
  /** The product's. */
  id,
  /** Hypervisors of the licence catalogue, the one that is counted unless the reader chooses first. */
  editions: z.array(id).check(z.minLength(1)),
  /** What speaks for the first. */
  why: text,
  sources: z.array(id).check(z.minLength(1)),
  confidence,
});
export type ProductLicence = z.infer<typeof productLicence>;

/** Reads the file's content. @throws when an entry does not parse, or names a licence or a source that there is not */
export function parseProductLicences(
  raw: unknown,
  { products, sources }: LicensingCatalogue,
): readonly ProductLicence[] {
  const parsed = z.array(productLicence).parse(raw);
  const hypervisors = new Set(
    products.filter(({ layer }) => layer === 'hypervisor').map((product) => product.id),
  );
  const cited = new Set(sources.map((source) => source.id));
  for (const { id: product, editions, sources: own } of parsed) {
    const wrong = [
      ...editions.filter((edition) => !hypervisors.has(edition)),
      ...own.filter((source) => !cited.has(source)),
    ];
    if (wrong.length > 0)
      throw new Error(`${product} names ${wrong.join(', ')}, which is not there`);
  }
  return parsed;
}

/** What the decision is computed from, put together from the site's data. */
export function toDecisionBasis(
  edition: CurrentEdition,
  licences: readonly ProductLicence[],
  { products }: Pick<LicensingCatalogue, 'products'>,
): DecisionBasis {
  const limit = (product: string): ProductLimits => ({
    vmVcpus: limitOf(edition.statements, product, 'vmVcpus'),
    vmMemoryGib: limitOf(edition.statements, product, 'vmMemoryGib'),
    clusterHosts: limitOf(edition.statements, product, 'clusterHosts'),
    clusterVms: limitOf(edition.statements, product, 'clusterVms'),
  });
  return {
    knowledge: toKnowledge(edition),
    limits: Object.fromEntries(edition.products.map((product) => [product.id, limit(product.id)])),
    licences: Object.fromEntries(licences.map(({ id: product, editions }) => [product, editions])),
    terms: toAllTerms(products),
  };
}
