import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { sitemapAddresses } from './site-built.ts';

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

for (const address of ['', 'no-such-page', ...sitemapAddresses()]) {
  test(`axe finds nothing on /${address}, in the light and in the dark theme`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      bypassCSP: true, // axe is an injected script; csp.spec.ts looks at the policy
    });
    const page = await context.newPage();
    // The root page leads on by script at once: looked at as its readers without scripts see it.
    if (address === '') await page.route('**/choose-language*', (route) => route.abort());
    await page.goto(address);
    if (address.includes('tools/')) await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    await context.close();
  });
}
