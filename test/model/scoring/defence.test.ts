import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptabilitySteps } from '~/model/scoring/acceptability.ts';
import { defenceOf } from '~/model/scoring/defence.ts';
import { type ScoringProblem, shares } from '~/model/scoring/problem.ts';
import { ranking, weightedSums } from '~/model/scoring/weighted-sum.ts';
import { anyScoring, problemOf } from './arbitraries.ts';

function accept(problem: ScoringProblem, samples = 200) {
  const steps = acceptabilitySteps(problem, { samples, seed: 1, spread: 1 });
  for (let step = steps.next(false); ; step = steps.next(false)) {
    if (step.done) return step.value;
  }
}

function defended(problem: ScoringProblem, samples?: number) {
  const [leader = 0, second = 1] = ranking(weightedSums(problem));
  return defenceOf(problem, accept(problem, samples), second, leader);
}

const middles = (problem: ScoringProblem) => weightedSums(problem).map(({ middle }) => middle);

describe('laws', () => {
  test('of two products one is ahead in the other share of the weightings', () => {
    fc.assert(
      fc.property(anyScoring(), (problem) => {
        const { aheadShares } = accept(problem, 60);
        const size = problem.products.length;
        for (let row = 0; row < size; row++) {
          for (let column = 0; column < row; column++) {
            const both =
              (aheadShares[row * size + column] ?? 0) + (aheadShares[column * size + row] ?? 0);
            expect(both).toBeCloseTo(1, 9);
          }
        }
      }),
    );
  });

  test('central weights are weightings, and together they are the mean of all', () => {
    fc.assert(
      fc.property(anyScoring(), (problem) => {
        const { centralWeights, rankShares } = accept(problem, 60);
        const [size, count] = [problem.products.length, problem.criteria.length];
        let whole = 0;
        for (let product = 0; product < size; product++) {
          const sum = centralWeights
            .subarray(product * count, (product + 1) * count)
            .reduce((total, weight) => total + weight, 0);
          const first = rankShares[product * size] ?? 0;
          expect(sum).toBeCloseTo(first > 0 ? 1 : 0, 9);
          whole += first * sum;
        }
        expect(whole).toBeCloseTo(1, 9);
      }),
    );
  });

  test('a weight that speaks for the second puts it level with the leader', () => {
    fc.assert(
      fc.property(anyScoring(), (problem) => {
        const { product, leader, weights } = defended(problem);
        const own = shares(problem.weights);
        for (const { criterion, flipsAt } of weights) {
          const rest = 1 - (own[criterion] ?? 0);
          const moved = middles({
            ...problem,
            weights: own.map((weight, index) =>
              index === criterion ? flipsAt : (weight / rest) * (1 - flipsAt),
            ),
          });
          expect(moved[product]).toBeCloseTo(moved[leader] ?? Number.NaN, 9);
        }
      }),
    );
  });

  test('a fact that speaks for the second puts it ahead when it turns out so', () => {
    fc.assert(
      fc.property(anyScoring(), (problem) => {
        const { product, leader, facts } = defended(problem);
        for (const { product: whose, criterion } of facts) {
          const cell = whose * problem.criteria.length + criterion;
          const value = whose === product ? problem.high[cell] : problem.low[cell];
          const close = (column: Float64Array) =>
            column.map((given, index) => (index === cell ? (value ?? given) : given));
          const after = middles({ ...problem, low: close(problem.low), high: close(problem.high) });
          expect(after[product]).toBeGreaterThan(after[leader] ?? 0);
        }
      }),
    );
  });
});

describe('cases', () => {
  const problem = problemOf(
    [
      [1, 0.5, [0, 1]],
      [0, 1, 0.5],
    ],
    [3, 1, 1],
  );

  test('the second is better by what it gains, and only it meets the second criterion', () => {
    const { product, leader, better, onlyIt } = defended(problem);
    expect([product, leader]).toEqual([1, 0]);
    expect(better).toEqual([{ criterion: 1, gain: 0.1 }]);
    expect(onlyIt).toEqual([1]);
  });

  test('those for whom it is first weigh that criterion more than an even share', () => {
    const { favouredBy, aheadShare } = defended(problem, 20_000);
    expect(favouredBy.map(({ criterion }) => criterion)).toEqual([1]);
    expect(favouredBy[0]?.usual).toBeCloseTo(1 / 3, 12);
    expect(favouredBy[0]?.weight).toBeGreaterThan(0.4);
    expect(aheadShare).toBeGreaterThan(0.2);
    expect(aheadShare).toBeLessThan(0.5);
  });

  test('the mean weighting of those who prefer one of two opposites is a quarter against three', () => {
    const opposites = problemOf([
      [1, 0],
      [0, 1],
    ]);
    const [first = 0, second = 0] = accept(opposites, 20_000).centralWeights;
    expect(first).toBeCloseTo(0.75, 2);
    expect(second).toBeCloseTo(0.25, 2);
  });
});
