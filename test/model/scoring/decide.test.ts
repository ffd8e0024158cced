import { describe, expect, test } from 'vitest';
import { type Decision, decideSteps } from '~/model/scoring/decide.ts';
import {
  type FleetKnowledge,
  nothingKnown,
  type ProductKnowledge,
} from '~/model/scoring/knowledge.ts';
import { type DecisionPolicy, defaultDecision } from '~/model/scoring/policy.ts';

const knowledge: ProductKnowledge = {
  products: ['a', 'b', 'c'],
  criteria: ['ha', 'gpu', 'vtpm'],
  verdicts: ['meets', 'meets', 'partly', 'meets', 'lacks', 'meets', 'partly', null, 'stated'],
};

const costing = (costs: Readonly<Record<string, number>>): FleetKnowledge => ({
  ...nothingKnown,
  costs: Object.fromEntries(
    Object.entries(costs).map(([product, cost]) => [
      product,
      { low: cost, middle: cost, high: cost },
    ]),
  ),
});

function decide(policy: Partial<DecisionPolicy> = {}, fleet = nothingKnown): Decision {
  const steps = decideSteps(knowledge, { ...defaultDecision, samples: 2000, ...policy }, 1, fleet);
  for (let step = steps.next(false); ; step = steps.next(false)) {
    if (step.done) return step.value;
  }
}

const ranked = (policy: Partial<DecisionPolicy> = {}, fleet = nothingKnown) => {
  const decision = decide(policy, fleet);
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

describe('equal scores', () => {
  // a: 1 + 1 + ½, b: 1 + 0 + 1, so level where what b lacks weighs half as much.
  const level = ranked({ weights: { ha: 2, gpu: 1, vtpm: 2 } });

  test('share a place, and the one that cannot fall as low is listed first', () => {
    expect(level.ranking.map(({ product, place }) => [product, place])).toEqual([
      ['b', 1],
      ['a', 1],
      ['c', 3],
    ]);
    expect(level.secondPlace).toMatchObject({ leader: 'b', product: 'a', isLevel: true });
  });

  test('turn on the least weight, and it is told on which side', () => {
    const [gpu] = level.flips.filter(({ criterion }) => criterion === 'gpu');
    expect(gpu).toMatchObject({ side: 'above', leaderAfter: 'a' });
    expect(gpu?.flipsAt).toBeCloseTo(gpu?.weight ?? 0, 12);
  });

  test('are not told where there is a leader', () => {
    const { ranking, secondPlace } = ranked();
    expect(ranking.map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(secondPlace?.isLevel).toBe(false);
  });
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
  const costs = costing({ a: 200, b: 100 });

  test('count beside the criteria: the cheapest has 1, the dearest 0, an unknown one anything', () => {
    const { ranking, gaps, costScale } = ranked({ costWeight: 3 }, costs);
    const cost = (product: string) =>
      ranking
        .find((row) => row.product === product)
        ?.parts.find(({ criterion }) => criterion === 'cost');
    expect(cost('a')).toEqual({ criterion: 'cost', weight: 0.5, low: 0, high: 0 });
    expect(cost('b')).toEqual({ criterion: 'cost', weight: 0.5, low: 1, high: 1 });
    expect(cost('c')).toEqual({ criterion: 'cost', weight: 0.5, low: 0, high: 1 });
    expect(gaps).toEqual({ unknown: 3, of: 12 });
    expect(costScale).toEqual({ cheapest: 100, dearest: 200 });
  });

  test('weigh as much as a criterion unless the reader says otherwise', () => {
    const { ranking } = ranked({}, costs);
    expect(ranking[0]?.parts.at(-1)).toMatchObject({ criterion: 'cost', weight: 0.25 });
  });

  test('without a weight, or of one product alone, change nothing', () => {
    expect(ranked({ costWeight: 0 }, costs)).toEqual(ranked({ costWeight: 0 }));
    expect(ranked({}, costing({ a: 200 }))).toEqual(ranked());
  });

  test('of a product that is not ranked are no end of the scale', () => {
    const { costScale } = ranked({ leftOut: ['c'] }, costing({ a: 200, b: 100, c: 900 }));
    expect(costScale).toEqual({ cheapest: 100, dearest: 200 });
  });

  test('that would have to change for the second to lead are told, and turn it just there', () => {
    const { secondPlace } = ranked({}, costing({ a: 200, b: 100, c: 1000 }));
    expect(secondPlace).toMatchObject({ leader: 'a', product: 'b' });
    for (const { product, cost } of secondPlace?.costTurns ?? []) {
      for (const [nearby, leader] of [
        [cost * (product === 'a' ? 1.001 : 0.999), 'b'],
        [cost * (product === 'a' ? 0.999 : 1.001), 'a'],
      ] as const) {
        const moved = costing({ a: 200, b: 100, c: 1000, [product]: nearby });
        expect(ranked({}, moved).ranking[0]?.product).toBe(leader);
      }
    }
    // a: 2.5 + value = 3 of b, so half-way between 100 and 1000.
    expect(secondPlace?.costTurns.map(({ product }) => product)).toEqual(['a']);
    expect(secondPlace?.costTurns[0]?.cost).toBeCloseTo(550, 6);
  });

  test('that are unknown and could decide come with the amount below which they do', () => {
    const { decisiveGaps, ranking } = ranked({ costWeight: 3 }, costs);
    expect(ranking[0]?.product).toBe('b');
    const gap = decisiveGaps.find(
      ({ product, criterion }) => product === 'c' && criterion === 'cost',
    );
    // b has 2 + 3 × 100 ÷ (200 − x), c 1.5 + 3: level at 80, where c has made the scale longer.
    expect(gap?.turnsAt).toBeCloseTo(80, 6);
    const at = gap?.turnsAt ?? 0;
    const first = (cost: number) =>
      ranked({ costWeight: 3 }, costing({ a: 200, b: 100, c: cost })).ranking[0]?.product;
    expect([first(at * 0.99), first(at * 1.01)]).toEqual(['c', 'b']);
  });
});

describe('a product that does not carry the fleet', () => {
  const fleet = { ...nothingKnown, tooSmall: ['a'] };

  test('is out, unless the reader keeps it', () => {
    expect(ranked({}, fleet).out).toEqual([{ product: 'a', reason: { kind: 'too-small' } }]);
    expect(ranked({ mustCarryFleet: false }, fleet)).toEqual(ranked());
  });
});

test('the second place is defended by name', () => {
  const { secondPlace } = ranked();
  expect(secondPlace).toMatchObject({
    product: 'b',
    leader: 'a',
    better: [{ criterion: 'vtpm' }],
    onlyIt: ['vtpm'],
    costTurns: [],
  });
  expect(secondPlace?.weights.map(({ criterion }) => criterion)).toContain('gpu');
  expect(ranked({ leftOut: ['b', 'c'] }).secondPlace).toBeNull();
});
