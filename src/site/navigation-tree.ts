import type { Lang } from './languages.ts';

/** Sections in the order that a reader meets them; `tools` holds the tool pages, the others reading pages. */
export const sectionIds = ['start', 'tools', 'today', 'planner', 'report', 'method'] as const;

export type SectionId = (typeof sectionIds)[number];

export interface NavigationPage {
  /** Language-independent, for example `report/why-consolidate`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

export interface NavigationSection {
  readonly id: SectionId;
  readonly pages: readonly NavigationPage[];
}

/** What the tree needs of an entry of the collection `pages`. */
export interface PageEntry {
  /** The language, then the path: `ja/report/why-consolidate`. */
  readonly id: string;
  readonly data: {
    readonly title: string;
    readonly description: string;
    readonly section: SectionId;
    readonly order: number;
  };
}

/** The path of an entry in a language, or null when it is written in another one. */
export const pathIn = (lang: Lang, id: string): string | null =>
  id.startsWith(`${lang}/`) ? id.slice(lang.length + 1) : null;

/**
 * The navigation of one language, computed before anything is printed: menu, breadcrumb and
 * previous/next all read this one tree. Sections without a page are left out.
 */
export function navigationTree(
  lang: Lang,
  entries: readonly PageEntry[],
  tools: readonly NavigationPage[],
): readonly NavigationSection[] {
  const ordered = entries
    .flatMap(({ id, data }) => {
      const path = pathIn(lang, id);
      return path === null ? [] : [{ ...data, path }];
    })
    .sort((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1));
  return sectionIds
    .map((id) => ({
      id,
      pages: id === 'tools' ? tools : ordered.filter(({ section }) => section === id),
    }))
    .filter(({ pages }) => pages.length > 0);
}

export interface Neighbours {
  readonly previous: NavigationPage | null;
  readonly next: NavigationPage | null;
}

/** The pages before and after one, across sections; both null for a page outside the navigation. */
export function neighbours(tree: readonly NavigationSection[], path: string): Neighbours {
  const pages = tree.flatMap((section) => section.pages);
  const here = pages.findIndex((page) => page.path === path);
  if (here === -1) return { previous: null, next: null };
  return { previous: pages[here - 1] ?? null, next: pages[here + 1] ?? null };
}

/** The section that holds a page, or null for a page outside the navigation. */
export const sectionOf = (tree: readonly NavigationSection[], path: string): SectionId | null =>
  tree.find(({ pages }) => pages.some((page) => page.path === path))?.id ?? null;

const isBelow = (path: string, head: string) => path.startsWith(`${head}/`);

/** The page that one belongs to: `today/criteria` for `today/criteria/rdma`; null where there is none above it. */
export const parentOf = (tree: readonly NavigationSection[], path: string): NavigationPage | null =>
  tree
    .flatMap(({ pages }) => pages)
    .filter((page) => isBelow(path, page.path))
    .reduce<NavigationPage | null>(
      (nearest, page) => (page.path.length > (nearest?.path.length ?? -1) ? page : nearest),
      null,
    );

export interface NavigationItem {
  readonly page: NavigationPage;
  readonly below: readonly NavigationPage[];
}

/**
 * What a list of a section's pages shows to a reader at `path`. Pages below another one are listed only where the
 * reader is at it or among them: a family of twenty would bury the rest of the section on every page.
 */
export const itemsFor = (
  pages: readonly NavigationPage[],
  path: string,
): readonly NavigationItem[] =>
  pages
    .filter((page) => !pages.some((other) => isBelow(page.path, other.path)))
    .map((page) => ({
      page,
      below:
        path === page.path || isBelow(path, page.path)
          ? pages.filter((other) => isBelow(other.path, page.path))
          : [],
    }));
