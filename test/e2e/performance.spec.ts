import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { performanceWords as en } from '../../src/words/en/performance.ts';
import { performanceWords as ja } from '../../src/words/ja/performance.ts';
import { hostfit } from '../cli/run.ts';
import { complaints, downloaded, languages, wordsOf } from './consolidation-steps.ts';

const own = { ja, en };
const sample = 'public/samples/rvtools-sample.xlsx';
const benchmark =
  'cpu,1,955,1010\ncpu,2,1842,1010\ncpu,4,3420,1010\ncpu,8,5790,1010\ncpu,16,8440,1010';

async function openTool(page: Page, language: 'ja' | 'en') {
  await page.goto(`${language}/tools/performance/`);
  await page.locator('.planner').waitFor();
  await page.getByRole('button', { name: wordsOf[language].tool.fleet.sampleRvtools }).click();
  await whole(page);
}

const whole = (page: Page) =>
  expect(page.locator('.planner')).toHaveAttribute('data-whole', 'true', { timeout: 60_000 });

for (const language of languages) {
  const words = own[language];

  test(`${language}: a fleet is answered as in the shell, to the byte; overloaded has no figure`, async ({
    page,
  }) => {
    const seen = complaints(page);
    await openTool(page, language);
    const download = page.getByRole('button', { name: words.answer.download });
    const { text } = await downloaded(page, download);
    const shell = await hostfit('perform', sample, '--json');
    const { seconds, ...answer } = JSON.parse(shell.out);
    expect(seconds).toBeGreaterThan(0);
    expect(text === JSON.stringify(answer)).toBe(true);

    await page
      .getByRole('spinbutton', { name: words.settings.load.label, exact: true })
      .fill('800');
    await expect(page.getByTestId('stretch')).toHaveText(words.overloaded, { timeout: 30_000 });
    await expect(page.getByTestId('overloaded')).toContainText(words.answer.overloadedAbout);
    await expect(page.locator('#hosts tbody')).toContainText(words.overloaded);
    // The settings are in the address, and come back with it.
    await expect(page).toHaveURL(/#s=/);
    await page.reload();
    await expect(page.getByTestId('stretch')).toHaveText(words.overloaded, { timeout: 30_000 });
    expect(seen).toEqual([]);
  });

  test(`${language}: a benchmark is fitted, used by all tools, and refused with its reason`, async ({
    page,
  }) => {
    await openTool(page, language);
    const texts = words.benchmark;
    const rows = page.getByRole('textbox', { name: texts.text });
    const fit = page.getByRole('button', { name: texts.fit, exact: true });
    await rows.fill('cpu,1,abc');
    await fit.click();
    await expect(page.getByRole('alert')).toContainText('abc');
    await rows.fill('cpu,1,930,1000\ncpu,4,2600,1000');
    await fit.click();
    await expect(page.getByTestId('refused')).toContainText('2');
    await rows.fill(benchmark);
    await fit.click();
    const fitted = page.getByTestId('fitted');
    await expect(fitted.locator('svg')).toBeVisible({ timeout: 20_000 });
    const path = join(await mkdtemp(join(tmpdir(), 'hostfit-fit-')), 'rows.csv');
    await writeFile(path, benchmark);
    const shell = JSON.parse((await hostfit('fit', path, '--json')).out);
    const { number } = wordsOf[language].format;
    await expect(fitted.locator('table').first()).toContainText(number(shell.alpha, 5));
    await expect(fitted.locator('table').first()).toContainText(number(shell.gamma, 2));
    await page.getByRole('button', { name: texts.take }).click();
    await expect(page.getByText(texts.taken)).toBeVisible();
    await whole(page);
    // The consolidation tool reads the same scenario.
    await page.waitForTimeout(800);
    await page.goto(`${language}/tools/consolidation/`);
    await expect(page.getByLabel(wordsOf[language].settings.choice.overhead.label)).toHaveValue(
      'own',
    );
  });
}

test('en: uncertainty shows P10, P50 and P90 with what moves them, and can be cancelled', async ({
  page,
}) => {
  await openTool(page, 'en');
  const texts = en.uncertainty;
  // So many that there is time to change one's mind.
  await page.getByRole('spinbutton', { name: texts.draws, exact: true }).fill('500');
  await page.getByRole('button', { name: texts.ask, exact: true }).click();
  await page.getByRole('button', { name: texts.cancel, exact: true }).click();
  await expect(page.locator('.spread-panel')).toHaveAttribute('data-state', 'none');
  await page.getByRole('spinbutton', { name: texts.draws, exact: true }).fill('20');
  await page.getByRole('button', { name: texts.ask, exact: true }).click();
  const result = page.getByTestId('spread');
  await expect(result.locator('svg')).toHaveCount(2, { timeout: 60_000 });
  await expect(result.getByRole('row', { name: texts.hosts })).toBeVisible();
});

test('ja: Table 6 stands beside what the model gives back, without script', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('ja/tools/performance/');
  const table = page.locator('#test-bed table');
  await expect(table.locator('tbody tr')).toHaveCount(6);
  await expect(page.locator('#test-bed')).toContainText(ja.testBed.summary(45, 47));
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the filled tool, ${colorScheme}, and a phone does not scroll sideways`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      bypassCSP: true, // axe is an injected script
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await openTool(page, colorScheme === 'light' ? 'ja' : 'en');
    const words = own[colorScheme === 'light' ? 'ja' : 'en'];
    await page.getByRole('textbox', { name: words.benchmark.text }).fill(benchmark);
    await page.getByRole('button', { name: words.benchmark.fit, exact: true }).click();
    await page.getByTestId('fitted').locator('svg').waitFor();
    await page.locator('#charts').scrollIntoViewIfNeeded();
    await page.locator('#charts svg').nth(1).waitFor({ timeout: 30_000 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('.planner details')) {
        (details as HTMLDetailsElement).open = true;
      }
    });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
    expect(found).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
}
