import * as z from 'zod/mini';
import type { MigrationSettings } from '../model/migration/settings.ts';
import { confidence, id, source, text } from './catalogue.ts';

/** What products limit and do by default in live migration: `content/data/migration/*.yaml`. */

const positive = z.number().check(z.positive());
const whole = z.int().check(z.positive());
const fallback = z.enum(['fail', 'stop', 'auto-converge', 'post-copy']);

export const migrationProduct = z.strictObject({
  id,
  name: text,
  /** May depend on the link. */
  concurrentPerHost: z.nullable(z.strictObject({ at1Gbe: whole, at10Gbe: whole })),
  concurrentPerCluster: z.nullable(whole),
  concurrentStoragePerHost: z.nullable(whole),
  capMibPerSecond: z.nullable(positive),
  downtimeLimitSeconds: z.nullable(positive),
  maxRounds: z.nullable(whole),
  whenNotConverging: z.nullable(fallback),
  options: z.array(fallback),
  movesStorage: z.nullable(z.boolean()),
  cpu: z.nullable(z.enum(['identical', 'vendor', 'any'])),
  note: text,
  sources: z.array(source).check(z.minLength(1)),
  confidence,
});
export type MigrationProduct = z.infer<typeof migrationProduct>;

/** Reads the parsed content of `products.yaml`; a wrong value is a broken invariant of the site. */
export const parseMigrationProducts = (raw: unknown): readonly MigrationProduct[] =>
  z.array(migrationProduct).parse(raw);

const published = {
  id,
  name: text,
  note: z.nullable(text),
  source,
  confidence,
};
export const publishedRun = z.discriminatedUnion('kind', [
  z.strictObject({
    ...published,
    kind: z.literal('duration'),
    leastSeconds: positive,
    mostSeconds: positive,
  }),
  z.strictObject({ ...published, kind: z.literal('downtime'), downtimeSeconds: positive }),
  z.strictObject({ ...published, kind: z.literal('speedup'), shorterRatio: positive }),
  z.strictObject({
    ...published,
    kind: z.literal('disk-copy'),
    gibPerMachine: positive,
    mibPerSecond: positive,
    runs: z.array(z.strictObject({ machines: whole, seconds: positive })),
  }),
]);
export type PublishedRun = z.infer<typeof publishedRun>;

/** The product's limits in place of a scenario's; what the sources do not tell stays as it was. */
export function withProduct(
  settings: MigrationSettings,
  product: MigrationProduct,
): MigrationSettings {
  const { concurrentPerHost } = product;
  const isFast = settings.network.gigabitsPerSecond >= 10;
  return {
    ...settings,
    product: product.id,
    concurrentPerHost:
      (isFast ? concurrentPerHost?.at10Gbe : concurrentPerHost?.at1Gbe) ??
      settings.concurrentPerHost,
    concurrentPerCluster: product.concurrentPerCluster,
    capMibPerSecond: product.capMibPerSecond,
    downtimeLimitSeconds: product.downtimeLimitSeconds ?? settings.downtimeLimitSeconds,
    maxRounds: product.maxRounds ?? settings.maxRounds,
    whenNotConverging: product.whenNotConverging ?? settings.whenNotConverging,
    movesStorage: product.movesStorage ?? settings.movesStorage,
    cpu: product.cpu ?? settings.cpu,
  };
}
