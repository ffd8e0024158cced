import * as z from 'zod/mini';
import {
  type BackupMethod,
  type BackupProduct,
  type BackupRules,
  requirements,
} from '../model/backup/method.ts';
import { confidence, entrySchemas, id, source, text } from './catalogue.ts';

/** Methods and products of backups as data: `content/data/backup/`. */

const ability = z.enum(['yes', 'no', 'depends', 'unknown']);
const requirement = z.enum(requirements);
const sourced = { source, confidence };

const method = z.strictObject({
  id,
  order: z.int().check(z.positive()),
  era: z.enum(['report', 'today']),
  name: text,
  how: text,
  units: z.array(z.enum(['data', 'disk', 'machine'])).check(z.minLength(1)),
  online: z.boolean(),
  difference: ability,
  singleFile: ability,
  application: ability,
  rawDisk: ability,
  products: z.union([z.enum(['any', 'most', 'snapshot', 'tracking']), z.array(id)]),
  needs: z.array(requirement),
  mayNeed: z.array(requirement),
  hostLoad: z.enum(['none', 'light', 'heavy']),
  lan: z.enum(['raw', 'reduced', 'none']),
  repository: z.boolean(),
  logs: z.boolean(),
  instant: ability,
  offsite: z.boolean(),
  note: text,
  ...sourced,
});
export type BackupMethodEntry = z.infer<typeof method>;

const product = z.strictObject({
  id,
  name: text,
  snapshot: ability,
  tracking: ability,
  /** How it keeps track of changes. */
  what: text,
  ...sourced,
});
export type BackupProductEntry = z.infer<typeof product>;

export const backupSchemas = { methods: method, products: product };

const catalogue = z.strictObject({
  methods: z.array(method).check(z.minLength(1)),
  products: z.array(product),
  figures: z.array(entrySchemas.quotedFigures),
});
export type BackupCatalogue = z.infer<typeof catalogue>;

/** Reads the parsed content of `content/data/backup/*.yaml`; throws where the site's own data is wrong. */
export const parseBackupCatalogue = (raw: unknown): BackupCatalogue => catalogue.parse(raw);

const byOrder = (a: BackupMethodEntry, b: BackupMethodEntry) => a.order - b.order;

/** The rules alone, as the model takes them, in the order of the data. */
export const toBackupRules = ({
  methods,
  products,
}: Pick<BackupCatalogue, 'methods' | 'products'>): BackupRules => ({
  methods: methods.toSorted(byOrder).map(toMethod),
  products: products.map(toProduct),
});

function toMethod(entry: BackupMethodEntry): BackupMethod {
  const { order: _o, name: _n, how: _h, note: _t, source: _s, confidence: _c, ...rules } = entry;
  return rules;
}

const toProduct = ({ id: own, snapshot, tracking }: BackupProductEntry): BackupProduct => ({
  id: own,
  snapshot,
  tracking,
});
