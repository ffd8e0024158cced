import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { base } from '../playwright.config.ts';

/** The folder that is served: the same as test/serve.ts takes. */
export const dist = join(
  new URL('../..', import.meta.url).pathname,
  process.env['HOSTFIT_OUT'] ?? '.dist-e2e',
);

export const languages = ['ja', 'en'] as const;

/** The text of a built file, by its path in the folder. */
export const builtText = (path: string): string => readFileSync(join(dist, path), 'utf8');

/** Paths of all built files. */
export const builtFiles = (): readonly string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

export const builtPages = (): readonly string[] =>
  builtFiles().filter((path) => path.endsWith('.html'));

/** The addresses in the sitemap, relative to the base path: `ja/`, `en/report/background/`. */
export const sitemapAddresses = (): readonly string[] =>
  [...builtText('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
    new URL(address).pathname.slice(base.length),
  );

/** Values of an attribute in a page's HTML, entities resolved. */
export const attributeValues = (html: string, element: RegExp): readonly string[] =>
  [...html.matchAll(element)].map(([, value = '']) =>
    value.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
  );
