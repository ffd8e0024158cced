import { getCollection } from 'astro:content';
import type { Lang } from './languages.ts';
import { type NavigationPage, type NavigationSection, navigationTree } from './navigation-tree.ts';
import { siteWords } from './words.ts';

/** The tool pages, in the order of the navigation. A new tool is a line here and its words. */
export const toolPaths = [
  // One a line, so that each is a change of its own.
  'tools/consolidation',
  'tools/availability',
  'tools/performance',
  'tools/licensing',
  'tools/backup',
  'tools/failover',
  'tools/migration',
  'tools/placement',
  'tools/decision',
  'tools/cost',
] as const;

const toolPages = (lang: Lang): readonly NavigationPage[] =>
  toolPaths.map((path) => ({ path, ...siteWords[lang].tools[path] }));

/** The navigation of a language: the reading pages' frontmatter and the tool pages. */
export const navigation = async (lang: Lang): Promise<readonly NavigationSection[]> =>
  navigationTree(lang, await getCollection('pages'), toolPages(lang));
