import { type PlotOptions, plot } from '@observablehq/plot';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { backupGanttChart, mostLines, type Span, spansOf } from '~/charts/backup-gantt-chart.ts';
import { backupLoadChart } from '~/charts/backup-load-chart.ts';
import { backupSpaceChart } from '~/charts/backup-space-chart.ts';
import type { Timetable } from '~/model/backup/answer.ts';
import { planBackup } from '~/model/backup/plan.ts';
import { rules, scenarioWith } from '../model/backup/rules.ts';

/** The chart as the page would draw it, one element a line so that a change can be read. */
function drawn(options: PlotOptions): string {
  const { document } = new JSDOM('').window;
  const svg = plot({ ...options, document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  return `${svg.outerHTML.replaceAll('><', '>\n<')}\n`;
}

const answer = planBackup(
  null,
  scenarioWith({
    environment: { product: 'vsphere' },
    sample: { machines: 60, usedGib: 100, hosts: 4 },
    chain: { years: 2 },
  }),
  rules,
);

test('the repository over the years', async () => {
  const months = answer.classes.at(-1)?.capacity?.monthsGib ?? [];
  const points = months.map((gib, month) => ({ month, gib, className: 'All others' }));
  const texts = { label: 'The repository', years: 'Years', axis: 'TiB' };
  const svg = drawn(backupSpaceChart(points, ['All others'], texts, 640));
  await expect(svg).toMatchFileSnapshot('golden/backup-space.svg');
});

test('the load of a night', async () => {
  const texts = { label: 'Load', axis: 'MiB/s', time: 'Minutes', unitSeconds: 60 };
  const svg = drawn(backupLoadChart(answer.timetable.load, texts, 640));
  await expect(svg).toMatchFileSnapshot('golden/backup-load.svg');
});

test('who runs when, a line a host', async () => {
  const { by, spans } = spansOf(answer.timetable);
  expect(by).toBe('host');
  const texts = {
    label: 'Timetable',
    time: 'Minutes',
    unitSeconds: 60,
    line: (line: number) => `Host ${line + 1}`,
  };
  const svg = drawn(backupGanttChart(spans, texts, 640));
  await expect(svg).toMatchFileSnapshot('golden/backup-gantt.svg');
});

const arbitraryTimetable = fc
  .array(
    fc.record({
      host: fc.integer({ min: 0, max: 60 }),
      start: fc.integer({ min: 0, max: 1000 }),
      length: fc.integer({ min: 1, max: 300 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map(
    (jobs): Timetable => ({
      rows: new Int32Array(jobs.length).fill(-1),
      hosts: Int32Array.from(jobs, ({ host }) => host),
      start: Float64Array.from(jobs, ({ start }) => start),
      end: Float64Array.from(jobs, ({ start, length }) => start + length),
      hostNames: [],
      load: [],
    }),
  );

/** Spans that begin before another of their line has ended. */
const overlaps = (spans: readonly Span[]) =>
  spans.filter((span, index) => {
    const before = spans[index - 1];
    return before !== undefined && before.line === span.line && span.start <= before.end;
  });

test('a timetable has few lines, whose times neither overlap nor lose a job', () => {
  fc.assert(
    fc.property(arbitraryTimetable, (timetable) => {
      const { by, spans } = spansOf(timetable);
      const lines = new Set(spans.map(({ line }) => line));
      expect(lines.size).toBeLessThanOrEqual(mostLines);
      expect(overlaps(spans)).toEqual([]);
      for (const [job, start] of timetable.start.entries()) {
        const line = by === 'host' ? (timetable.hosts[job] as number) : job;
        if (!lines.has(line)) continue;
        expect(
          spans.some((span) => span.line === line && span.start <= start && span.end >= start),
        ).toBe(true);
      }
    }),
  );
});
