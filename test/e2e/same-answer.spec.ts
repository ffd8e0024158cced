import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { hostfit } from '../cli/run.ts';
import { downloaded, languages, openTool, rvtoolsFile, wordsOf } from './consolidation-steps.ts';

const bitbrains = 'public/samples/bitbrains-2013-8.zip';

/** Waits for the whole answer and takes it and the scenario that it answers. */
async function answerAndScenario(page: Page, language: 'ja' | 'en') {
  const { keep } = wordsOf[language].tool;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(page.locator('.planner')).toHaveAttribute('data-whole', 'true', { timeout: 60_000 });
  const answer = await downloaded(page, button(keep.answer));
  const project = await downloaded(page, button(keep.project));
  return { answer: answer.text, scenario: JSON.stringify(JSON.parse(project.text).scenario) };
}

/** The command line's answer, without the one figure that may differ: how long it took. */
async function answerOfCommand(file: string, scenario: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'hostfit-')), 'scenario.json');
  await writeFile(path, scenario);
  const { code, out, err } = await hostfit('consolidate', file, '--scenario', path, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const { seconds, ...answer } = JSON.parse(out);
  expect(seconds).toBeGreaterThan(0);
  return JSON.stringify(answer);
}

for (const language of languages) {
  test(`${language}: a real RVTools export has the same answer in browser and shell, to the byte`, async ({
    page,
  }) => {
    const tool = await openTool(page, language);
    await tool.files(rvtoolsFile);
    await tool.hosts.waitFor({ timeout: 30_000 });
    const { answer, scenario } = await answerAndScenario(page, language);
    // Not toBe: a difference in a megabyte of text is better told than shown.
    expect((await answerOfCommand(rvtoolsFile, scenario)) === answer).toBe(true);
  });
}

test('500 VMs with a month of hours have the same answer in browser and shell, to the byte', async ({
  page,
}) => {
  const tool = await openTool(page, 'en');
  await tool.sample('bitbrains');
  const { answer, scenario } = await answerAndScenario(page, 'en');
  expect(JSON.parse(answer).workloads).toBe(500);
  expect((await answerOfCommand(bitbrains, scenario)) === answer).toBe(true);
});
