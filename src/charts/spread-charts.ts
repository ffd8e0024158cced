import { barY, dot, link, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';
import type { PlanSpread, SpreadInput } from '../model/performance/plan-spread.ts';

export interface HistogramTexts {
  readonly hosts: string;
  readonly draws: string;
  readonly label: string;
}

/** How many draws need how many hosts. */
export function hostsHistogram(
  counts: PlanSpread['hostCounts'],
  texts: HistogramTexts,
  width: number,
): PlotOptions {
  return {
    width,
    height: 220,
    marginLeft: 44,
    marginRight: 8,
    marginTop: 22,
    marginBottom: 40,
    ariaLabel: texts.label,
    x: { type: 'band', label: texts.hosts, labelAnchor: 'center', labelArrow: 'none', tickSize: 0 },
    y: { label: texts.draws, ticks: 4, grid: true },
    marks: [
      barY(counts, { x: 'hosts', y: 'draws', fill: 'var(--chart-1)', tip: true }),
      ruleY([0]),
    ],
  };
}

/** One input of a tornado; null where there is no plan at that end. */
export interface TornadoRow {
  readonly input: SpreadInput;
  readonly low: number | null;
  readonly high: number | null;
}

export interface TornadoTexts {
  readonly input: (input: SpreadInput) => string;
  readonly hosts: string;
  readonly label: string;
}

/** The number of hosts when one input alone is low or high, the widest on top, around the likely plan. */
export function tornadoChart(
  rows: readonly TornadoRow[],
  likely: number,
  texts: TornadoTexts,
  width: number,
): PlotOptions {
  const ends = rows.flatMap(({ input, low, high }) => [
    { input, hosts: low, end: 'low' },
    { input, hosts: high, end: 'high' },
  ]);
  const known = ends.filter(({ hosts }) => hosts !== null);
  const values = [likely, ...known.map(({ hosts }) => hosts ?? likely)];
  return {
    width,
    height: rows.length * 44 + 50,
    marginLeft: 22 + Math.max(...rows.map(({ input }) => widthOf(texts.input(input)))),
    marginRight: 34,
    marginTop: 8,
    marginBottom: 40,
    ariaLabel: texts.label,
    x: {
      domain: [Math.min(...values) - 1, Math.max(...values) + 1],
      label: texts.hosts,
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: 6,
      tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ''),
    },
    y: {
      type: 'point',
      domain: rows.map(({ input }) => input),
      tickFormat: (input: SpreadInput) => texts.input(input),
      label: null,
      tickSize: 0,
      padding: 0.6,
    },
    marks: [
      ruleX([likely], { stroke: 'var(--ink-soft)', strokeDasharray: '3 3' }),
      link(
        rows.filter(({ low, high }) => low !== null && high !== null),
        {
          x1: 'low',
          x2: 'high',
          y1: 'input',
          y2: 'input',
          stroke: 'var(--line-strong)',
          strokeWidth: 8,
        },
      ),
      dot(known, {
        x: 'hosts',
        y: 'input',
        r: 5,
        fill: ({ end }: { end: string }) => (end === 'low' ? 'var(--chart-1)' : 'var(--chart-2)'),
      }),
      text(known, {
        // Where both ends are the same, one label is enough.
        filter: ({ input, end }: { input: SpreadInput; end: string }) =>
          end === 'low' || rows.some((row) => row.input === input && row.low !== row.high),
        x: 'hosts',
        y: 'input',
        text: ({ hosts }: { hosts: number | null }) => String(hosts),
        dy: -13,
        fill: 'var(--ink)',
      }),
    ],
  };
}

/** About how wide a label is in the charts' type. */
const widthOf = (label: string) =>
  [...label].reduce((sum, letter) => sum + (letter > '\u00FF' ? 12.5 : 6.8), 0);
