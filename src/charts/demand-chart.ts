import { areaY, lineY, type PlotOptions, ruleY } from '@observablehq/plot';
import type { ResourceTotals } from '../model/consolidation/answer.ts';

export interface DemandTexts {
  readonly slot: (slot: number) => string;
  readonly amount: (value: number) => string;
  readonly demand: string;
  readonly usable: string;
  readonly physical: string;
  readonly label: string;
  /** Title of the vertical axis, with its unit, and its ticks without. */
  readonly axis: string;
  readonly tick: (value: number) => string;
}

/** Demand by slot and what is left of the usable and of the physical capacity above it. */
export interface DemandBand {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly part: 'demand' | 'usable' | 'physical';
}

const colours = {
  demand: 'var(--chart-1)',
  usable: 'var(--seq-2)',
  physical: 'var(--sunken)',
} as const;

/** The bands of the chart, stacked: demand, free up to the target, kept free above it. */
export function demandBands(totals: ResourceTotals): readonly DemandBand[] {
  const { usableCapacity, physicalCapacity } = totals;
  return Array.from({ length: totals.slotCount }, (_, slot) => {
    const demand = totals.demand[slot] ?? 0;
    const usable = Math.max(demand, usableCapacity);
    return [
      { slot, from: 0, to: demand, part: 'demand' },
      { slot, from: demand, to: usable, part: 'usable' },
      { slot, from: usable, to: Math.max(usable, physicalCapacity), part: 'physical' },
    ] as const;
  }).flat();
}

/** Demand of the whole fleet by time against what the planned hosts offer, up to the target and in all. */
export function demandChart(
  totals: ResourceTotals,
  texts: DemandTexts,
  width: number,
): PlotOptions {
  // A single slot still has a width: the same figure at both ends.
  const isFlat = totals.slotCount === 1;
  const flat = (band: DemandBand) => (isFlat ? [band, { ...band, slot: 1 }] : [band]);
  const bands = demandBands(totals).flatMap(flat);
  const everySlot = Math.max(1, Math.ceil(totals.slotCount / Math.max(3, Math.floor(width / 90))));
  const ticks = Array.from({ length: totals.slotCount }, (_, slot) => slot);
  return {
    width,
    height: 300,
    marginLeft: 72,
    marginRight: 12,
    marginTop: 28,
    marginBottom: 34,
    ariaLabel: texts.label,
    x: {
      label: null,
      ticks: isFlat ? [] : ticks.filter((slot) => slot % everySlot === 0),
      tickFormat: (slot: number) => texts.slot(slot),
    },
    y: {
      label: texts.axis,
      labelArrow: 'none',
      tickFormat: (value: number) => texts.tick(value),
      ticks: 5,
      grid: true,
      zero: true,
    },
    marks: [
      areaY(bands, {
        x: 'slot',
        y1: 'from',
        y2: 'to',
        z: 'part',
        fill: ({ part }: DemandBand) => colours[part],
        curve: 'linear',
      }),
      lineY(
        bands.filter(({ part }) => part === 'demand'),
        {
          x: 'slot',
          y: 'to',
          stroke: 'var(--ink)',
          strokeWidth: 1.25,
          title: ({ slot, to }: DemandBand) =>
            `${texts.slot(slot)}\n${texts.demand}: ${texts.amount(to)}`,
          tip: 'x',
        },
      ),
      ruleY([totals.usableCapacity], {
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
      }),
      ruleY([totals.physicalCapacity], { stroke: 'var(--ink-soft)', strokeWidth: 1.5 }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
