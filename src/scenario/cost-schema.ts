import * as z from 'zod/mini';
import { costKinds, drivers } from '../model/cost/settings.ts';
import { currencies } from '../model/licensing/money.ts';
import { software } from '../model/licensing/terms.ts';

/*
 * The scenario's section on the total cost. A price is null (to be asked for) or an amount in a currency; nothing here
 * can be told as a percent where a ratio is meant, because of the ranges.
 */

const text = z.string().check(z.maxLength(200));
const price = z.nullable(
  z.strictObject({
    amount: z.number().check(z.gte(0), z.lte(1e10)),
    currency: z.enum(currencies),
  }),
);
const rise = z.number().check(z.gte(-0.5), z.lte(1));
const hours = z.nullable(z.number().check(z.gte(0), z.lte(10_000)));
const watts = z.nullable(z.number().check(z.gte(0), z.lte(100_000)));
const rate = z.nullable(z.number().check(z.gt(0), z.lte(1_000_000)));

const everyKey = <Key extends string, Value extends z.core.$ZodType>(
  keys: readonly Key[],
  value: Value,
) => z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>);

/** The catalogue's; whether it is in it is checked where the catalogue is. */
const product = z.nullable(text);

const optionHosts = z.strictObject({
  count: z.nullable(z.int().check(z.gte(0), z.lte(100_000))),
  hostType: z.nullable(text),
  socketCount: z.nullable(z.int().check(z.gte(1), z.lte(64))),
  coresPerSocket: z.nullable(z.int().check(z.gte(1), z.lte(1024))),
  idleWatts: watts,
  fullWatts: watts,
  rackUnits: z.nullable(z.number().check(z.gte(0), z.lte(50))),
  busyRatio: z.nullable(z.number().check(z.gte(0), z.lte(1))),
});

const typedLicence = z.strictObject({
  name: text,
  metric: z.enum(['fixed', 'host', 'socket', 'core', 'workload']),
  price,
  term: z.enum(['yearly', 'once']),
  supportRatio: z.number().check(z.gte(0), z.lte(1)),
});

const common = {
  hosts: optionHosts,
  hardware: z.strictObject({
    pricePerHost: price,
    supportPerHostYear: price,
    refreshYears: z.int().check(z.gte(1), z.lte(20)),
  }),
  licences: z.nullable(z.array(typedLicence).check(z.maxLength(20))),
  products: z.nullable(
    z.strictObject({
      hypervisor: product,
      storage: product,
      backup: product,
      choices: everyKey(software, product),
    }),
  ),
  people: z.strictObject({ hoursPerHost: hours, hoursPerWorkload: hours }),
  backup: z.strictObject({
    tib: z.nullable(z.number().check(z.gte(0), z.lte(1e6))),
    pricePerTibYear: price,
  }),
};

/** `stay` names staying in every answer, so no option may be called so. */
const optionId = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9-]*$/),
  z.maxLength(50),
  z.refine((id) => id !== 'stay'),
);

const option = z.strictObject({
  id: optionId,
  name: text,
  ...common,
  migration: z.strictObject({ fixed: price, perWorkload: price }),
  leftover: z.strictObject({ perYear: price, years: z.int().check(z.gte(0), z.lte(10)) }),
});

export const costSchema = z.strictObject({
  currency: z.enum(currencies),
  rates: z.strictObject({ USD: rate, EUR: rate }),
  years: z.int().check(z.gte(1), z.lte(10)),
  discountRatio: z.number().check(z.gte(0), z.lte(0.5)),
  tax: z.strictObject({ ratio: z.number().check(z.gte(0), z.lte(1)), isIncluded: z.boolean() }),
  scope: everyKey(costKinds, z.boolean()),
  energy: z.strictObject({
    pricePerKwh: price,
    coolingFactor: z.number().check(z.gte(1), z.lte(5)),
    co2KgPerKwh: z.nullable(z.number().check(z.gte(0), z.lte(5))),
    shape: z.array(z.number().check(z.gte(0), z.lte(1))).check(z.length(11)),
  }),
  pricePerRackUnitYear: price,
  pricePerHour: price,
  workloads: z.nullable(z.int().check(z.gte(0), z.lte(1_000_000))),
  rise: z.strictObject({ licences: rise, energy: rise, people: rise }),
  spread: everyKey(drivers, z.number().check(z.gte(0), z.lte(0.95))),
  draws: z.int().check(z.gte(100), z.lte(20_000)),
  stay: z.strictObject({ ...common, ageYears: z.int().check(z.gte(0), z.lte(30)) }),
  options: z.array(option).check(
    z.minLength(1),
    z.maxLength(4),
    z.refine((options) => new Set(options.map(({ id }) => id)).size === options.length),
  ),
});
