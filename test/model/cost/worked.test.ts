import { describe, expect, test } from 'vitest';
import { cost, type NamedInput } from '../../../src/model/cost/cost.ts';
import { hostsToday, noHosts, typedHosts } from '../../../src/model/cost/hosts.ts';
import { straightLine } from '../../../src/model/cost/power.ts';
import type { CostSettings, Price } from '../../../src/model/cost/settings.ts';
import { defaultCost, defaultOption, defaultStay } from '../../../src/scenario/cost-defaults.ts';
import { makeFleet } from '../../ui/make-fleet.ts';

const yen = (amount: number): Price => ({ amount, currency: 'JPY' });

const stayHosts = { ...defaultStay.hosts, idleWatts: 180, fullWatts: 288, busyRatio: 0.1 };
const newHosts = { ...defaultOption.hosts, idleWatts: 200, fullWatts: 800, busyRatio: 0.5 };

/** Forty old servers against four new hosts, with figures that are easy to do in the head. */
const stay: NamedInput = {
  id: 'stay',
  name: '',
  option: {
    ...defaultStay,
    hardware: { pricePerHost: yen(500_000), supportPerHostYear: yen(50_000), refreshYears: 5 },
    licences: [
      { name: 'W', metric: 'host', price: yen(100_000), term: 'once', supportRatio: 0.25 },
    ],
  },
  move: null,
  ageYears: 4,
  hosts: typedHosts(40, stayHosts, undefined, straightLine),
  workloads: 40,
  bill: null,
};
const option: NamedInput = {
  id: 'option-1',
  name: '',
  option: {
    ...defaultOption,
    hardware: { pricePerHost: yen(2_000_000), supportPerHostYear: yen(200_000), refreshYears: 5 },
    licences: [
      { name: 'H', metric: 'core', price: yen(10_000), term: 'yearly', supportRatio: 0 },
      { name: 'W', metric: 'workload', price: yen(100_000), term: 'once', supportRatio: 0.25 },
    ],
  },
  move: {
    migration: { fixed: yen(3_000_000), perWorkload: null },
    leftover: defaultOption.leftover,
  },
  ageYears: 0,
  hosts: typedHosts(
    4,
    { ...newHosts, socketCount: 2, coresPerSocket: 32 },
    undefined,
    straightLine,
  ),
  workloads: 40,
  bill: null,
};
const settings: CostSettings = {
  ...defaultCost,
  discountRatio: 0,
  energy: { ...defaultCost.energy, pricePerKwh: yen(20), coolingFactor: 2 },
};

describe('forty old servers against four new hosts, over five years', () => {
  const answer = cost({ settings, seed: 1, stay, options: [option] });
  const [moved] = answer.options;
  const total = (of: typeof moved, kind: string) =>
    of?.lines.find((line) => line.kind === kind)?.total;

  test('hardware: today’s servers are replaced once, after a year; the new hosts are bought once', () => {
    expect(answer.stay.lines.find(({ kind }) => kind === 'hardware')?.byYear).toEqual([
      0, 20_000_000, 0, 0, 0, 0,
    ]);
    expect(moved?.lines.find(({ kind }) => kind === 'hardware')?.byYear).toEqual([
      8_000_000, 0, 0, 0, 0, 0,
    ]);
  });

  test('energy: 40 × 190.8 W against 4 × 500 W, doubled by cooling, at 20 yen', () => {
    // 7,632 W × 8.76 × 2 × 20 yen = 2,674,253 yen a year; 2,000 W: 700,800 yen a year.
    expect(total(answer.stay, 'energy')).toBe(5 * 2_674_253);
    expect(total(moved, 'energy')).toBe(5 * 700_800);
    expect(moved?.energy).toMatchObject({ meanWatts: 2000, siteKwhPerYear: 35_040 });
  });

  test('licences: what follows the machines stays, whatever becomes of the hosts', () => {
    expect(total(answer.stay, 'licences')).toBe(40 * 100_000 + 5 * 40 * 25_000);
    expect(total(moved, 'licences')).toBe(5 * 4 * 64 * 10_000 + 4_000_000 + 5_000_000);
    const ratio = (measure: string) =>
      moved?.shrink.find((row) => row.measure === measure)?.ratio ?? Number.NaN;
    expect(ratio('hosts')).toBeCloseTo(0.1, 12);
    expect(ratio('licences')).toBeGreaterThan(1);
  });

  test('what is saved, and when it has paid back', () => {
    const saved = (answer.stay.total ?? 0) - (moved?.total ?? 0);
    expect(moved?.saving?.total).toBe(saved);
    expect(moved?.saving?.byYear[0]).toBe(4_000_000 - (8_000_000 + 3_000_000 + 4_000_000));
    expect(moved?.saving?.payback.kind).toBe('after');
    expect(answer.cheapest).toBe(saved > 0 ? 'option-1' : 'stay');
  });
});

describe('what is missing is asked for', () => {
  const bare: NamedInput = { ...option, option: defaultOption, hosts: noHosts, workloads: null };

  test('an option without hosts and prices is incomplete, with a list, and has no total', () => {
    const answer = cost({ settings, seed: 1, stay, options: [bare] });
    const [moved] = answer.options;
    expect(moved).toMatchObject({ isComplete: false, total: null, npv: null, saving: null });
    expect(moved?.tornado).toBeNull();
    expect(answer.cheapest).toBeNull();
    const gaps = moved?.missing.map(({ kind, what }) => `${kind} ${what}`);
    expect(gaps).toEqual(
      expect.arrayContaining(['hardware hosts', 'support hosts', 'energy hosts']),
    );
  });

  test('a price of zero is a price', () => {
    const free = { pricePerHost: yen(0), supportPerHostYear: yen(0), refreshYears: 5 };
    const answer = cost({
      settings,
      seed: 1,
      stay,
      options: [{ ...option, option: { ...option.option, hardware: free } }],
    });
    expect(answer.options[0]?.isComplete).toBe(true);
  });

  test('an amount in a currency without a rate lacks the rate, once, and stays out of the sum', () => {
    const dollars = {
      pricePerHost: { amount: 10_000, currency: 'USD' },
      supportPerHostYear: yen(0),
      refreshYears: 1,
    } as const;
    const one = { ...option, option: { ...option.option, hardware: dollars } };
    const answer = cost({ settings, seed: 1, stay, options: [one] });
    expect(answer.options[0]?.missing).toEqual([{ kind: 'hardware', what: 'rate', name: 'USD' }]);
    const rated = { ...settings, rates: { USD: 150.25, EUR: null } };
    const known = cost({ settings: rated, seed: 1, stay, options: [one] });
    const line = known.options[0]?.lines.find(({ kind }) => kind === 'hardware');
    expect(line?.byYear).toEqual([6_010_000, 6_010_000, 6_010_000, 6_010_000, 6_010_000, 0]);
  });

  test('each kind says what it lacks', () => {
    const everything = {
      ...settings,
      scope: Object.fromEntries(Object.keys(settings.scope).map((kind) => [kind, true])),
      energy: { ...settings.energy, pricePerKwh: null },
    } as CostSettings;
    const asked = {
      ...option,
      option: defaultOption,
      move: { ...defaultOption, leftover: { perYear: null, years: 2 } },
      hosts: typedHosts(4, defaultOption.hosts, undefined, straightLine),
      workloads: null,
    };
    const [moved] = cost({ settings: everything, seed: 1, stay, options: [asked] }).options;
    expect(moved?.missing.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'hardware price',
      'support supportPrice',
      'licences licences',
      'energy electricityPrice',
      'energy watts',
      'rack rackPrice',
      'rack rackUnits',
      'people hourPrice',
      'people hours',
      'backup tib',
      'backup backupPrice',
      'migration migrationPrice',
      'leftover leftoverPrice',
    ]);
  });
});

describe('the hosts of today', () => {
  test('are those of the inventory; how busy they are is what the machines use of them', () => {
    const fleet = makeFleet([
      { name: 'a', cpuMhz: 1000 },
      { name: 'b', cpuMhz: 3000 },
    ]);
    const host = {
      name: 'h1',
      cluster: '',
      cpuModel: '',
      socketCount: 2,
      coreCount: 8,
      coreMhz: 2500,
      hasHyperThreading: null,
      memoryGib: 64,
      nicCount: null,
      model: 'M',
    };
    const today = hostsToday(
      { ...fleet, hosts: [host, { ...host, name: 'h2' }] },
      stayHosts,
      straightLine,
    );
    expect(today.groups).toEqual([
      { name: 'M', count: 2, socketCount: 2, coresPerSocket: 4, price: null },
    ]);
    expect(today.meanWatts).toBeCloseTo(2 * (180 + 108 * 0.1), 9);
    const unsaid = hostsToday(
      { ...fleet, hosts: [host] },
      { ...stayHosts, busyRatio: null },
      straightLine,
    );
    // 4,000 MHz of 8 × 2,500.
    expect(unsaid.meanWatts).toBeCloseTo(180 + 108 * 0.2, 9);
  });
});
