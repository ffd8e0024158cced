import * as z from 'zod/mini';
import { confidence, id, source } from './catalogue.ts';

/** One measured run of the packing engine, for the page that says how fast it is and how good its plans are. */
export const packingMeasurement = z.strictObject({
  id,
  /** `random`: independent draws; `profile`: workloads with an hourly profile. */
  instance: z.enum(['random', 'profile']),
  items: z.int().check(z.positive()),
  slots: z.int().check(z.positive()),
  resources: z.int().check(z.positive()),
  hosts: z.int().check(z.positive()),
  bound: z.int().check(z.positive()),
  seconds: z.number().check(z.positive()),
  source,
  confidence,
});
export type PackingMeasurement = z.infer<typeof packingMeasurement>;
