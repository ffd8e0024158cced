import * as z from 'zod/mini';
import type { Scenario } from '../model/scenario.ts';
import { availabilitySchema } from './availability-schema.ts';
import { backupSchema } from './backup-schema.ts';
import { costSchema } from './cost-schema.ts';
import { decisionSchema } from './decision-schema.ts';
import { failoverSchema } from './failover-schema.ts';
import { licensingSchema } from './licensing-schema.ts';
import { balancingSchema, migrationSchema } from './migration-schema.ts';
import { performanceSchema } from './performance-schema.ts';

/*
 * The scenario as it comes from outside: an address, a project file, a command's --scenario. Everything is optional
 * (see fill.ts), nothing unknown is accepted, and every number has its range, so that a mistyped name or a percent in
 * place of a ratio is an error that names the place and not a strange plan.
 */

const ratio = z.number().check(z.gte(0), z.lte(1));
/** A target of 0 would leave no capacity at all. */
const target = z.number().check(z.gte(0.01), z.lte(1));
const amount = z.number().check(z.gte(0), z.lte(1e12));
const positive = z.number().check(z.gt(0), z.lte(1e12));
const count = z.int().check(z.gte(1), z.lte(1_000_000));
const text = z.string().check(z.maxLength(200));
const names = z.array(text).check(z.maxLength(200_000));

export const hostTypeSchema = z.strictObject({
  id: text.check(z.minLength(1)),
  name: text,
  socketCount: count,
  coresPerSocket: count,
  coreMhz: positive,
  hasHyperThreading: z.boolean(),
  performancePerMhz: positive,
  memoryGib: positive,
  diskGib: z.nullable(amount),
  diskIops: z.nullable(amount),
  diskMibPerSecond: z.nullable(amount),
  networkMibPerSecond: z.nullable(amount),
  idleWatts: z.nullable(amount),
  fullWatts: z.nullable(amount),
  rackUnits: z.nullable(amount),
  price: z.nullable(amount),
  available: z.nullable(count),
});

const measured = z.strictObject({
  oneVmRatio: z.nullable(positive),
  fourVmsRatio: z.nullable(positive),
  law: z.optional(
    z.strictObject({
      alpha: z.number().check(z.gte(0), z.lte(1000)),
      beta: z.number().check(z.gte(0), z.lte(1000)),
      vmsAtFull: z.number().check(z.gte(1), z.lte(100_000)),
    }),
  ),
});

export const overheadSchema = z.strictObject({
  id: text,
  paths: z.strictObject({
    cpu: measured,
    memory: measured,
    diskRead: measured,
    diskAsyncWrite: measured,
    diskSyncWrite: measured,
    network: measured,
  }),
});

const demandSchema = z.strictObject({
  kind: z.enum(['peak', 'percentile', 'coincident']),
  percentileRatio: z.number().check(z.gt(0), z.lte(1)),
  slots: z.union([z.literal(24), z.literal(168), z.literal('all')]),
  utcOffsetHours: z.number().check(z.gte(-12), z.lte(14)),
  memory: z.enum(['configured', 'active']),
  assumedCpuRatio: ratio,
  growthPerYearRatio: z.number().check(z.gte(-0.5), z.lte(5)),
  growthYears: z.number().check(z.gte(0), z.lte(20)),
});

const targetSchema = z.strictObject({
  cpu: target,
  memory: target,
  disk: target,
  iops: target,
  throughput: target,
  network: target,
});

const capacitySchema = z.strictObject({
  targetRatio: targetSchema,
  headroomRatio: z.number().check(z.gte(0), z.lte(0.9)),
  vcpusPerCore: z.nullable(z.number().check(z.gt(0), z.lte(1000))),
  vmsPerHost: z.nullable(count),
  largestVmVcpus: z.nullable(count),
  largestVmMemoryGib: z.nullable(positive),
  hostMemoryGib: amount,
  vmMemoryGib: amount,
  hyperThreadingGainRatio: ratio,
  pageSharingRatio: z.number().check(z.gte(0), z.lte(0.9)),
  overhead: overheadSchema,
});

const failureSchema = z.strictObject({
  tolerate: z.int().check(z.gte(0), z.lte(16)),
  targetRatio: target,
  spare: z.enum(['spread', 'dedicated']),
});

export const scenarioSchema = z.strictObject({
  version: z.literal(1),
  seed: z.int().check(z.gte(0), z.lte(4_294_967_295)),
  hostTypes: z.array(hostTypeSchema).check(z.minLength(1), z.maxLength(20)),
  demand: demandSchema,
  capacity: capacitySchema,
  failure: failureSchema,
  failover: failoverSchema,
  availability: availabilitySchema,
  effort: z.number().check(z.gte(0), z.lte(1000)),
  seedCount: z.int().check(z.gte(1), z.lte(64)),
  movesPerHost: z.nullable(z.number().check(z.gte(0), z.lte(1e6))),
  domainCount: z.int().check(z.gte(1), z.lte(64)),
  exclude: z.strictObject({ poweredOff: z.boolean(), templates: z.boolean(), names }),
  rules: z.strictObject({
    together: z.array(names),
    apart: z.array(names),
    spread: z.array(names),
    groups: z
      .array(z.strictObject({ name: text, workloads: names, isExclusive: z.boolean() }))
      .check(z.maxLength(8)),
    pinned: z.record(z.string(), text),
  }),
  migration: migrationSchema,
  balancing: balancingSchema,
  backup: backupSchema,
  cost: costSchema,
  performance: performanceSchema,
  licensing: licensingSchema,
  decision: decisionSchema,
});

/** The schema describes exactly the model's type: the two cannot drift apart. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const schemaMatchesModel: Same<Writable<Scenario>, z.infer<typeof scenarioSchema>> = true;
type Writable<T> = T extends (infer Item)[] | readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;
