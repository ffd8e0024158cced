/** The tables of the pages as files: /data/<table>.csv and /data/<table>.json, in both languages at once. */
import type { APIRoute } from 'astro';
import { type DataRow, dataTables } from '~/site/mdx/evaluation/data-tables.ts';
import { flatTable } from '~/site/mdx/evaluation/flat-table.ts';
import { csvText } from '~/ui/parts/csv.ts';

export const getStaticPaths = async () =>
  Object.entries(await dataTables()).flatMap(([name, rows]) =>
    (['csv', 'json'] as const).map((format) => ({
      params: { file: `${name}.${format}` },
      props: { rows, format },
    })),
  );

interface Props {
  readonly rows: readonly DataRow[];
  readonly format: 'csv' | 'json';
}

export const GET: APIRoute<Props> = ({ props: { rows, format } }) =>
  format === 'csv'
    ? new Response(csvText(flatTable(rows)), {
        headers: { 'content-type': 'text/csv; charset=utf-8' },
      })
    : Response.json(rows);
