import * as z from 'zod/mini';
import { confidence, id, source, text } from './catalogue.ts';

const positive = z.number().check(z.positive());

/** A measurement of busy vCPUs beyond the processors (see `overcommitLoss` in the model). */
const overcommit = z.strictObject({
  id,
  name: text,
  aloneMinutes: positive,
  togetherMinutes: positive,
  vcpusPerCore: z.number().check(z.gt(1)),
  note: text,
  source,
  confidence,
});

/** What a product does about memory as it comes. Null is a gap: the source does not say. */
const memoryTechnique = z.strictObject({
  id,
  name: text,
  sharing: z.enum(['none', 'when-short', 'always']),
  identicalRatio: z.nullable(z.number().check(z.gt(0), z.lte(0.9))),
  ballooning: z.nullable(z.boolean()),
  note: text,
  source,
  confidence,
});
export type MemoryTechniqueEntry = z.infer<typeof memoryTechnique>;

export const performanceSchemas = { overcommit, memoryTechnique };
