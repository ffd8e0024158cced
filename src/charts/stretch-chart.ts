import { areaY, lineY, type PlotOptions, pointerX, ruleX, ruleY, tip } from '@observablehq/plot';
import type { SlotSummary } from '../model/performance/answer.ts';

export interface StretchTexts {
  readonly slot: (slot: number) => string;
  readonly factor: (factor: number) => string;
  /** For the axis: as many digits as its steps need. */
  readonly tick: (factor: number, digits: number) => string;
  readonly worst: string;
  readonly mean: string;
  readonly overloaded: string;
  readonly axis: string;
  readonly label: string;
}

/**
 * How much longer work takes in each slot: the slowest host above the mean of all. Where a host is overloaded there is
 * no figure: the line breaks and the slot is marked.
 */
export function stretchChart(
  slots: readonly SlotSummary[],
  texts: StretchTexts,
  width: number,
): PlotOptions {
  const known = slots.flatMap(({ worstStretch, meanStretch }) =>
    [worstStretch, meanStretch].filter((value) => value !== null),
  );
  const highest = Math.max(1.0001, ...known);
  const digits = digitsFor((highest - 1) / 5);
  const every = Math.ceil(slots.length / Math.max(4, Math.floor(width / 90)));
  return {
    width,
    height: 260,
    marginLeft: 62,
    marginRight: 12,
    marginTop: 16,
    marginBottom: 34,
    ariaLabel: texts.label,
    x: {
      type: 'point',
      domain: slots.map(({ slot }) => slot),
      ticks: slots.map(({ slot }) => slot).filter((slot) => slot % every === 0),
      tickFormat: (slot: number) => texts.slot(slot),
      label: null,
      tickSize: 0,
    },
    y: {
      domain: [1, 1 + (highest - 1) * 1.1],
      tickFormat: (factor: number) => texts.tick(factor, digits),
      ticks: 5,
      label: texts.axis,
      grid: true,
    },
    marks: [
      ruleX(
        slots.filter(({ overloadedHosts }) => overloadedHosts > 0),
        { x: 'slot', stroke: 'var(--bad)', strokeWidth: 3, strokeOpacity: 0.7 },
      ),
      areaY(slots, {
        x: 'slot',
        y1: 1,
        y2: ({ worstStretch }: SlotSummary) => worstStretch ?? Number.NaN,
        fill: 'var(--chart-2)',
        fillOpacity: 0.12,
      }),
      lineY(slots, {
        x: 'slot',
        y: ({ worstStretch }: SlotSummary) => worstStretch ?? Number.NaN,
        stroke: 'var(--chart-2)',
        strokeWidth: 2,
      }),
      lineY(slots, {
        x: 'slot',
        y: ({ meanStretch }: SlotSummary) => meanStretch ?? Number.NaN,
        stroke: 'var(--chart-1)',
        strokeWidth: 2,
      }),
      ruleY([1]),
      tip(
        slots,
        pointerX({
          x: 'slot',
          y: ({ worstStretch }: SlotSummary) => worstStretch ?? highest,
          title: ({ slot, worstStretch, meanStretch }: SlotSummary) =>
            [
              texts.slot(slot),
              `${texts.worst}: ${worstStretch === null ? texts.overloaded : texts.factor(worstStretch)}`,
              `${texts.mean}: ${meanStretch === null ? texts.overloaded : texts.factor(meanStretch)}`,
            ].join('\n'),
        }),
      ),
    ],
  };
}

/** Decimal places that tell two neighbouring ticks apart; six are enough for a host that is nearly idle. */
function digitsFor(step: number): number {
  let digits = 1;
  for (let unit = 0.1; unit > step && digits < 6; unit /= 10) digits++;
  return digits;
}
