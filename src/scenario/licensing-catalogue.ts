import * as z from 'zod/mini';
import { currencies, minorPerMajor } from '../model/licensing/money.ts';
import { layers, type Price, type Rule, software, type Terms } from '../model/licensing/terms.ts';
import { confidence, id, text } from './catalogue.ts';

/*
 * Licence terms and prices of `content/data/licensing/`. Every product names its sources; low confidence does not
 * parse, and what is not known well enough is left out: a product without a price is one to ask a quote for.
 */

const whole = z.int().check(z.gte(1));
const ratio = z.number().check(z.gt(0), z.lte(1));
const isoDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

const rule = z.discriminatedUnion('metric', [
  z.strictObject({
    metric: z.literal('core'),
    minimumPerCpu: z.optional(whole),
    minimumPerHost: z.optional(whole),
    factor: z.optional(ratio),
  }),
  z.strictObject({
    metric: z.literal('socket'),
    socketsPerLicence: z.optional(whole),
    coresPerSocketLicence: z.optional(whole),
    coresPerHostLicence: z.optional(whole),
  }),
  z.strictObject({
    metric: z.literal('host'),
    socketsPerLicence: z.optional(whole),
    memoryGibPerLicence: z.optional(whole),
  }),
  z.strictObject({
    metric: z.enum(['vm', 'workload']),
    machinesPerLicence: z.optional(whole),
  }),
  z.strictObject({
    metric: z.literal('vcpu'),
    minimumPerMachine: z.optional(whole),
    vcpusPerLicence: z.optional(whole),
    factor: z.optional(ratio),
  }),
  z.strictObject({ metric: z.literal('tib') }),
  z.strictObject({ metric: z.literal('none') }),
]);

/** In the currency's major unit, as the source prints it. */
const price = z.strictObject({
  currency: z.enum(currencies),
  amount: z.number().check(z.gt(0)),
  low: z.optional(z.number().check(z.gt(0))),
  high: z.optional(z.number().check(z.gt(0))),
  termYears: z.optional(whole),
  asOf: isoDate,
});

const product = z.strictObject({
  id,
  /** Products of one family do the same; the cheapest legal mix is searched within it. */
  family: id,
  era: z.enum(['2008', 'today']),
  layer: z.enum(layers),
  covers: z.optional(z.enum(software)),
  name: text,
  rule,
  packSize: z.optional(whole),
  minimumPerOrder: z.optional(whole),
  guests: z.optional(
    z.strictObject({
      count: z.union([whole, z.literal('unlimited')]),
      isStackable: z.boolean(),
    }),
  ),
  reach: z.optional(z.enum(['machine', 'affinity', 'cluster'])),
  needsSupport: z.optional(z.boolean()),
  onlyWith: z.optional(z.array(id)),
  largestHostSockets: z.optional(whole),
  hostRuns: z.optional(z.enum(software)),
  includedTib: z.optional(z.number().check(z.gt(0))),
  isUniform: z.optional(z.boolean()),
  isSaleUncertain: z.optional(z.boolean()),
  offer: z.strictObject({
    licences: whole,
    per: z.enum(['once', 'year', 'month']),
    supportRatioPerYear: z.optional(ratio),
  }),
  prices: z.optional(z.array(price)),
  note: text,
  sources: z.array(id),
  confidence,
});
export type LicensedProduct = z.infer<typeof product>;

const source = z.strictObject({
  id,
  title: z.string().check(z.minLength(1)),
  url: z.url({ protocol: /^https?$/ }),
  asOf: isoDate,
});
export type LicensingSource = z.infer<typeof source>;

/** One schema an entry of each file, for Astro's collections. */
export const licensingSchemas = { products: product, sources: source };

/** A product as the model takes it; what an entry leaves out is the plainest rule. */
export const toTerms = (entry: LicensedProduct): Terms => ({
  id: entry.id,
  family: entry.family,
  era: entry.era,
  layer: entry.layer,
  covers: entry.covers ?? 'all',
  rule: toRule(entry.rule),
  packSize: entry.packSize ?? 1,
  minimumPerOrder: entry.minimumPerOrder ?? 0,
  guests: entry.guests ?? null,
  reach: entry.reach ?? 'cluster',
  needsSupport: entry.needsSupport ?? false,
  onlyWith: entry.onlyWith ?? null,
  largestHostSockets: entry.largestHostSockets ?? null,
  hostRuns: entry.hostRuns ?? null,
  includedTib: entry.includedTib ?? 0,
  isUniform: entry.isUniform ?? false,
  isSaleUncertain: entry.isSaleUncertain ?? false,
  offer: { ...entry.offer, supportRatioPerYear: entry.offer.supportRatioPerYear ?? null },
  prices: (entry.prices ?? []).map(toPrice),
});

/**
 * Products by id, in which order every tool takes them: the site's collections come in another one than their file,
 * and of what costs the same, or has no price, the answer is the first.
 */
export const inOrder = (products: readonly LicensedProduct[]): readonly LicensedProduct[] =>
  products.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** All products as the model takes them. */
export const toAllTerms = (products: readonly LicensedProduct[]): readonly Terms[] =>
  inOrder(products).map(toTerms);

function toRule(given: LicensedProduct['rule']): Rule {
  switch (given.metric) {
    case 'core':
      return { minimumPerCpu: 0, minimumPerHost: 0, factor: 1, ...known(given) };
    case 'socket':
      return {
        socketsPerLicence: 1,
        coresPerSocketLicence: null,
        coresPerHostLicence: null,
        ...known(given),
      };
    case 'host':
      return { socketsPerLicence: null, memoryGibPerLicence: null, ...known(given) };
    case 'vm':
    case 'workload':
      return { machinesPerLicence: 1, ...known(given) };
    case 'vcpu':
      return { minimumPerMachine: 0, vcpusPerLicence: 1, factor: 1, ...known(given) };
    case 'tib':
    case 'none':
      return given;
  }
}

/** Without keys that are there and undefined: they would hide a default. */
type Known<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };
const known = <T extends object>(value: T): Known<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Known<T>;

function toPrice({ currency, amount, low, high, termYears, asOf }: z.infer<typeof price>): Price {
  const minor = (value: number) => Math.round(value * minorPerMajor[currency]);
  return {
    currency,
    minor: minor(amount),
    lowMinor: minor(low ?? amount),
    highMinor: minor(high ?? amount),
    termYears: termYears ?? null,
    asOf,
  };
}

const catalogue = z.strictObject({ products: z.array(product), sources: z.array(source) });
export type LicensingCatalogue = z.infer<typeof catalogue>;

/**
 * Reads `{ products, sources }`, the parsed content of the two files.
 *
 * @throws {z.core.$ZodError} where a value is wrong; {Error} where a product cites a source that does not exist
 */
export function parseLicensing(raw: unknown): LicensingCatalogue {
  const parsed = catalogue.parse(raw);
  const ids = new Set(parsed.sources.map((entry) => entry.id));
  for (const { id: product, sources } of parsed.products) {
    const missing = sources.find((cited) => !ids.has(cited));
    if (missing !== undefined) throw new Error(`${product} cites ${missing}, which is no source`);
  }
  return parsed;
}
