import { describe, expect, test } from 'vitest';
import type { Consolidation } from '../../../src/model/consolidation/answer.ts';
import { bestPlan, isSettled, seedScenarios } from '../../../src/model/consolidation/best-plan.ts';
import { consolidate } from '../../../src/model/consolidation/consolidate.ts';
import { seeded } from '../../../src/model/random.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { makePlan } from '../../charts/make-plan.ts';
import { fleetOf } from './fleets.ts';

const random = seeded(5);
/** Sizes that go together badly, so that the bound is not reached and seeds make a difference. */
const hard = fleetOf(
  Array.from({ length: 90 }, () => ({
    vcpus: 2,
    cpuProvisionedMhz: 4800,
    memoryGib: Math.round(200 + 160 * random()),
    use: { cpu: { max: 12_000 + 20_000 * random() } },
  })),
);
const scenario = { ...defaultScenario, effort: 0.1, seedCount: 3 };

const plan = (hosts: number, lowerBound: number, total: number | null = null): Consolidation => ({
  ...makePlan(hosts),
  lowerBound,
  gap: (hosts - lowerBound) / lowerBound,
  cost: total === null ? null : { total, lowerBound: 1, gap: total - 1 },
});

describe('a set of seeds', () => {
  test('is answered by one thread as by many', () => {
    const apart = seedScenarios(scenario).map((question) => consolidate(hard, question));
    expect(consolidate(hard, scenario)).toEqual(bestPlan(scenario, apart));
  });

  test('of one seed is answered as that seed', () => {
    const one = { ...scenario, seedCount: 1 };
    expect(seedScenarios(one)).toEqual([one]);
    expect(bestPlan(one, [consolidate(hard, one)])).toEqual(consolidate(hard, one));
  });

  test('is never answered worse than any of its seeds', () => {
    const answer = consolidate(hard, scenario);
    for (const question of seedScenarios(scenario)) {
      const own = consolidate(hard, question);
      if (own.kind !== 'planned' || answer.kind !== 'planned') throw new Error('not planned');
      expect(answer.hosts).toBeLessThanOrEqual(own.hosts);
      expect(answer.lowerBound).toBeGreaterThanOrEqual(own.lowerBound);
    }
  });

  test('is one seed where nothing is improved', () => {
    expect(seedScenarios({ ...scenario, effort: 0 })).toHaveLength(1);
  });
});

describe('the best plan', () => {
  test.each([
    { name: 'fewest hosts', plans: [plan(9, 7), plan(8, 7), plan(8, 6)], best: 1 },
    { name: 'cheapest before fewest hosts', plans: [plan(8, 7, 90), plan(9, 7, 80)], best: 1 },
    { name: 'the first of equals', plans: [plan(8, 7, 90), plan(8, 7, 90)], best: 0 },
  ])('is that of $name', ({ plans, best }) => {
    expect(bestPlan(defaultScenario, plans)).toMatchObject({
      hosts: (plans[best] as { hosts: number }).hosts,
    });
  });

  test('is bounded by the strongest proof of any seed', () => {
    expect(bestPlan(defaultScenario, [plan(9, 7), plan(10, 9)])).toMatchObject({
      hosts: 9,
      lowerBound: 9,
      gap: 0,
    });
  });

  test('is settled where it is proven, in price too', () => {
    expect(isSettled(plan(8, 8))).toBe(true);
    expect(isSettled(plan(8, 7))).toBe(false);
    expect(isSettled(plan(8, 8, 90))).toBe(false);
  });
});
