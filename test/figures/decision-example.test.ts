import { describe, expect, test } from 'vitest';
import { decisionExample, pairsExample } from '~/site/mdx/decision/example.ts';
import { formatFor } from '~/words/format.ts';
import { readPages } from '../content/read-content.ts';

const { ranking, out, flips, decisiveGaps, samples } = decisionExample();
const { number, percent } = formatFor('en');
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

test('Y leads by 0.786 to 0.714, and Z is out for what must be there', () => {
  expect(ranking.map(({ product, score }) => [product, number(score.middle, 3)])).toEqual([
    ['y', '0.786'],
    ['x', '0.714'],
  ]);
  expect(ranking[0]?.score.low).toBeCloseTo(4 / 7, 12);
  expect(out).toEqual([{ product: 'z', reason: { kind: 'lacks', criterion: 'ha' } }]);
});

test('the drawings meet ln 2 within three standard errors', () => {
  const error = Math.sqrt((Math.LN2 * (1 - Math.LN2)) / samples);
  expect(Math.abs((ranking[0]?.firstRankShare ?? 0) - Math.LN2)).toBeLessThan(3 * error);
  // What the page says of the error at most.
  expect(Math.sqrt(0.25 / samples)).toBeLessThanOrEqual(0.003_54);
});

test('the lead changes above half of the weight on GPU and below 23.1 % on cost, and with the fact', () => {
  expect(
    flips.map(({ criterion, side, flipsAt, weight }) =>
      [criterion, side, percent(flipsAt, 1), percent(weight, 1)].map(plain),
    ),
  ).toEqual([
    ['cost', 'below', '23.1 %', '28.6 %'],
    ['gpu', 'above', '50 %', '42.9 %'],
  ]);
  expect(decisiveGaps).toEqual([
    { product: 'y', criterion: 'gpu', leaderThen: 'x', turnsAt: null },
  ]);
});

test('the comparisons give Saaty’s weights', () => {
  const { weights, consistencyRatio } = pairsExample();
  expect([...weights].map((share) => plain(percent(share, 1)))).toEqual([
    '63.7 %',
    '25.8 %',
    '10.5 %',
  ]);
  expect(number(consistencyRatio ?? 0, 3)).toBe('0.033');
});

describe.each(['en', 'ja'] as const)('the page in %s', (language) => {
  test('prints these figures', () => {
    const page = readPages(language).find(({ path }) => path === 'method/decision');
    const figures = ['0.786', '0.714', '0.571', '69.3 %', '50 %', '42.9 %', '23.1 %', '28.6 %'];
    for (const figure of [...figures, '63.7 %', '25.8 %', '10.5 %', '0.033', '20,000']) {
      expect(page?.body).toContain(figure);
    }
  });
});
