import { cell, type PlotOptions } from '@observablehq/plot';
import type { HeatCell, HeatMap } from './host-use.ts';

/** Upper ends of the colour steps; above the last a host is over its capacity. */
export const heatSteps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.000001] as const;
export const heatColours = [
  ...Array.from({ length: 10 }, (_, step) => `var(--seq-${step})`),
  'var(--bad)',
];

export interface HeatTexts {
  readonly row: (key: HeatCell['row']) => string;
  /** Hosts of a column, as a reader counts them: 1, 2 … or 1–12, 13–24 … */
  readonly column: (column: number) => string;
  readonly ratio: (ratio: number) => string;
  readonly columns: string;
  readonly label: string;
}

/** About how wide a label is in the charts' type: there is no page to measure it in. */
const textPixels = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u00FF' ? 12.5 : 6.8), 0);

/** How full each host is: one column a host, one row a resource (or an hour), the fuller the darker. */
export function hostHeatChart(heat: HeatMap, texts: HeatTexts, width: number): PlotOptions {
  const columnCount = heat.columns.length;
  const rows = [...new Set(heat.cells.map(({ row }) => row))];
  const isTall = rows.length > 12;
  // At most a dozen labels on an axis, whatever its length.
  const everyColumn = Math.ceil(columnCount / Math.max(4, Math.floor(width / 70)));
  const everyRow = Math.ceil(rows.length / (isTall ? 14 : 12));
  const rowHeight = isTall ? Math.max(3, Math.min(14, 420 / rows.length)) : 34;
  return {
    width,
    height: rows.length * rowHeight + 50,
    marginLeft: 22 + Math.max(...rows.map((row) => textPixels(texts.row(row)))),
    marginRight: 4,
    marginTop: 8,
    marginBottom: 42,
    ariaLabel: texts.label,
    x: {
      type: 'band',
      domain: Array.from({ length: columnCount }, (_, column) => column),
      ticks: Array.from({ length: columnCount }, (_, column) => column).filter(
        (column) => column % everyColumn === 0,
      ),
      tickFormat: (column: number) => texts.column(column),
      label: texts.columns,
      labelAnchor: 'center',
      labelArrow: 'none',
      tickSize: 0,
      padding: columnCount > 60 ? 0 : 0.06,
    },
    y: {
      type: 'band',
      domain: rows,
      ticks: rows.filter((_, index) => index % everyRow === 0),
      tickFormat: (row: HeatCell['row']) => texts.row(row),
      label: null,
      tickSize: 0,
      padding: isTall ? 0 : 0.1,
    },
    color: { type: 'threshold', domain: heatSteps, range: heatColours },
    marks: [
      cell(heat.cells, {
        x: 'column',
        y: 'row',
        fill: 'ratio',
        title: ({ column, row, ratio }: HeatCell) =>
          `${texts.column(column)} · ${texts.row(row)} · ${texts.ratio(ratio)}`,
        tip: true,
      }),
    ],
  };
}
