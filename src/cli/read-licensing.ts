import type { LicensingPolicy } from '../model/licensing/policy.ts';
import { software } from '../model/licensing/terms.ts';
import { type LicensingCatalogue, parseLicensing } from '../scenario/licensing-catalogue.ts';
import { UsageError } from './command.ts';
import { readData } from './read-data.ts';
import type { Texts } from './texts.ts';

/** The licence terms and prices of the site, from the same files. */
export async function readLicensing(): Promise<LicensingCatalogue> {
  return parseLicensing({
    products: await readData('licensing/products'),
    sources: await readData('licensing/sources'),
  });
}

/** Every product that a scenario names must be in the catalogue, and of the kind that its place asks for. */
export function checkProducts(
  policy: LicensingPolicy,
  { products }: LicensingCatalogue,
  path: string,
  texts: Texts,
): void {
  const problems: string[] = [];
  const check = (place: string, value: string | null, known: readonly string[]) => {
    if (value === null || known.includes(value)) return;
    const problem = {
      path: `licensing.${place}`,
      value: JSON.stringify(value),
      expected: `one of ${known.join(', ')}`,
    };
    problems.push(texts.scenarioProblem(path, problem));
  };
  const ofLayer = (layer: string) =>
    products.filter((product) => product.layer === layer).map(({ id }) => id);
  check('hypervisor', policy.hypervisor, ofLayer('hypervisor'));
  check('storage', policy.storage, ofLayer('storage'));
  check('backup', policy.backup, ofLayer('backup'));
  for (const which of software) {
    const known = products
      .filter(({ covers }) => covers === which)
      .flatMap(({ id, family }) => [family, id]);
    check(`choices.${which}`, policy.choices[which], [...new Set(known)]);
  }
  const all = products.map(({ id }) => id);
  for (const id of Object.keys(policy.quotes)) check('quotes', id, all);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
}
