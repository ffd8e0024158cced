import {
  type MigrationProduct,
  parseMigrationProducts,
  withProduct,
} from '../scenario/migration-catalogue.ts';
import { defaultMigration } from '../scenario/migration-defaults.ts';
import { isPlain } from '../scenario/plain.ts';
import { UsageError } from './command.ts';
import { readData } from './read-data.ts';
import type { Texts } from './texts.ts';

/**
 * Where a scenario names a product (`"migration": { "product": "kubevirt" }`), its limits; what the scenario says
 * itself wins over them.
 */
export async function withMigrationProduct(raw: unknown, texts: Texts): Promise<unknown> {
  if (!isPlain(raw) || !isPlain(raw['migration'])) return raw;
  const { migration } = raw;
  const id = migration['product'];
  if (typeof id !== 'string' || id === '') return raw;
  const products = await readProducts();
  const found = products.find((product) => product.id === id);
  if (found === undefined) {
    throw new UsageError(
      texts.notInCatalogue(
        id,
        products.map((product) => product.id),
      ),
    );
  }
  const network = isPlain(migration['network']) ? migration['network'] : {};
  const gigabits = network['gigabitsPerSecond'];
  const { network: _, ...limits } = withProduct(
    {
      ...defaultMigration,
      network: {
        ...defaultMigration.network,
        ...(typeof gigabits === 'number' ? { gigabitsPerSecond: gigabits } : {}),
      },
    },
    found,
  );
  return { ...raw, migration: { ...limits, ...migration } };
}

async function readProducts(): Promise<readonly MigrationProduct[]> {
  return parseMigrationProducts(await readData('migration/products'));
}
