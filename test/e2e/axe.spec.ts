import { expect, test } from '@playwright/test';
import { findings, pageForAxe } from './axe-findings.ts';
import { sitemapAddresses } from './site-built.ts';

/** `ja/report/operations/move/` → `ja/report`: pages of one section share a browser's cache. */
const sectionOf = (address: string) => address.split('/').slice(0, 2).join('/');
const addresses = ['', 'no-such-page', ...sitemapAddresses()];

for (const [section, pages] of Map.groupBy(addresses, sectionOf)) {
  test(`axe finds nothing on any page of /${section}, in the light and in the dark theme`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(60_000 + pages.length * 20_000);
    const page = await pageForAxe(browser, baseURL);
    // The root page leads on by script at once: looked at as its readers without scripts see it.
    if (section === '') await page.route('**/choose-language*', (route) => route.abort());
    const found: string[] = [];
    for (const address of pages) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address);
      if (address.includes('tools/')) await page.waitForLoadState('networkidle');
      found.push(...(await findings(page)).map((finding) => `/${address}: ${finding}`));
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
}
