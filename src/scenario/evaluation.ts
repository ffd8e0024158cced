import * as z from 'zod/mini';
import { confidence, id, source, text } from './catalogue.ts';

/**
 * The evaluation as data: `content/data/evaluation/*.yaml`. What the report examined, what it found, its Tables 4 and
 * 5, and what public sources say of its products. Every entry carries its source, date and confidence, as the
 * catalogue's do; what is known with low confidence does not parse.
 *
 * Table 6 is in the catalogue (`overheads.yaml`): the planner computes with it.
 */

/** Place in the report's own order: a collection comes ordered by id. */
const order = z.int().check(z.positive());
/** Path of a reading page, the same in both languages. */
const page = z.string().check(z.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/));
const sourced = { source, confidence };
const texts = z.array(text).check(z.minLength(1));

/** An item of Tables 1 to 3, with the place on this site that answers its question. */
const criterion = z.strictObject({
  id,
  order,
  table: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  group: text,
  item: text,
  question: text,
  page,
  anchor: id,
  ...sourced,
});
export type Criterion = z.infer<typeof criterion>;

const product = z.strictObject({
  id,
  order,
  /** As the report names it. */
  name: z.string(),
  /** For the head of a column. */
  short: z.string(),
  ...sourced,
});
export type Product = z.infer<typeof product>;

/** A column of Table 4. */
const backupMethod = z.strictObject({
  id,
  order,
  name: text,
  how: text,
  kind: z.enum(['conventional', 'offline', 'online']),
  /** What one backup holds. */
  unit: text,
  /** Whether the machine may run meanwhile. */
  online: z.boolean(),
  merits: texts,
  drawbacks: texts,
  limits: text,
  ...sourced,
});
export type BackupMethod = z.infer<typeof backupMethod>;

/** A column of Table 5. */
const placementRule = z.strictObject({
  id,
  product: z.enum(['A', 'B', 'C']),
  trigger: text,
  machine: text,
  target: text,
  other: text,
  ...sourced,
});
export type PlacementRule = z.infer<typeof placementRule>;

/** A failure point of Figure 9. */
const failurePoint = z.strictObject({
  id,
  order,
  name: text,
  /** What depends on it. */
  carries: text,
  seen: text,
  advice: text,
  ...sourced,
});
export type FailurePoint = z.infer<typeof failurePoint>;

/** The result of one area in a line. */
const finding = z.strictObject({
  id,
  order,
  area: text,
  verdict: text,
  /** What to look at in one's own case. */
  check: text,
  page,
  ...sourced,
});
export type Finding = z.infer<typeof finding>;

/** One statement of a public source about one product in its 2008 edition. */
const productKnowledge = z.strictObject({
  id,
  /** A product's id. */
  product: id,
  /** A criterion's id. */
  criterion: id,
  statement: text,
  ...sourced,
});
export type ProductKnowledge = z.infer<typeof productKnowledge>;

/** A word explained in this site's own words; no source, because it states no fact of the world. */
const glossaryWord = z.strictObject({
  id,
  name: text,
  /** Kana of the Japanese name; null where it holds no kanji. */
  reading: z.nullable(z.string().check(z.minLength(1))),
  meaning: text,
  page,
});
export type GlossaryWord = z.infer<typeof glossaryWord>;

/** One schema an entry of each file, for Astro's collections. */
export const evaluationSchemas = {
  criteria: criterion,
  products: product,
  backupMethods: backupMethod,
  placementRules: placementRule,
  failurePoints: failurePoint,
  findings: finding,
  productKnowledge,
  glossary: glossaryWord,
};
