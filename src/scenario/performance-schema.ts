import * as z from 'zod/mini';
import { measuredPaths } from '../model/performance/overhead-set.ts';

const factor = z.number().check(z.gte(0), z.lte(10));
const positive = z.number().check(z.gt(0), z.lte(1e12));

/** Ends in order; the likely value between them. */
const inOrder = z.refine<{ low: number; likely: number; high: number }>(
  ({ low, likely, high }) => low <= likely && likely <= high,
  'low <= likely <= high',
);
const spread = (least: number, most: number) => {
  const value = z.number().check(z.gte(least), z.lte(most));
  return z.strictObject({ low: value, likely: value, high: value }).check(inOrder);
};

const benchmarkRow = z.strictObject({
  path: z.enum(measuredPaths),
  vms: z.int().check(z.gte(1), z.lte(100_000)),
  throughput: positive,
  physical: z.nullable(positive),
});

/** The settings of the performance tool. */
export const performanceSchema = z.strictObject({
  loadRatio: z.number().check(z.gt(0), z.lte(10)),
  overcommitLossRatio: factor,
  memory: z.strictObject({
    sharing: z.enum(['none', 'when-short', 'always']),
    identicalRatio: z.number().check(z.gte(0), z.lte(0.9)),
    ballooning: z.boolean(),
  }),
  moreLike: z.nullable(z.string().check(z.maxLength(200))),
  benchmark: z.array(benchmarkRow).check(z.maxLength(500)),
  vmsAtFull: z.nullable(z.int().check(z.gte(2), z.lte(100_000))),
  spreads: z.strictObject({
    draws: z.int().check(z.gte(10), z.lte(5000)),
    level: spread(0.01, 10),
    growth: spread(-0.5, 5),
    efficiency: spread(0.01, 2),
    peaks: spread(0, 10),
  }),
});
