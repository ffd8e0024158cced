import * as z from 'zod/mini';

const weight = z.number().check(z.gte(0), z.lte(100));
const name = z.string().check(z.maxLength(100));

/** The section `decision` of the scenario. */
export const decisionSchema = z.strictObject({
  weights: z.record(name, weight),
  mustHave: z.array(name).check(z.maxLength(100)),
  leftOut: z.array(name).check(z.maxLength(100)),
  mustCarryFleet: z.boolean(),
  costs: z.record(name, z.number().check(z.gte(0), z.lte(1e15))),
  editions: z.record(name, name),
  costWeight: weight,
  samples: z.int().check(z.gte(100), z.lte(1_000_000)),
});
