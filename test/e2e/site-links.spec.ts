import { expect, test } from '@playwright/test';
import { base } from '../playwright.config.ts';
import {
  attributeValues,
  builtFiles,
  builtPages,
  builtText,
  languages,
  sitemapAddresses,
} from './site-built.ts';

const files = new Set(builtFiles());
const fileOf = (pathname: string) => {
  const path = decodeURIComponent(pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};
const idsIn = (html: string) => new Set(attributeValues(html, /\sid="([^"]*)"/g));

test('every internal link of every page leads to a file, and to an anchor that is there', () => {
  const broken: string[] = [];
  for (const page of builtPages()) {
    const html = builtText(page);
    const here = `http://site${base}${page.replace(/index\.html$/, '')}`;
    for (const link of attributeValues(html, /\s(?:href|src)="([^"]*)"/g)) {
      const url = new URL(link, here);
      if (url.host !== 'site') continue;
      const file = fileOf(url.pathname);
      const isThere = url.pathname.startsWith(base) && files.has(file);
      const anchor = decodeURIComponent(url.hash.slice(1));
      const hasAnchor =
        anchor === '' || !file.endsWith('.html') || (isThere && idsIn(builtText(file)).has(anchor));
      if (!isThere || !hasAnchor) broken.push(`${page}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

test('both languages have the same pages, each in the sitemap with its alternate', () => {
  const [ja, en] = languages.map((lang) =>
    builtPages()
      .filter((path) => path.startsWith(`${lang}/`))
      .map((path) => path.slice(lang.length)),
  );
  expect(ja).toEqual(en);
  expect([...sitemapAddresses()].toSorted()).toEqual(
    builtPages()
      .filter((path) => /^(ja|en)\//.test(path))
      .map((path) => path.replace(/index\.html$/, ''))
      .toSorted(),
  );
  const sitemap = builtText('sitemap-0.xml');
  expect(sitemap.match(/hreflang="ja"/g)).toHaveLength(sitemapAddresses().length);
});

test('every page says its language, its alternates, its title and what it is about', () => {
  const titles = new Map<string, string>();
  for (const address of sitemapAddresses()) {
    const html = builtText(`${address}index.html`);
    const lang = address.slice(0, 2);
    const path = address.slice(2);
    expect(html, address).toContain(`<html lang="${lang}"`);
    for (const other of languages) {
      expect(html, address).toMatch(
        new RegExp(`<link rel="alternate" hreflang="${other}" href="[^"]*${base}${other}${path}"`),
      );
    }
    const [title = ''] = attributeValues(html, /<title>([^<]+)<\/title>/g);
    expect(titles.get(title), `${address} has the title of another page`).toBeUndefined();
    titles.set(title, address);
    const [description = ''] = attributeValues(html, /<meta name="description" content="([^"]+)"/g);
    expect(description.length, address).toBeGreaterThan(20);
    const [picture = ''] = attributeValues(html, /<meta property="og:image" content="([^"]+)"/g);
    expect(files.has(fileOf(new URL(picture, 'http://site').pathname)), picture).toBe(true);
    expect(html.match(/<h1[\s>]/g), address).toHaveLength(1);
  }
});

test('the manifest names files that are there', () => {
  for (const lang of languages) {
    const manifest = JSON.parse(builtText(`${lang}/manifest.webmanifest`));
    const named: readonly string[] = [
      manifest.start_url,
      ...manifest.icons.map(({ src }: { src: string }) => src),
    ];
    for (const path of named) expect(files.has(fileOf(path)), path).toBe(true);
    expect(manifest.scope).toBe(base);
  }
});
