import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { leanPlot } from './src/charts/lean-plot.ts';
import { contentSecurityPolicy } from './src/site/build/content-security-policy.ts';
import { offline } from './src/site/build/offline.ts';
import { searchIndex } from './src/site/build/search-index.ts';

/** The path under which the site is published: HOSTFIT_BASE=/tools/hostfit/ */
const base = `/${process.env.HOSTFIT_BASE ?? ''}/`.replace(/\/+/g, '/');

/** Where the site is published: HOSTFIT_SITE=https://example.com. Unset, nothing claims an absolute address. */
const site = process.env.HOSTFIT_SITE || undefined;

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  base,
  outDir: process.env.HOSTFIT_OUT ?? 'dist',
  trailingSlash: 'always',
  i18n: {
    locales: ['ja', 'en'],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  // Files, never inline: the Content Security Policy allows no inline script or style but Astro's own.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [leanPlot()],
    // Modules, so that the planner's thread can load its large parts when they are first asked for.
    worker: {
      format: 'es',
      rolldownOptions: { output: { chunkFileNames: '_astro/worker-[name]-[hash].js' } },
    },
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Astro marks MDX modules with a directive of its own; that Rolldown drops it is no news.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  // Highlighters write style attributes, which the policy forbids.
  markdown: { syntaxHighlight: false },
  integrations: [
    mdx(),
    preact(),
    // A sitemap takes absolute addresses only.
    ...(site === undefined
      ? []
      : [
          sitemap({
            filter: (page) => /\/(ja|en)\//.test(page),
            i18n: { defaultLocale: 'en', locales: { ja: 'ja', en: 'en' } },
          }),
        ]),
    // In this order: the index is a file too, the policy changes pages, and the list of files comes last.
    searchIndex(),
    contentSecurityPolicy(),
    offline(),
  ],
});
