import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../content/', import.meta.url));

/** The parsed content of `content/data/<name>.yaml`. */
export const readData = (name: string): unknown =>
  parse(readFileSync(`${root}data/${name}.yaml`, 'utf8'));

/** Paths of the tool pages, as a page's text links to them without its slash: `tools/consolidation`. */
export const toolPaths: readonly string[] = readdirSync(
  fileURLToPath(new URL('../../src/pages/[lang]/tools/', import.meta.url)),
).map((file) => `tools/${file.replace(/\.astro$/, '')}`);

export interface Page {
  /** Language-independent: `report/background`. */
  readonly path: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Every reading page of a language, by path. */
export const readPages = (language: 'ja' | 'en'): readonly Page[] =>
  readdirSync(`${root}${language}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => {
      const text = readFileSync(`${root}${language}/${file}`, 'utf8');
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      return { path: file.replace(/\.mdx$/, ''), frontmatter: parse(head), body };
    });

/** Without code, in which a `#` is no heading and a `|` no table. */
export const withoutCode = (body: string) => body.replace(/```[\s\S]*?```/g, '```');

/** Components in the order of the page, with what must be equal in both languages. */
export const componentsOf = (body: string): readonly string[] =>
  [...withoutCode(body).matchAll(/<([A-Z]\w*)([^>]*?)\/?>/g)].map(([, name, attributes = '']) => {
    const same = [...attributes.matchAll(/(\w+)=("[^"]*"|\{[^}]*\})/g)]
      .filter(([, attribute = '']) => !['title', 'caption', 'at', 'ja', 'en'].includes(attribute))
      .map(([whole]) => whole);
    return [name, ...same].join(' ');
  });

/** What stands within a sentence, where each language has its own order of words. */
const inlineComponents = new Set(['At', 'Source', 'Term', 'Word']);

export const isInline = (component: string) => inlineComponents.has(component.split(' ')[0] ?? '');

/** Where the page's links lead within the site: `/report/background`. */
export const internalLinksOf = (body: string): readonly string[] =>
  [...withoutCode(body).matchAll(/\]\((\/[^)#]*)/g)].map(([, target = '']) => target);

export const sourceIdsCited = (body: string): readonly string[] =>
  [...body.matchAll(/<Source id="([^"]+)"/g)].map(([, id = '']) => id);

export const sourceIdsListed = (body: string): readonly string[] => {
  const [, list = ''] = /<Sources ids=\{\[([^\]]*)\]\}/.exec(body) ?? [];
  return [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => id);
};
