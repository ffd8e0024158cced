import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  itemsFor,
  navigationTree,
  neighbours,
  type PageEntry,
  parentOf,
  sectionIds,
  sectionOf,
} from '../../src/site/navigation-tree.ts';

const tools = [{ path: 'tools/consolidation', title: 'Consolidation', description: '' }];

const entry = (id: string, section: PageEntry['data']['section'], order: number): PageEntry => ({
  id,
  data: { title: id, description: '', section, order },
});

const paths = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6})?$/), { maxLength: 20 });
const entries = paths.chain((all) =>
  fc.tuple(
    ...all.map((path) =>
      fc
        .record({
          section: fc.constantFrom(...sectionIds.filter((id) => id !== 'tools')),
          order: fc.integer(),
        })
        .map(({ section, order }) => entry(`ja/${path}`, section, order)),
    ),
  ),
);

describe('the navigation', () => {
  test('holds every page of its language once, and the tools', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const tree = navigationTree('ja', [...all, entry('en/other', 'start', 1)], tools);
        const listed = tree.flatMap(({ pages }) => pages.map(({ path }) => path));
        expect(listed.toSorted()).toEqual(
          [...all.map(({ id }) => id.slice(3)), 'tools/consolidation'].toSorted(),
        );
      }),
    );
  });

  test('does not depend on the order in which the pages are read', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = all
          .map((page) => ({ page, key: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ page }) => page);
        expect(navigationTree('ja', shuffled, tools)).toEqual(navigationTree('ja', all, tools));
      }),
    );
  });

  test('walked forwards and walked backwards is the same way', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const tree = navigationTree('ja', all, tools);
        for (const { path } of tree.flatMap(({ pages }) => pages)) {
          const { next } = neighbours(tree, path);
          if (next !== null) expect(neighbours(tree, next.path).previous?.path).toBe(path);
        }
      }),
    );
  });

  test('orders sections as declared and pages by their number', () => {
    const tree = navigationTree(
      'en',
      [entry('en/b', 'report', 2), entry('en/a', 'report', 10), entry('en/z', 'start', 1)],
      tools,
    );
    expect(tree.map(({ id, pages }) => [id, ...pages.map(({ path }) => path)])).toEqual([
      ['start', 'z'],
      ['tools', 'tools/consolidation'],
      ['report', 'b', 'a'],
    ]);
  });

  test('has no neighbours and no section for a page outside it', () => {
    const tree = navigationTree('en', [], tools);
    expect(neighbours(tree, '')).toEqual({ previous: null, next: null });
    expect(sectionOf(tree, '')).toBeNull();
    expect(sectionOf(tree, 'tools/consolidation')).toBe('tools');
  });

  test('lists pages below another to those who are there, and to nobody else', () => {
    const tree = navigationTree(
      'en',
      [
        entry('en/today', 'start', 1),
        entry('en/today/a', 'start', 2),
        entry('en/today/b', 'start', 3),
        entry('en/todays', 'start', 4),
      ],
      [],
    );
    const pages = tree[0]?.pages ?? [];
    const listed = (path: string) =>
      itemsFor(pages, path).map(({ page, below }) => [page.path, ...below.map((one) => one.path)]);
    expect(listed('todays')).toEqual([['today'], ['todays']]);
    for (const path of ['today', 'today/b']) {
      expect(listed(path)).toEqual([['today', 'today/a', 'today/b'], ['todays']]);
    }
    expect(parentOf(tree, 'today/b')?.path).toBe('today');
    expect(parentOf(tree, 'todays')).toBeNull();
  });
});
