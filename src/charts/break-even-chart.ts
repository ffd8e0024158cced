import { line, type PlotOptions, ruleX } from '@observablehq/plot';
import type { BreakEven } from '../model/licensing/break-even.ts';
import type { Money } from '../model/licensing/money.ts';

export interface BreakEvenChartParts {
  readonly breakEven: BreakEven;
  readonly width: number;
  readonly label: string;
  readonly xLabel: string;
  readonly name: (product: string) => string;
  readonly money: (money: Money) => string;
}

/** What each product costs along an axis, and where the cheapest changes. */
export function breakEvenChart(parts: BreakEvenChartParts): PlotOptions {
  const { breakEven, width, xLabel, money } = parts;
  const { points, curves, changes } = breakEven;
  const currency = curves[0]?.currency ?? 'JPY';
  const rows = curves.flatMap(({ minor, product }, curve) =>
    minor.flatMap((cost, index) =>
      cost === null ? [] : [{ x: points[index] ?? 0, cost, product, curve }],
    ),
  );
  return {
    width,
    ariaLabel: parts.label,
    height: Math.min(360, Math.max(220, width * 0.5)),
    marginLeft: 96,
    x: {
      label: xLabel,
      ...(points.length <= 10 ? { ticks: [...points] } : { nice: true }),
      tickFormat: (x: number) => String(x),
    },
    y: {
      label: null,
      grid: true,
      zero: true,
      ticks: 5,
      tickFormat: (minor: number) => money({ minor, currency }),
    },
    marks: [
      ruleX(changes.slice(1), { x: 'at', stroke: 'var(--line)', strokeDasharray: '3 3' }),
      line(rows, {
        x: 'x',
        y: 'cost',
        z: 'product',
        stroke: (row: { readonly curve: number }) => `var(--chart-${(row.curve % 8) + 1})`,
        strokeWidth: 2,
      }),
    ],
    color: { type: 'identity' },
  };
}
