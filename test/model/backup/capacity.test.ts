import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthOf, weekOf, yearOf } from '../../../src/model/backup/calendar.ts';
import {
  type ChainQuestion,
  chainCounts,
  chainSizeGib,
  clonedSizeGib,
} from '../../../src/model/backup/chain.ts';
import { longTerm } from '../../../src/model/backup/prune.ts';
import {
  dataOn,
  type RepositoryQuestion,
  simulateRepository,
} from '../../../src/model/backup/repository.ts';

const chain: ChainQuestion = {
  kind: 'active',
  points: 14,
  pointsPerFull: 7,
  weekly: 0,
  monthly: 0,
  yearly: 0,
};

describe('published examples', () => {
  test('14 points with weekly fulls: F = 3, R = 18 (Veeam, restore point simulator)', () => {
    expect(chainCounts(chain)).toEqual({ fulls: 3, increments: 18, archives: 0 });
  });

  test('2 points with weekly fulls keep up to 9 (Veeam, restore point simulator)', () => {
    const { fulls, increments } = chainCounts({ ...chain, points: 2 });
    expect(fulls + increments).toBe(9);
  });

  test('14 points with monthly fulls keep up to 45 (Veeam Best Practices 7.0, example 2)', () => {
    const { fulls, increments } = chainCounts({ ...chain, pointsPerFull: 31 });
    expect(fulls + increments).toBe(45);
  });

  test('forever-incremental: F = 1, R = points − 1', () => {
    const counts = chainCounts({ ...chain, kind: 'forever' });
    expect(counts).toEqual({ fulls: 1, increments: 13, archives: 0 });
  });

  test('1 TB full, 150 GB increments, 7 days, 12 monthly, 2 yearly: 16,260 GB (Evolve IP)', () => {
    const policy = { ...chain, kind: 'forever', points: 7, monthly: 12, yearly: 2 } as const;
    const counts = chainCounts(policy);
    expect(counts).toEqual({ fulls: 1, increments: 6, archives: 14 });
    const size = { dataGib: 1024, keptRatio: 1, changeRatio: 150 / 1024 };
    expect(chainSizeGib(counts, size)).toBe(16_260);
  });

  test('3 TB full, 230 GB increments, 2 days, 1 monthly, 4 quarterly, 7 yearly: 40,166 GB (Evolve IP)', () => {
    // Quarterly ones count as monthly: every one is a full of its own.
    const policy = { ...chain, kind: 'forever', points: 2, monthly: 5, yearly: 7 } as const;
    const size = { dataGib: 3072, keptRatio: 1, changeRatio: 230 / 3072 };
    expect(chainSizeGib(chainCounts(policy), size)).toBeCloseTo(40_166, 6);
  });

  test('C·(F·Data + R·d·Data), with the defaults of the simulator', () => {
    const size = { dataGib: 1000, keptRatio: 0.5, changeRatio: 0.1 };
    expect(chainSizeGib({ fulls: 1, increments: 13, archives: 0 }, size)).toBe(1150);
    expect(chainSizeGib({ fulls: 3, increments: 18, archives: 0 }, size)).toBe(2400);
  });
});

const repository: RepositoryQuestion = {
  kind: 'active',
  dataGib: 1000,
  keptRatio: 0.5,
  changePerDayRatio: 0.05,
  isAlwaysFull: false,
  runsPerDay: 1,
  retentionDays: 14,
  fullEveryDays: 7,
  weekly: 0,
  monthly: 0,
  yearly: 0,
  blockCloning: false,
  growthPerYearRatio: 0,
  days: 365,
};

const lastYearPeak = (days: Float64Array) => Math.max(...days.slice(-365));

const chainOf = (question: RepositoryQuestion): ChainQuestion => ({
  kind: question.kind,
  points: question.retentionDays * question.runsPerDay,
  pointsPerFull: question.fullEveryDays * question.runsPerDay,
  weekly: question.weekly,
  monthly: question.monthly,
  yearly: question.yearly,
});
const sizeOf = ({ dataGib, keptRatio, changePerDayRatio, runsPerDay }: RepositoryQuestion) => ({
  dataGib,
  keptRatio,
  changeRatio: changePerDayRatio / runsPerDay,
});

const arbitraryChain = fc.record({
  kind: fc.constantFrom('forever', 'synthetic', 'active'),
  retentionDays: fc.integer({ min: 1, max: 40 }),
  fullEveryDays: fc.integer({ min: 1, max: 31 }),
  runsPerDay: fc.constantFrom(1, 2, 4),
  changePerDayRatio: fc.double({ min: 0, max: 0.9, noNaN: true }),
  keptRatio: fc.double({ min: 0.1, max: 1, noNaN: true }),
});

test('in a steady state the simulation is the formula, whatever the chain', () => {
  fc.assert(
    fc.property(arbitraryChain, (own) => {
      const question = { ...repository, ...own, days: 200 };
      const formula = chainSizeGib(chainCounts(chainOf(question)), sizeOf(question));
      const peak = Math.max(...simulateRepository(question).slice(-100));
      expect(peak / formula).toBeCloseTo(1, 9);
    }),
    { numRuns: 40 },
  );
});

test('in a steady state the simulation is the formula with weekly, monthly and yearly fulls', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('forever', 'active'),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 2 }),
      (kind, weekly, monthly, yearly) => {
        const question = { ...repository, kind, weekly, monthly, yearly, days: 5 * 365 };
        const formula = chainSizeGib(chainCounts(chainOf(question)), sizeOf(question));
        expect(lastYearPeak(simulateRepository(question)) / formula).toBeCloseTo(1, 9);
      },
    ),
    { numRuns: 12 },
  );
});

test('with block cloning the formula is a little above: the first of each row is nearer than a period', () => {
  for (const changePerDayRatio of [0.01, 0.05, 0.2]) {
    const question = {
      ...repository,
      kind: 'synthetic' as const,
      blockCloning: true,
      changePerDayRatio,
      weekly: 4,
      monthly: 12,
      yearly: 1,
      days: 5 * 365,
    };
    const formula = clonedSizeGib(chainOf(question), sizeOf(question), 1);
    const peak = lastYearPeak(simulateRepository(question));
    expect([changePerDayRatio, peak / formula > 0.9, peak / formula < 1.01]).toEqual([
      changePerDayRatio,
      true,
      true,
    ]);
  }
});

test('block cloning never costs space, and does not help what is read anew', () => {
  fc.assert(
    fc.property(arbitraryChain, (own) => {
      const question = { ...repository, ...own, weekly: 3, days: 120 };
      const plain = simulateRepository(question);
      const cloned = simulateRepository({ ...question, blockCloning: true });
      for (const [day, gib] of cloned.entries()) {
        expect(gib).toBeLessThanOrEqual((plain[day] as number) * (1 + 1e-12));
      }
      if (own.kind === 'active') expect(cloned).toEqual(plain);
    }),
    { numRuns: 15 },
  );
});

test('growth fills the repository as it fills the machines', () => {
  const days = simulateRepository({ ...repository, growthPerYearRatio: 0.2, days: 3 * 365 });
  const steady = lastYearPeak(simulateRepository(repository));
  expect(Math.max(...days.slice(-365)) / steady).toBeGreaterThan(1.2 ** 2.9);
  expect(Math.max(...days.slice(-365)) / steady).toBeLessThan(1.2 ** 3 * 1.02);
  expect(dataOn(3 * 365, 1000, 0.2)).toBeCloseTo(1728, 9);
});

test('a method without differences keeps a full for every day', () => {
  const days = simulateRepository({ ...repository, isAlwaysFull: true });
  // One more than is kept, until the oldest is deleted.
  expect(lastYearPeak(days)).toBeCloseTo(0.5 * 1000 * 15, 9);
});

describe('the calendar', () => {
  const civil = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000);

  test('months and years are those of the calendar, for thirty years', () => {
    for (let day = 0; day < 30 * 366; day++) {
      const date = civil(day);
      const found = [yearOf(day), monthOf(day)];
      const year = date.getUTCFullYear();
      if (found[0] !== year || found[1] !== year * 12 + date.getUTCMonth()) {
        expect([day, ...found]).toEqual([day, year, year * 12 + date.getUTCMonth()]);
      }
    }
  });

  test('weeks begin on Monday', () => {
    expect(civil(0).getUTCDay()).toBe(1);
    expect([weekOf(6), weekOf(7)]).toEqual([0, 1]);
  });
});

describe('long-term retention', () => {
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => to - index);

  test('keeps the latest of each week that usual retention does not reach', () => {
    const kept = longTerm(days(0, 41), days(42, 48), { weekly: 2, monthly: 0, yearly: 0 });
    expect(kept).toEqual([41, 34]);
  });

  test('a month of which something is kept already is passed over', () => {
    // Day 41 is 11 February 2024; 31 January is day 30, and its week's Sunday is day 34, in February.
    const kept = longTerm(days(0, 41), days(42, 48), { weekly: 1, monthly: 2, yearly: 0 });
    expect(kept).toEqual([41, 30]);
  });

  test('periods without a backup do not count', () => {
    const kept = longTerm([40, 12, 5], [50], { weekly: 3, monthly: 0, yearly: 0 });
    expect(kept).toEqual([40, 12, 5]);
  });

  test('never keeps more than it is told, nor anything that does not exist', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 });
    const few = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(some, few, few, few, (list, weekly, monthly, yearly) => {
        const known = list.toSorted((a, b) => b - a);
        const kept = longTerm(known, [2001], { weekly, monthly, yearly });
        expect(kept.length).toBeLessThanOrEqual(weekly + monthly + yearly);
        expect(kept.every((day) => known.includes(day))).toBe(true);
        expect(new Set(kept).size).toBe(kept.length);
      }),
    );
  });
});
