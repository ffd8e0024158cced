import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/words/en/failover.ts';
import { ja } from '../../src/words/ja/failover.ts';
import { hostfit } from '../cli/run.ts';
import { complaints, downloaded, languages, wordsOf } from './consolidation-steps.ts';
import { addressWith } from './settings-in-address.ts';

const own = { ja, en };
const sample = 'public/samples/rvtools-sample.xlsx';

async function openTool(page: Page, language: 'ja' | 'en') {
  await page.goto(`${language}/tools/failover/`);
  await page.locator('.planner').waitFor();
  await whole(page);
}

const whole = (page: Page) =>
  expect(page.locator('.planner')).toHaveAttribute('data-whole', 'true', { timeout: 60_000 });
const headline = (page: Page) => page.locator('.failover-headline');
const point = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const language of languages) {
  const words = own[language];

  test(`${language}: the fleet's own cluster breaks as in the shell, to the byte`, async ({
    page,
  }) => {
    const seen = complaints(page);
    await openTool(page, language);
    await page.getByRole('button', { name: wordsOf[language].tool.fleet.sampleRvtools }).click();
    await expect(page.locator('.planner')).toHaveAttribute('data-loaded', 'true');
    await whole(page);
    const button = page.getByRole('button', { name: words.answer.download });
    const { text } = await downloaded(page, button);
    const shell = await hostfit('failover', sample, '--json');
    expect(shell.err).toBe('');
    expect(`${text}\n` === shell.out).toBe(true);
    expect(seen).toEqual([]);
  });
}

test('ja: the report’s failure points are told beside what the model says', async ({ page }) => {
  await openTool(page, 'ja');
  const buttons = page.locator('.failover-presets button');
  await expect(buttons).toHaveCount(5);
  const expected = [
    /すべて復旧します/,
    /1 台が戻りません/,
    /4 台が戻りません/,
    /ありません/,
    /4 台が戻りません/,
  ];
  for (const [index, text] of expected.entries()) {
    await buttons.nth(index).click();
    await expect(headline(page)).toHaveText(text);
    await expect(page.locator('.failover-beside')).toContainText(ja.presets.observed);
  }
  await page.getByRole('button', { name: ja.drawing.clear }).click();
  await expect(headline(page)).toHaveText(ja.answer.nothing);
  const card = {
    kind: 'link',
    host: 0,
    network: 'storage',
    atSeconds: 0,
    lastsSeconds: null,
  } as const;
  const name = (_: 'host' | 'vm', target: number | string) => `server-${Number(target) + 1}`;
  await point(page, ja.drawing.point(ja.incident(card, name), false)).click();
  await expect(headline(page)).toHaveText(/2 台が戻りません/);
  // The settings come back with the address.
  await addressWith(page, ({ failover }) => failover.incidents.some(({ kind }) => kind === 'link'));
  await page.reload();
  await whole(page);
  await expect(headline(page)).toHaveText(/2 台が戻りません/);
});

test('en: by keyboard alone: two hosts break, one is repaired, and the rest is told', async ({
  page,
}) => {
  await openTool(page, 'en');
  const focus = async (name: string) => {
    for (let presses = 0; presses < 250; presses++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
      if (label === name) return;
    }
    throw new Error(`'${name}' is not reached by Tab`);
  };
  await expect(headline(page)).toContainText('2 machines were down');
  await focus('Break host server-2');
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText(en.answer.someDown(4, 4));
  await expect(page.locator('#answer table').first()).toContainText(
    en.reason({ kind: 'nobody-left' }),
  );
  await focus(en.drawing.remove('host server-1'));
  await page.keyboard.press('Space');
  await expect(headline(page)).toContainText('2 machines were down');
  await expect(page.locator('#answer table').first()).toContainText('server-1');
});

test('the tool brings at most 130 kB of JavaScript to the page, charts included', async ({
  page,
}) => {
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js') || /worker/.test(pathname)) return;
    scripts.set(pathname, gzipSync(await response.body(), { level: 9 }).length);
  });
  await openTool(page, 'ja');
  await page.locator('#charts').scrollIntoViewIfNeeded();
  await page.locator('#charts .chart-box svg').first().waitFor({ timeout: 30_000 });
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(130_000);
});

/** Names of boxes in the drawing that come nearer than a hair to the edge of theirs. */
function roomInBoxes(names: readonly Element[]): string[] {
  const hair = 2;
  const boxes = Array.from(document.querySelectorAll('.failover-drawing rect'), (box) =>
    box.getBoundingClientRect(),
  );
  return names.flatMap((name) => {
    const own = name.getBoundingClientRect();
    const isInside = boxes.some(
      (box) =>
        own.left >= box.left + hair &&
        own.right <= box.right - hair &&
        own.top >= box.top &&
        own.bottom <= box.bottom,
    );
    return isInside ? [] : [name.textContent ?? ''];
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the filled tool, ${colorScheme}, and a phone does not scroll sideways`, async ({
    browser,
    baseURL,
  }) => {
    const language = colorScheme === 'light' ? 'ja' : 'en';
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      bypassCSP: true, // axe is an injected script
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await openTool(page, language);
    await page.locator('#charts').scrollIntoViewIfNeeded();
    await page.locator('#charts .chart-box svg').nth(1).waitFor({ timeout: 30_000 });
    await page.locator('#rules').scrollIntoViewIfNeeded();
    await page.locator('.failover-classes').waitFor();
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
    expect(await page.locator('.failover-box').evaluateAll(roomInBoxes)).toEqual([]);
    await expect(page.locator('.failover-classes input').first()).toHaveValue(
      language === 'ja' ? 'すべて' : 'all',
    );
    await context.close();
  });
}
