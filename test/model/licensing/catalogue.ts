import type { LicensingPolicy } from '../../../src/model/licensing/policy.ts';
import type { Terms } from '../../../src/model/licensing/terms.ts';
import { parseLicensing, toTerms } from '../../../src/scenario/licensing-catalogue.ts';
import { defaultLicensing } from '../../../src/scenario/licensing-defaults.ts';
import { readData } from '../../content/read-content.ts';

export const catalogue = parseLicensing({
  products: readData('licensing/products'),
  sources: readData('licensing/sources'),
});

export const allTerms: readonly Terms[] = catalogue.products.map(toTerms);

export function terms(id: string): Terms {
  const found = allTerms.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no product ${id}`);
  return found;
}

export const policy = (changes: Partial<LicensingPolicy> = {}): LicensingPolicy => ({
  ...defaultLicensing,
  ...changes,
});
