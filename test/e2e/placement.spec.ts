import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/words/en/migration.ts';
import { ja } from '../../src/words/ja/migration.ts';
import { hostfit } from '../cli/run.ts';
import { findings, pageForAxe } from './axe-findings.ts';
import { languages, saved, wordsOf } from './consolidation-steps.ts';

const ownOf = { ja, en };
const minutes = 60_000;

/** Opens the tool with a month of 500 machines and a threshold that they exceed. */
async function openBusy(page: Page, language: 'ja' | 'en') {
  const own = ownOf[language];
  await page.goto(`${language}/tools/placement/`);
  await page.locator('.planner').waitFor();
  const { fleet } = wordsOf[language].tool;
  await page.getByRole('button', { name: fleet.sampleBitbrains }).click();
  await page.getByRole('heading', { name: own.placement.page.steps.settings }).waitFor();
  await page
    .getByRole('spinbutton', { name: own.placement.fields.cpu.label, exact: true })
    .fill('50');
  await page.locator('#answer[data-whole="true"]').waitFor({ timeout: minutes });
  return own.placement;
}

test('ja: a month is played, stepped and told in tables, and saved as the command line prints it', async ({
  page,
}) => {
  const texts = await openBusy(page, 'ja');
  await expect(page.locator('#answer table').first().locator('tbody tr')).toHaveCount(5);
  const timeline = page.locator('.timeline');
  const slot = page.getByTestId('slot');
  const start = await slot.textContent();
  await page.getByLabel(texts.timeline.rule).selectOption('B');
  await timeline.getByRole('button', { name: texts.timeline.nextMove }).click();
  await expect(timeline.locator('ul li').first()).toContainText('→');
  await expect(slot).not.toHaveText(start ?? '');
  // By keys alone.
  const before = await slot.textContent();
  await timeline.getByRole('slider').press('ArrowRight');
  await expect(slot).not.toHaveText(before ?? '');
  await timeline.getByRole('slider').press('ArrowLeft');
  await expect(slot).toHaveText(before ?? '');
  await timeline.getByRole('button', { name: texts.timeline.play }).press('Enter');
  await expect(slot).not.toHaveText(before ?? '');
  await timeline.getByRole('button', { name: texts.timeline.pause }).press('Enter');
  const { text } = await saved(page, timeline.getByRole('button', { name: ja.save }));
  const path = join(await mkdtemp(join(tmpdir(), 'hostfit-')), 'scenario.json');
  await writeFile(path, JSON.stringify({ balancing: { thresholdRatio: { cpu: 0.5 } } }));
  const sample = 'public/samples/bitbrains-2013-8.zip';
  const { code, out } = await hostfit(
    'balance',
    sample,
    '--policy',
    'B',
    '--scenario',
    path,
    '--json',
  );
  expect(code).toBe(0);
  expect(JSON.parse(out).moves).toBeGreaterThan(0);
  expect(text === out.trimEnd()).toBe(true);
});

test('en: a run can be stopped and run again, with no motion where none is wanted', async ({
  browser,
  baseURL,
}) => {
  const page = await pageForAxe(browser, baseURL, { viewport: { width: 360, height: 740 } });
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js') || /worker/.test(pathname)) return;
    scripts.set(pathname, gzipSync(await response.body(), { level: 9 }).length);
  });
  const texts = await openBusy(page, 'en');
  await expect(
    page.locator('.timeline').getByRole('button', { name: texts.timeline.play }),
  ).toHaveCount(0);
  await page.getByLabel(texts.mode).selectOption('recommend');
  await page.getByRole('button', { name: texts.stop, exact: true }).click();
  await expect(page.getByText(texts.stopped)).toBeVisible();
  await page.getByRole('button', { name: texts.again }).click();
  await page.locator('#answer[data-whole="true"]').waitFor({ timeout: minutes });
  await expect(page.getByText(texts.recommended)).toBeVisible();
  await page.locator('.charts-place').scrollIntoViewIfNeeded();
  await expect(page.locator('.charts-place svg[role="img"]')).toBeVisible();
  // What a tool may bring to the page, charts included.
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThanOrEqual(130_000);
  expect(await findings(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});

for (const language of languages) {
  test(`${language}: without a script the page says what the tool does`, async ({ request }) => {
    const html = await (await request.get(`${language}/tools/placement/`)).text();
    const { lead, noScript } = ownOf[language].placement.page;
    expect(html).toContain(lead.slice(0, 40));
    expect(html).toContain(noScript.slice(0, 30));
  });
}
