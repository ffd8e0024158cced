import { expect, type Page, test } from '@playwright/test';

const languages = ['ja', 'en'] as const;
const rowHeads = (page: Page, table: string) =>
  page.locator(`#${table} tbody th`).evaluateAll((cells) => cells.map((cell) => cell.textContent));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages) {
    test(`Tables 4 to 6 are complete (${language})`, async ({ page }) => {
      await page.goto(`${language}/report/operations/backup/`);
      await expect(page.locator('#table-4 tbody tr')).toHaveCount(5);
      await page.goto(`${language}/report/operations/workload/`);
      await expect(page.locator('#table-5 tbody th')).toHaveText(['A', 'B', 'C']);
      await page.goto(`${language}/report/performance-charts/`);
      const cells = page.locator('#table-6 tbody td');
      await expect(cells).toHaveCount(48);
      await expect(cells.filter({ hasText: /^104$/ })).toHaveCount(1);
      await expect(page.locator('#table-6 tbody [data-gap]')).toHaveCount(1);
    });

    test(`live migration steps through its phases, and tells all of them (${language})`, async ({
      page,
    }) => {
      await page.goto(`${language}/report/operations/move/`);
      const figure = page.locator('#figure-live-migration');
      const phase = (number: number) => figure.locator(`[data-phase="${number}"] circle`).first();
      for (const number of [1, 2, 3]) await expect(phase(number)).toBeVisible();
      await figure.locator('#live-migration-1').check();
      await expect(phase(1)).toBeVisible();
      await expect(phase(2)).toBeHidden();
      await figure.locator('#live-migration-2').check();
      await expect(phase(2)).toBeVisible();
      await expect(phase(3)).toBeHidden();
      await figure.locator('#live-migration-3').check();
      await expect(phase(3)).toBeVisible();
      await expect(figure.locator('.figure-list li')).toHaveCount(3);
      for (const item of await figure.locator('.figure-list li').all()) {
        await expect(item).toBeVisible();
      }
    });

    test(`a failure point leads to what was seen there (${language})`, async ({ page }) => {
      await page.goto(`${language}/report/operations/failures/`);
      const figure = page.locator('#figure-failure-points');
      await expect(figure.locator('.figure-failures > li')).toHaveCount(5);
      const points = figure.locator('svg a');
      await expect(points).toHaveCount(5);
      await points.nth(1).click();
      await expect(page).toHaveURL(/#failure-virtual-machine$/);
      await expect(page.locator('#failure-virtual-machine')).toBeInViewport();
    });
  }
});

for (const language of languages) {
  test(`a table sorts by any column, up and down, gaps last (${language})`, async ({ page }) => {
    await page.goto(`${language}/report/performance-charts/`);
    const before = await rowHeads(page, 'table-6');
    const header = page.locator('#table-6 thead tr:last-child th').nth(1);
    await header.getByRole('button').click();
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    const firstGap = async () =>
      page
        .locator('#table-6 tbody tr')
        .evaluateAll((rows) => rows.findIndex((row) => row.querySelector('[data-gap]') !== null));
    expect(await firstGap()).toBe(before.length - 1);
    await header.getByRole('button').click();
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(await firstGap()).toBe(before.length - 1);
    const values = await page
      .locator('#table-6 tbody tr td:nth-child(2)')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent));
    expect(values.slice(0, 5)).toEqual(['100', '99', '95', '93', '70']);
  });

  test(`a table can be filtered, and says when nothing is left (${language})`, async ({ page }) => {
    await page.goto(`${language}/report/products-2008/`);
    const box = page.locator('#knowledge');
    const rows = box.locator('tbody tr:visible');
    await expect(rows).toHaveCount(48);
    await box.getByRole('searchbox').fill('xen');
    expect(await rows.count()).toBeLessThan(48);
    expect(await rows.count()).toBeGreaterThan(0);
    await box.getByRole('searchbox').fill('no such text');
    await expect(rows).toHaveCount(0);
    await expect(box.getByRole('status')).not.toBeEmpty();
  });

  test(`what is known of a product is reached from the overview (${language})`, async ({
    page,
  }) => {
    await page.goto(`${language}/report/products-2008/`);
    const links = page.locator('#knowledge-gaps tbody a');
    for (const address of await links.evaluateAll((all) =>
      all.map((a) => a.getAttribute('href')),
    )) {
      await expect(page.locator(address ?? 'none')).toHaveCount(1);
    }
    await expect(page.locator('#knowledge-gaps [data-gap]').first()).toBeVisible();
  });

  test(`the summary prints on one sheet of A4 (${language})`, async ({ page }) => {
    await page.goto(`${language}/report/summary/`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
    expect(sheets).toHaveLength(1);
  });
}

test('every table can be had as CSV and as JSON, with the same number of rows', async ({
  page,
  request,
}) => {
  const files = new Set<string>();
  for (const path of [
    'purpose',
    'operations/backup',
    'operations/workload',
    'performance-charts',
    'conclusions',
    'products-2008',
    'glossary',
    'references',
  ]) {
    await page.goto(`en/report/${path}/`);
    for (const link of await page.locator('.report-download a').all()) {
      files.add((await link.getAttribute('href')) ?? '');
    }
  }
  const json = [...files].filter((file) => file.endsWith('.json'));
  expect(json.length).toBeGreaterThanOrEqual(9);
  for (const file of json) {
    const rows = (await (await request.get(file)).json()) as readonly unknown[];
    const csv = await (await request.get(file.replace(/json$/, 'csv'))).text();
    // No cell of the data holds a line break, so lines are rows, and the first is the header.
    expect(csv.trimEnd().split('\r\n').length, file).toBe(rows.length + 1);
  }
});

test('the script of the tables weighs no more than 2 kB', async ({ page }) => {
  const sizes: number[] = [];
  page.on('response', async (response) => {
    if (/report-table/.test(response.url()) && response.url().endsWith('.js')) {
      sizes.push((await response.body()).length);
    }
  });
  await page.goto('en/report/glossary/');
  await page.waitForLoadState('networkidle');
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThanOrEqual(2048);
});
