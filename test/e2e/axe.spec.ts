import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { sitemapAddresses } from './site-built.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything in the light theme; in the dark one only what a theme can change. */
async function findings(page: Page, theme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: theme });
  const axe = new AxeBuilder({ page });
  const { violations } = await (theme === 'light'
    ? axe.withTags(tags)
    : axe.withRules(['color-contrast', 'link-in-text-block'])
  ).analyze();
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
    expect(await findings(page, 'light')).toEqual([]);
    expect(await findings(page, 'dark')).toEqual([]);
    await context.close();
  });
}
