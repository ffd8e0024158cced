import { specpowerText } from '~/site/specpower-table.ts';

/** The table of measured machines, which the cost tool searches. */
export const GET = (): Response =>
  new Response(specpowerText, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
