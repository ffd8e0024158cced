import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import {
  type MigrationProduct,
  parseMigrationProducts,
  withProduct,
} from '../scenario/migration-catalogue.ts';
import { defaultMigration } from '../scenario/migration-defaults.ts';
import { UsageError } from './command.ts';
import type { Texts } from './texts.ts';

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
  const path = new URL('../../content/data/migration/products.yaml', import.meta.url);
  return parseMigrationProducts(parse(await readFile(path, 'utf8')));
}
