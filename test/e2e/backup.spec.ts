import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/words/en/backup.ts';
import { ja } from '../../src/words/ja/backup.ts';
import { hostfit } from '../cli/run.ts';
import { findings, pageForAxe } from './axe-findings.ts';
import { complaints, languages, rvtoolsFile, saved } from './consolidation-steps.ts';
import { addressWith } from './settings-in-address.ts';

const wordsOf = { ja, en };

/** Waits until the newest question is answered. */
const whole = (page: Page) =>
  page.locator('.planner[data-whole="true"]').waitFor({ timeout: 60_000 });

async function openTool(page: Page, language: 'ja' | 'en', hash = '') {
  await page.goto(`${language}/tools/backup/${hash}`);
  await whole(page);
}

const method = (page: Page, id: string) => page.locator(`[data-method="${id}"]`);

/** What the button saves, once the answer rests. */
async function savedPlan(page: Page, language: 'ja' | 'en'): Promise<string> {
  await whole(page);
  const button = page.getByRole('button', { name: wordsOf[language].keep.json });
  return (await saved(page, button)).text;
}

for (const language of languages) {
  test(`${language}: five questions answer without a fleet, as Table 4 does`, async ({ page }) => {
    const seen = complaints(page);
    const words = wordsOf[language];
    await openTool(page, language);
    await expect(method(page, 'tracking-hotadd')).toHaveAttribute('data-best', 'true');
    // Who may stop the machine may export it; who wants single files may not.
    await page.getByRole('radio', { name: words.questions.no }).check();
    await page.getByText(words.questions.more, { exact: true }).click();
    await page.locator('#questions').getByLabel(words.questions.singleFile).uncheck();
    await expect(method(page, 'export-import')).toHaveAttribute('data-fits', 'fits');
    await page.getByRole('radio', { name: words.questions.rawDiskOf.raw }).check();
    await expect(method(page, 'export-import')).toHaveAttribute('data-fits', 'does-not-fit');
    await expect(method(page, 'export-import')).toContainText(
      words.reason({ effect: 'against', kind: 'raw-disk' }),
    );
    await page.getByText(words.questions.surroundings, { exact: true }).click();
    await page.getByLabel(words.has['array-snapshot']).check();
    await expect(method(page, 'volume-copy')).toHaveAttribute('data-fits', 'fits-if');
    // The settings are in the address, and come back from it.
    const address = await addressWith(
      page,
      ({ backup }) => backup.environment.has['array-snapshot'],
    );
    await page.goto('about:blank');
    await page.goto(address);
    await whole(page);
    await expect(page.getByRole('radio', { name: words.questions.rawDiskOf.raw })).toBeChecked();
    expect(seen).toEqual([]);
  });

  test(`${language}: a fleet gets a plan by class, the same to the byte as from the shell`, async ({
    page,
  }) => {
    const seen = complaints(page);
    const words = wordsOf[language];
    await openTool(page, language);
    await page.locator('.dropzone input[type="file"]').setInputFiles(rvtoolsFile);
    await page.locator('.planner[data-loaded="true"]').waitFor({ timeout: 30_000 });
    await whole(page);
    await page.getByRole('button', { name: words.classes.add }).click();
    const atLeast = page.getByLabel(words.classes.atLeast);
    await atLeast.fill('100');
    // It counts once the field is left, and stays whatever else changes meanwhile.
    const offsite = page.getByLabel(words.copies.hasOffsite);
    for (const checked of [true, false]) {
      await offsite.dispatchEvent('click');
      await expect(offsite).toBeChecked({ checked });
    }
    await expect(atLeast).toHaveValue('100');
    await atLeast.blur();
    await whole(page);
    const plan = page.getByTestId('plan').getByRole('row');
    await expect(plan).toHaveCount(4);
    await expect(plan.nth(2)).toContainText(words.classes.unnamed('class-2'));
    await expect(page.getByTestId('restore').getByRole('row')).toHaveCount(5);
    await page.locator('#window .backup-charts').scrollIntoViewIfNeeded();
    await expect(page.locator('#window .chart svg')).toHaveCount(2);
    const file = await savedPlan(page, language);
    const scenario = { backup: { classes: [{}, {}] } };
    const own = { id: 'class-2', match: { atLeastGib: 100 } };
    const database = (await import('../../src/scenario/backup-defaults.ts')).defaultBackup
      .classes[0];
    scenario.backup.classes = [database as object, own];
    const path = join(await mkdtemp(join(tmpdir(), 'hostfit-')), 'scenario.json');
    await writeFile(path, JSON.stringify(scenario));
    const { code, out, err } = await hostfit('backup', rvtoolsFile, '--scenario', path, '--json');
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd() === file).toBe(true);
    expect(seen).toEqual([]);
  });
}

test('the chapter and the tool lead to one another', async ({ page }) => {
  await page.goto('en/report/operations/backup/');
  await page.getByRole('main').getByRole('link', { name: 'backup planner' }).click();
  await expect(page).toHaveURL(/en\/tools\/backup\/$/);
  await page.getByRole('link', { name: en.page.chapter }).click();
  await expect(page).toHaveURL(/en\/report\/operations\/backup\/$/);
});

test('a window that is too short says so, and more proxies mend it', async ({ page }) => {
  await openTool(page, 'en');
  const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
  await field(en.fields.window.label).fill('0.5');
  await expect(page.locator('.backup-result[data-holds="false"]')).toBeVisible();
  await expect(page.getByTestId('bottleneck')).toContainText(en.bottleneck.streams);
  await field(en.fields.proxies.label).fill('3');
  await expect(page.locator('.backup-result[data-holds="true"]')).toBeVisible();
});

test('axe finds nothing in the tool filled and opened, light and dark, and a phone’s page stands still', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await pageForAxe(browser, baseURL, { viewport: { width: 360, height: 740 } });
  await openTool(page, 'ja');
  await page.locator('.dropzone input[type="file"]').setInputFiles(rvtoolsFile);
  await page.locator('.planner[data-loaded="true"]').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: ja.classes.add }).click();
  await page.getByLabel(ja.copies.hasOffsite).check();
  await whole(page);
  await page.locator('#space .backup-charts').scrollIntoViewIfNeeded();
  await expect(page.locator('#space .chart svg')).toHaveCount(1);
  await page.locator('#window .backup-charts').scrollIntoViewIfNeeded();
  await expect(page.locator('#window .chart svg')).toHaveCount(2);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('.planner details')) {
      (details as HTMLDetailsElement).open = true;
    }
  });
  await page.waitForTimeout(300);
  expect(await findings(page)).toEqual([]);
  await page.context().close();
});
