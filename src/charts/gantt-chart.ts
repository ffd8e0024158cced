import { type PlotOptions, ruleX, ruleY } from '@observablehq/plot';
import type { VmState } from '../model/failover/recorder.ts';

/** A stretch of time that a row spent in one state. */
export interface GanttBar {
  readonly row: string;
  readonly from: number;
  readonly until: number;
  readonly state: VmState;
}

export interface GanttTexts {
  readonly state: (state: VmState) => string;
  readonly time: (seconds: number) => string;
  readonly label: string;
}

/** Colours by what the state means: waiting for others, starting, out of order. */
const colours: Readonly<Record<VmState, string>> = {
  up: 'var(--seq-1)',
  unreachable: 'var(--chart-4)',
  frozen: 'var(--chart-8)',
  hung: 'var(--chart-4)',
  stopped: 'var(--bad)',
  down: 'var(--chart-2)',
  'no-room': 'var(--bad)',
  waiting: 'var(--chart-5)',
  queued: 'var(--chart-7)',
  reading: 'var(--chart-6)',
  booting: 'var(--chart-1)',
  starting: 'var(--chart-3)',
};

/** Machines over time, one row each. */
export function ganttChart(
  bars: readonly GanttBar[],
  rows: readonly string[],
  texts: GanttTexts,
  width: number,
): PlotOptions {
  const shown = (Object.keys(colours) as VmState[]).filter((state) =>
    bars.some((bar) => bar.state === state),
  );
  return {
    width,
    height: rows.length * 22 + 50,
    marginLeft: Math.min(150, width / 3),
    marginTop: 8,
    marginBottom: 34,
    ariaLabel: texts.label,
    x: {
      tickFormat: (seconds: number) => texts.time(seconds),
      ticks: Math.max(3, width / 110),
      label: null,
    },
    y: { type: 'band', domain: rows, label: null, tickSize: 0, padding: 0.15 },
    color: {
      type: 'categorical',
      domain: shown,
      range: shown.map((state) => colours[state]),
      tickFormat: (state: VmState) => texts.state(state),
      legend: false,
    },
    marks: [
      // Thick rules look as bars would, and are in what every chart loads.
      ruleY(bars, {
        x1: 'from',
        x2: 'until',
        y: 'row',
        stroke: 'state',
        strokeWidth: 17,
        title: ({ row, state, from, until }: GanttBar) =>
          `${row}: ${texts.state(state)}, ${texts.time(from)} – ${texts.time(until)}`,
        tip: true,
      }),
      ruleX([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}

/** For the legend beside the chart. */
export const stateColour = (state: VmState) => colours[state];
