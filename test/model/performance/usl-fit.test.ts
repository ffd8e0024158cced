import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BenchmarkRow, fitBenchmark } from '../../../src/model/performance/benchmark.ts';
import { studentT975 } from '../../../src/model/performance/student-t.ts';
import { uslPeak, uslThroughput } from '../../../src/model/performance/usl.ts';
import { type FittedUsl, fitUsl } from '../../../src/model/performance/usl-fit.ts';
import { seeded } from '../../../src/model/random.ts';

const rowsOf = (
  points: readonly (readonly [vms: number, throughput: number])[],
  physical: number | null = null,
): BenchmarkRow[] =>
  points.map(([vms, throughput]) => ({ path: 'cpu', vms, throughput, physical }));

function fitted(points: readonly (readonly [number, number])[], physical: number | null = null) {
  const found = fitUsl(rowsOf(points, physical), null);
  if (found.kind === 'refused') throw new Error(found.reason.kind);
  return found;
}

const refusal = (points: readonly (readonly [number, number])[]) => {
  const found = fitUsl(rowsOf(points), null);
  return found.kind === 'refused' ? found.reason : found.kind;
};

const coefficients = fc.record({
  alpha: fc.double({ min: 0, max: 0.5, noNaN: true }),
  beta: fc.double({ min: 0, max: 0.02, noNaN: true }),
  gamma: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
});

describe('a fit of the Universal Scalability Law', () => {
  test('gives back the coefficients of data that follow the law exactly', () => {
    fc.assert(
      fc.property(coefficients, (law) => {
        const found = fitted([1, 2, 4, 8, 16, 32].map((n) => [n, uslThroughput(law, n)]));
        expect(found.alpha).toBeCloseTo(law.alpha, 6);
        expect(found.beta).toBeCloseTo(law.beta, 7);
        expect(found.gamma / law.gamma).toBeCloseTo(1, 6);
        expect(found.rSquared).toBeCloseTo(1, 9);
      }),
    );
  });

  test('does not depend on the unit of throughput, nor on the order of rows', () => {
    fc.assert(
      fc.property(coefficients, fc.integer({ min: 1, max: 1e6 }), (law, seed) => {
        const random = seeded(seed);
        const points = [1, 2, 3, 5, 8, 13].map((n): [number, number] => [
          n,
          uslThroughput(law, n) * (1 + 0.01 * (random() - 0.5)),
        ]);
        const found = fitUsl(rowsOf(points), null);
        const other = fitUsl(rowsOf(points.toReversed().map(([n, x]) => [n, x * 1024])), null);
        expect(other.kind).toBe(found.kind);
        if (found.kind === 'refused' || other.kind === 'refused') return;
        expect(other.alpha).toBeCloseTo(found.alpha, 6);
        expect(other.beta).toBeCloseTo(found.beta, 7);
        expect(other.gamma / found.gamma / 1024).toBeCloseTo(1, 6);
      }),
    );
  });

  test('no other coefficients near by have a smaller sum of squares', () => {
    const points: [number, number][] = [
      [1, 96],
      [2, 190],
      [4, 352],
      [8, 590],
      [16, 810],
      [24, 846],
    ];
    const found = fitted(points);
    const squares = (law: Pick<FittedUsl, 'alpha' | 'beta' | 'gamma'>) =>
      points.reduce((sum, [n, x]) => sum + (x - uslThroughput(law, n)) ** 2, 0);
    for (const name of ['alpha', 'beta', 'gamma'] as const) {
      for (const factor of [0.999, 1.001]) {
        expect(squares({ ...found, [name]: found[name] * factor })).toBeGreaterThan(squares(found));
      }
    }
  });

  test('its 95 % intervals hold the true coefficients in about 95 of 100 noisy benchmarks', () => {
    const law = { alpha: 0.08, beta: 0.002, gamma: 500 };
    const random = seeded(11);
    // The sum of twelve uniforms is nearly normal.
    const noise = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
    let held = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const found = fitted(
        [1, 2, 4, 6, 8, 12, 16, 24].map((n) => [n, uslThroughput(law, n) + 20 * noise()]),
      );
      const [low, high] = found.ci95.alpha;
      if (low <= law.alpha && law.alpha <= high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.98);
  });

  /**
   * SPEC SDM91 on a SPARCcenter 2000, and the summary that the R package usl 2.0.0 prints of it.
   *
   * @see https://github.com/smoeding/usl README: alpha 0.0277285 (0.0091217), beta 0.0001044 (0.0000199), gamma
   *   89.9952330 (14.2134894), residuals −81.7 to 111.1
   */
  test('agrees with the R package usl on its own example, standard errors included', () => {
    const found = fitted([
      [1, 64.9],
      [18, 995.9],
      [36, 1652.4],
      [72, 1853.2],
      [108, 1828.9],
      [144, 1775],
      [216, 1702.2],
    ]);
    expect(found.alpha).toBeCloseTo(0.0277285, 7);
    expect(found.beta).toBeCloseTo(0.0001044, 7);
    expect(found.gamma).toBeCloseTo(89.995233, 5);
    expect(found.standardErrors.alpha).toBeCloseTo(0.0091217, 7);
    expect(found.standardErrors.beta).toBeCloseTo(0.0000199, 7);
    expect(found.standardErrors.gamma).toBeCloseTo(14.2134894, 6);
    const residuals = found.rows.map(({ residual }) => residual);
    expect(Math.min(...residuals)).toBeCloseTo(-81.7, 1);
    expect(Math.max(...residuals)).toBeCloseTo(111.1, 1);
  });

  /** The example in the tests of the same package (coef.R), whose data are α = 0.05, β = 0.02 rounded. */
  test('agrees with the package on the example of its tests', () => {
    const found = fitted([
      [1, 1],
      [2, 1.8868],
      [4, 3.0769],
      [6, 3.5294],
      [8, 3.5398],
      [10, 3.3557],
    ]);
    expect(found.alpha).toBeCloseTo(0.02, 3);
    expect(found.beta).toBeCloseTo(0.02, 3);
    expect(found.peakVms).toBeCloseTo(uslPeak({ alpha: 0.02, beta: 0.02 }) ?? 0, 1);
  });

  test('a saturated device is contention of 1: four get a quarter each', () => {
    const found = fitted([
      [1, 112],
      [2, 112],
      [3, 112],
      [4, 112],
      [8, 112],
    ]);
    expect([found.alpha, found.beta, found.gamma, found.rSquared]).toEqual([1, 0, 112, 1]);
  });

  test('efficiency is γ ÷ the physical machine, and unknown where that was not measured', () => {
    const points: [number, number][] = [
      [1, 900],
      [2, 1700],
      [4, 3000],
      [8, 4600],
    ];
    const found = fitted(points, 1000);
    expect(found.efficiency).toBeCloseTo(found.gamma / 1000, 12);
    expect(fitted(points).efficiency).toBeNull();
  });

  test('a coefficient a hair below 0 counts as 0, and is named', () => {
    const found = fitted([
      [1, 100],
      [2, 200.5],
      [3, 299],
      [4, 401],
      [8, 799],
    ]);
    expect(found.atBound.length).toBeGreaterThan(0);
    expect(Math.min(found.alpha, found.beta)).toBe(0);
  });

  test('the band holds the curve and is narrowest where the measurements are', () => {
    const found = fitted([
      [1, 96],
      [2, 190],
      [4, 352],
      [8, 590],
      [16, 810],
      [24, 846],
    ]);
    for (const point of found.band) {
      expect(point.low).toBeLessThanOrEqual(point.fitted);
      expect(point.high).toBeGreaterThanOrEqual(point.fitted);
    }
    const width = (index: number) => {
      const point = found.band.at(index);
      return (point?.high ?? 0) - (point?.low ?? 0);
    };
    expect(width(-1)).toBeGreaterThan(width(24));
  });
});

test.each([
  [
    'two loads',
    [
      [1, 100],
      [4, 280],
    ],
    { kind: 'too-few-loads', found: 2, needed: 4 },
  ],
  [
    'one load measured again and again',
    [
      [4, 1],
      [4, 1],
      [4, 1],
      [4, 1],
    ],
    { kind: 'too-few-loads', found: 1, needed: 4 },
  ],
  [
    'loads close together',
    [
      [10, 900],
      [11, 960],
      [12, 1010],
      [13, 1050],
    ],
    { kind: 'loads-too-close', least: 10, most: 13 },
  ],
  [
    'repeats that contradict',
    [
      [1, 100],
      [2, 190],
      [2, 90],
      [4, 350],
      [8, 600],
    ],
    { kind: 'repeats-contradict', vms: 2, least: 90, most: 190 },
  ],
  [
    'throughput that grows faster than the machines',
    [
      [1, 100],
      [2, 220],
      [3, 360],
      [4, 480],
    ],
    { kind: 'negative-coefficient', coefficient: 'alpha' },
  ],
  [
    'figures without any shape',
    [
      [1, 500],
      [2, 100],
      [4, 900],
      [8, 150],
      [16, 700],
    ],
    null,
  ],
] as const)('is refused, with its reason: %s', (_, points, reason) => {
  const found = refusal(points);
  expect(typeof found).toBe('object');
  if (reason !== null) expect(found).toMatchObject(reason);
});

test('is refused where the physical baselines contradict one another', () => {
  const rows = rowsOf(
    [
      [1, 900],
      [2, 1700],
      [4, 3000],
      [8, 4600],
    ],
    1000,
  );
  const odd = rows.map((row, index) => (index === 2 ? { ...row, physical: 1500 } : row));
  expect(fitUsl(odd, null)).toMatchObject({
    kind: 'refused',
    reason: { kind: 'baselines-contradict', least: 1000, most: 1500 },
  });
});

test('paths are fitted apart, and the set has gaps where nothing was measured', () => {
  const disk = rowsOf(
    [
      [1, 90],
      [2, 170],
      [4, 300],
      [8, 460],
    ],
    100,
  ).map((row): BenchmarkRow => ({ ...row, path: 'diskRead' }));
  const { fits, overhead } = fitBenchmark(
    [
      ...disk,
      ...rowsOf([
        [1, 100],
        [4, 280],
      ]),
    ],
    12,
  );
  expect(fits.map(({ kind, path }) => [path, kind])).toEqual([
    ['cpu', 'refused'],
    ['diskRead', 'fitted'],
  ]);
  expect(overhead?.paths.cpu).toEqual({ oneVmRatio: null, fourVmsRatio: null });
  expect(overhead?.paths.diskRead.law?.vmsAtFull).toBe(12);
});

/** @see NIST/SEMATECH e-Handbook of Statistical Methods, §1.3.6.7.2, and tables to more digits */
test.each([
  [1, 12.706],
  [2, 4.303],
  [5, 2.571],
  [10, 2.228],
  [30, 2.042],
  [31, 2.04],
  [40, 2.021],
  [60, 2.0],
  [100, 1.984],
  [1e6, 1.96],
])('Student’s t at 97.5 %% with %i degrees of freedom is %f', (degrees, t) => {
  expect(studentT975(degrees)).toBeCloseTo(t, 3);
});
