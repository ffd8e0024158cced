import { describe, expect, test } from 'vitest';
import { crossingOf } from '~/words/crossing.ts';
import { en } from '~/words/en/decision.ts';
import { formatFor } from '~/words/format.ts';
import { ja } from '~/words/ja/decision.ts';

const format = formatFor('en');
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ');

describe('a weight at which the lead changes', () => {
  test('has as many digits as tell it apart from the weight of now', () => {
    const at = (flipsAt: number) =>
      plain(crossingOf(format, { side: 'above', weight: 0.05, flipsAt }).at);
    expect([at(0.0912), at(0.0502), at(0.05002)]).toEqual(['9.1 %', '5.02 %', '5.002 %']);
  });

  test('is not a figure in a tie, but the least change', () => {
    const level = crossingOf(format, { side: 'above', weight: 1 / 20, flipsAt: 1 / 20 + 1e-12 });
    expect([level.at, plain(level.now)]).toEqual([null, '5 %']);
    expect(plain(en.changes.flip('Support', level, 'OLVM'))).toBe(
      'OLVM leads with a little more weight on “Support” than now (5 %)',
    );
    expect(plain(ja.changes.flip('サポート', level, 'OLVM'))).toBe(
      '「サポート」の重みを現在（5 %）より少しでも上げると、OLVM が 1 位',
    );
  });

  test('says whether it rises above or falls below', () => {
    const below = crossingOf(format, { side: 'below', weight: 0.05, flipsAt: 0.04 });
    expect(plain(en.changes.flip('Support', below, 'OLVM'))).toBe(
      'OLVM leads as soon as “Support” falls below 4 % of the weight (now 5 %)',
    );
    expect(plain(ja.second.weight('サポート', below))).toContain('4 % を下回る');
  });
});
