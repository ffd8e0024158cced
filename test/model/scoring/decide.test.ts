import { describe, expect, test } from 'vitest';
import { type Decision, decideSteps, type ProductKnowledge } from '~/model/scoring/decide.ts';
import { type DecisionPolicy, defaultDecision } from '~/model/scoring/policy.ts';

const knowledge: ProductKnowledge = {
  products: ['a', 'b', 'c'],
  criteria: ['ha', 'gpu', 'vtpm'],
  verdicts: ['meets', 'meets', 'partly', 'meets', 'lacks', 'meets', 'partly', null, 'stated'],
};

function decide(policy: Partial<DecisionPolicy> = {}, seed = 1): Decision {
  const steps = decideSteps(knowledge, { ...defaultDecision, samples: 2000, ...policy }, seed);
  for (let step = steps.next(false); ; step = steps.next(false)) {
    if (step.done) return step.value;
  }
}

const ranked = (policy: Partial<DecisionPolicy> = {}) => {
  const decision = decide(policy);
  if (decision.kind !== 'ranked') throw new Error('nothing is ranked');
  return decision;
};

test('the ranking says how sure it is, and what is not known', () => {
  const { ranking, gaps, samples } = ranked();
  expect(ranking.map(({ product }) => product)).toEqual(['a', 'b', 'c']);
  expect(ranking[0]?.score.low).toBeCloseTo(2.25 / 3);
  expect(ranking[0]?.score.high).toBeCloseTo(2.75 / 3);
  expect(ranking[0]?.score.middle).toBeCloseTo(2.5 / 3);
  expect(gaps).toEqual({ unknown: 2, of: 9 });
  expect(samples).toBe(2000);
  expect(ranking.reduce((sum, { firstRankShare }) => sum + firstRankShare, 0)).toBeCloseTo(1);
});

describe('must-haves', () => {
  test('rule a product out that lacks them, and name the criterion', () => {
    const { ranking, out } = ranked({ mustHave: ['gpu'] });
    expect(out).toEqual([{ product: 'b', reason: { kind: 'lacks', criterion: 'gpu' } }]);
    expect(ranking.map(({ product, doubtful }) => [product, doubtful])).toEqual([
      ['a', []],
      ['c', ['gpu']],
    ]);
  });

  test('that nobody has leave nothing to rank', () => {
    expect(decide({ mustHave: ['gpu'], leftOut: ['a', 'c'] })).toMatchObject({
      kind: 'none-left',
      out: [{ product: 'a' }, { product: 'b' }, { product: 'c' }],
    });
  });
});

describe('weights', () => {
  test('of 0 take a criterion out', () => {
    const { ranking } = ranked({ weights: { gpu: 0 } });
    expect(ranking[0]?.product).toBe('b');
  });

  test('that are all 0 rank nothing', () => {
    expect(decide({ weights: { ha: 0, gpu: 0, vtpm: 0 } }).kind).toBe('none-left');
  });
});

describe('costs', () => {
  test('count beside the criteria: the cheapest has 1, twice its cost a half, an unknown one anything', () => {
    const { ranking } = ranked({ costs: { a: 200, b: 100 }, costWeight: 3 });
    const cost = (product: string) =>
      ranking
        .find((row) => row.product === product)
        ?.parts.find(({ criterion }) => criterion === 'cost');
    expect(cost('a')).toEqual({ criterion: 'cost', weight: 0.5, low: 0.5, high: 0.5 });
    expect(cost('b')).toEqual({ criterion: 'cost', weight: 0.5, low: 1, high: 1 });
    expect(cost('c')).toEqual({ criterion: 'cost', weight: 0.5, low: 0, high: 1 });
  });

  test('without a weight change nothing', () => {
    expect(ranked({ costs: { a: 9, b: 1 } })).toEqual(ranked());
  });
});
