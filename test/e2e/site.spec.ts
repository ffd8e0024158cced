import { expect, type Page, test } from '@playwright/test';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { toQuery } from '../../src/scenario/query.ts';
import { base } from '../playwright.config.ts';
import { attributeValues, builtText, languages, sitemapAddresses } from './site-built.ts';

const phone = { width: 360, height: 740 };
/** A page of the report that links to a source elsewhere. */
const readingPage =
  sitemapAddresses().find(
    (address) =>
      /^ja\/report\//.test(address) && builtText(`${address}index.html`).includes('href="http'),
  ) ?? 'ja/';

/** Presses Tab until an element has the focus; fails when it is never reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    if (await page.locator(selector).evaluate((element) => element === document.activeElement))
      return;
  }
  throw new Error(`${selector} is not reached by Tab`);
}

test.describe('the root page', () => {
  test('offers both languages without JavaScript', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('');
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page).toHaveURL(/\/ja\/$/);
    await page.goto('');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/$/);
    await context.close();
  });

  for (const [locale, lang] of [
    ['ja-JP', 'ja'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ] as const) {
    test(`leads a reader with a browser in ${locale} to /${lang}/`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ baseURL: baseURL ?? '', locale });
      const page = await context.newPage();
      await page.goto('');
      await expect(page).toHaveURL(new RegExp(`/${lang}/$`));
      await context.close();
    });
  }

  test('remembers the language that was chosen', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-US' });
    const page = await context.newPage();
    await page.goto('en/');
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page).toHaveURL(/\/ja\/$/);
    await page.goto('');
    await expect(page).toHaveURL(/\/ja\/$/);
    await context.close();
  });
});

test('the language switch leads from every page to the same one', () => {
  for (const address of sitemapAddresses()) {
    const [to = ''] = attributeValues(
      builtText(`${address}index.html`),
      /class="language-switch" href="([^"]+)"/g,
    );
    const other = address.startsWith('ja') ? 'en' : 'ja';
    expect(to).toBe(`${base}${other}${address.slice(2)}`);
  }
});

test('the language switch takes the settings in the address along', async ({ page }) => {
  // Real settings: the planner keeps its address true to them, and drops what it does not know.
  const settings = `#s=${await toQuery({ ...defaultScenario, seed: 7 })}`;
  for (const address of ['', 'tools/consolidation/']) {
    await page.goto(`ja/${address}?s=1${settings}`);
    await page.locator('[data-language-switch]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(page.url()).toContain(`/en/${address}?s=1${address === '' ? '' : settings}`);
  }
});

test('without JavaScript a page is read, its menu opens and it has no dead buttons', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    javaScriptEnabled: false,
    viewport: phone,
  });
  const page = await context.newPage();
  await page.goto(readingPage);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('[data-search-open]')).toBeHidden();
  await expect(page.locator('[data-theme-switch]')).toBeHidden();
  await page.locator('[data-menu] summary').click();
  await page.locator('[data-menu] a').first().click();
  await expect(page.locator('h1')).toBeVisible();
  await context.close();
});

test.describe('by keyboard', () => {
  test('the first Tab offers to skip to the content', async ({ page }) => {
    await page.goto(readingPage);
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip-link')).toBeFocused();
    await expect(page.locator('.skip-link')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('the menu of a phone opens, closes by Escape and gives the focus back', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(readingPage);
    await tabTo(page, '[data-menu] summary');
    await page.keyboard.press('Enter');
    await expect(page.locator('.site-menu-panel')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.locator('.site-menu-panel a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.site-menu-panel')).toBeHidden();
    await expect(page.locator('[data-menu] summary')).toBeFocused();
  });

  test('/ opens the search, arrows walk the results, Enter opens one, Escape closes', async ({
    page,
  }) => {
    await page.goto('en/');
    await page.keyboard.press('/');
    const field = page.locator('[data-search-field]');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await page.keyboard.press('Control+k');
    await field.fill('hypervisor');
    const first = page.locator('[data-search-results] a').first();
    await expect(first).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const target = await first.getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${target?.replace(/[?#].*$/, '')}`));
  });

  test('a slash typed into a field is a slash', async ({ page }) => {
    await page.goto('en/');
    await page.keyboard.press('/');
    await page.locator('[data-search-field]').fill('');
    await page.keyboard.type('a/b');
    await expect(page.locator('[data-search-field]')).toHaveValue('a/b');
  });
});

test.describe('the search', () => {
  for (const [lang, words] of [
    ['ja', ['ハイパーバイザー', '仮想化', '仮想マシン', 'サーバーの統合']],
    ['en', ['hypervisor', 'consolidate', 'virtual machine']],
  ] as const) {
    for (const word of words) {
      test(`finds ${word}, in pages of its own language only`, async ({ page, baseURL }) => {
        await page.goto(`${lang}/`);
        await page.locator('[data-search-open]').click();
        await page.locator('[data-search-field]').fill(word);
        const links = page.locator('[data-search-results] a');
        await expect(links.first()).toBeVisible({ timeout: 20_000 });
        const addresses = await links.evaluateAll((all) =>
          all.map((link) => (link as HTMLAnchorElement).href),
        );
        for (const address of addresses)
          expect(address.startsWith(`${baseURL}${lang}/`)).toBe(true);
        await expect(page.locator('[data-search-results] mark').first()).toBeVisible();
      });
    }
  }

  test('says so when nothing is found', async ({ page }) => {
    await page.goto('en/');
    await page.locator('[data-search-open]').click();
    // In letters that no page has: where a word is unknown, its beginning is looked for, and z is a figure's name.
    await page.locator('[data-search-field]').fill('жжж');
    await expect(page.locator('[data-search-status]')).toContainText('Nothing found');
  });
});

test.describe('the theme', () => {
  test('follows the system, is turned over by its button, and stays so on the next page', async ({
    page,
  }) => {
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('en/');
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    expect(await paper()).toBe(light);
    await page.goto('ja/');
    expect(await paper()).toBe(light);
    await page.getByRole('button', { name: 'ダークテーマに切り替える' }).click();
    expect(await paper()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper(), 'follows the system again').toBe(light);
  });

  test('is there before the page is painted', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('en/');
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    // The script that sets it is in the head, classic and before the styles: nothing is painted without it.
    const response = await page.request.get('en/');
    const html = await response.text();
    expect(html).toMatch(
      /<script src="[^"]*theme-boot[^"]*"><\/script>[\s\S]*<link rel="stylesheet"[\s\S]*<body>/,
    );
    await page.reload({ waitUntil: 'commit' });
    await page.waitForSelector('body', { state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });
});

test('on paper there is the text and its sources, on white, and no navigation', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(readingPage);
  for (const hidden of ['.site-header', '.site-footer', '.page-side', '.neighbours']) {
    await expect(page.locator(hidden)).toBeHidden();
  }
  await expect(page.locator('h1')).toBeVisible();
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  const [red = 255] = (ink.match(/\d+/g) ?? []).map(Number);
  expect(red, 'dark ink though the screen is dark').toBeLessThan(80);
  // A link's address stands as its text, after it, or in the page's list of sources.
  const hidden = await page
    .locator('.prose a[href^="http"]')
    .evaluateAll((links) =>
      links
        .map((link) => [
          link.getAttribute('href') ?? '',
          `${getComputedStyle(link, '::after').content} ${document.body.innerText}`,
        ])
        .filter(([address = '', printed = '']) => !printed.includes(address)),
    );
  expect(hidden).toEqual([]);
});

test('an address that is not there answers with a page in both languages', async ({ page }) => {
  const response = await page.goto('en/no/such/page');
  expect(response?.status()).toBe(404);
  for (const lang of languages) {
    await expect(page.locator(`li[lang="${lang}"] h1`)).toBeVisible();
  }
  await page.getByRole('link', { name: 'To the home page' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('every reading page lists its headings, and leads to the pages before and after it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(readingPage);
  const anchors = page.locator('.on-this-page a');
  expect(await anchors.count()).toBeGreaterThan(1);
  await anchors.last().click();
  const hash = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await expect(page.locator(`[id="${hash}"]`)).toBeInViewport();
  const next = page.locator('.neighbours a[rel="next"], .neighbours a[rel="prev"]').last();
  const target = await next.getAttribute('href');
  await next.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
});
