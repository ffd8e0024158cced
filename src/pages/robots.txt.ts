import type { APIRoute } from 'astro';
import { asset } from '~/site/paths.ts';

/** Everything may be indexed. Counts only when the site is published at the root of its host. */
export const GET: APIRoute = ({ site }) => {
  // A sitemap's address must be absolute; without HOSTFIT_SITE there is neither.
  const sitemap =
    site === undefined ? '' : `Sitemap: ${new URL(asset('sitemap-index.xml'), site).href}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
