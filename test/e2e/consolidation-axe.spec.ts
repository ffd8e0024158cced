import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openTool } from './consolidation-steps.ts';

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the whole tool with a fleet, ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      bypassCSP: true, // axe is an injected script
    });
    const page = await context.newPage();
    const tool = await openTool(page, 'ja');
    await tool.sample('bitbrains');
    await page.locator('#charts').scrollIntoViewIfNeeded();
    await expect(page.locator('.multiples svg').first()).toBeVisible({ timeout: 90_000 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('.planner details')) {
        (details as HTMLDetailsElement).open = true;
      }
    });
    await page.waitForTimeout(300);
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  test(`axe finds nothing where columns are mapped and files refused, ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      colorScheme,
      serviceWorkers: 'block',
      bypassCSP: true,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    const tool = await openTool(page, 'en');
    const csv = (text: string) => ({
      name: 'odd.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await tool.files(csv('aaa;bbb\nweb;4\n'));
    await expect(page.locator('.mapping')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: tool.words.tool.fleet.cancel }).click();
    await tool.files(csv(''));
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    // Nothing makes a phone's page scroll sideways.
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
}
