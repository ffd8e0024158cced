import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { base } from '../playwright.config.ts';
import { attributeValues, builtText, sitemapAddresses } from './site-built.ts';

const gzipBytes = (text: string) => gzipSync(text, { level: 9 }).length;
const fileOf = (address: string) => address.slice(base.length);

/** A script and what it imports at once; what it imports later is not part of it. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = builtText(file);
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
    withImports(join(dirname(file), name), seen);
  }
  return seen;
}

const reading = sitemapAddresses().filter((address) => !address.includes('/tools/'));

test('a reading page brings at most 10 kB of JavaScript and 26 kB of HTML and CSS', () => {
  expect(reading.length).toBeGreaterThan(1);
  const sizes = reading.map((address) => {
    const html = builtText(`${address}index.html`);
    const scripts = new Set(
      attributeValues(html, /<script[^>]*\ssrc="([^"]+)"/g).flatMap((src) => [
        ...withImports(fileOf(src)),
      ]),
    );
    const styles = attributeValues(html, /<link rel="stylesheet" href="([^"]+)"/g).map(fileOf);
    return {
      address,
      scriptBytes: [...scripts].reduce((sum, file) => sum + gzipBytes(builtText(file)), 0),
      textBytes: styles.reduce((sum, file) => sum + gzipBytes(builtText(file)), gzipBytes(html)),
    };
  });
  expect(sizes.filter(({ scriptBytes }) => scriptBytes > 10_000)).toEqual([]);
  expect(sizes.filter(({ textBytes }) => textBytes > 26_000)).toEqual([]);
  expect(Math.max(...sizes.map(({ scriptBytes }) => scriptBytes))).toBeGreaterThan(500);
});

test('the search that is loaded when opened brings at most 5 kB of our own', async ({ page }) => {
  const loaded: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/_astro/')) loaded.push(response.text().then(gzipBytes));
  });
  await page.goto('en/');
  await page.waitForLoadState('networkidle');
  const before = loaded.length;
  const engine = page.waitForResponse(/pagefind-entry/);
  await page.keyboard.press('/');
  await engine;
  const later = await Promise.all(loaded.slice(before));
  expect(later.length).toBeGreaterThan(0);
  expect(later.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(5_000);
});
