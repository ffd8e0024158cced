import { barY, type PlotOptions, ruleY } from '@observablehq/plot';
import type { CostLine } from '../model/cost/answer.ts';
import type { CostKind } from '../model/cost/settings.ts';
import { kindColours } from './cost-chart-colours.ts';

interface YearAmount {
  readonly kind: CostKind;
  readonly year: number;
  readonly minor: number;
}

export interface CashFlowTexts {
  readonly label: string;
  readonly year: (year: number) => string;
  readonly kind: (kind: CostKind) => string;
  readonly amount: (minor: number) => string;
  readonly exact: (minor: number) => string;
}

/** What an option pays in each year, one colour a kind. All options share the scale, so that heights compare. */
export function cashFlowChart(
  lines: readonly CostLine[],
  highest: number,
  texts: CashFlowTexts,
  width: number,
): PlotOptions {
  const amounts = lines.flatMap(({ kind, byYear }): YearAmount[] =>
    byYear.flatMap((minor, year) => (minor === 0 ? [] : [{ kind, year, minor }])),
  );
  const years = lines[0]?.byYear.map((_, year) => year) ?? [];
  return {
    width,
    height: 260,
    marginLeft: 76,
    marginBottom: 30,
    marginTop: 12,
    ariaLabel: texts.label,
    x: { type: 'band', domain: years, tickFormat: texts.year, label: null, tickSize: 0 },
    y: {
      domain: [0, highest * 1.02 || 1],
      tickFormat: texts.amount,
      ticks: 5,
      label: null,
      grid: true,
    },
    marks: [
      barY(amounts, {
        x: 'year',
        y: 'minor',
        fill: ({ kind }: YearAmount) => kindColours[kind],
        title: ({ kind, year, minor }: YearAmount) =>
          `${texts.year(year)}, ${texts.kind(kind)}: ${texts.exact(minor)}`,
        tip: true,
        insetLeft: 2,
        insetRight: 2,
      }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
