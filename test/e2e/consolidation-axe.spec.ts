import { expect, test } from '@playwright/test';
import { findings, pageForAxe } from './axe-findings.ts';
import { openTool } from './consolidation-steps.ts';

test('axe finds nothing in the whole tool with a fleet, light and dark', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await pageForAxe(browser, baseURL);
  const tool = await openTool(page, 'ja');
  await tool.sample('bitbrains');
  await page.locator('#charts').scrollIntoViewIfNeeded();
  await expect(page.locator('.multiples svg').first()).toBeVisible({ timeout: 90_000 });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('.planner details')) {
      (details as HTMLDetailsElement).open = true;
    }
  });
  // With the tip of a chart open: it is drawn where the pointer comes.
  const chart = page.locator('.multiples svg').first();
  await chart.locator('circle').first().hover();
  await expect(chart.locator('tspan')).not.toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.context().close();
});

test('axe finds nothing where columns are mapped and files refused, light and dark', async ({
  browser,
  baseURL,
}) => {
  const page = await pageForAxe(browser, baseURL, { viewport: { width: 360, height: 740 } });
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
  await page.context().close();
});
