import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discounted, payback, presentValue } from '../../../src/model/cost/present-value.ts';

const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 11 });

describe('present value', () => {
  test('at no interest is the plain sum, exactly', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        expect(presentValue(0, list)).toBe(list.reduce((sum, next) => sum + next, 0));
      }),
    );
  });

  test('is the sum of the discounted amounts', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 0.5, noNaN: true }), (list, rate) => {
        const sum = discounted(rate, list).reduce((total, next) => total + next, 0);
        expect(presentValue(rate, list)).toBeCloseTo(sum, 3);
      }),
    );
  });

  test('of costs never rises with the interest', () => {
    const costs = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 11 });
    const rate = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(costs, rate, rate, (list, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(presentValue(high, list)).toBeLessThanOrEqual(presentValue(low, list) + 1e-3);
      }),
    );
  });

  // numpy-financial, the examples of npv: https://numpy.org/numpy-financial/latest/npv.html
  test('is that of numpy-financial', () => {
    expect(presentValue(0.08, [-40_000, 5_000, 8_000, 12_000, 30_000])).toBeCloseTo(3065.22267, 5);
    expect(presentValue(0.281, [-100, 39, 59, 55, 20])).toBeCloseTo(-0.0084785916384548798, 12);
  });
});

describe('payback', () => {
  // Each a published exercise with its solution.
  test.each([
    {
      // https://justaaa.com/finance/165807-assume-a-72000-investment-and-the-following-cash
      name: 'uneven flows, investment A: 3 + 7,000 ÷ 10,000 years',
      rate: 0,
      flows: [-72_000, 25_000, 25_000, 15_000, 10_000, 30_000],
      years: 3.7,
    },
    {
      name: 'uneven flows, investment B: 2 + 35,000 ÷ 50,000 years',
      rate: 0,
      flows: [-72_000, 22_000, 15_000, 50_000],
      years: 2.7,
    },
    {
      // http://home-work-help.blogspot.com/2014_08_03_archive.html (problem 81): 2 + 750 ÷ 1,750
      name: 'the third year in part',
      rate: 0,
      flows: [-6_800, 1_950, 4_100, 1_750, 1_450],
      years: 2.43,
    },
    {
      // https://justaaa.com/finance/71167-what-is-the-discounted-payback-period-decimal
      name: 'discounted at 6 %: 11 + 678.75 ÷ 2,981.82 years',
      rate: 0.06,
      flows: [-48_000, ...Array.from({ length: 12 }, () => 6_000)],
      years: 11.23,
    },
    {
      // http://shoppersshootout.info/payback-period-formula-with-discount-rate.html: 5 + 106,462 ÷ 320,785
      name: 'discounted at 11 %: 2,324,000 paid back by 600,000 a year',
      rate: 0.11,
      flows: [-2_324_000, ...Array.from({ length: 6 }, () => 600_000)],
      years: 5.33,
    },
  ])('$name', ({ rate, flows, years }) => {
    const found = payback(discounted(rate, flows));
    expect(found.kind).toBe('after');
    if (found.kind === 'after') expect(found.years).toBeCloseTo(years, 2);
  });

  // https://www.transtutors.com/questions/calculating-discount-payback-151196.htm, at 15 %
  test('never comes where the discounted flows do not add up to what was spent', () => {
    const flows = [-10_000, ...Array.from({ length: 6 }, () => 2_600)];
    expect(payback(discounted(0.15, flows))).toEqual({ kind: 'never' });
  });

  test('is at once where nothing is spent, and says when it is lost again', () => {
    expect(payback([0, 10, 10])).toEqual({ kind: 'at-once' });
    expect(payback([-10, 20, -30])).toEqual({ kind: 'after', years: 0.5, isLostAgain: true });
  });

  test('falls into the year in which the balance turns', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const found = payback(list);
        if (found.kind !== 'after') return;
        const balanceAt = (year: number) =>
          list.slice(0, year + 1).reduce((sum, next) => sum + next, 0);
        const year = Math.ceil(found.years);
        expect(balanceAt(year)).toBeGreaterThanOrEqual(0);
        expect(balanceAt(year - 1)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
