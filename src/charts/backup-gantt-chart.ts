import { barX, type PlotOptions } from '@observablehq/plot';
import type { Timetable } from '../model/backup/answer.ts';

/** A line of the chart while something of it runs, in seconds. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** More lines are illegible. */
export const mostLines = 40;

/** One line a machine where they are few, else one a host; the earliest start first, hosts in their order. */
export function spansOf({ hosts, start, end }: Timetable): {
  readonly by: 'machine' | 'host';
  readonly spans: readonly Span[];
} {
  const jobs = Array.from(start, (from, job) => ({ job, from, to: end[job] as number }));
  if (jobs.length <= mostLines) {
    const sorted = jobs.toSorted((a, b) => a.from - b.from || a.job - b.job);
    return {
      by: 'machine',
      spans: sorted.map(({ job, from, to }) => ({ line: job, start: from, end: to })),
    };
  }
  const byHost = Map.groupBy(jobs, ({ job }) => hosts[job] as number);
  const lines = [...byHost.keys()].toSorted((a, b) => a - b).slice(0, mostLines);
  return { by: 'host', spans: lines.flatMap((line) => joined(line, byHost.get(line) ?? [])) };
}

/** Times that touch or overlap become one. */
function joined(
  line: number,
  jobs: readonly { readonly from: number; readonly to: number }[],
): Span[] {
  const spans: { line: number; start: number; end: number }[] = [];
  for (const { from, to } of jobs.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.end) last.end = Math.max(last.end, to);
    else spans.push({ line, start: from, end: to });
  }
  return spans;
}

export interface GanttTexts {
  readonly label: string;
  /** What the axis counts, and in which unit. */
  readonly time: string;
  readonly unitSeconds: number;
  readonly line: (line: number) => string;
}

/** About how wide a label is in the charts' type: there is no page to measure it in. */
const textPixels = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u00FF' ? 12.5 : 6.8), 0);

/** Who runs when. */
export function backupGanttChart(
  spans: readonly Span[],
  texts: GanttTexts,
  width: number,
): PlotOptions {
  const lines = [...new Set(spans.map(({ line }) => line))];
  const widest = Math.max(0, ...lines.map((line) => textPixels(texts.line(line))));
  return {
    width,
    height: lines.length * 16 + 60,
    marginLeft: Math.min(width * 0.4, 20 + widest),
    marginRight: 12,
    marginBottom: 40,
    ariaLabel: texts.label,
    x: { label: texts.time, labelAnchor: 'center', labelArrow: 'none', ticks: 8, grid: true },
    y: {
      domain: lines,
      tickFormat: (line: number) => texts.line(line),
      label: null,
      tickSize: 0,
      padding: 0.2,
    },
    marks: [
      barX(spans, {
        y: 'line',
        x1: ({ start }: Span) => start / texts.unitSeconds,
        x2: ({ end }: Span) => end / texts.unitSeconds,
        fill: 'var(--chart-1)',
      }),
    ],
  };
}
