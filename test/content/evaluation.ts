import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** What the tests of the evaluation read: the files of the content, unrendered. */

export const languages = ['ja', 'en'] as const;
const content = fileURLToPath(new URL('../../content/', import.meta.url));

/** Path of a page without language and extension → its text. */
export const pagesOf = (language: 'ja' | 'en'): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(`${content}${language}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => [
        file.replace(/\.mdx$/, ''),
        readFileSync(`${content}${language}/${file}`, 'utf8'),
      ]),
  );

/** A file of `content/data`, parsed. */
export const data = (file: string): readonly Readonly<Record<string, unknown>>[] =>
  parse(readFileSync(`${content}data/${file}.yaml`, 'utf8'));

/** Anchors that components of known id put on a page; `At` gives its own. */
const componentAnchors: Readonly<Record<string, string>> = {
  BackupMethods: 'table-4',
  PlacementRules: 'table-5',
  PerformanceTable: 'table-6',
  InBetween: 'in-between',
  ProductsTable: 'products',
  Findings: 'findings',
  KnowledgeMatrix: 'knowledge-gaps',
  ProductStatements: 'knowledge',
  Glossary: 'glossary',
  References: 'references',
};

/** The anchors of a page that are called the same in both languages. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id ?? '');
  return new Set([
    ...found(/<At id="([^"]+)"/g),
    ...found(/<(?:Report)?Figure name="([^"]+)"/g).map((name) => `figure-${name}`),
    ...found(/<CriteriaTable table=\{(\d)\}/g).map((number) => `table-${number}`),
    ...Object.entries(componentAnchors).flatMap(([component, anchor]) =>
      text.includes(`<${component} `) ? [anchor] : [],
    ),
  ]);
}
