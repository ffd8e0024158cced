import * as z from 'zod/mini';
import { currencies } from '../model/licensing/money.ts';

const ratio = z.number().check(z.gte(0), z.lte(1));
const product = z.nullable(z.string().check(z.minLength(1), z.maxLength(200)));
const count = z.int().check(z.gte(0), z.lte(1_000_000));
const names = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200_000));
const rate = z.nullable(z.number().check(z.gt(0), z.lte(1_000_000)));

const shares = z.strictObject({
  windows: ratio,
  rhel: ratio,
  sles: ratio,
  sql: ratio,
  oracle: ratio,
});

const numbers = z.strictObject({
  hosts: z.int().check(z.gte(1), z.lte(10_000)),
  socketsPerHost: z.int().check(z.gte(1), z.lte(64)),
  coresPerSocket: z.int().check(z.gte(1), z.lte(1024)),
  machines: count,
  vcpusPerMachine: z.int().check(z.gte(1), z.lte(4096)),
  windows: count,
  rhel: count,
  sles: count,
  sql: count,
  oracle: count,
  claimedTib: z.number().check(z.gte(0), z.lte(1e9)),
});

const quote = z.strictObject({
  /** In the currency's smallest unit: yen, or cents. */
  minor: z.int().check(z.gte(0), z.lte(1e12)),
  currency: z.enum(currencies),
  supportRatioPerYear: z.nullable(ratio),
});

/** The licences' section of a scenario. */
export const licensingSchema = z.strictObject({
  hypervisor: product,
  storage: product,
  backup: product,
  choices: z.strictObject({
    windows: product,
    rhel: product,
    sles: product,
    sql: product,
    oracle: product,
  }),
  years: z.int().check(z.gte(1), z.lte(10)),
  termYears: z.int().check(z.gte(1), z.lte(10)),
  withSupport: z.boolean(),
  mobility: z.enum(['bound', 'failover', 'anywhere']),
  numbers: z.nullable(numbers),
  assumedRatio: shares,
  named: z.strictObject({ windows: names, rhel: names, sles: names, sql: names, oracle: names }),
  currency: z.enum(currencies),
  rates: z.strictObject({ USD: rate, EUR: rate }),
  taxRatio: z.nullable(ratio),
  quotes: z.record(z.string(), quote),
});
