import ScrollTable from './parts/scroll-table.astro';
import SiteLink from './parts/site-link.astro';
import TableHeadCell from './parts/table-head-cell.astro';

const modules = import.meta.glob<{ default: typeof ScrollTable }>('./mdx/**/*.astro', {
  eager: true,
});

/** `./mdx/worked-example.astro` → `WorkedExample` */
const componentName = (file: string) =>
  file
    .replace(/^.*\/|\.astro$/g, '')
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/**
 * What MDX pages may use without importing it: every component of `mdx/` by its name, and our own
 * tables and links in place of the plain elements.
 */
export const mdxComponents = {
  table: ScrollTable,
  a: SiteLink,
  th: TableHeadCell,
  ...Object.fromEntries(
    Object.entries(modules).map(([file, module]) => [componentName(file), module.default]),
  ),
};
