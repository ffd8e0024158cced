import { barX, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { Swing } from '../model/cost/answer.ts';
import type { Driver } from '../model/cost/settings.ts';

export interface TornadoTexts {
  readonly label: string;
  readonly driver: (driver: Driver) => string;
  readonly amount: (minor: number) => string;
  readonly change: (ratio: number) => string;
}

interface End extends Swing {
  readonly end: 'low' | 'high';
}

const at = (swing: End) => (swing.end === 'low' ? swing.low : swing.high);

/** What the outcome becomes when one input is at either end of its spread; the longest bar matters most. */
export function tornadoChart(
  swings: readonly Swing[],
  said: number,
  texts: TornadoTexts,
  width: number,
): PlotOptions {
  const ends = swings.flatMap((swing): End[] => [
    { ...swing, end: 'low' },
    { ...swing, end: 'high' },
  ]);
  const values = [said, ...ends.map(at)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || 1) * 0.04;
  return {
    width,
    height: swings.length * 44 + 46,
    marginLeft: 14,
    marginRight: 14,
    marginTop: 24,
    marginBottom: 22,
    ariaLabel: texts.label,
    x: {
      domain: [least - room, most + room],
      tickFormat: texts.amount,
      ticks: width < 500 ? 3 : 5,
      label: null,
      grid: true,
    },
    y: { type: 'band', domain: swings.map(({ driver }) => driver), axis: null, padding: 0.5 },
    marks: [
      barX(ends, {
        x1: () => said,
        x2: at,
        y: 'driver',
        fill: ({ end }: End) => (end === 'low' ? 'var(--chart-6)' : 'var(--chart-2)'),
        title: (swing: End) =>
          `${texts.driver(swing.driver)} ${texts.change(swing.end === 'low' ? swing.lowRatio : swing.highRatio)}: ${texts.amount(at(swing))}`,
        tip: true,
      }),
      ruleX([said], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
      text(swings, {
        y: 'driver',
        frameAnchor: 'left',
        dy: -17,
        text: ({ driver, lowRatio, highRatio }: Swing) =>
          `${texts.driver(driver)} (${texts.change(lowRatio)} … ${texts.change(highRatio)})`,
        textAnchor: 'start',
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
    ],
  };
}
