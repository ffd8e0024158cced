import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/words/en/migration.ts';
import { ja } from '../../src/words/ja/migration.ts';
import { hostfit } from '../cli/run.ts';
import { findings, pageForAxe } from './axe-findings.ts';
import { complaints, languages, saved, wordsOf } from './consolidation-steps.ts';

const ownOf = { ja, en };

async function open(page: Page, language: 'ja' | 'en') {
  await page.goto(`${language}/tools/migration/`);
  await page.locator('.machine-answer[data-settled="true"]').waitFor();
  const own = ownOf[language];
  const type = (field: keyof typeof own.settings.fields, value: number) =>
    page
      .getByRole('spinbutton', { name: own.settings.fields[field].label, exact: true })
      .fill(String(value));
  const sample = () =>
    page.getByRole('button', { name: wordsOf[language].tool.fleet.sampleRvtools }).click();
  return { own, type, sample };
}

for (const language of languages) {
  test(`${language}: one machine from numbers alone, and no figure where it does not converge`, async ({
    page,
  }) => {
    const seen = complaints(page);
    const { own, type } = await open(page, language);
    const { limited } = wordsOf[language].tool.settings;
    await page.getByLabel(limited(own.settings.fields.cap.label)).check();
    await type('cap', 112);
    await type('memory', 4);
    await type('dirty', 20);
    // The worked example: 3 rounds, 44.476 s in all, 0.208 s down.
    await expect(page.getByTestId('total')).toHaveText(/^44\.5\s/);
    await expect(page.getByTestId('downtime')).toHaveText(/^0\.208\s/);
    await expect(page.getByTestId('verdict')).toHaveText(own.machine.verdict('pre-copy', 3));
    await type('dirty', 120);
    await expect(page.getByTestId('verdict')).toHaveText(own.machine.never);
    await expect(page.getByTestId('total')).toHaveCount(0);
    await page
      .getByLabel(own.settings.whenNotConverging)
      .selectOption(own.whenNotConverging['post-copy']);
    await expect(page.getByTestId('downtime')).toHaveText(/^0\s/);
    // Settings live in the address.
    await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(1);
    expect(seen).toEqual([]);
  });

  test(`${language}: a host is emptied as the command line says, to the byte, and the cluster patched`, async ({
    page,
  }) => {
    const { own, sample } = await open(page, language);
    await sample();
    await expect(page.getByTestId('evacuation')).toBeVisible();
    await page
      .getByLabel(own.evacuation.host, { exact: true })
      .selectOption('esx01.example.internal');
    await page.locator('.evacuation[data-settled="true"]').waitFor();
    await expect(page.getByTestId('evacuation')).toContainText('esx01');
    const { text } = await saved(page, page.getByRole('button', { name: own.save }));
    const { code, out } = await hostfit(
      'evacuate',
      'public/samples/rvtools-sample.xlsx',
      '--host',
      'esx01.example.internal',
      '--json',
    );
    expect(code).toBe(0);
    expect(text === out.trimEnd()).toBe(true);
    await page.getByRole('button', { name: own.patch.start }).click();
    await expect(page.getByTestId('patch')).toContainText('6');
  });
}

test('axe finds nothing with a fleet, light and dark, and a phone does not scroll sideways', async ({
  browser,
  baseURL,
}) => {
  const page = await pageForAxe(browser, baseURL, { viewport: { width: 360, height: 740 } });
  const { own, sample } = await open(page, 'ja');
  await sample();
  await expect(page.getByTestId('evacuation')).toBeVisible();
  await page.getByRole('button', { name: own.patch.start }).click();
  await expect(page.getByTestId('patch')).toBeVisible();
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
