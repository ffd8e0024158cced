import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { CostSettings } from '../../src/model/cost/settings.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { toQuery } from '../../src/scenario/query.ts';
import { en as enCost } from '../../src/words/en/cost.ts';
import { en as enTool } from '../../src/words/en/cost-tool.ts';
import { ja as jaCost } from '../../src/words/ja/cost.ts';
import { ja as jaTool } from '../../src/words/ja/cost-tool.ts';
import { downloaded } from './consolidation-steps.ts';

const words = { en: { cost: enCost, tool: enTool }, ja: { cost: jaCost, tool: jaTool } };

const yen = (amount: number) => ({ amount, currency: 'JPY' });
const hosts = (count: number) => ({
  count,
  idleWatts: 150,
  fullWatts: 800,
  busyRatio: 0.5,
  socketCount: 2,
  coresPerSocket: 32,
});
const hardware = (price: number) => ({
  pricePerHost: yen(price),
  supportPerHostYear: yen(price / 10),
});
const fixed = { name: 'L', price: yen(1_000_000) };
/** Forty hosts against four, without a price for the migration. */
const asked = {
  cost: {
    stay: { hosts: hosts(40), hardware: hardware(500_000), licences: [fixed] },
    options: [{ name: 'Four', hosts: hosts(4), hardware: hardware(3_000_000), licences: [fixed] }],
  },
};

async function addressOf(raw: { readonly cost: object }): Promise<string> {
  const parsed = parseScenario(raw);
  if (parsed.kind === 'bad') throw new Error(JSON.stringify(parsed.problems));
  return `#s=${await toQuery(parsed.scenario)}`;
}

const complete = {
  cost: {
    ...asked.cost,
    options: asked.cost.options.map((option) => ({
      ...option,
      migration: { fixed: yen(2_000_000) },
    })),
  } satisfies { stay: object; options: object[] } & Partial<Record<keyof CostSettings, object>>,
};

for (const language of ['ja', 'en'] as const) {
  const { cost, tool } = words[language];

  test(`${language}: a missing price is asked for, and once given the comparison is whole`, async ({
    page,
  }) => {
    await page.goto(`${language}/tools/cost/${await addressOf(asked)}`);
    const whole = page.locator('.cost-tool[data-whole="true"]');
    await whole.waitFor();
    const headline = page.getByTestId('headline');
    await expect(headline).toHaveText(tool.answer.headlineGap('Four', 1));
    await page
      .locator('#options')
      .getByRole('spinbutton', { name: tool.fields.fixed.label })
      .fill('2000000');
    await expect(headline).not.toHaveText(tool.answer.headlineGap('Four', 1));
    await expect(page.locator('#answer')).toContainText(tool.answer.cheapest('Four'));
    await expect(page.locator('#answer')).toContainText(cost.notAQuote);
    // Hosts fall to a tenth, the licence stays what it was.
    await expect(page.locator('#answer .notice')).toContainText(
      tool.answer.warning(cost.format.percent(0.1), cost.format.percent(1)),
    );
    await page.locator('#charts').scrollIntoViewIfNeeded();
    await expect(page.locator('#charts .chart-box svg')).toHaveCount(5, { timeout: 8000 });
    await page.locator('#detail summary').nth(1).click();
    await expect(page.locator('#detail')).toContainText(cost.factorUnits.hosts(4));
    const saved = await downloaded(page, page.getByRole('button', { name: tool.keep.csv }));
    expect(saved.name).toBe('cost.csv');
    expect(saved.text).toContain('2000000');
  });

  test(`${language}: is accessible in both themes, and fits a phone`, async ({ page }) => {
    await page.goto(`${language}/tools/cost/${await addressOf(complete)}`);
    await page.locator('.cost-tool[data-whole="true"]').waitFor();
    await page.locator('#charts').scrollIntoViewIfNeeded();
    await expect(page.locator('#charts .chart-box svg').first()).toBeVisible();
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      const { violations } = await new AxeBuilder({ page }).include('.cost-tool').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
