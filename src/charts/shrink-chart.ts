import { barX, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { Shrink, ShrinkMeasure } from '../model/cost/answer.ts';

export interface ShrinkTexts {
  readonly label: string;
  readonly measure: (measure: ShrinkMeasure) => string;
  readonly ratio: (ratio: number) => string;
}

const colours: Readonly<Record<ShrinkMeasure, string>> = {
  hosts: 'var(--chart-1)',
  cores: 'var(--chart-6)',
  watts: 'var(--chart-5)',
  licences: 'var(--chart-2)',
  total: 'var(--chart-7)',
};

/** What is left of today's hosts, cores, power, licences and cost: the warning that the last do not fall as the first. */
export function shrinkChart(
  rows: readonly Shrink[],
  texts: ShrinkTexts,
  width: number,
): PlotOptions {
  const most = Math.max(1, ...rows.map(({ ratio }) => ratio));
  return {
    width,
    height: rows.length * 44 + 24,
    marginLeft: 14,
    marginRight: 64,
    marginTop: 22,
    marginBottom: 6,
    ariaLabel: texts.label,
    x: { domain: [0, most], axis: null },
    y: { type: 'band', domain: rows.map(({ measure }) => measure), axis: null, padding: 0.5 },
    marks: [
      barX(rows, {
        x: 'ratio',
        y: 'measure',
        fill: ({ measure }: Shrink) => colours[measure],
      }),
      ruleX([0], { stroke: 'var(--line-strong)' }),
      ruleX([1], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      text(rows, {
        x: 'ratio',
        y: 'measure',
        text: ({ ratio }: Shrink) => texts.ratio(ratio),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
      text(rows, {
        y: 'measure',
        frameAnchor: 'left',
        dy: -17,
        text: ({ measure }: Shrink) => texts.measure(measure),
        textAnchor: 'start',
        fill: 'var(--ink)',
      }),
    ],
  };
}
