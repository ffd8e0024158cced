import type { APIRoute } from 'astro';
import { asset } from '~/site/paths.ts';

/** Everything may be indexed. Counts only when the site is published at the root of its host. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\nSitemap: ${new URL(asset('sitemap-index.xml'), site).href}\n`,
  );
