import { expect, type Locator, type Page, test } from '@playwright/test';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { toQuery } from '../../src/scenario/query.ts';
import { en } from '../../src/words/en/availability.ts';
import { ja } from '../../src/words/ja/availability.ts';
import { hostfit } from '../cli/run.ts';
import { findings, pageForAxe } from './axe-findings.ts';
import { complaints, languages, saved, wordsOf } from './consolidation-steps.ts';

const own = { ja, en };
const sample = 'public/samples/rvtools-sample.xlsx';

async function open(page: Page, language: 'ja' | 'en', hash = '') {
  await page.goto(`${language}/tools/availability/${hash}`);
  await page.locator('.planner').waitFor();
}

const sampleButton = (page: Page, language: 'ja' | 'en') =>
  page.getByRole('button', { name: wordsOf[language].tool.fleet.sampleRvtools });

const whole = (page: Page) =>
  expect(page.locator('.planner')).toHaveAttribute('data-whole', 'true', { timeout: 60_000 });
const simulated = (page: Page) =>
  expect(page.locator('.planner')).toHaveAttribute('data-years', 'done', { timeout: 60_000 });

const downloaded = async (page: Page, button: Locator) => (await saved(page, button)).text;

/** Reaches an element with the tabulator key alone. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor();
  for (let presses = 0; presses < 400; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by keyboard');
}

test('en: by keyboard alone, from a sample to every failure, admission and simulated years', async ({
  page,
}) => {
  const seen = complaints(page);
  await open(page, 'en');
  await tabTo(page, sampleButton(page, 'en'));
  await page.keyboard.press('Enter');
  await whole(page);
  await expect(page.locator('[data-answer="tolerates"]')).toHaveAttribute('data-value', '1');
  await expect(page.locator('[data-answer="admission"] tbody tr')).toHaveCount(5);
  await tabTo(page, page.getByRole('spinbutton', { name: en.fields.tolerate.label }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2');
  await expect(page.locator('[data-answer="tolerates"]')).toHaveAttribute('data-value', '2');
  await whole(page);
  await tabTo(page, page.getByRole('button', { name: en.years.simulate(10, 1000) }));
  await page.keyboard.press('Enter');
  await simulated(page);
  const hours = await page.locator('[data-answer="down-hours"]').getAttribute('data-value');
  expect(Number(hours)).toBeGreaterThan(0);
  await expect(page.locator('[data-answer="measures"] tbody tr')).toHaveCount(4);
  expect(seen).toEqual([]);
});

test('ja: settings come with the address, and the answers are those of the shell, to the byte', async ({
  page,
}) => {
  const scenario = {
    ...defaultScenario,
    availability: { ...defaultScenario.availability, runs: 100, failures: 1 },
  };
  await open(page, 'ja', `#s=${await toQuery(scenario)}`);
  await sampleButton(page, 'ja').click();
  await whole(page);
  await expect(
    page.getByRole('spinbutton', { name: ja.fields.failures.label, exact: true }),
  ).toHaveValue('1');
  const files = page.getByRole('button', { name: ja.survival.download });
  const survived = await downloaded(page, files.first());
  const survive = await hostfit('survive', sample, '--failures', '1', '--json');
  expect(survive.out === `${survived}\n`).toBe(true);
  await page.getByRole('button', { name: ja.years.simulate(10, 100) }).click();
  await simulated(page);
  const estimated = await downloaded(page, files.last());
  const availability = await hostfit('availability', sample, '--runs', '100', '--json');
  expect(availability.out === `${estimated}\n`).toBe(true);
});

for (const language of languages) {
  test(`${language}: axe finds nothing with everything open and answered, and nothing is wider than a phone`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(150_000);
    const viewport = language === 'en' ? { width: 360, height: 740 } : { width: 1280, height: 900 };
    const page = await pageForAxe(browser, baseURL, { viewport });
    await open(page, language);
    await sampleButton(page, language).click();
    await whole(page);
    const { years, survival } = own[language];
    await page.getByRole('button', { name: years.simulate(10, 1000) }).click();
    await simulated(page);
    await page.getByRole('button', { name: survival.smallest }).click();
    await page.locator('[data-answer="smallest"]').waitFor();
    await page.locator('#survival .charts-place').scrollIntoViewIfNeeded();
    await expect(page.locator('#survival .chart-box svg').first()).toBeVisible();
    await page.locator('#years .charts-place').scrollIntoViewIfNeeded();
    await expect(page.locator('#years .chart-box svg').first()).toBeVisible();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('.planner details')) {
        (details as HTMLDetailsElement).open = true;
      }
    });
    await page.waitForTimeout(300);
    expect(await findings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
}
