/**
 * Draws the pictures of public/ that must be PNG: what a shared link shows, and the icons.
 *
 * Usage: node src/site/pictures/draw.ts (needs Playwright's browser, or CHROMIUM=path; the results
 * are committed, because a build has no browser)
 */
import { readFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { en } from '../../words/site.en.ts';
import { ja } from '../../words/site.ja.ts';
import { blocks, packed } from '../landing/packing-picture.ts';

const at = (path: string) => new URL(path, import.meta.url);
const output = (name: string) => at(`../../../public/${name}`).pathname;
const tones = ['#a2c8e6', '#7eb2da', '#599acc', '#4a90cb', '#3a80ba', '#8fbcf5', '#c2daef'];

/** The hosts of the landing page, and the spare one, as SVG. */
function hostsSvg(): string {
  const columns = packed(blocks, 0.95).map((held, index) => {
    const x = index * 115;
    let bottom = 424;
    const filled = held.map(({ needRatio, tone }) => {
      const height = needRatio * 418;
      bottom -= height;
      return `<rect x="${x + 8}" y="${bottom}" width="82" height="${height - 4}" rx="3" fill="${tones[tone - 2]}"/>`;
    });
    return `<rect x="${x + 1}" y="1" width="96" height="428" rx="10" fill="#0f2640" stroke="#5f86b3" stroke-width="2"/>${filled.join('')}`;
  });
  const x = columns.length * 115 + 2;
  return `${columns.join('')}<rect x="${x}" y="2" width="94" height="426" rx="10" fill="#3a3216" stroke="#f0b429" stroke-width="3" stroke-dasharray="10 8"/>`;
}

async function drawOpenGraph(page: Page, lang: 'ja' | 'en'): Promise<void> {
  const { headline, privacyShort } = (lang === 'ja' ? ja : en).landing;
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.setContent(await readFile(at('open-graph.html'), 'utf8'));
  await page.evaluate(
    ({ language, lines, note, hosts }) => {
      document.documentElement.lang = language;
      const title = document.querySelector('.headline');
      title?.replaceChildren(
        ...lines.map((line) => {
          const span = document.createElement('span');
          span.textContent = line;
          return span;
        }),
      );
      document.querySelector('.note')?.append(note);
      const svg = document.querySelector('#hosts');
      if (svg !== null) svg.innerHTML = hosts;
    },
    { language: lang, lines: headline, note: privacyShort, hosts: hostsSvg() },
  );
  await page.screenshot({ path: output(`open-graph-${lang}.png`) });
}

/** An icon of the mark; `margin` is the part of each side left free, on a ground if one is given. */
async function drawIcon(
  page: Page,
  name: string,
  size: number,
  { margin, ground }: { readonly margin: number; readonly ground: string | null },
): Promise<void> {
  const mark = (await readFile(output('favicon.svg'), 'utf8')).replace(
    '<svg ',
    `<svg width="${size * (1 - 2 * margin)}" height="${size * (1 - 2 * margin)}" `,
  );
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${ground ?? 'transparent'}">${mark}`,
  );
  await page.screenshot({ path: output(name), omitBackground: ground === null });
}

const executablePath = process.env['CHROMIUM'];
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage();
await drawOpenGraph(page, 'ja');
await drawOpenGraph(page, 'en');
await drawIcon(page, 'favicon.png', 32, { margin: 0, ground: null });
await drawIcon(page, 'icon-192.png', 192, { margin: 0.04, ground: null });
await drawIcon(page, 'icon-512.png', 512, { margin: 0.04, ground: null });
await drawIcon(page, 'icon-maskable-512.png', 512, { margin: 0.2, ground: '#ffffff' });
await drawIcon(page, 'apple-touch-icon.png', 180, { margin: 0.14, ground: '#ffffff' });
await browser.close();
