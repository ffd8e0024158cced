import { lineY, type PlotOptions, ruleX, ruleY } from '@observablehq/plot';

export interface BalancePoint {
  readonly slot: number;
  /** CPU use of the fullest host. */
  readonly ratio: number;
  readonly rule: string;
}

export interface BalanceTexts {
  readonly slot: (slot: number) => string;
  readonly percent: (ratio: number) => string;
  readonly label: string;
  readonly axis: string;
}

export interface BalanceQuestion {
  readonly points: readonly BalancePoint[];
  /** In the order of their colours. */
  readonly rules: readonly string[];
  readonly threshold: number;
  readonly slotCount: number;
  /** The hour that is looked at. */
  readonly slot: number;
}

/** Line colours of the rules, in their order; dashes tell them apart without colour. */
export const ruleColours = [
  'var(--ink-soft)',
  'var(--chart-2)',
  'var(--chart-3)',
  'var(--chart-4)',
  'var(--chart-1)',
] as const;

/** The fullest host of each rule set, hour by hour, against the threshold. */
export function balanceChart(
  { points, rules, threshold, slotCount, slot }: BalanceQuestion,
  texts: BalanceTexts,
  width: number,
): PlotOptions {
  const every = Math.max(1, Math.ceil(slotCount / Math.max(2, Math.floor(width / 130))));
  const ticks = Array.from({ length: slotCount }, (_, index) => index);
  return {
    width,
    height: 280,
    marginLeft: 56,
    marginRight: 48,
    marginTop: 28,
    marginBottom: 34,
    ariaLabel: texts.label,
    x: {
      label: null,
      domain: [0, Math.max(1, slotCount - 1)],
      ticks: ticks.filter((index) => index % every === 0),
      tickFormat: (index: number) => texts.slot(index),
    },
    y: {
      label: texts.axis,
      labelArrow: 'none',
      tickFormat: (ratio: number) => texts.percent(ratio),
      ticks: 5,
      grid: true,
      zero: true,
    },
    color: { domain: [...rules], range: ruleColours.slice(0, rules.length) },
    marks: [
      ...rules.map((rule, index) =>
        lineY(
          points.filter((point) => point.rule === rule),
          {
            x: 'slot',
            y: 'ratio',
            stroke: ruleColours[index] ?? 'var(--ink)',
            strokeWidth: index === rules.length - 1 ? 1.75 : 1.1,
            curve: 'step-after',
          },
        ),
      ),
      ruleY([threshold], { stroke: 'var(--bad)', strokeDasharray: '5 4', strokeWidth: 1.5 }),
      ruleX([slot], { stroke: 'var(--ink)', strokeWidth: 1 }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
