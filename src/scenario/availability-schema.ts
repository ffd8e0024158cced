import * as z from 'zod/mini';

/*
 * The settings of failures: which are tried, how often they come, what they cost. Ranges are wide enough for any
 * cluster and narrow enough to catch a wrong unit.
 */

const ratio = z.number().check(z.gte(0), z.lte(1));
const amount = z.number().check(z.gte(0), z.lte(1e12));
const hours = z.number().check(z.gt(0), z.lte(1e9));
const seconds = z.number().check(z.gte(0), z.lte(31_536_000));
const count = (most: number) => z.int().check(z.gte(1), z.lte(most));
const cost = z.nullable(amount);

const admissionSchema = z.strictObject({
  cpuReservationRatio: ratio,
  memoryReservationRatio: ratio,
  leastCpuMhz: amount,
  slotCpuMhz: z.nullable(z.number().check(z.gt(0), z.lte(1e9))),
  slotMemoryGib: z.nullable(z.number().check(z.gt(0), z.lte(1e6))),
  reservedRatio: z.nullable(z.number().check(z.gte(0), z.lt(1))),
  rounds: count(8),
});

const sharedPart = z
  .strictObject({
    name: z.string().check(z.maxLength(60)),
    count: count(64),
    needed: count(64),
    mtbfHours: hours,
    mttrHours: hours,
  })
  .check(
    z.refine(({ count: all, needed }) => needed <= all, {
      path: ['needed'],
      error: 'needed<=count',
    }),
  );

const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('spare'), hosts: count(16), costPerYear: cost }),
  z.strictObject({ kind: z.literal('teaming'), cards: count(8), costPerYear: cost }),
  z.strictObject({ kind: z.literal('detection'), detectionSeconds: seconds, costPerYear: cost }),
  z.strictObject({ kind: z.literal('repair'), mttrHours: hours, costPerYear: cost }),
]);

const recoverySchema = z.strictObject({
  mode: z.enum(['asynchronous', 'synchronous']),
  intervalSeconds: seconds,
  changePerDayRatio: z.number().check(z.gte(0), z.lte(10)),
  peakFactor: z.number().check(z.gte(1), z.lte(1000)),
  lineMegabits: z.nullable(z.number().check(z.gt(0), z.lte(1e8))),
  reducedRatio: z.number().check(z.gt(0), z.lte(1)),
  distanceKm: z.number().check(z.gte(0), z.lte(40_000)),
  hosts: z.int().check(z.gte(0), z.lte(100_000)),
  decisionSeconds: seconds,
  promotionSeconds: seconds,
  rpoSeconds: seconds,
  rtoSeconds: seconds,
  stretched: z.strictObject({
    hostsHere: count(1000),
    hostsThere: count(1000),
    hasWitness: z.boolean(),
    quorum: z.enum(['none', 'majority']),
  }),
});

export const availabilitySchema = z.strictObject({
  failures: count(4),
  racks: z.nullable(z.int().check(z.gte(2), z.lte(10_000))),
  admission: admissionSchema,
  years: z.number().check(z.gte(0.1), z.lte(10_000)),
  runs: count(1_000_000),
  host: z.strictObject({ mtbfHours: hours, mttrHours: hours }),
  card: z.strictObject({ perHost: count(8), mtbfHours: z.nullable(hours), mttrHours: hours }),
  shared: z.array(sharedPart).check(z.maxLength(20)),
  vm: z.strictObject({
    crashesPerYear: z.nullable(z.number().check(z.gte(0), z.lte(10_000))),
    downSeconds: seconds,
  }),
  restart: z.strictObject({
    detectionSeconds: seconds,
    startsPerHost: count(1000),
    bootSeconds: seconds,
    applicationSeconds: seconds,
  }),
  costPerVmHour: cost,
  measures: z.array(measureSchema).check(z.maxLength(12)),
  recovery: recoverySchema,
});
