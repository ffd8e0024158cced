// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { excerptNodes } from '../../src/site/scripts/excerpt.ts';

const html = (excerpt: string) => {
  const box = document.createElement('div');
  box.append(...excerptNodes(excerpt));
  return box.innerHTML;
};

test('what was found is marked, entities are text', () => {
  expect(html('a &amp; <mark>予備</mark>ホスト')).toBe('a &amp; <mark>予備</mark>ホスト');
});

test('nothing but text and marks comes through', () => {
  expect(html('<img src=x onerror=alert(1)><b>b</b><mark><i>m</i></mark>')).toBe('b<mark>m</mark>');
});
