import { expect, test } from 'vitest';
import { asset, href } from '../../src/site/paths.ts';

test.each([
  ['ja', '', '/ja/'],
  ['en', 'tools/consolidation', '/en/tools/consolidation/'],
  ['en', '/tools/consolidation/', '/en/tools/consolidation/'],
  ['ja', 'report/background#figures', '/ja/report/background/#figures'],
  ['ja', '#top', '/ja/#top'],
  ['en', 'tools/consolidation?s=1#fleet', '/en/tools/consolidation/?s=1#fleet'],
] as const)('a page in %s at "%s" is found at %s', (lang, path, address) => {
  expect(href(lang, path)).toBe(address);
});

test('a file has one address in both languages', () => {
  expect(asset('favicon.svg')).toBe('/favicon.svg');
});
