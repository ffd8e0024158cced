import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { licensingWords as en } from '../../src/words/en/licensing.ts';
import { licensingWords as ja } from '../../src/words/ja/licensing.ts';
import { findings, pageForAxe } from './axe-findings.ts';
import { wordsOf } from './consolidation-steps.ts';

const own = { en, ja } as const;
const languages = ['ja', 'en'] as const;

async function open(page: Page, language: 'ja' | 'en') {
  await page.goto(`${language}/tools/licensing/`);
  await whole(page);
}
const whole = (page: Page) => page.locator('.licensing[data-whole="true"]').waitFor();
const counted = (page: Page, product: string) =>
  page.locator(`[data-product="${product}"] .licence-counted strong`);

for (const language of languages) {
  test(`eight numbers give a bill with its reasons, in ${language}`, async ({ page }) => {
    const words = own[language];
    await open(page, language);
    await expect(page.getByText(words.notQuote).first()).toBeVisible();
    await expect(counted(page, 'vmware-vvf')).toHaveText('128');
    // Two CPUs of 8 cores count as 16 each: the reasons stand open.
    await page.getByLabel(words.numbers.coresPerSocket, { exact: true }).fill('8');
    await expect(page.locator('[data-product="vmware-vvf"] [data-step="cpu-minimum"]')).toHaveText(
      words.step['cpu-minimum']({ step: 'cpu-minimum', minimum: 16, value: 32 }),
    );
    await whole(page);
    await expect(counted(page, 'vmware-vvf')).toHaveText('128');
    // A wrong figure does not count.
    await page.getByLabel(words.numbers.hosts, { exact: true }).fill('0');
    await expect(page.getByLabel(words.numbers.hosts, { exact: true })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
  });
}

test('a quote makes a bill whole, a rate makes it one sum, and the CSV has both', async ({
  page,
}) => {
  await open(page, 'ja');
  await page.getByLabel(ja.tool.hypervisor, { exact: true }).selectOption('nutanix-nci');
  await whole(page);
  const line = page.locator('[data-product="nutanix-nci"]');
  await expect(line).toContainText(ja.lineNote['price-missing']({ kind: 'price-missing' }));
  await line.getByLabel(ja.tool.quoteAmount(1, 'year')).fill('40000');
  await expect(line).toContainText(ja.lineNote['own-quote']({ kind: 'own-quote' }));
  await expect(page.locator('.licence-total')).toContainText(ja.tool.totalUnknown);
  await page.getByLabel(ja.tool.rate(ja.tool.currencies.USD)).fill('150');
  await expect(page.locator('.licence-total')).not.toContainText(ja.tool.totalUnknown);
  await whole(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: ja.tool.download }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('40000');
  expect(csv).toContain(ja.notQuote);
  // The address brings everything back, and no machine's name is in it.
  await page.waitForFunction(() => location.hash.length > 1);
  await page.reload();
  await whole(page);
  await expect(counted(page, 'nutanix-nci')).toHaveText('128');
});

test('a fleet is licensed by its plan, and other clusters are compared', async ({ page }) => {
  await open(page, 'en');
  await page.getByLabel(en.tool.fromFleet).check();
  const { fleet } = wordsOf.en.tool;
  await page.getByRole('button', { name: fleet.sampleRvtools }).click();
  await whole(page);
  await expect(page.locator('.licence-estate')).toContainText('VMs');
  await expect(page.locator('[data-product^="windows-2025"]').first()).toBeVisible();
  await page.getByRole('button', { name: en.tool.optionsAsk }).click();
  await expect(page.locator('[data-options="whole"] table').first()).toBeVisible();
});

test('axe finds nothing in the filled tool, light and dark, and a phone does not scroll sideways', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await pageForAxe(browser, baseURL, { viewport: { width: 360, height: 740 } });
  await open(page, 'ja');
  await page.getByRole('button', { name: ja.tool.optionsAsk }).click();
  await expect(page.locator('[data-options="whole"]')).toBeVisible();
  await page.locator('#break-even').scrollIntoViewIfNeeded();
  await expect(page.locator('#break-even svg').first()).toBeVisible();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('.planner details')) {
      (details as HTMLDetailsElement).open = true;
    }
  });
  expect(await findings(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});
