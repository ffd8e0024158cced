import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ReportFigureName,
  reportFigureNumbers,
  reportFigureWords,
} from '~/figures/report/words.ts';

const folder = fileURLToPath(new URL('../../src/figures/report/', import.meta.url));
const files = readdirSync(folder);
const names = Object.keys(reportFigureWords.en) as ReportFigureName[];

describe.each(names)('the figure %s of the evaluation', (name) => {
  const { ja, en } = { ja: reportFigureWords.ja[name], en: reportFigureWords.en[name] };

  test('is drawn, and is told in words in both languages, paragraph for paragraph', () => {
    expect(files).toContain(`${name}.astro`);
    for (const { title, description, caption, text } of [ja, en]) {
      for (const words of [title, description, caption, ...text]) expect(words.trim()).not.toBe('');
    }
    expect(ja.text.length).toBe(en.text.length);
    expect(ja.caption).not.toBe(en.caption);
  });
});

test('the drawings stand for the report’s figures 4 to 14', () => {
  expect(
    Object.values(reportFigureNumbers)
      .flat()
      .sort((a, b) => a - b),
  ).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
});

test.each(files.filter((file) => file.endsWith('.astro')))(
  '%s needs no script and no inline style',
  (file) => {
    const text = readFileSync(`${folder}${file}`, 'utf8');
    expect(text).not.toMatch(/\sstyle=|<script|client:/);
  },
);

test('every failure point of the data can be chosen in the drawing', () => {
  const css = readFileSync(`${folder}report.css`, 'utf8');
  for (const id of [
    'host',
    'virtual-machine',
    'public-network',
    'migration-network',
    'iscsi-network',
  ]) {
    expect(css).toContain(`#failure-${id}:target`);
  }
});
