import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type ReportFigureName,
  reportFigureNumbers,
  reportFigureWords,
} from '~/figures/report/words.ts';
import type { MeasuredPath } from '~/model/performance/overhead-set.ts';
import type { OverheadEntry } from '~/scenario/catalogue.ts';

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

describe('the texts of the charts agree with the data that the charts draw', () => {
  const products = (
    parse(
      readFileSync(new URL('../../content/data/overheads.yaml', import.meta.url), 'utf8'),
    ) as readonly OverheadEntry[]
  ).filter(({ id }) => id.startsWith('report-2008-'));
  /** Smallest and largest printed per cent of some paths together. */
  const range = (ratio: 'oneVmRatio' | 'fourVmsRatio', ...paths: readonly MeasuredPath[]) => {
    const percents = products.flatMap((product) =>
      paths.flatMap((path) => {
        const value = product.paths[path][ratio];
        return value === null ? [] : [Math.round(value * 100)];
      }),
    );
    return [Math.min(...percents), Math.max(...percents)];
  };
  const numbersIn = (texts: readonly string[]) =>
    [...texts.join(' ').matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const said = {
    'measurements-one': [
      range('oneVmRatio', 'cpu', 'memory'),
      range('oneVmRatio', 'diskRead'),
      range('oneVmRatio', 'diskAsyncWrite'),
      range('oneVmRatio', 'diskSyncWrite'),
    ],
    'measurements-four': [
      range('fourVmsRatio', 'cpu'),
      range('fourVmsRatio', 'memory'),
      range('fourVmsRatio', 'diskRead'),
      range('fourVmsRatio', 'diskAsyncWrite'),
      range('fourVmsRatio', 'diskSyncWrite'),
      range('fourVmsRatio', 'network'),
    ],
  } as const;

  test.each(['ja', 'en'] as const)('in %s', (language) => {
    for (const name of ['measurements-one', 'measurements-four'] as const) {
      const numbers = numbersIn(reportFigureWords[language][name].text);
      for (const bound of said[name].flat()) expect(numbers, name).toContain(bound);
    }
    const { description } = reportFigureWords[language]['cpu-memory'];
    const bounds = [...range('oneVmRatio', 'cpu'), ...range('oneVmRatio', 'memory')];
    for (const bound of bounds) expect(numbersIn([description])).toContain(bound);
  });
});
