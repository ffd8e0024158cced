import { expect, test } from 'vitest';
import { blocks, packed } from '../../src/site/landing/packing-picture.ts';
import { en } from '../../src/words/site.en.ts';

test('the picture of the landing page shows what its caption says: 24 servers, 3 hosts', () => {
  const hosts = packed(blocks, 0.95);
  expect(blocks).toHaveLength(24);
  expect(hosts).toHaveLength(3);
  expect(hosts.flat()).toHaveLength(24);
  expect(en.landing.figure.caption).toMatch(/^Twenty-four .* three hosts/);
  for (const host of hosts) {
    expect(host.reduce((sum, { needRatio }) => sum + needRatio, 0)).toBeLessThanOrEqual(0.95);
  }
});
