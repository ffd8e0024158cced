import { areaY, dot, lineY, type PlotOptions, ruleY } from '@observablehq/plot';
import type { BandPoint, FittedRow, FittedUsl } from '../model/performance/usl-fit.ts';

export interface UslTexts {
  readonly vms: string;
  readonly throughput: string;
  readonly number: (value: number) => string;
  readonly label: string;
}

/** Measured points, the fitted law and the 95 % band of its mean. */
export function uslChart(
  { rows, band }: Pick<FittedUsl, 'rows' | 'band'>,
  texts: UslTexts,
  width: number,
): PlotOptions {
  const most = Math.max(...rows.map(({ throughput }) => throughput), ...band.map((b) => b.fitted));
  // A band wider than the picture says no more than that it is wide.
  const top = most * 1.35;
  const cut = (value: number) => Math.min(top, value);
  return {
    width,
    height: 260,
    marginLeft: 64,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 40,
    ariaLabel: texts.label,
    x: { label: texts.vms, labelAnchor: 'center', labelArrow: 'none', ticks: 8 },
    y: {
      domain: [0, top],
      label: texts.throughput,
      ticks: 5,
      grid: true,
      tickFormat: (value: number) => texts.number(value),
    },
    marks: [
      areaY(band, {
        x: 'vms',
        y1: ({ low }: BandPoint) => cut(low),
        y2: ({ high }: BandPoint) => cut(high),
        fill: 'var(--chart-1)',
        fillOpacity: 0.16,
      }),
      lineY(band, { x: 'vms', y: 'fitted', stroke: 'var(--chart-1)', strokeWidth: 2 }),
      ruleY([0]),
      dot(rows, {
        x: 'vms',
        y: 'throughput',
        r: 4.5,
        fill: 'var(--chart-2)',
        title: ({ vms, throughput, fitted }: FittedRow) =>
          `${vms}: ${texts.number(throughput)} (${texts.number(fitted)})`,
        tip: true,
      }),
    ],
  };
}
