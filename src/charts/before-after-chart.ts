import { barX, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { Footprint } from '../model/consolidation/answer.ts';

export type FootprintKey = keyof Footprint;

export interface BeforeAfterBar {
  readonly measure: FootprintKey;
  readonly when: 'before' | 'after';
  readonly value: number;
  /** Against the larger of both, 0…1: unlike measures share one axis. */
  readonly ratio: number;
}

export interface BeforeAfterTexts {
  readonly measure: (measure: FootprintKey) => string;
  readonly when: Readonly<Record<'before' | 'after', string>>;
  readonly value: (measure: FootprintKey, value: number) => string;
  readonly label: string;
}

const measures = [
  'hosts',
  'coreCount',
  'memoryGib',
  'rackUnits',
  'meanWatts',
  'kwhPerYear',
] as const satisfies readonly FootprintKey[];

/** Measures that are known on both sides. */
export function beforeAfterBars(before: Footprint, after: Footprint): readonly BeforeAfterBar[] {
  return measures.flatMap((measure): readonly BeforeAfterBar[] => {
    const [old, planned] = [before[measure], after[measure]];
    if (old === null || planned === null) return [];
    const largest = Math.max(old, planned) || 1;
    return [
      { measure, when: 'before', value: old, ratio: old / largest },
      { measure, when: 'after', value: planned, ratio: planned / largest },
    ];
  });
}

/** What runs today beside what the plan needs, each measure against its own larger value. */
export function beforeAfterChart(
  bars: readonly BeforeAfterBar[],
  texts: BeforeAfterTexts,
  width: number,
): PlotOptions {
  const shown = [...new Set(bars.map(({ measure }) => measure))];
  return {
    width,
    height: shown.length * 68 + 26,
    marginLeft: 72,
    marginRight: 104,
    marginTop: 26,
    marginBottom: 4,
    ariaLabel: texts.label,
    x: { axis: null, domain: [0, 1] },
    y: {
      domain: ['before', 'after'],
      tickFormat: (when: 'before' | 'after') => texts.when[when],
      tickSize: 0,
      label: null,
      padding: 0.14,
    },
    fy: { domain: shown, axis: null, paddingInner: 0.36, paddingOuter: 0 },
    marks: [
      barX(bars, {
        x: 'ratio',
        y: 'when',
        fy: 'measure',
        fill: ({ when }: BeforeAfterBar) =>
          when === 'before' ? 'var(--chart-7)' : 'var(--chart-1)',
      }),
      ruleX([0], { stroke: 'var(--line-strong)' }),
      text(bars, {
        x: 'ratio',
        y: 'when',
        fy: 'measure',
        text: ({ measure, value }: BeforeAfterBar) => texts.value(measure, value),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
      }),
      text(
        shown.map((measure) => ({ measure })),
        {
          fy: 'measure',
          text: ({ measure }: { measure: FootprintKey }) => texts.measure(measure),
          frameAnchor: 'top-left',
          dy: -15,
          dx: 0,
          fontWeight: 600,
          fill: 'var(--ink)',
        },
      ),
    ],
  };
}
