import { type PlotOptions, plot } from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { busyHeat } from '~/charts/busy-heat.ts';
import { hostsHistogram, tornadoChart } from '~/charts/spread-charts.ts';
import { stretchChart } from '~/charts/stretch-chart.ts';
import { uslChart } from '~/charts/usl-chart.ts';
import type { SlotSummary } from '~/model/performance/answer.ts';
import { perform } from '~/model/performance/perform.ts';
import { fitUsl } from '~/model/performance/usl-fit.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';

const drawn = (options: PlotOptions) =>
  plot({ ...options, document: new JSDOM('').window.document });

const slot = (number: number, worst: number | null): SlotSummary => ({
  slot: number,
  meanStretch: 1.01,
  worstHost: 0,
  worstStretch: worst,
  overloadedHosts: worst === null ? 1 : 0,
});
const texts = {
  slot: String,
  factor: (factor: number) => `× ${factor.toFixed(2)}`,
  tick: (factor: number, digits: number) => factor.toFixed(digits),
  worst: 'slowest',
  mean: 'mean',
  overloaded: 'overloaded',
  axis: 'R/S',
  label: 'Response time',
};

test('response time has a line that breaks where a host is overloaded, and marks the hour', () => {
  const slots = [slot(0, 1.1), slot(1, 1.2), slot(2, null), slot(3, 1.1)];
  const svg = drawn(stretchChart(slots, texts, 640));
  expect(svg.querySelectorAll('g[aria-label="rule"] line, g[aria-label="rule"] path').length).toBe(
    2,
  );
  const [worst] = svg.querySelectorAll('g[aria-label="line"] path');
  expect(worst?.getAttribute('d')?.match(/M/g)?.length).toBe(2);
});

test('ticks of a nearly idle cluster can be told apart', () => {
  const slots = [slot(0, 1.00008), slot(1, 1.00004)];
  const svg = drawn(stretchChart(slots, { ...texts, mean: '' }, 640));
  const ticks = [...svg.querySelectorAll('[aria-label="y-axis tick label"] text')].map(
    (text) => text.textContent,
  );
  expect(ticks.length).toBeGreaterThan(2);
  expect(new Set(ticks).size).toBe(ticks.length);
});

test('the heat map orders hosts by their busiest slot and shows an overloaded one above all', () => {
  const profile = (mhz: number) => ({ cpu: Array.from({ length: 24 }, () => mhz) });
  const fleet = fleetOf(
    [9000, 4000, 2000].map((mhz) => ({
      vcpus: 4,
      memoryGib: 600,
      cpuProvisionedMhz: 20_000,
      profile: profile(mhz),
    })),
  );
  const answer = perform(fleet, {
    ...defaultScenario,
    effort: 0,
    failure: { ...defaultScenario.failure, tolerate: 0 },
    performance: { ...defaultScenario.performance, loadRatio: 20 },
  });
  if (answer.kind !== 'performed') throw new Error('impossible');
  const heat = busyHeat(answer);
  expect(heat.hostCount).toBe(3);
  const first = heat.cells.filter(({ column }) => column === 0).map(({ ratio }) => ratio);
  expect(Math.min(...first)).toBeGreaterThan(1);
  expect(heat.cells.every(({ ratio }) => Number.isFinite(ratio))).toBe(true);
});

test('a fit shows every measured point on its band', () => {
  const rows = [1, 2, 4, 8, 16].map((vms) => ({
    path: 'cpu' as const,
    vms,
    throughput: (100 * vms) / (1 + 0.05 * (vms - 1)) + (vms % 3),
    physical: null,
  }));
  const found = fitUsl(rows, null);
  if (found.kind !== 'fitted') throw new Error(found.reason.kind);
  const svg = drawn(
    uslChart(found, { vms: 'VMs', throughput: 'X', number: String, label: 'Fit' }, 640),
  );
  expect(svg.querySelectorAll('g[aria-label="dot"] circle').length).toBe(5);
  expect(svg.querySelectorAll('g[aria-label="area"] path').length).toBe(1);
});

test('spreads draw a bar a number of hosts, and a line an input with both ends', () => {
  const histogram = drawn(
    hostsHistogram(
      [
        { hosts: 11, draws: 4 },
        { hosts: 12, draws: 9 },
      ],
      { hosts: 'Hosts', draws: 'Draws', label: 'Hosts in all draws' },
      640,
    ),
  );
  expect(histogram.querySelectorAll('g[aria-label="bar"] rect').length).toBe(2);
  const tornado = drawn(
    tornadoChart(
      [
        { input: 'level', low: 11, high: 14 },
        { input: 'peaks', low: 12, high: null },
      ],
      12,
      { input: String, hosts: 'Hosts', label: 'What moves' },
      640,
    ),
  );
  expect(tornado.querySelectorAll('g[aria-label="link"] path').length).toBe(1);
  expect(tornado.querySelectorAll('g[aria-label="dot"] circle').length).toBe(3);
});
