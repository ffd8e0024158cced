import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { placementWords } from '../../src/words/ja/placement.ts';
import { createLocalPlanner } from '../../src/worker/local-planner.ts';
import {
  complaints,
  downloaded,
  languages,
  openTool,
  rvtoolsFile,
  saved,
} from './consolidation-steps.ts';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test('the RVTools sample is read, planned, and planned again when a slider moves', async ({
      page,
    }) => {
      const complained = complaints(page);
      const tool = await openTool(page, language);
      await tool.sample('rvtools');
      const before = await tool.hostCount();
      expect(before).toBeGreaterThan(0);
      const slider = page.getByRole('slider').nth(1);
      await slider.focus();
      await page.keyboard.press('Home');
      await expect.poll(tool.hostCount).toBeGreaterThan(before);
      await expect(page.locator('.answer-proof')).toContainText(/\d/);
      expect(complained).toEqual([]);
    });

    test('the Bitbrains sample is planned hour by hour, and typed figures count', async ({
      page,
    }) => {
      const tool = await openTool(page, language);
      await tool.sample('bitbrains');
      await expect(page.locator('.outcome')).toContainText(/\d\d:00/);
      const before = await tool.hostCount();
      await tool.type('targetCpuRatio', 35);
      await expect.poll(tool.hostCount).toBeGreaterThan(before);
    });

    test('a real RVTools export is planned as the planner does it directly', async ({ page }) => {
      const tool = await openTool(page, language);
      await tool.files(rvtoolsFile);
      await tool.hosts.waitFor({ timeout: 30_000 });
      await expect(page.locator('.improving')).toHaveCount(0, { timeout: 30_000 });
      const planner = createLocalPlanner();
      const data = new Uint8Array(await readFile(rvtoolsFile));
      await planner.importFiles([{ name: 'migration-planner-example1.xlsx', data }], null, null);
      const direct = await planner.consolidate(defaultScenario, null);
      expect(direct.kind === 'planned' ? direct.hosts : direct.reasons).toBe(
        await tool.hostCount(),
      );
    });

    test('a damaged file says what is wrong with which file', async ({ page }) => {
      const tool = await openTool(page, language);
      const whole = await readFile(rvtoolsFile);
      await tool.files({
        name: 'cut.xlsx',
        mimeType: 'application/octet-stream',
        buffer: whole.subarray(0, 20_000),
      });
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(tool.words.tool.fleet.refused);
      await expect(alert).toContainText('cut.xlsx');
    });

    test('a pasted table is read', async ({ page }) => {
      const tool = await openTool(page, language);
      const { fleet } = tool.words.tool;
      await page.getByText(fleet.paste, { exact: true }).click();
      await page
        .getByLabel(fleet.pasteHelp)
        .fill('Name\tvCPU\tMemory GiB\nweb\t4\t16\ndb\t8\t64\napp\t2\t8\n');
      await page.getByRole('button', { name: fleet.pasteRead }).click();
      await expect(page.locator('.facts')).toContainText(fleet.countedOf(3, 3), {
        timeout: 15_000,
      });
      await expect(tool.hosts).toBeVisible();
    });

    test('columns that cannot be guessed are asked for', async ({ page }) => {
      const tool = await openTool(page, language);
      const { mapping, fleet } = tool.words.tool;
      const text = 'aaa;bbb;ccc\nweb;4;16\ndb;8;64\n';
      await tool.files({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await expect(page.getByRole('heading', { name: mapping.title })).toBeFocused();
      await page.getByLabel(mapping.fieldOf('aaa')).selectOption('name');
      await page.getByLabel(mapping.fieldOf('bbb')).selectOption('vcpuCount');
      await page.getByLabel(mapping.fieldOf('ccc')).selectOption('memoryConfigured');
      await page.getByLabel(mapping.unitOf('ccc')).selectOption('GiB');
      await page.getByRole('button', { name: mapping.read }).click();
      await expect(page.locator('.facts')).toContainText(fleet.countedOf(2, 2));
      await expect(page.locator('.facts')).toContainText('80');
    });

    test('fleet and settings survive a reload, and one button forgets both', async ({ page }) => {
      const tool = await openTool(page, language);
      await tool.sample('rvtools');
      await tool.type('targetCpuRatio', 40);
      await expect(page).toHaveURL(/#s=1/);
      await page.reload();
      await expect(tool.hosts).toBeVisible({ timeout: 15_000 });
      const { label } = tool.words.settings.number.targetCpuRatio;
      const field = page.getByRole('spinbutton', { name: label, exact: true });
      await expect(field).toHaveValue('40');
      await page.getByRole('button', { name: tool.words.tool.fleet.wipe }).click();
      await expect(page.locator('.dropzone')).toBeVisible();
      await expect(field).toHaveValue('70');
      await expect(page).not.toHaveURL(/#s=/);
      await page.reload();
      await expect(page.locator('.dropzone')).toBeVisible();
      await expect(tool.hosts).toHaveCount(0);
    });

    test('the assignment is a CSV of every machine', async ({ page }) => {
      const tool = await openTool(page, language);
      await tool.sample('rvtools');
      const { keep } = tool.words.tool;
      const { name, text } = await downloaded(
        page,
        page.getByRole('button', { name: keep.assignment }),
      );
      expect(name).toBe('assignment.csv');
      expect(text.startsWith('\uFEFFworkload,host,host_type\r\n')).toBe(true);
      const lines = text.trim().split('\r\n');
      expect(lines).toHaveLength(61);
      expect(lines.filter((line) => line.endsWith(keep.csv.leftOut)).length).toBeGreaterThan(0);
    });

    test('a project file brings settings and fleet back into an empty browser', async ({
      page,
      browser,
      baseURL,
    }) => {
      const tool = await openTool(page, language);
      await tool.sample('rvtools');
      await tool.type('targetMemoryRatio', 35);
      const { keep, fleet } = tool.words.tool;
      const button = page.getByRole('button', { name: keep.project, exact: true });
      const { name, text } = await downloaded(page, button);
      expect(name).toBe('rvtools-sample.hostfit.json');
      const empty = await browser.newContext({ baseURL: baseURL ?? '' });
      const other = await openTool(await empty.newPage(), language);
      await other.files({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await other.hosts.waitFor({ timeout: 15_000 });
      const { label } = tool.words.settings.number.targetMemoryRatio;
      const field = other.page.getByRole('spinbutton', { name: label, exact: true });
      await expect(field).toHaveValue('35');
      await expect(other.page.locator('.facts')).toContainText(fleet.countedOf(52, 60));
      await empty.close();
    });

    test('what cannot be placed is explained by name and amount', async ({ page }) => {
      const tool = await openTool(page, language);
      await tool.sample('rvtools');
      await page.getByText(tool.words.tool.hosts.edit).first().click();
      await page.getByLabel(tool.words.tool.hosts.fields.memoryGib).fill('8');
      const { answer } = tool.words.tool;
      await expect(page.locator('.outcome')).toContainText(answer.impossible);
      await expect(page.locator('.outcome .notice li').first()).toContainText('GiB');
    });

    test('the charts are drawn, have tables, and can be taken along', async ({ page }) => {
      test.slow();
      const complained = complaints(page);
      const tool = await openTool(page, language);
      await tool.sample('bitbrains');
      await page.locator('#charts').scrollIntoViewIfNeeded();
      await expect(page.locator('.multiples svg').first()).toBeVisible({ timeout: 90_000 });
      await expect(page.locator('.chart svg[role="img"]')).toHaveCount(8);
      const { charts } = tool.words.tool;
      const svgButton = page.getByRole('button', {
        name: charts.download(charts.heat.title, charts.svg),
      });
      const { name, text } = await downloaded(page, svgButton);
      expect(name).toBe('host-utilization.svg');
      // A file of its own knows no variables of the site.
      expect(text).not.toMatch(/var\(--|currentColor.*var/);
      expect(text).toContain('<rect');
      const pngButton = page.getByRole('button', {
        name: charts.download(charts.demand.title, charts.png),
      });
      const png = await downloaded(page, pngButton);
      expect(png.name).toBe('demand-cpu.png');
      expect(png.text).toContain('PNG');
      await page.locator('.chart-table summary').first().click();
      await expect(page.locator('.chart-table table').first()).toBeVisible();
      expect(complained).toEqual([]);
    });
  });
}

test('the fleet stays when the reader changes the language', async ({ page }) => {
  const tool = await openTool(page, 'en');
  await tool.sample('rvtools');
  const hosts = await tool.hostCount();
  const japanese = await openTool(page, 'ja');
  await japanese.hosts.waitFor({ timeout: 15_000 });
  expect(await japanese.hostCount()).toBe(hosts);
});

test('an address with settings gives them to whoever opens it, and damaged ones are told', async ({
  page,
  browser,
  baseURL,
}) => {
  const tool = await openTool(page, 'en');
  await tool.type('headroomRatio', 25);
  await expect(page).toHaveURL(/#s=1/);
  const hash = new URL(page.url()).hash;
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const elsewhere = await openTool(await other.newPage(), 'ja', hash);
  const { label } = elsewhere.words.settings.number.headroomRatio;
  await expect(elsewhere.page.getByRole('spinbutton', { name: label, exact: true })).toHaveValue(
    '25',
  );
  await other.close();
  const fresh = await browser.newContext({ baseURL: baseURL ?? '' });
  const damaged = await openTool(await fresh.newPage(), 'en', `${hash.slice(0, 8)}x`);
  await expect(damaged.page.getByRole('alert')).toContainText('not used');
  await fresh.close();
});

test('single machines are left out by their box; search and sorting find them', async ({
  page,
}) => {
  const tool = await openTool(page, 'en');
  await tool.sample('bitbrains');
  const { table } = tool.words.tool;
  await page.locator('.machines > summary').click();
  const rows = page.locator('.fleet-table tbody tr[aria-rowindex]');
  expect(await rows.count()).toBeLessThan(60);
  await page.locator('.sort', { hasText: table.memory }).click();
  await expect(page.locator('th[aria-sort="descending"]')).toContainText(table.memory);
  const name = (await rows.first().locator('th').textContent()) ?? '';
  await page.getByLabel(table.search).fill(name);
  await page.getByLabel(table.includeOf(name), { exact: true }).uncheck();
  await expect(page.locator('.facts')).toContainText(tool.words.tool.fleet.countedOf(499, 500));
});

test('the keyboard alone is enough: sample, rule, answer, machine', async ({ page }) => {
  const tool = await openTool(page, 'en');
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (isThere: () => Promise<boolean>) => {
    for (let steps = 0; steps < 80 && !(await isThere()); steps++) await press('Tab');
    expect(await isThere()).toBe(true);
  };
  await tabTo(async () => (await focused()) === tool.words.tool.fleet.sampleRvtools);
  await press('Enter');
  await tool.hosts.waitFor({ timeout: 15_000 });
  const before = await tool.hostCount();
  await tabTo(() =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') === 'Memory target, slider',
    ),
  );
  await press('Home');
  await expect.poll(tool.hostCount).toBeGreaterThan(before);
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
  const tool = await openTool(page, 'ja');
  await tool.sample('bitbrains');
  await page.locator('#charts').scrollIntoViewIfNeeded();
  await expect(page.locator('.chart svg').first()).toBeVisible({ timeout: 20_000 });
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(130_000);
});

test('a plan that goes on from today lists its moves, to read and to take along', async ({
  page,
}) => {
  const tool = await openTool(page, 'ja');
  await tool.sample('rvtools');
  await page.getByText(tool.words.tool.settings.more).click();
  await page.getByLabel(tool.words.settings.number.movesPerHost.on).check();
  const moves = page.getByTestId('moves');
  await expect(moves.locator('tbody tr').first()).toBeVisible();
  const button = moves.getByRole('button', { name: placementWords.moves.download });
  const { name, text } = await saved(page, button);
  expect(name).toBe('moves.csv');
  const lines = text.trim().split('\r\n');
  expect(lines[0]).toContain('step,workload,from,to');
  await expect(moves.locator('tbody tr')).toHaveCount(Math.min(100, lines.length - 1));
});

test('every host says why it does or does not take a machine, and a sum why fewer cannot do', async ({
  page,
}) => {
  const complained = complaints(page);
  const tool = await openTool(page, 'en');
  await tool.sample('rvtools');
  await page.getByText(tool.words.tool.steps.placementShow).click();
  const why = page.getByTestId('why-here');
  await page.locator('.machines > summary').click();
  const machine = page.locator('.fleet-table tbody tr[aria-rowindex] th').first();
  await why.getByRole('combobox').fill((await machine.textContent()) ?? '');
  await expect(why.locator('tbody tr')).toHaveCount(await tool.hostCount());
  const whyNot = page.getByTestId('why-not');
  await whyNot.getByRole('spinbutton').fill('1');
  await expect(whyNot).toContainText('Impossible');
  expect(complained).toEqual([]);
});
