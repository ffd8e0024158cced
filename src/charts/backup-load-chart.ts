import { lineY, type PlotOptions, ruleY } from '@observablehq/plot';
import type { LoadPart } from '../model/backup/answer.ts';

export const loadSeries = ['read', 'lan', 'repository'] as const;
export type LoadSeries = (typeof loadSeries)[number];

export interface LoadTexts {
  readonly label: string;
  /** What the axis counts, and in which unit. */
  readonly time: string;
  readonly unitSeconds: number;
  readonly axis: string;
}

const rateOf: Readonly<Record<LoadSeries, (part: LoadPart) => number>> = {
  read: ({ readMibPerSecond }) => readMibPerSecond,
  lan: ({ lanMibPerSecond }) => lanMibPerSecond,
  repository: ({ repositoryMibPerSecond }) => repositoryMibPerSecond,
};

interface LoadPoint {
  readonly series: LoadSeries;
  readonly time: number;
  readonly rate: number;
}

/** Where two lines lie on one another, the dashes show both. */
const dashes: Readonly<Record<LoadSeries, string>> = {
  read: 'none',
  lan: '8 6',
  repository: '2 4',
};

/** What a night reads, sends and writes. */
export function backupLoadChart(
  parts: readonly LoadPart[],
  texts: LoadTexts,
  width: number,
): PlotOptions {
  const points = loadSeries.flatMap((series): readonly LoadPoint[] => {
    const steps = parts.map((part) => ({
      series,
      time: part.start / texts.unitSeconds,
      rate: rateOf[series](part),
    }));
    const last = parts.at(-1);
    return last === undefined
      ? []
      : [...steps, { series, time: last.end / texts.unitSeconds, rate: rateOf[series](last) }];
  });
  return {
    width,
    height: Math.min(280, Math.max(200, width * 0.34)),
    marginLeft: 56,
    marginRight: 12,
    marginBottom: 40,
    ariaLabel: texts.label,
    x: { label: texts.time, labelAnchor: 'center', labelArrow: 'none', ticks: 8 },
    y: { label: texts.axis, grid: true, nice: true, zero: true },
    marks: [
      ...loadSeries.map((series, index) =>
        lineY(
          points.filter((point) => point.series === series),
          {
            x: 'time',
            y: 'rate',
            stroke: `var(--chart-${index + 1})`,
            strokeDasharray: dashes[series],
            strokeWidth: 2,
            curve: 'step-after',
          },
        ),
      ),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
