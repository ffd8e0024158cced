import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawInputs } from '../../../src/model/uncertainty/draws.ts';
import { quantilesOf } from '../../../src/model/uncertainty/quantiles.ts';
import { type Sample, sampleSteps } from '../../../src/model/uncertainty/sample.ts';
import { certain, quantileOf, type Spread } from '../../../src/model/uncertainty/spread.ts';

const spreads: fc.Arbitrary<Spread> = fc
  .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((ends) => {
    const [low = 0, likely = 0, high = 0] = ends.sort((a, b) => a - b);
    return { low, likely, high };
  });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The triangular distribution function, as a textbook writes it. */
function distribution({ low, likely, high }: Spread, value: number) {
  if (value <= low) return 0;
  if (value >= high) return 1;
  return value < likely
    ? (value - low) ** 2 / ((high - low) * (likely - low))
    : 1 - (high - value) ** 2 / ((high - low) * (high - likely));
}

describe('a spread', () => {
  test('has as its quantile the inverse of the triangular distribution', () => {
    fc.assert(
      fc.property(spreads, share, (spread, u) => {
        fc.pre(spread.high - spread.low > 1e-3);
        const value = quantileOf(spread, u);
        expect(value).toBeGreaterThanOrEqual(spread.low);
        expect(value).toBeLessThanOrEqual(spread.high);
        expect(distribution(spread, value)).toBeCloseTo(u, 3);
      }),
    );
  });

  test('that is certain is always its value', () => {
    expect([0, 0.3, 1].map((u) => quantileOf(certain(7), u))).toEqual([7, 7, 7]);
  });
});

describe('draws', () => {
  const spread: Spread = { low: 0, likely: 1, high: 3 };

  test('hit each equally likely slice once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (count, seed) => {
        const { a } = drawInputs({ a: spread }, count, seed);
        const slices = Array.from(a, (value) =>
          Math.min(count - 1, Math.floor(distribution(spread, value) * count + 1e-9)),
        );
        expect(slices.sort((x, y) => x - y)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  test('are the same for the same seed and name, whatever else is drawn', () => {
    const alone = drawInputs({ demand: spread }, 50, 3);
    const together = drawInputs({ price: certain(1), demand: spread, rate: spread }, 50, 3);
    expect(together.demand).toEqual(alone.demand);
    expect(together.rate).not.toEqual(alone.demand);
    expect(drawInputs({ demand: spread }, 50, 4).demand).not.toEqual(alone.demand);
  });
});

describe('quantiles', () => {
  test('are values that were drawn, in order, with the share at or below', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(numbers, (values) => {
        const { p10, p50, p90 } = quantilesOf(Float64Array.from(values));
        for (const [value, ratio] of [
          [p10, 0.1],
          [p50, 0.5],
          [p90, 0.9],
        ] as const) {
          expect(values).toContain(value);
          const below = values.filter((other) => other <= (value ?? 0)).length;
          expect(below / values.length).toBeGreaterThanOrEqual(ratio - 1e-9);
        }
      }),
    );
  });

  test('are no number where so many draws have none', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, Infinity, Infinity);
    expect(quantilesOf(values)).toEqual({ p10: 1, p50: 5, p90: null, draws: 10, beyond: 2 });
    expect(quantilesOf(new Float64Array()).p50).toBeNull();
  });
});

describe('a sample', () => {
  const question = {
    spreads: { a: { low: 0, likely: 1, high: 2 }, b: { low: -1, likely: 0, high: 5 } },
    figures: ['sum'] as const,
    count: 500,
    seed: 5,
    evaluate: function* ({ a, b }: { a: number; b: number }) {
      yield 0.5;
      return { sum: a + b };
    },
  };
  function run(stopAfter = Infinity): Sample<'a' | 'b', 'sum'> {
    const steps = sampleSteps<'a' | 'b', 'sum'>(question);
    let step = steps.next(false);
    for (let count = 0; !step.done; count++) step = steps.next(count >= stopAfter);
    return step.value;
  }

  test('has the mean and variance of a sum of independent triangles', () => {
    const { figures } = run();
    const mean = figures.sum.reduce((a, b) => a + b, 0) / 500;
    const variance = figures.sum.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 500;
    // Means 1 and 4/3; variances (a² + b² + c² − ab − ac − bc) ÷ 18.
    expect(mean).toBeCloseTo(1 + 4 / 3, 2);
    expect(variance).toBeGreaterThan((3 / 18 + 31 / 18) * 0.85);
    expect(variance).toBeLessThan((3 / 18 + 31 / 18) * 1.15);
  });

  test('shows what each input does alone', () => {
    const bars = run().tornado;
    expect(bars.map(({ input }) => input)).toEqual(['a', 'b']);
    for (const { lowValue, low, highValue, high, input } of bars) {
      const other = input === 'a' ? 0 : 1;
      expect([low.sum, high.sum]).toEqual([lowValue + other, highValue + other]);
    }
  });

  test('ends early with what is done', () => {
    const { count, figures, inputs } = run(100);
    expect(count).toBeLessThan(500);
    expect([figures.sum.length, inputs.a.length]).toEqual([count, count]);
  });
});
