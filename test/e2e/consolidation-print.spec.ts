/** On paper the answer comes first, and nothing that only a screen can use. */
import { expect, test } from '@playwright/test';
import { openTool } from './consolidation-steps.ts';

test('the printed answer is a few pages, the answer first', async ({ page }) => {
  const tool = await openTool(page, 'ja');
  await tool.sample('bitbrains');
  await page.locator('.planner[data-whole="true"]').waitFor();
  await page.locator('#charts').scrollIntoViewIfNeeded();
  await page.locator('.chart-box svg').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.machines', '.summary-bar', '#keep']) {
    await expect(page.locator(hidden)).toBeHidden();
  }
  const tops = await page
    .locator('#answer, #charts, #hosts, #rules, #fleet')
    .evaluateAll((sections) =>
      sections
        .map((section) => ({ id: section.id, top: section.getBoundingClientRect().top }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ id }) => id),
    );
  expect(tops).toEqual(['answer', 'charts', 'hosts', 'rules', 'fleet']);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const pageCount = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pageCount).toBeGreaterThan(0);
  expect(pageCount).toBeLessThanOrEqual(6);
});
