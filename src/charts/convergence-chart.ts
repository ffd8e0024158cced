import { areaY, lineY, type PlotOptions, ruleY, text } from '@observablehq/plot';

export interface ConvergencePoint {
  readonly runs: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface ConvergenceTexts {
  readonly label: string;
  readonly runs: string;
  readonly value: string;
  readonly closedForm: string;
  readonly number: (value: number) => string;
  readonly count: (value: number) => string;
}

/** The mean of the runs so far in its interval, and the closed form as a line. Figures are in the unit of the axis. */
export function convergenceChart(
  points: readonly ConvergencePoint[],
  closedForm: number,
  texts: ConvergenceTexts,
  width: number,
): PlotOptions {
  // The first few runs say little, and their interval would squeeze all the others.
  const shown = points.slice(Math.min(2, Math.max(0, points.length - 2)));
  const last = shown.at(-1)?.runs ?? 1;
  const highest = Math.max(closedForm, ...shown.map(({ high }) => high));
  const lowest = Math.min(closedForm, ...shown.map(({ low }) => low));
  const room = (highest - lowest || highest || 1) * 0.08;
  return {
    width,
    height: 260,
    marginLeft: 62,
    marginRight: 26,
    marginTop: 26,
    marginBottom: 42,
    ariaLabel: texts.label,
    x: {
      domain: [shown[0]?.runs ?? 0, last],
      label: texts.runs,
      labelArrow: 'none',
      tickFormat: (value: number) => texts.count(value),
      ticks: 5,
    },
    y: {
      domain: [Math.max(0, lowest - room), highest + room],
      label: texts.value,
      labelArrow: 'none',
      tickFormat: (value: number) => texts.number(value),
      ticks: 5,
      grid: true,
    },
    marks: [
      areaY(shown, {
        x: 'runs',
        y1: 'low',
        y2: 'high',
        fill: 'var(--chart-1)',
        fillOpacity: 0.22,
      }),
      ruleY([closedForm], { stroke: 'var(--chart-2)', strokeWidth: 2, strokeDasharray: '6 4' }),
      text([closedForm], {
        x: () => last,
        y: (value: number) => value,
        text: () => texts.closedForm,
        textAnchor: 'end',
        dy: -8,
        fill: 'var(--ink)',
      }),
      lineY(shown, { x: 'runs', y: 'mean', stroke: 'var(--chart-1)', strokeWidth: 2.5 }),
    ],
  };
}
