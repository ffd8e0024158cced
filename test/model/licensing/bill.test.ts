import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bill } from '../../../src/model/licensing/bill.ts';
import type { Scope } from '../../../src/model/licensing/count.ts';
import { convert, money, sumByCurrency, times } from '../../../src/model/licensing/money.ts';
import { allTerms, policy, terms } from './catalogue.ts';

const scope = (part: Partial<Scope>): Scope => ({
  hosts: [],
  machines: [],
  claimedTib: 0,
  includedTib: 0,
  ...part,
});
const twoByThirtyTwo = (hosts: number, machines = 0) =>
  scope({ hosts: [{ hosts, socketCount: 2, coresPerSocket: 32, memoryGib: null, machines }] });

test('one host of 2 × 32 cores costs 64 × 6,155 ÷ 16 dollars of Datacenter', () => {
  const { total } = bill(
    [{ terms: terms('windows-2025-datacenter'), scope: twoByThirtyTwo(1, 20) }],
    policy({ currency: 'USD' }),
  );
  expect(total).toMatchObject({ minor: 2_462_000, lowMinor: 2_462_000, highMinor: 2_484_000 });
});

test('a pack that is half a cent is rounded once, on the line', () => {
  const { lines } = bill(
    [
      {
        terms: terms('windows-2025-datacenter'),
        scope: scope({
          hosts: [{ hosts: 1, socketCount: 2, coresPerSocket: 9, memoryGib: null, machines: 1 }],
        }),
      },
    ],
    policy({ currency: 'USD' }),
  );
  // 18 cores: 9 packs of 76,937.5 cents
  expect(lines[0]?.amount?.minor).toBe(692_438);
});

test('a subscription costs its years, and a perpetual licence once and its support each year', () => {
  const { lines } = bill(
    [
      { terms: terms('vmware-vcf'), scope: twoByThirtyTwo(2) },
      { terms: terms('oracle-ee'), scope: twoByThirtyTwo(1) },
    ],
    policy({ currency: 'USD', years: 5, termYears: 5, withSupport: true }),
  );
  expect(lines[0]).toMatchObject({
    counted: 128,
    once: null,
    perYear: { minor: 128 * 315_00 },
    amount: { minor: 128 * 315_00 * 5 },
  });
  expect(lines[1]).toMatchObject({
    counted: 32,
    once: { minor: 32 * 47_500_00 },
    perYear: { minor: 32 * 10_450_00 },
    amount: { minor: 32 * (47_500_00 + 5 * 10_450_00) },
  });
});

test('SQL Server Enterprise on 16 cores with Software Assurance costs 211,722 dollars in three years', () => {
  const { lines } = bill(
    [
      {
        terms: terms('sql-2022-enterprise-host'),
        scope: scope({
          hosts: [{ hosts: 1, socketCount: 1, coresPerSocket: 16, memoryGib: null, machines: 2 }],
        }),
      },
    ],
    policy({ currency: 'USD', years: 3 }),
  );
  // The source: 120,984 for licences and 30,246 a year.
  expect(lines[0]?.once?.minor).toBe(120_984_00);
  expect(lines[0]?.perYear?.minor).toBe(30_246_00);
  expect(lines[0]?.amount?.minor).toBe(211_722_00);
});

test('a price that sources dispute is a span, and a product without a price is asked for', () => {
  const answer = bill(
    [
      { terms: terms('vmware-vvf'), scope: twoByThirtyTwo(2) },
      { terms: terms('nutanix-nci'), scope: twoByThirtyTwo(2) },
    ],
    policy({ currency: 'USD', years: 1, termYears: 1 }),
  );
  expect(answer.lines[0]?.amount).toMatchObject({
    lowMinor: 128 * 150_00,
    highMinor: 128 * 190_00,
  });
  expect(answer.lines[0]?.notes).toEqual([{ kind: 'sources-differ' }]);
  expect(answer.lines[1]).toMatchObject({ amount: null, counted: 128 });
  expect(answer.lines[1]?.notes).toEqual([{ kind: 'price-missing' }]);
  expect(answer.unpriced).toEqual(['nutanix-nci']);
  expect(answer.total?.isComplete).toBe(false);
});

test("the reader's own quote overrides a price and is marked", () => {
  const quotes = {
    'nutanix-nci': { minor: 40_000, currency: 'JPY', supportRatioPerYear: null },
    'vmware-vvf': { minor: 30_000, currency: 'JPY', supportRatioPerYear: null },
  } as const;
  const answer = bill(
    [
      { terms: terms('vmware-vvf'), scope: twoByThirtyTwo(2) },
      { terms: terms('nutanix-nci'), scope: twoByThirtyTwo(2) },
    ],
    policy({ years: 1, quotes }),
  );
  expect(answer.lines.map(({ notes }) => notes)).toEqual([
    [{ kind: 'own-quote' }],
    [{ kind: 'own-quote' }],
  ]);
  expect(answer.total).toMatchObject({ minor: 128 * 70_000, currency: 'JPY', isComplete: true });
});

test('support that must be bought and whose price is unknown is said', () => {
  const { lines } = bill(
    [{ terms: terms('vi35-enterprise'), scope: twoByThirtyTwo(1) }],
    policy({ currency: 'USD' }),
  );
  expect(lines[0]?.amount?.minor).toBe(5_750_00);
  expect(lines[0]?.notes).toEqual([{ kind: 'support-missing' }]);
});

test('two currencies make one total only by a rate, and tax is added to it', () => {
  const holdings = [
    { terms: terms('proxmox-premium'), scope: twoByThirtyTwo(3) },
    { terms: terms('windows-2025-datacenter'), scope: twoByThirtyTwo(3, 9) },
  ];
  const without = bill(holdings, policy({ years: 1 }));
  expect(without.total).toBe(null);
  expect(without.byCurrency).toEqual([money(7_386_000, 'USD'), money(660_000, 'EUR')]);
  const rates = { USD: 150.25, EUR: 162.5 };
  // 73,860 × 150.25 + 6,600 × 162.5 yen
  const { total } = bill(holdings, policy({ years: 1, rates, taxRatio: 0.1 }));
  expect(total).toMatchObject({
    currency: 'JPY',
    minor: 12_169_965 + 1_216_997,
    taxMinor: 1_216_997,
  });
});

test('money is exact: no binary fraction comes in', () => {
  expect(times(money(10, 'JPY'), 0.1, 0.7).minor).toBe(1);
  expect(times(money(1_005, 'USD'), 0.22).minor).toBe(221);
  expect(convert(money(100, 'USD'), 'JPY', { USD: 150.25, EUR: null })).toEqual(money(150, 'JPY'));
  expect(convert(money(15_025, 'JPY'), 'USD', { USD: 150.25, EUR: null })).toEqual(
    money(10_000, 'USD'),
  );
  expect(convert(money(1, 'EUR'), 'USD', { USD: 150, EUR: null })).toBe(null);
});

test('amounts of one currency add up in any order', () => {
  const anyMoney = fc.record({
    minor: fc.integer({ min: 0, max: 1e9 }),
    currency: fc.constantFrom('JPY' as const, 'USD' as const, 'EUR' as const),
  });
  fc.assert(
    fc.property(fc.array(anyMoney, { maxLength: 20 }), (amounts) => {
      expect(sumByCurrency(amounts.toReversed())).toEqual(sumByCurrency(amounts));
    }),
    { seed: 7 },
  );
});

test('a bill never falls when cores or machines rise, and currency changes no count', () => {
  const anyQuestion = fc.record({
    product: fc.constantFrom(...allTerms),
    hosts: fc.integer({ min: 1, max: 20 }),
    cores: fc.integer({ min: 1, max: 64 }),
    machines: fc.integer({ min: 1, max: 30 }),
    more: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(anyQuestion, ({ product, hosts, cores, machines, more }) => {
      const of = (extra: number) =>
        scope({
          hosts: [
            {
              hosts,
              socketCount: 2,
              coresPerSocket: cores + extra,
              memoryGib: null,
              machines: machines + extra,
            },
          ],
          machines: [{ machines: machines + extra, vcpuCount: 4 + extra }],
          claimedTib: machines + extra,
        });
      const small = bill([{ terms: product, scope: of(0) }], policy());
      const large = bill([{ terms: product, scope: of(more) }], policy());
      const dollars = bill([{ terms: product, scope: of(0) }], policy({ currency: 'USD' }));
      expect(dollars.lines[0]?.counted).toBe(small.lines[0]?.counted);
      const [before, after] = [small.lines[0]?.amount, large.lines[0]?.amount];
      if (before === null || before === undefined) return;
      expect(after?.minor).toBeGreaterThanOrEqual(before.minor);
    }),
    { seed: 7, numRuns: 300 },
  );
});
