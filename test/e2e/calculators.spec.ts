import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { findings, pageForAxe } from './axe-findings.ts';
import { builtText } from './site-built.ts';

/** A calculator, where it stands, the figure that it begins with, and another value for its second field. */
const places = [
  { kind: 'live-migration', path: 'report/operations/move', shows: '44.5', second: '300' },
  { kind: 'restart-time', path: 'report/operations/failures', shows: '93', second: '60' },
  { kind: 'network-share', path: 'report/performance-measurements', shows: '0.25', second: '2' },
  { kind: 'page-sharing', path: 'report/criteria', shows: '27.4', second: '8' },
] as const;
type Place = (typeof places)[number];
const languages = ['ja', 'en'] as const;

/** Scrolls to a calculator and waits for its first answer. */
async function open(page: Page, language: string, { kind, path }: Pick<Place, 'kind' | 'path'>) {
  await page.goto(`${language}/${path}/`);
  const place = page.locator(`[data-calculator="${kind}"]`);
  await place.scrollIntoViewIfNeeded();
  const answer = place.getByRole('status');
  await expect(answer).not.toBeEmpty({ timeout: 20_000 });
  return { place, answer };
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages) {
    test(`each calculator is a formula with a worked example (${language})`, async ({ page }) => {
      for (const { kind, path, shows } of places) {
        await page.goto(`${language}/${path}/`);
        const place = page.locator(`[data-calculator="${kind}"]`);
        await expect(place.locator('code').first()).toBeVisible();
        await expect(place.locator('dl')).toContainText(shows);
        await expect(place.locator('input')).toHaveCount(0);
      }
    });
  }
});

for (const language of languages) {
  test(`the calculators answer as their worked examples do (${language})`, async ({ page }) => {
    for (const place of places) {
      const html = builtText(`${language}/${place.path}/index.html`);
      const { answer } = await open(page, language, place);
      const sentence = (await answer.textContent()) ?? '';
      expect(sentence).toContain(place.shows);
      expect(html.replaceAll('&nbsp;', '\u00A0')).toContain(`<p>${sentence}</p>`);
    }
  });

  test(`a calculator is used by keyboard alone, and opens its steps (${language})`, async ({
    page,
  }) => {
    const { place, answer } = await open(page, language, places[0]);
    const dirty = place.getByRole('spinbutton').nth(1);
    await dirty.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('112');
    await expect(answer).toHaveAttribute('data-kind', 'warn');
    await expect(answer).not.toContainText(/\d/);
    await place.getByRole('slider').nth(1).focus();
    await page.keyboard.press('Home');
    await expect(answer).toContainText('36.6');
    await expect(answer).not.toHaveAttribute('data-kind', 'warn');
    await place.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(place.locator('details li').first()).toBeVisible();
  });
}

test('the newest input wins, and a figure out of range counts for nothing', async ({ page }) => {
  const { place, answer } = await open(page, 'en', places[2]);
  const machines = place.getByRole('spinbutton').first();
  for (const count of ['8', '16', '32', '64', '5']) await machines.fill(count);
  await expect(answer).toContainText('Each of 5 machines gets 20');
  await machines.fill('0');
  await expect(machines).toHaveAttribute('aria-invalid', 'true');
  await expect(answer).toContainText('Each of 5 machines');
});

test('nothing of a calculator is loaded before it is about to be seen, and then little', async ({
  page,
}) => {
  const loaded: Promise<number>[] = [];
  const isCalculator = /\/_astro\/.*\.js$/;
  await page.goto('en/report/operations/failures/');
  await page.waitForLoadState('networkidle');
  expect(page.workers()).toHaveLength(0);
  page.on('response', (response) => {
    if (isCalculator.test(response.url())) {
      loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    }
  });
  await page.locator('[data-calculator]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-calculator]').getByRole('status')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(loaded);
  expect(sizes.length).toBeGreaterThan(0);
  // View, words of one language and the planner's thread without importers and packing.
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(30_000);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const place of places) {
    test(`${place.kind} fits a width of 360 px`, async ({ page }) => {
      for (const language of languages) {
        await open(page, language, place);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  }
});

test('axe finds nothing in the calculators, light and dark', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const page = await pageForAxe(browser, baseURL);
  for (const where of places) {
    const { place, answer } = await open(page, 'ja', where);
    await place.locator('summary').click();
    // One changed value: the way back appears, and live migration warns.
    await place.getByRole('spinbutton').nth(1).fill(where.second);
    await expect(place.getByRole('button').first()).toBeVisible();
    await expect(answer).not.toBeEmpty();
    expect(await findings(page, '[data-calculator]')).toEqual([]);
  }
  await page.context().close();
});

test('print shows inputs, answer and steps', async ({ page }) => {
  const { place, answer } = await open(page, 'en', places[0]);
  await page.emulateMedia({ media: 'print' });
  await expect(place.getByRole('spinbutton').first()).toBeVisible();
  await expect(answer).toBeVisible();
  await expect(place.locator('details li').first()).toBeVisible();
  await expect(place.locator('input[type="range"]').first()).toBeHidden();
});

test('the calculators break no policy, nor fail', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  for (const place of places) await open(page, 'en', place);
  expect(problems).toEqual([]);
});
