import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromQuery,
  isRowShown,
  type MatrixRow,
  type MatrixView,
  toQuery,
} from '~/site/mdx/current/matrix-view.ts';
import { verdictCounts } from '~/site/mdx/current/verdict-counts.ts';

const products = ['vsphere', 'hyper-v', 'kvm', 'xcp-ng'];
const verdicts = ['meets', 'partly', 'lacks', 'stated', 'unknown'];
const groups = ['deploy', 'protect'];

const views: fc.Arbitrary<MatrixView> = fc.record({
  group: fc.constantFrom('', ...groups),
  without: fc.subarray(products).map((ids) => new Set(ids)),
  isDiffering: fc.boolean(),
  isKnown: fc.boolean(),
});
const rows: fc.Arbitrary<MatrixRow> = fc
  .tuple(fc.constantFrom(...groups), ...products.map(() => fc.constantFrom(...verdicts)))
  .map(([group, ...found]) => ({
    group,
    verdicts: new Map(products.map((id, index) => [id, found[index] ?? 'unknown'])),
  }));

const all: MatrixView = { group: '', without: new Set(), isDiffering: false, isKnown: false };
const row = (...found: readonly string[]): MatrixRow => ({
  group: 'deploy',
  verdicts: new Map(found.map((verdict, index) => [products[index] ?? '', verdict])),
});

describe('the view of the matrix', () => {
  test('is told by its address', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(fromQuery(toQuery(view))).toEqual(view);
      }),
    );
  });

  test('of everything has no address of its own and hides no row', () => {
    expect(toQuery(all)).toBe('');
    fc.assert(
      fc.property(rows, (any) => {
        expect(isRowShown(any, all)).toBe(true);
      }),
    );
  });

  test('hides more, never less, as more is asked for', () => {
    fc.assert(
      fc.property(rows, views, (any, view) => {
        const wider = { ...view, group: '', isDiffering: false, isKnown: false };
        if (isRowShown(any, view)) expect(isRowShown(any, wider)).toBe(true);
      }),
    );
  });

  test('does not look at products that are left out', () => {
    const one = { ...all, without: new Set(['kvm']), isDiffering: true };
    expect(isRowShown(row('meets', 'meets', 'lacks'), one)).toBe(false);
    expect(isRowShown(row('meets', 'lacks', 'lacks'), one)).toBe(true);
  });

  test('takes neither a gap nor what judges nothing for a difference, nor for knowledge', () => {
    const gaps = row('meets', 'unknown', 'stated');
    expect(isRowShown(gaps, { ...all, isDiffering: true })).toBe(false);
    expect(isRowShown(gaps, { ...all, isKnown: true })).toBe(false);
    expect(isRowShown(row('meets', 'meets'), { ...all, isKnown: true })).toBe(true);
  });
});

test('verdicts are counted best first, gaps last, and none is lost', () => {
  expect(verdictCounts(['lacks', null, 'meets', null, 'meets'])).toEqual([
    { verdict: 'meets', count: 2 },
    { verdict: 'lacks', count: 1 },
    { verdict: null, count: 2 },
  ]);
});
