import { expect, test } from 'vitest';
import { defaultHostType } from '~/scenario/defaults.ts';
import {
  pinnedFromText,
  pinnedText,
  setsFromText,
  setsText,
} from '~/ui/consolidation/placement-text.ts';

test('a line is a set; a set of one says nothing', () => {
  expect(setsFromText('a, b\n\nc\nd、e，f')).toEqual([
    ['a', 'b'],
    ['d', 'e', 'f'],
  ]);
});

test('sets come back as they were written', () => {
  const sets = [
    ['a', 'b'],
    ['c', 'd', 'e'],
  ];
  expect(setsFromText(setsText(sets))).toEqual(sets);
});

test('a machine is pinned by the name of a host type, commas in it included', () => {
  const pinned = pinnedFromText(`db, ${defaultHostType.name}\nweb, no such host`, [
    defaultHostType,
  ]);
  expect(pinned).toEqual({ db: defaultHostType.id });
  expect(pinnedFromText(pinnedText(pinned, [defaultHostType]), [defaultHostType])).toEqual(pinned);
});
