import { dot, lineY, type PlotOptions, ruleY } from '@observablehq/plot';

export interface CumulativeLine {
  readonly name: string;
  readonly colour: string;
  readonly byYear: readonly number[];
}

export interface CumulativeTexts {
  readonly label: string;
  readonly year: (year: number) => string;
  readonly amount: (minor: number) => string;
}

interface Point {
  readonly name: string;
  readonly colour: string;
  readonly year: number;
  readonly minor: number;
}

/** What was paid until each year: where two lines cross, the dearer start has paid back. */
export function cumulativeCostChart(
  lines: readonly CumulativeLine[],
  texts: CumulativeTexts,
  width: number,
): PlotOptions {
  const points = lines.flatMap(({ name, colour, byYear }): Point[] =>
    byYear.map((minor, year) => ({ name, colour, year, minor })),
  );
  const last = Math.max(0, ...points.map(({ year }) => year));
  const colourOf = ({ colour }: Point) => colour;
  return {
    width,
    height: 300,
    marginLeft: 76,
    marginRight: 20,
    marginBottom: 30,
    marginTop: 14,
    ariaLabel: texts.label,
    x: {
      domain: [0, last],
      ticks: Array.from({ length: last + 1 }, (_, year) => year),
      tickFormat: texts.year,
      label: null,
    },
    y: { zero: true, tickFormat: texts.amount, ticks: 5, label: null, grid: true },
    marks: [
      ruleY([0], { stroke: 'var(--line-strong)' }),
      lineY(points, { x: 'year', y: 'minor', z: 'name', stroke: colourOf, strokeWidth: 2 }),
      dot(points, {
        x: 'year',
        y: 'minor',
        r: 3,
        fill: colourOf,
        title: ({ name, year, minor }: Point) =>
          `${name}, ${texts.year(year)}: ${texts.amount(minor)}`,
        tip: true,
      }),
    ],
  };
}
