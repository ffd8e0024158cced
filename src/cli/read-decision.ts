import type { DecisionBasis } from '../model/scoring/answer.ts';
import { type CurrentEdition, parseCurrentEdition } from '../scenario/current-edition.ts';
import type { LicensingCatalogue } from '../scenario/licensing-catalogue.ts';
import {
  type ProductLicence,
  parseProductLicences,
  toDecisionBasis,
} from '../scenario/product-licences.ts';
import { readLicensing } from './read-catalogues.ts';
import { readData } from './read-data.ts';

/** The products of today with what sources say of them and as what they are bought, from the site's files. */
export interface DecisionData {
  readonly edition: CurrentEdition;
  readonly catalogue: LicensingCatalogue;
  readonly licences: readonly ProductLicence[];
  readonly basis: DecisionBasis;
}

export async function readDecision(): Promise<DecisionData> {
  const edition = parseCurrentEdition({
    products: await readData('current/products'),
    criteria: await readData('current/criteria'),
    statements: await readData('current/statements'),
  });
  const catalogue = await readLicensing();
  const licences = parseProductLicences(await readData('current/licences'), catalogue);
  return { edition, catalogue, licences, basis: toDecisionBasis(edition, licences, catalogue) };
}
