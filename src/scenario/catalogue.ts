import * as z from 'zod/mini';
import type { OverheadSet } from '../model/performance/overhead-set.ts';
import type { HostType } from '../model/scenario.ts';
import { fromGigabits } from '../model/units.ts';

/**
 * The catalogue of numbers of the world: `content/data/*.yaml`. Every entry carries its source, the date that the
 * source speaks of, and how far it is trusted. The schemas refuse an entry without them, and refuse low confidence:
 * what is not known well enough is a gap (null), not a guess.
 */

/** The same text in both languages; a missing one does not parse. */
export const text = z.strictObject({
  ja: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});

/** A year, a month or a day, as text: sources are rarely dated better, and text compares. */
const isoDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

export const source = z.strictObject({
  title: z.string().check(z.minLength(1)),
  /** Null for a printed source, and for an assumption of this site. */
  url: z.nullable(z.url({ protocol: /^https?$/ })),
  asOf: isoDate,
  /** Where in the source: a table, a row. */
  locator: z.optional(z.string()),
});

/** `assumption`: chosen by this site and said so, not a fact. */
export const confidence = z.enum(['high', 'medium', 'assumption']);

const positive = z.number().check(z.positive());
const whole = z.int().check(z.positive());
export const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

const hostTypeEntry = z.strictObject({
  id,
  name: text,
  cpu: z.string(),
  socketCount: whole,
  coresPerSocket: whole,
  threadsPerCore: whole,
  /** Nominal clock. */
  coreMhz: positive,
  /** Electric power as measured by the benchmark that `source` cites; null where no measurement was published. */
  power: z.nullable(
    z.strictObject({
      idleWatts: positive,
      fullWatts: positive,
      /** Memory that was in the machine then: small, as in most benchmark systems. */
      memoryGib: positive,
    }),
  ),
  /** What a buyer chooses, and so no fact of the model: a starting point that the reader changes. */
  configuration: z.strictObject({
    memoryGib: positive,
    networkGigabits: z.nullable(positive),
    note: text,
  }),
  rackUnits: z.nullable(z.strictObject({ value: positive, source })),
  price: z.nullable(z.strictObject({ value: positive, currency: z.string(), source })),
  note: z.nullable(text),
  source,
  confidence,
});
export type HostTypeEntry = z.infer<typeof hostTypeEntry>;

/** Null is a gap: not measured, or not printed by the source. The note says which. */
const measured = z.strictObject({
  oneVmRatio: z.nullable(positive),
  fourVmsRatio: z.nullable(positive),
  note: z.optional(text),
});

const overheadEntry = z.strictObject({
  id,
  name: text,
  paths: z.strictObject({
    cpu: measured,
    memory: measured,
    diskRead: measured,
    diskAsyncWrite: measured,
    diskSyncWrite: measured,
    network: measured,
  }),
  note: text,
  source,
  confidence,
});
export type OverheadEntry = z.infer<typeof overheadEntry>;

const quotedFigure = z.strictObject({
  id,
  /** What the figure counts. */
  name: text,
  value: z.number(),
  unit: text,
  /** The period that it speaks of, as far as it differs from the source's date. */
  period: z.nullable(text),
  note: z.nullable(text),
  source,
  confidence,
});
export type QuotedFigure = z.infer<typeof quotedFigure>;

const testBedPart = z.strictObject({
  id,
  name: text,
  physical: text,
  virtualized: text,
  source,
  confidence,
});
export type TestBedPart = z.infer<typeof testBedPart>;

/** A source that the pages cite by its id. */
const citedSource = z.strictObject({
  id,
  /** As it stands in running text: who and when. */
  short: text,
  title: text,
  url: z.nullable(z.url({ protocol: /^https?$/ })),
  asOf: isoDate,
  note: z.optional(text),
  confidence,
});
export type CitedSource = z.infer<typeof citedSource>;

export type Source = z.infer<typeof source>;
export type Text = z.infer<typeof text>;
export type Language = keyof Text;
export type Confidence = z.infer<typeof confidence>;

/** One schema an entry of each file, for Astro's collections. */
export const entrySchemas = {
  hostTypes: hostTypeEntry,
  overheads: overheadEntry,
  quotedFigures: quotedFigure,
  testBed: testBedPart,
  sources: citedSource,
};

const uniqueIds = z.refine<readonly { readonly id: string }[]>(
  (entries) => new Set(entries.map((entry) => entry.id)).size === entries.length,
  'two entries have the same id',
);

const catalogue = z.strictObject({
  hostTypes: z.array(hostTypeEntry).check(z.minLength(1), uniqueIds),
  overheads: z.array(overheadEntry).check(z.minLength(1), uniqueIds),
});
/** What the planner may choose from. */
export type Catalogue = z.infer<typeof catalogue>;

/**
 * Reads `{ hostTypes, overheads }`, the parsed content of `host-types.yaml` and `overheads.yaml`.
 *
 * @throws {z.core.$ZodError} with the path of every value that is wrong: the files are the site's own, so a wrong
 *   value is a broken invariant.
 */
export const parseCatalogue = (raw: unknown): Catalogue => catalogue.parse(raw);

/**
 * A host type of the catalogue as the model takes it, named in the reader's language.
 *
 * Storage is not limited (shared storage is sized apart), and work per MHz is taken to be that of the fleet's own
 * machines: the reader corrects both.
 */
export const toHostType = (entry: HostTypeEntry, language: Language): HostType => ({
  id: entry.id,
  name: entry.name[language],
  socketCount: entry.socketCount,
  coresPerSocket: entry.coresPerSocket,
  coreMhz: entry.coreMhz,
  hasHyperThreading: entry.threadsPerCore > 1,
  performancePerMhz: 1,
  memoryGib: entry.configuration.memoryGib,
  diskGib: null,
  diskIops: null,
  diskMibPerSecond: null,
  networkMibPerSecond:
    entry.configuration.networkGigabits === null
      ? null
      : fromGigabits(entry.configuration.networkGigabits),
  idleWatts: entry.power?.idleWatts ?? null,
  fullWatts: entry.power?.fullWatts ?? null,
  rackUnits: entry.rackUnits?.value ?? null,
  price: entry.price?.value ?? null,
  available: null,
});

/** An overhead set as the model takes it: the ratios alone. */
export const toOverheadSet = ({ id, paths }: OverheadEntry): OverheadSet => ({
  id,
  paths: {
    cpu: ratios(paths.cpu),
    memory: ratios(paths.memory),
    diskRead: ratios(paths.diskRead),
    diskAsyncWrite: ratios(paths.diskAsyncWrite),
    diskSyncWrite: ratios(paths.diskSyncWrite),
    network: ratios(paths.network),
  },
});

const ratios = ({ oneVmRatio, fourVmsRatio }: OverheadEntry['paths']['cpu']) => ({
  oneVmRatio,
  fourVmsRatio,
});
