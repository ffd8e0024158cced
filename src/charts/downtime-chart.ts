import { type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';

/** The outages of one class, ascending, and those without an end. */
export interface Outages {
  readonly id: string;
  readonly downSeconds: Float64Array;
  readonly endless: number;
  readonly rtoSeconds: number | null;
}

export interface DowntimeTexts {
  readonly time: (seconds: number) => string;
  readonly percent: (ratio: number) => string;
  readonly label: string;
}

interface Step {
  readonly id: string;
  readonly seconds: number;
  readonly ratio: number;
}

const colours = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `var(--chart-${index})`);
/** Steps of a line: more are not seen. */
const mostSteps = 200;

/** Which share of all outages was over after so long; endless ones keep the line below the top. */
export function downtimeSteps({ id, downSeconds, endless }: Outages): readonly Step[] {
  const all = downSeconds.length + endless;
  if (downSeconds.length === 0) return [];
  const stride = Math.max(1, Math.ceil(downSeconds.length / mostSteps));
  const steps: Step[] = [{ id, seconds: downSeconds[0] as number, ratio: 0 }];
  for (let index = 0; index < downSeconds.length; index++) {
    if (index % stride !== 0 && index !== downSeconds.length - 1) continue;
    steps.push({ id, seconds: downSeconds[index] as number, ratio: (index + 1) / all });
  }
  return steps;
}

/** From each step to the next: on its height, then up. */
const piecesOf = (steps: readonly Step[]) =>
  steps.slice(0, -1).map(({ id, seconds, ratio }, index) => {
    const next = steps[index + 1] as Step;
    return { id, from: seconds, until: next.seconds, ratio, next: next.ratio };
  });

/** The distribution of downtime by class, against what was promised. */
export function downtimeChart(
  classes: readonly Outages[],
  texts: DowntimeTexts,
  width: number,
): PlotOptions {
  const pieces = classes.flatMap((own) => piecesOf(downtimeSteps(own)));
  const promised = classes.filter(({ rtoSeconds }) => rtoSeconds !== null);
  const ids = classes.map(({ id }) => id);
  return {
    width,
    height: 240,
    marginLeft: 52,
    marginRight: 90,
    marginBottom: 34,
    ariaLabel: texts.label,
    x: { tickFormat: texts.time, ticks: Math.max(3, width / 120), label: null, nice: true },
    y: { domain: [0, 1], tickFormat: texts.percent, ticks: 5, label: null },
    color: { domain: ids, range: ids.map((_, index) => colours[index % colours.length] as string) },
    marks: [
      ruleY([0], { stroke: 'var(--line-strong)' }),
      ruleX(promised, { x: 'rtoSeconds', stroke: 'id', strokeDasharray: '5 4' }),
      // A staircase of rules, which every chart loads, in place of a line, which few do.
      ruleY(pieces, { x1: 'from', x2: 'until', y: 'ratio', stroke: 'id', strokeWidth: 2 }),
      ruleX(pieces, { x: 'until', y1: 'ratio', y2: 'next', stroke: 'id', strokeWidth: 2 }),
      text(
        classes.filter(({ downSeconds }) => downSeconds.length > 0),
        {
          x: ({ downSeconds }: Outages) => downSeconds.at(-1) ?? 0,
          y: ({ downSeconds, endless }: Outages) =>
            downSeconds.length / (downSeconds.length + endless),
          text: 'id',
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
        },
      ),
    ],
  };
}
