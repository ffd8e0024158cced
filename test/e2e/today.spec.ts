import { expect, test } from '@playwright/test';
import { findings, pageForAxe } from './axe-findings.ts';
import { attributeValues, builtText, sitemapAddresses } from './site-built.ts';

const criteria = sitemapAddresses().filter((address) => /\/today\/criteria\/./.test(address));
const products = sitemapAddresses()
  .filter((address) => address.startsWith('en/today/products/'))
  .map((address) => address.split('/').at(-2));

test('the page of every criterion has a row for every product, and says of how many nothing is known', () => {
  expect(criteria.length).toBeGreaterThan(0);
  for (const address of criteria) {
    const [, table = ''] =
      /id="verdicts"([\s\S]*?)<\/table>/.exec(builtText(`${address}index.html`)) ?? [];
    expect(attributeValues(table, /<tr id="([^"]+)"/g).toSorted(), address).toEqual(
      products.toSorted(),
    );
    const gaps = attributeValues(table, /data-verdict="(unknown)"/g).length;
    const told = /(?:Not known: |未確認: )([^<。]*?)[.。]?</.exec(
      builtText(`${address}index.html`),
    );
    const names = (told?.[1] ?? '').split(/, |、/).filter((name) => name !== '');
    // What is only stated is not known either, where a criterion can be met.
    expect(names.length, address).toBeGreaterThanOrEqual(gaps);
  }
});

for (const [language, other] of [
  ['ja', 'en'],
  ['en', 'ja'],
] as const) {
  test(`a phone and a keyboard narrow the matrix and lead to a criterion and on (${language})`, async ({
    browser,
    baseURL,
  }) => {
    const page = await pageForAxe(browser, baseURL, { viewport: { width: 360, height: 740 } });
    await page.goto(`${language}/today/overview/`);
    const rows = page.locator('#current tbody tr:visible');
    const all = await rows.count();
    const filter = page.locator('.matrix-filter');
    await filter.locator('summary').press('Enter');
    await filter.locator('select').selectOption('protect');
    await filter.locator('input[value="kvm"]').press('Space');
    expect(await rows.count()).toBeLessThan(all);
    await expect(page.locator('#current [data-product="kvm"]:visible')).toHaveCount(0);
    await expect(filter.locator('output')).toContainText(String(products.length - 1));
    expect(await findings(page, 'main')).toEqual([]);

    // The choice survives the change of language, and is taken back in one step.
    await page.locator('[data-language-switch]').press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', other);
    await expect(page.locator('#current [data-product="kvm"]:visible')).toHaveCount(0);
    await filter.locator('button').press('Enter');
    await expect(rows).toHaveCount(all);

    // A page that is opened at one of its rows gives that row the focus once it has loaded.
    const arrivedAt = async (address: RegExp) => {
      await expect(page).toHaveURL(address);
      await page.waitForLoadState();
    };
    await rows.first().getByRole('link').first().press('Enter');
    await arrivedAt(/\/today\/criteria\/template\/$/);
    await page.locator('[rel="next"]').press('Enter');
    await arrivedAt(/\/today\/criteria\/import\/$/);
    await page.locator('#vsphere th a').press('Enter');
    await arrivedAt(/\/today\/products\/vsphere\/#import$/);
    await page.locator('#import th a').press('Enter');
    await arrivedAt(/\/today\/criteria\/import\/#vsphere$/);
    await page.locator('.breadcrumb a').press('Enter');
    await arrivedAt(/\/today\/criteria\/$/);
    await page.context().close();
  });
}
