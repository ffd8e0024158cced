import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flip, flips, headToHead } from '~/model/scoring/flips.ts';
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

/** A share a little beyond the one at which the lead changes. */
const beyondOf = ({ flipsAt, side }: Pick<Flip, 'flipsAt' | 'side'>) =>
  side === 'above' ? flipsAt + (1 - flipsAt) * 1e-4 : flipsAt * (1 - 1e-4);

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

  test('a little beyond that point, on the side that is told, the other leads', () => {
    fc.assert(
      fc.property(fc.oneof(anyScoring(), anyScoring({ isEven: true })), (problem) => {
        for (const { criterion, weight, flipsAt, side, leader, leaderAfter } of flips(problem)) {
          expect(side === 'above' ? flipsAt >= weight : flipsAt <= weight).toBe(true);
          const beyond = middles(withShare(problem, criterion, beyondOf({ flipsAt, side })));
          expect(beyond[leaderAfter]).toBeGreaterThan(beyond[leader] ?? Number.NaN);
          expect(beyond[leaderAfter]).toBeCloseTo(Math.max(...beyond), 9);
        }
      }),
    );
  });

  test('so it is between the leader and any other one alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyScoring(), anyScoring({ isEven: true })), (problem) => {
        const [leader = 0, second = 1] = ranking(weightedSums(problem));
        for (const { criterion, flipsAt, side } of headToHead(problem, leader, second)) {
          const beyond = middles(withShare(problem, criterion, beyondOf({ flipsAt, side })));
          expect(beyond[second]).toBeGreaterThan(beyond[leader] ?? Number.NaN);
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
      { criterion: 0, weight: 0.75, flipsAt: 0.5, side: 'below', leader: 0, leaderAfter: 1 },
      { criterion: 1, weight: 0.25, flipsAt: 0.5, side: 'above', leader: 0, leaderAfter: 1 },
    ]);
  });

  test('in a tie the least weight more on what the other is better by makes it lead, or less on the rest', () => {
    const problem = problemOf([
      [1, 0, 1],
      [0, 1, 1],
    ]);
    const third = 1 / 3;
    expect(flips(problem).map(({ criterion, side }) => [criterion, side])).toEqual([
      [0, 'below'],
      [1, 'above'],
    ]);
    for (const { weight, flipsAt, leaderAfter } of flips(problem)) {
      expect(weight).toBeCloseTo(third, 12);
      expect(flipsAt).toBeCloseTo(third, 12);
      expect(leaderAfter).toBe(1);
    }
  });

  test('of two that pass the leader at one point, the one that leads beyond it is named', () => {
    const [flip] = flips(
      problemOf(
        [
          [0.5, 0.5],
          [0.75, 0.25],
          [1, 0],
        ],
        [1, 3],
      ),
    ).filter(({ criterion }) => criterion === 0);
    expect(flip).toMatchObject({ flipsAt: 0.5, side: 'above', leaderAfter: 2 });
  });

  test('lines that differ in their last digits only meet nowhere', () => {
    const [a, b] = [0.1 + 0.2, 0.3];
    expect(
      flips(
        problemOf([
          [a, 0.5],
          [b, 0.5],
        ]),
      ),
    ).toEqual([]);
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
