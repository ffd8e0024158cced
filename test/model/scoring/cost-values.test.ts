import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CostFact, costInterval, costScale } from '~/model/scoring/cost-values.ts';

const exact = (cost: number): CostFact => ({ low: cost, middle: cost, high: cost });
const costs = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 9 });

const valuesOf = (amounts: readonly number[]) => {
  const scale = costScale(amounts.map(exact));
  if (scale === null) throw new Error('two costs make a scale');
  return amounts.map((amount) => costInterval(exact(amount), scale)[0]);
};

describe('laws', () => {
  test('the cheapest has 1, the dearest 0, and less costs never have less', () => {
    fc.assert(
      fc.property(costs, (amounts) => {
        const values = valuesOf(amounts);
        const [cheapest, dearest] = [Math.min(...amounts), Math.max(...amounts)];
        amounts.forEach((amount, index) => {
          if (amount === cheapest) expect(values[index]).toBe(1);
          else if (amount === dearest) expect(values[index]).toBe(0);
          amounts.forEach((other, position) => {
            if (amount < other) {
              expect(values[index]).toBeGreaterThanOrEqual(values[position] ?? 0);
            }
          });
        });
      }),
    );
  });

  test('what all pay alike, and the currency, change no value', () => {
    fc.assert(
      fc.property(
        costs,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 200 }),
        (amounts, common, rate) => {
          const moved = valuesOf(amounts.map((amount) => (amount + common) * rate));
          valuesOf(amounts).forEach((value, index) => {
            expect(moved[index]).toBeCloseTo(value, 9);
          });
        },
      ),
    );
  });

  test('a cost that sources differ on is an interval that holds its middle, within 0 and 1', () => {
    const spans = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));
    fc.assert(
      fc.property(costs, spans, (amounts, [low, more, most]) => {
        const fact = { low, middle: low + more, high: low + more + most };
        const scale = costScale([...amounts.map(exact), fact]);
        if (scale === null) throw new Error('two costs make a scale');
        const [from, to] = costInterval(fact, scale);
        const [middle] = costInterval(exact(fact.middle), scale);
        expect([from, middle, to]).toEqual([from, middle, to].sort((a, b) => a - b));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('cases', () => {
  test('a free product leaves the others what they are worth beside the dearest', () => {
    expect(valuesOf([0, 25, 100])).toEqual([1, 0.75, 0]);
  });

  test('costs that are all the same have the full value; one alone compares nothing', () => {
    expect(valuesOf([7, 7, 7])).toEqual([1, 1, 1]);
    expect(costScale([exact(7), null, null])).toBeNull();
  });

  test('an unknown cost may be anything, and is no end of the scale', () => {
    expect(costInterval(null, { cheapest: 1, dearest: 2 })).toEqual([0, 1]);
  });
});
