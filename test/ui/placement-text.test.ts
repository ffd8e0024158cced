import { expect, test } from 'vitest';
import { defaultHostType } from '~/scenario/defaults.ts';
import {
  groupsFromText,
  groupsText,
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

test('a group of hosts is named before a colon, or else by its line', () => {
  const groups = groupsFromText('licensed: a, b\nc、d\n全角：e\n', true);
  expect(groups).toEqual([
    { name: 'licensed', workloads: ['a', 'b'], isExclusive: true },
    { name: '2', workloads: ['c', 'd'], isExclusive: true },
    { name: '全角', workloads: ['e'], isExclusive: true },
  ]);
  expect(groupsFromText(groupsText(groups), true)).toEqual(groups);
});
