import { areaY, type PlotOptions, ruleY } from '@observablehq/plot';

/** What a class keeps in a month. */
export interface SpacePoint {
  /** From 0; a chart's year 1 begins at 1. */
  readonly month: number;
  readonly className: string;
  readonly gib: number;
}

export interface SpaceTexts {
  readonly label: string;
  readonly years: string;
  readonly axis: string;
}

const gibPerTib = 1024;
const monthsPerYear = 12;

/** The repository over the years, one class on another. */
export function backupSpaceChart(
  points: readonly SpacePoint[],
  classNames: readonly string[],
  texts: SpaceTexts,
  width: number,
): PlotOptions {
  return {
    width,
    height: Math.min(320, Math.max(220, width * 0.4)),
    marginLeft: 56,
    marginRight: 12,
    marginBottom: 40,
    ariaLabel: texts.label,
    x: { label: texts.years, labelAnchor: 'center', labelArrow: 'none', tickFormat: 'd', ticks: 6 },
    y: { label: texts.axis, grid: true, nice: true, zero: true },
    color: {
      domain: [...classNames],
      range: classNames.map((_, index) => `var(--chart-${(index % 8) + 1})`),
    },
    marks: [
      areaY(points, {
        x: ({ month }: SpacePoint) => 1 + month / monthsPerYear,
        y: ({ gib }: SpacePoint) => gib / gibPerTib,
        fill: 'className',
        order: [...classNames],
      }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
