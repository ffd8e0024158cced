import { type PlotOptions, plot } from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { convergenceChart } from '~/charts/convergence-chart.ts';
import { hourMap, pairMap, unrestartableChart } from '~/charts/unrestartable-chart.ts';

function drawn(options: PlotOptions): string {
  const { document } = new JSDOM('').window;
  return plot({ ...options, document }).outerHTML;
}

const texts = {
  label: 'Losses',
  columns: 'Hour',
  column: String,
  row: (row: number) => `host-${row}`,
  cell: ({ unplaced }: { unplaced: number }) => `${unplaced} left`,
};

test('a map of losses has a cell for every host and hour, coloured by the share that is left', () => {
  const byHost = Int32Array.of(0, 0, 1, 4);
  const map = hourMap(byHost, Int32Array.of(3, 4), 2);
  expect(map.cells).toHaveLength(4);
  expect(map.cells.map(({ ratio }) => ratio)).toEqual([0, 0, 0.25, 1]);
  const svg = drawn(unrestartableChart(map, texts, 640));
  expect(svg.match(/<rect/g)).toHaveLength(4);
  expect(svg).toContain('var(--good-soft)');
  expect(svg).toContain('var(--bad)');
});

test('many hosts share rows, and each row shows the worst of them', () => {
  const hosts = 100;
  const byHost = new Int32Array(hosts);
  byHost[57] = 5;
  const map = hourMap(byHost, new Int32Array(hosts).fill(10), 1);
  expect(map.rows).toBeLessThanOrEqual(40);
  expect(map.hostsPerRow).toBe(3);
  expect(map.cells.filter(({ unplaced }) => unplaced > 0)).toEqual([
    { column: 0, row: 19, unplaced: 5, ratio: 0.5 },
  ]);
});

test('a map of pairs leaves its diagonal empty', () => {
  const map = pairMap(Int32Array.of(0, 2, 2, 0), Int32Array.of(4, 4));
  expect(map.cells).toHaveLength(2);
  expect(map.cells.every(({ ratio }) => ratio === 0.25)).toBe(true);
});

test('a mean that settles is a line in its interval beside the closed form', () => {
  const points = [10, 20, 30, 40].map((runs) => ({ runs, mean: 3, low: 2, high: 4 }));
  const svg = drawn(
    convergenceChart(
      points,
      3.2,
      {
        label: 'Mean',
        runs: 'runs',
        value: 'minutes',
        closedForm: 'closed form',
        number: String,
        count: String,
      },
      640,
    ),
  );
  expect(svg).toContain('closed form');
  expect(svg).toContain('var(--chart-1)');
  expect(
    drawn(
      convergenceChart(
        [],
        0,
        { label: '', runs: '', value: '', closedForm: '', number: String, count: String },
        400,
      ),
    ),
  ).toContain('<svg');
});
