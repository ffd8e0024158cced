import * as z from 'zod/mini';
import { currencies } from '../model/licensing/money.ts';
import { confidence, id, source, text } from './catalogue.ts';

/*
 * Sourced figures of the total cost: `content/data/cost/*.yaml`. What has no source (a host's price, an hour's) is no
 * entry but a field that the reader fills.
 */

const positive = z.number().check(z.positive());

export const energyFactor = z.strictObject({
  id,
  kind: z.enum(['electricity', 'cooling', 'emission']),
  name: text,
  value: positive,
  unit: text,
  /** Of a price; null for the others. */
  currency: z.nullable(z.enum(currencies)),
  note: z.nullable(text),
  source,
  confidence,
});
export type EnergyFactor = z.infer<typeof energyFactor>;
export const energyFactors = z.array(energyFactor);

export const powerCurve = z.strictObject({
  id,
  name: text,
  /** At 0, 10, … 100 % load. */
  watts: z.array(positive).check(z.length(11)),
  note: text,
  source,
  confidence,
});
export type PowerCurve = z.infer<typeof powerCurve>;
export const powerCurves = z.array(powerCurve);

/** What is said of a table that is a file of its own. */
export const sourcedTable = z.strictObject({
  id,
  name: text,
  file: z.string(),
  rows: z.int().check(z.positive()),
  unit: text,
  note: text,
  source,
  confidence,
});
export type SourcedTable = z.infer<typeof sourcedTable>;
