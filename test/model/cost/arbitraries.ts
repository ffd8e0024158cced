import fc from 'fast-check';
import type { NamedInput } from '../../../src/model/cost/cost.ts';
import type { HostFigures } from '../../../src/model/cost/hosts.ts';
import {
  type CostSettings,
  costKinds,
  drivers,
  type Price,
  type TypedLicence,
} from '../../../src/model/cost/settings.ts';
import { defaultCost, defaultOption, defaultStay } from '../../../src/scenario/cost-defaults.ts';

const currency = fc.constantFrom('JPY', 'USD', 'EUR');
/** Prices as people write them: two decimals. */
export const price = (most = 1_000_000): fc.Arbitrary<Price> =>
  fc.record({
    amount: fc.integer({ min: 0, max: most * 100 }).map((cents) => cents / 100),
    currency,
  });
const hundredths = (most: number) => fc.integer({ min: 0, max: most }).map((value) => value / 100);

const licence: fc.Arbitrary<TypedLicence> = fc.record({
  name: fc.constantFrom('a', 'b'),
  metric: fc.constantFrom('fixed', 'host', 'socket', 'core', 'workload'),
  price: price(1000),
  term: fc.constantFrom('yearly', 'once'),
  supportRatio: hundredths(30),
});

const hosts: fc.Arbitrary<HostFigures> = fc
  .record({
    count: fc.integer({ min: 0, max: 200 }),
    socketCount: fc.constantFrom(1, 2, 4),
    coresPerSocket: fc.integer({ min: 1, max: 128 }),
    watts: hundredths(200_000),
    units: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ count, socketCount, coresPerSocket, watts, units }) => ({
    from: 'typed',
    groups: [{ name: 'h', count, socketCount, coresPerSocket, price: null }],
    meanWatts: watts,
    lacksForPower: null,
    rackUnits: units,
  }));

const common = fc.record({
  hosts: fc.constant(defaultOption.hosts),
  hardware: fc.record({
    pricePerHost: price(),
    supportPerHostYear: price(100_000),
    refreshYears: fc.integer({ min: 1, max: 10 }),
  }),
  licences: fc.array(licence, { maxLength: 3 }),
  products: fc.constant(null),
  people: fc.record({ hoursPerHost: hundredths(10_000), hoursPerWorkload: hundredths(1000) }),
  backup: fc.record({ tib: hundredths(100_000), pricePerTibYear: price(10_000) }),
});

const workloads = fc.integer({ min: 0, max: 2000 });

export const stayInput: fc.Arbitrary<NamedInput> = fc
  .record({ common, hosts, workloads, ageYears: fc.integer({ min: 0, max: 12 }) })
  .map(({ common: own, ageYears, ...rest }) => ({
    id: 'stay',
    name: '',
    option: { ...defaultStay, ...own },
    move: null,
    ageYears,
    bill: null,
    ...rest,
  }));

export const optionInput: fc.Arbitrary<NamedInput> = fc
  .record({
    common,
    hosts,
    workloads,
    migration: fc.record({ fixed: price(), perWorkload: price(1000) }),
    leftover: fc.record({ perYear: price(), years: fc.integer({ min: 0, max: 5 }) }),
  })
  .map(({ common: own, migration, leftover, ...rest }) => ({
    id: 'option-1',
    name: '',
    option: own,
    move: { migration, leftover },
    ageYears: 0,
    bill: null,
    ...rest,
  }));

const rate = fc.integer({ min: 50, max: 25_000 }).map((value) => value / 100);

export const settings: fc.Arbitrary<CostSettings> = fc
  .record({
    currency,
    rates: fc.record({ USD: rate, EUR: rate }),
    years: fc.integer({ min: 1, max: 10 }),
    discountRatio: hundredths(20),
    tax: fc.record({ ratio: hundredths(25), isIncluded: fc.boolean() }),
    rise: fc.record({
      licences: hundredths(20),
      energy: hundredths(20),
      people: hundredths(10),
    }),
    pricePerKwh: price(50),
    cooling: fc.integer({ min: 100, max: 250 }).map((value) => value / 100),
    pricePerHour: price(10_000),
    pricePerRackUnitYear: price(10_000),
  })
  .map(({ pricePerKwh, cooling, ...rest }) => ({
    ...defaultCost,
    ...rest,
    scope: Object.fromEntries(costKinds.map((kind) => [kind, true])) as CostSettings['scope'],
    spread: Object.fromEntries(drivers.map((driver) => [driver, 0.2])) as CostSettings['spread'],
    energy: { ...defaultCost.energy, pricePerKwh, coolingFactor: cooling },
    draws: 100,
  }));
