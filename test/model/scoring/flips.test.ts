import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flips } from '~/model/scoring/flips.ts';
import { decisiveGaps } from '~/model/scoring/open-gaps.ts';
import { type ScoringProblem, shares } from '~/model/scoring/problem.ts';
import { ranking, weightedSums } from '~/model/scoring/weighted-sum.ts';
import { anyScoring, problemOf } from './arbitraries.ts';

/** The same problem with a criterion at another share of the weights, the others in proportion. */
function withShare(problem: ScoringProblem, criterion: number, share: number): ScoringProblem {
  const own = shares(problem.weights);
  const rest = 1 - (own[criterion] ?? 0);
  return {
    ...problem,
    weights: own.map((weight, index) =>
      index === criterion ? share : (weight / rest) * (1 - share),
    ),
  };
}

const middles = (problem: ScoringProblem) => weightedSums(problem).map(({ middle }) => middle);

describe('laws', () => {
  test('at the point where the lead changes the two lead equally, and short of it the leader leads', () => {
    fc.assert(
      fc.property(anyScoring(), (problem) => {
        for (const { criterion, weight, flipsAt, leader, leaderAfter } of flips(problem)) {
          const at = middles(withShare(problem, criterion, flipsAt));
          expect(at[leader]).toBeCloseTo(at[leaderAfter] ?? Number.NaN, 9);
          expect(Math.max(...at)).toBeCloseTo(at[leader] ?? Number.NaN, 9);
          const between = middles(withShare(problem, criterion, (weight + flipsAt) / 2));
          expect(Math.max(...between)).toBeCloseTo(between[leader] ?? Number.NaN, 9);
        }
      }),
    );
  });

  test('a decisive gap does change the lead when it is closed that way', () => {
    fc.assert(
      fc.property(anyScoring(), (problem) => {
        const [leader] = ranking(weightedSums(problem));
        for (const { product, criterion, leaderThen } of decisiveGaps(problem)) {
          const cell = product * problem.criteria.length + criterion;
          const value = product === leader ? problem.low[cell] : problem.high[cell];
          const close = (column: Float64Array) =>
            column.map((given, index) => (index === cell ? (value ?? given) : given));
          const closed = { ...problem, low: close(problem.low), high: close(problem.high) };
          const after = middles(closed);
          expect(after[leaderThen]).toBeGreaterThan(after[leader ?? 0] ?? 0);
        }
      }),
    );
  });
});

describe('cases', () => {
  test('two products that are each best by one criterion change at equal weights', () => {
    const problem = problemOf(
      [
        [1, 0],
        [0, 1],
      ],
      [3, 1],
    );
    expect(flips(problem)).toEqual([
      { criterion: 0, weight: 0.75, flipsAt: 0.5, leader: 0, leaderAfter: 1 },
      { criterion: 1, weight: 0.25, flipsAt: 0.5, leader: 0, leaderAfter: 1 },
    ]);
  });

  test('a product that is only level with the leader at all the weight, or at none, passes nobody', () => {
    expect(
      flips(
        problemOf([
          [1, 1, 0.5],
          [1, 0, 0.5],
        ]),
      ),
    ).toEqual([]);
  });

  test('a product that is best by everything is never overtaken', () => {
    expect(
      flips(
        problemOf([
          [1, 1],
          [0.5, 0.2],
        ]),
      ),
    ).toEqual([]);
  });

  test('what is known leaves no gap to decide anything; what is not, may', () => {
    expect(
      decisiveGaps(
        problemOf([
          [1, 0.6],
          [0.9, 0.5],
        ]),
      ),
    ).toEqual([]);
    expect(
      decisiveGaps(
        problemOf([
          [1, 0.6],
          [0.9, [0, 1]],
        ]),
      ),
    ).toEqual([{ product: 1, criterion: 1, leaderThen: 1 }]);
  });
});
