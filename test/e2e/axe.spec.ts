import { expect, test } from '@playwright/test';
import { findings, pageForAxe } from './axe-findings.ts';
import { sitemapAddresses } from './site-built.ts';

for (const address of ['', 'no-such-page', ...sitemapAddresses()]) {
  test(`axe finds nothing on /${address}, in the light and in the dark theme`, async ({
    browser,
    baseURL,
  }) => {
    const page = await pageForAxe(browser, baseURL);
    // The root page leads on by script at once: looked at as its readers without scripts see it.
    if (address === '') await page.route('**/choose-language*', (route) => route.abort());
    await page.goto(address);
    if (address.includes('tools/')) await page.waitForLoadState('networkidle');
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
}
