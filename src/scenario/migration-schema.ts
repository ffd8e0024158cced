import * as z from 'zod/mini';

/** The settings of migration and of balancing as they come from outside, with their ranges. */

const ratio = z.number().check(z.gte(0), z.lte(1));
const share = z.number().check(z.gte(0.01), z.lte(1));
const names = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200_000));
const slots = z.int().check(z.gte(1), z.lte(64));

export const migrationSchema = z.strictObject({
  product: z.string().check(z.maxLength(80)),
  hosts: z.enum(['auto', 'today', 'plan']),
  network: z.strictObject({
    gigabitsPerSecond: z.number().check(z.gte(0.01), z.lte(1000)),
    usableRatio: share,
    kind: z.enum(['dedicated', 'shared']),
    shareRatio: share,
  }),
  capMibPerSecond: z.nullable(z.number().check(z.gte(0.1), z.lte(1e6))),
  concurrentPerHost: slots,
  concurrentPerCluster: z.nullable(z.int().check(z.gte(1), z.lte(1000))),
  downtimeLimitSeconds: z.number().check(z.gte(0), z.lte(2000)),
  maxRounds: z.int().check(z.gte(0), z.lte(1000)),
  whenNotConverging: z.enum(['fail', 'stop', 'auto-converge', 'post-copy']),
  throttle: z.strictObject({
    triggerRatio: ratio,
    firstRatio: ratio,
    stepRatio: ratio,
    mostRatio: z.number().check(z.gte(0), z.lte(0.99)),
  }),
  dirtyMibPerSecondPerGib: z.number().check(z.gte(0), z.lte(100_000)),
  mostDirtyMibPerSecond: z.number().check(z.gte(0), z.lte(1e6)),
  storage: z.enum(['shared', 'local']),
  movesStorage: z.boolean(),
  storageMibPerSecond: z.number().check(z.gte(0.1), z.lte(1e6)),
  cpu: z.enum(['identical', 'vendor', 'any']),
  rebootSeconds: z.number().check(z.gte(0), z.lte(86_400)),
  machine: z.strictObject({
    memoryGib: z.number().check(z.gt(0), z.lte(1e6)),
    dirtyMibPerSecond: z.number().check(z.gte(0), z.lte(1e6)),
    diskGib: z.number().check(z.gte(0), z.lte(1e6)),
  }),
  stay: names,
  devices: names,
  localDisks: names,
});

export const balancingSchema = z.strictObject({
  policy: z.enum(['A', 'B', 'C', 'ours']),
  mode: z.enum(['automatic', 'recommend']),
  thresholdRatio: z.strictObject({ cpu: share, memory: share }),
  holdSeconds: z.number().check(z.gte(0), z.lte(86_400)),
  intervalSeconds: z.number().check(z.gte(60), z.lte(3600)),
  cooldownSeconds: z.number().check(z.gte(0), z.lte(86_400)),
  imbalanceRatio: z.number().check(z.gte(0), z.lte(1)),
  reserveRatio: ratio,
  target: z.enum(['lowest', 'highest']),
  switchOff: z.boolean(),
  moveCores: z.number().check(z.gte(0), z.lte(64)),
  start: z.enum(['given', 'arrival']),
  newMachine: z.strictObject({
    vcpus: z.int().check(z.gte(1), z.lte(10_000)),
    cpuMhz: z.number().check(z.gte(0), z.lte(1e9)),
    memoryGib: z.number().check(z.gte(0), z.lte(1e6)),
  }),
  days: z.int().check(z.gte(1), z.lte(31)),
});
