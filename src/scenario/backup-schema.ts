import * as z from 'zod/mini';

/** The part of a scenario that says how machines are backed up (see `model/backup/settings.ts`). */

const ratio = z.number().check(z.gte(0), z.lte(1));
/** None at all would leave nothing to compute with. */
const share = z.number().check(z.gte(0.01), z.lte(1));
const speed = z.number().check(z.gte(0.001), z.lte(1e9));
const gib = z.number().check(z.gt(0), z.lte(1e9));
const seconds = z.number().check(z.gte(0), z.lte(1e9));
const duration = z.number().check(z.gte(1), z.lte(1e9));
const few = z.int().check(z.gte(0), z.lte(1000));
const count = z.int().check(z.gte(1), z.lte(100_000));
const text = z.string().check(z.maxLength(200));
const texts = z.array(text).check(z.maxLength(100));
const id = text.check(z.minLength(1));
const hostLoad = z.enum(['none', 'light', 'heavy']);
const medium = z.enum(['disk', 'object', 'tape']);
const weight = z.int().check(z.gte(0), z.lte(3));

const has = z.strictObject({
  'guest-software': z.boolean(),
  'management-software': z.boolean(),
  'image-software': z.boolean(),
  'array-snapshot': z.boolean(),
  'array-replication': z.boolean(),
  'block-storage': z.boolean(),
  'virtual-proxy': z.boolean(),
});

const priorities = z.strictObject({
  'little-load': weight,
  'no-agents': weight,
  'whole-machine': weight,
  'single-file': weight,
  'small-copies': weight,
  'any-product': weight,
  'quick-return': weight,
});

const needs = z.strictObject({
  unit: z.enum(['data', 'system']),
  online: z.boolean(),
  singleFile: z.boolean(),
  difference: z.boolean(),
  application: z.boolean(),
  rawDisk: z.boolean(),
  hostLoad,
  rpoSeconds: z.nullable(duration),
  rtoSeconds: z.nullable(duration),
  offsite: z.boolean(),
  immutable: z.boolean(),
});

const rules = {
  needs,
  method: z.nullable(id),
  changePerDayRatio: ratio,
  keptRatio: share,
  intervalSeconds: z.literal([3600, 7200, 10_800, 14_400, 21_600, 28_800, 43_200, 86_400]),
  retentionDays: z.int().check(z.gte(1), z.lte(3660)),
};

const match = z.strictObject({
  os: texts,
  application: texts,
  environment: texts,
  folder: texts,
  cluster: texts,
  atLeastGib: z.nullable(z.number().check(z.gte(0), z.lte(1e9))),
  atMostGib: z.nullable(z.number().check(z.gte(0), z.lte(1e9))),
  names: z.array(text).check(z.maxLength(200_000)),
});

const chain = z.strictObject({
  kind: z.enum(['forever', 'synthetic', 'active']),
  fullEveryDays: z.int().check(z.gte(1), z.lte(366)),
  spreadFulls: z.boolean(),
  weekly: few,
  monthly: few,
  yearly: few,
  blockCloning: z.boolean(),
  growthPerYearRatio: z.number().check(z.gte(0), z.lte(5)),
  years: z.int().check(z.gte(1), z.lte(15)),
});

const windowLimits = z.strictObject({
  seconds: duration,
  proxies: z.int().check(z.gte(1), z.lte(1000)),
  coresPerProxy: z.int().check(z.gte(1), z.lte(1000)),
  tasksPerCore: z.int().check(z.gte(1), z.lte(16)),
  fullMibPerSecondPerCore: speed,
  incrementalMibPerSecondPerCore: speed,
  tasksPerHost: z.int().check(z.gte(1), z.lte(1000)),
  hostMibPerSecond: z.nullable(speed),
  lanMibPerSecond: z.nullable(speed),
  lanRatio: share,
  storageMibPerSecond: z.nullable(speed),
  storageRatio: share,
  repositoryMibPerSecond: z.nullable(speed),
  storageBusyRatio: z.nullable(ratio),
  failureRatio: ratio,
});

const restore = z.strictObject({
  fileGib: gib,
  prepareSeconds: seconds,
  bootSeconds: seconds,
  instantAtOnce: count,
  streams: z.int().check(z.gte(1), z.lte(1000)),
  streamMibPerSecond: speed,
  repositoryMibPerSecond: z.nullable(speed),
  storageMibPerSecond: z.nullable(speed),
  rebuildSeconds: z.nullable(seconds),
  arraySeconds: seconds,
  logSeconds: duration,
});

const copies = z.strictObject({
  repositoryMedium: medium,
  repositoryImmutable: z.boolean(),
  hasOffsite: z.boolean(),
  offsiteMedium: medium,
  offsiteImmutable: z.boolean(),
  linkMegabits: z.nullable(speed),
  linkHours: z.number().check(z.gte(0.1), z.lte(24)),
  verified: z.boolean(),
});

export const backupSchema = z.strictObject({
  environment: z.strictObject({ product: id, has }),
  priorities,
  classes: z.array(z.strictObject({ id, name: text, match, ...rules })).check(z.maxLength(20)),
  rest: z.strictObject(rules),
  chain,
  window: windowLimits,
  restore,
  copies,
  sample: z.strictObject({ machines: count, usedGib: gib, hosts: count }),
});
