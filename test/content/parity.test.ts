import { describe, expect, test } from 'vitest';
import {
  componentsOf,
  internalLinksOf,
  isInline,
  type Page,
  readPages,
  toolPaths,
  withoutCode,
} from './read-content.ts';

const en = readPages('en');
const ja = readPages('ja');
const pairs = en.map((page) => ({
  path: page.path,
  english: page,
  japanese: ja.find(({ path }) => path === page.path),
}));

const headings = (body: string) =>
  [...withoutCode(body).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length);
const tables = (body: string) =>
  withoutCode(body)
    .split('\n')
    .map((line) => (line.startsWith('|') ? line.split('|').length - 2 : 0))
    .filter((columns) => columns > 0);
const listItems = (body: string) => [...withoutCode(body).matchAll(/^(?:-|\d+\.) /gm)].length;
const code = (body: string) =>
  [...body.matchAll(/```[\s\S]*?```/g)].map(([block]) => block.replace(/<[^>]*>/g, '<…>'));

test('every page exists in both languages under the same path', () => {
  expect(ja.map(({ path }) => path)).toEqual(en.map(({ path }) => path));
  expect(en.length).toBeGreaterThan(0);
});

describe.each(pairs)('$path', ({ english, japanese }) => {
  const other: Page = japanese ?? { path: '', body: '', frontmatter: {} };

  test('stands at the same place of the navigation, with a title and a description of its own', () => {
    for (const key of ['section', 'order', 'updated']) {
      expect(other.frontmatter[key]).toEqual(english.frontmatter[key]);
    }
    for (const key of ['title', 'description']) {
      expect(other.frontmatter[key]).not.toBe(english.frontmatter[key]);
    }
  });

  test('has the same headings, tables and lists', () => {
    expect(headings(other.body)).toEqual(headings(english.body));
    expect(tables(other.body)).toEqual(tables(english.body));
    expect(listItems(other.body)).toBe(listItems(english.body));
  });

  test('shows the same figures and data in the same order, and cites the same sources', () => {
    const [here, there] = [componentsOf(other.body), componentsOf(english.body)];
    const isBlock = (component: string) => !isInline(component);
    expect(here.filter(isBlock)).toEqual(there.filter(isBlock));
    expect(here.filter(isInline).toSorted()).toEqual(there.filter(isInline).toSorted());
  });

  test('leads to the same pages, and gives the same commands', () => {
    expect(internalLinksOf(other.body).toSorted()).toEqual(
      internalLinksOf(english.body).toSorted(),
    );
    expect(code(other.body)).toEqual(code(english.body));
  });
});

test('every link within the site leads to a page that exists', () => {
  const paths = new Set([...toolPaths, ...en.map(({ path }) => path)].map((path) => `/${path}`));
  const dead = [...en, ...ja].flatMap(({ path, body }) =>
    internalLinksOf(body).flatMap((target) => (paths.has(target) ? [] : [`${path} → ${target}`])),
  );
  expect(dead).toEqual([]);
});
