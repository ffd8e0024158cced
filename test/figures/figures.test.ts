import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { peaksExample, peaksExampleByPolicy } from '~/figures/peaks-example.ts';
import { type FigureName, figureWords } from '~/figures/words.ts';

const folder = fileURLToPath(new URL('../../src/', import.meta.url));
const components = ['figures', 'site/mdx'].flatMap((room) =>
  readdirSync(`${folder}${room}`)
    .filter((file) => file.endsWith('.astro'))
    .map((file) => ({
      file: `${room}/${file}`,
      text: readFileSync(`${folder}${room}/${file}`, 'utf8'),
    })),
);
const names = Object.keys(figureWords.en) as FigureName[];

describe.each(names)('the figure %s', (name) => {
  test('is drawn, and has title, description, caption and the same in words, in both languages', () => {
    expect(components.map(({ file }) => file)).toContain(`figures/${name}.astro`);
    for (const { title, description, caption, text } of [
      figureWords.en[name],
      figureWords.ja[name],
    ]) {
      for (const words of [title, description, caption, ...text]) expect(words).not.toBe('');
      expect(text.length).toBeGreaterThanOrEqual(2);
    }
    expect(figureWords.ja[name].text.length).toBe(figureWords.en[name].text.length);
  });

  test('says something of its own in each language', () => {
    expect(figureWords.ja[name].caption).not.toBe(figureWords.en[name].caption);
  });
});

describe.each(components)('$file', ({ text }) => {
  test('has no inline style and no script, which the policy of the site forbids', () => {
    expect(text).not.toMatch(/\sstyle=/);
    expect(text).not.toMatch(/<script|client:/);
  });
});

describe('the example of two peaks', () => {
  const demands = Object.fromEntries(
    peaksExampleByPolicy().map(({ kind, demandGhz, hosts }) => [kind, { demandGhz, hosts }]),
  );

  test('needs 17 GHz by peaks, 15 by percentile and 11 hour by hour, so one host instead of two', () => {
    expect(demands).toEqual({
      peak: { demandGhz: 17, hosts: 2 },
      percentile: { demandGhz: 15, hosts: 2 },
      coincident: { demandGhz: 11, hosts: 1 },
    });
  });

  test('has a day of hours, and is told in words with its own figures', () => {
    expect([peaksExample.order.length, peaksExample.batch.length]).toEqual([24, 24]);
    for (const { caption, text } of [figureWords.en.peaks, figureWords.ja.peaks]) {
      for (const ghz of [17, 11, peaksExample.hostGhz]) {
        expect(`${caption} ${text.join(' ')}`).toContain(`${ghz} GHz`);
      }
    }
  });
});
