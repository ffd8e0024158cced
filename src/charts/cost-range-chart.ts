import { dot, type PlotOptions, ruleY, text } from '@observablehq/plot';
import type { Quantiles } from '../model/cost/answer.ts';

export interface CostRange {
  readonly name: string;
  readonly colour: string;
  readonly npv: Quantiles;
}

export interface CostRangeTexts {
  readonly label: string;
  readonly amount: (minor: number) => string;
}

/** Four fifths of all draws lie on the line, half on either side of the dot. */
export function costRangeChart(
  ranges: readonly CostRange[],
  texts: CostRangeTexts,
  width: number,
): PlotOptions {
  return {
    width,
    height: ranges.length * 52 + 44,
    marginLeft: 20,
    marginRight: 20,
    marginTop: 24,
    marginBottom: 24,
    ariaLabel: texts.label,
    x: {
      tickFormat: texts.amount,
      ticks: width < 500 ? 3 : 5,
      label: null,
      grid: true,
      zero: true,
    },
    y: { type: 'point', domain: ranges.map(({ name }) => name), axis: null, padding: 0.5 },
    marks: [
      ruleY(ranges, {
        x1: ({ npv }: CostRange) => npv.p10,
        x2: ({ npv }: CostRange) => npv.p90,
        y: 'name',
        stroke: ({ colour }: CostRange) => colour,
        strokeWidth: 9,
        strokeLinecap: 'round',
        strokeOpacity: 0.55,
      }),
      dot(ranges, {
        x: ({ npv }: CostRange) => npv.p50,
        y: 'name',
        r: 6,
        fill: ({ colour }: CostRange) => colour,
        stroke: 'var(--surface)',
        title: ({ name, npv }: CostRange) =>
          `${name}: ${texts.amount(npv.p10)} … ${texts.amount(npv.p50)} … ${texts.amount(npv.p90)}`,
        tip: true,
      }),
      text(ranges, {
        y: 'name',
        frameAnchor: 'left',
        dy: -17,
        text: 'name',
        textAnchor: 'start',
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
    ],
  };
}
