import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/words/en.ts';
import { ja } from '../../src/words/ja.ts';
import type { Words } from '../../src/words/words.ts';

export const wordsOf: Readonly<Record<'ja' | 'en', Words>> = { ja, en };
export const languages = ['ja', 'en'] as const;

export const rvtoolsFile = new URL(
  '../fixtures/rvtools/migration-planner-example1.xlsx',
  import.meta.url,
).pathname;

export interface Tool {
  readonly page: Page;
  readonly words: Words;
  /** The big figure. */
  readonly hosts: Locator;
  readonly sample: (name: 'rvtools' | 'bitbrains') => Promise<void>;
  readonly files: (files: Parameters<Locator['setInputFiles']>[0]) => Promise<void>;
  readonly hostCount: () => Promise<number>;
  /** Types a figure into the field beside a slider. */
  readonly type: (setting: keyof Words['settings']['number'], value: number) => Promise<void>;
}

/** Opens the tool in a language. */
export async function openTool(page: Page, language: 'ja' | 'en', hash = ''): Promise<Tool> {
  const words = wordsOf[language];
  const { fleet } = words.tool;
  await page.goto(`${language}/tools/consolidation/${hash}`);
  await page.locator('.planner').waitFor();
  const hosts = page.getByTestId('hosts');
  return {
    page,
    words,
    hosts,
    sample: async (name) => {
      const label = name === 'rvtools' ? fleet.sampleRvtools : fleet.sampleBitbrains;
      await page.getByRole('button', { name: label }).click();
      await hosts.waitFor({ timeout: 30_000 });
    },
    files: (files) => page.locator('.dropzone input[type="file"]').setInputFiles(files),
    hostCount: async () => Number((await hosts.textContent())?.replaceAll(',', '')),
    type: (setting, value) =>
      page
        .getByRole('spinbutton', { name: words.settings.number[setting].label, exact: true })
        .fill(String(value)),
  };
}

/**
 * What a click downloads, as text. Once the answer rests: what is drawn while a button is pressed may move it away
 * from under the pointer, and then nothing was clicked.
 */
export async function downloaded(
  page: Page,
  button: Locator,
): Promise<{ name: string; text: string }> {
  const settled = page.locator(
    '.planner[data-whole="true"]:not([data-work="asking"], [data-work="improving"])',
  );
  await settled.waitFor({ timeout: 60_000 });
  return saved(page, button);
}

/** What the runner itself says where service workers are off, see playwright.config.ts. */
const ofTheRunner = 'Service Worker registration blocked by Playwright';

/** Collects everything that the browser complains about. */
export function complaints(page: Page): readonly string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && message.text() !== ofTheRunner) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  return seen;
}

/** What a click downloads, as text, whatever the rest of the page is doing. */
export async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}
