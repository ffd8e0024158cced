import { type PlotOptions, plot } from '@observablehq/plot';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { beforeAfterBars, beforeAfterChart } from '~/charts/before-after-chart.ts';
import { demandBands, demandChart } from '~/charts/demand-chart.ts';
import { hostHeatChart } from '~/charts/host-heat-chart.ts';
import { heatByResource, heatOverTime, hostsByPeak } from '~/charts/host-use.ts';
import { sensitivityChart } from '~/charts/sensitivity-chart.ts';
import type { ResourceTotals } from '~/model/consolidation/answer.ts';
import { makePlan } from './make-plan.ts';

const width = 640;

/** The chart as the page would draw it, one element a line so that a change can be read. */
function drawn(options: PlotOptions): string {
  const { document } = new JSDOM('').window;
  const svg = plot({ ...options, document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  return `${svg.outerHTML.replaceAll('><', '>\n<')}\n`;
}

const heatTexts = {
  row: String,
  column: (column: number) => String(column + 1),
  ratio: (ratio: number) => ratio.toFixed(3),
  columns: 'Host',
  label: 'How full each host is',
};
const demandTexts = {
  slot: (slot: number) => `${slot}:00`,
  amount: (value: number) => `${value / 1000} GHz`,
  demand: 'Demand',
  usable: 'Usable',
  physical: 'Physical',
  label: 'Demand against capacity',
  axis: 'CPU (GHz)',
  tick: (value: number) => String(value / 1000),
};

describe('hosts', () => {
  test('are ordered from the fullest to the emptiest', () => {
    const peaks = hostsByPeak(makePlan(12)).map(({ peak }) => peak);
    expect(peaks).toEqual(peaks.toSorted((a, b) => b - a));
    expect(peaks).toHaveLength(12);
  });

  test('all appear in the heat map, and no fuller cell is hidden by sharing a column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), (hostCount) => {
        const plan = makePlan(hostCount, 8);
        for (const heat of [heatByResource(plan), heatOverTime(plan, 'cpu')]) {
          expect(heat.columns.flat().toSorted((a, b) => a - b)).toEqual([
            ...Array(hostCount).keys(),
          ]);
          expect(heat.cells.length).toBeLessThanOrEqual(2400);
          const highest = Math.max(...(plan.utilization.cpu?.ratio ?? []));
          expect(Math.max(...heat.cells.map(({ ratio }) => ratio))).toBeGreaterThanOrEqual(highest);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('bands of demand and capacity lie on one another without gap or overlap', () => {
  const amounts = fc.record({
    demand: fc.array(fc.float({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }),
    physicalCapacity: fc.float({ min: 0, max: 1000, noNaN: true }),
    usableCapacity: fc.float({ min: 0, max: 1000, noNaN: true }),
  });
  fc.assert(
    fc.property(amounts, ({ demand, ...capacity }) => {
      const totals: ResourceTotals = {
        slotCount: demand.length,
        demand: Float64Array.from(demand),
        ...capacity,
      };
      for (const [slot] of demand.entries()) {
        const bands = demandBands(totals).filter((band) => band.slot === slot);
        expect(bands[0]?.from).toBe(0);
        expect(bands[1]?.from).toBe(bands[0]?.to);
        expect(bands[2]?.from).toBe(bands[1]?.to);
        for (const { from, to } of bands) expect(to).toBeGreaterThanOrEqual(from);
      }
    }),
  );
});

test('a measure that is unknown on either side is left out, not drawn as zero', () => {
  const plan = makePlan(3);
  const before = { ...plan.after, hosts: 9, rackUnits: 18 };
  expect(beforeAfterBars(before, plan.after).map(({ measure }) => measure)).toEqual([
    'hosts',
    'hosts',
  ]);
});

describe('a chart is drawn as before', () => {
  const plan = makePlan(8);
  test('heat map by resource', async () => {
    const svg = drawn(hostHeatChart(heatByResource(plan), heatTexts, width));
    await expect(svg).toMatchFileSnapshot('golden/heat-by-resource.svg');
  });
  test('heat map over time', async () => {
    const svg = drawn(hostHeatChart(heatOverTime(plan, 'cpu'), heatTexts, width));
    await expect(svg).toMatchFileSnapshot('golden/heat-over-time.svg');
  });
  test('demand by hour', async () => {
    const svg = drawn(demandChart(plan.totals.cpu as ResourceTotals, demandTexts, width));
    await expect(svg).toMatchFileSnapshot('golden/demand-by-hour.svg');
  });
  test('demand that does not change', async () => {
    const svg = drawn(demandChart(plan.totals.memory as ResourceTotals, demandTexts, width));
    await expect(svg).toMatchFileSnapshot('golden/demand-flat.svg');
  });
  test('before and after', async () => {
    const before = { ...plan.after, hosts: 40, coreCount: 640, memoryGib: 5120 };
    const after = { ...plan.after, coreCount: 512, memoryGib: 8192 };
    const texts = {
      measure: String,
      when: { before: 'Today', after: 'Planned' },
      value: (_: string, value: number) => String(value),
      label: 'Before and after',
    };
    const svg = drawn(beforeAfterChart(beforeAfterBars(before, after), texts, width));
    await expect(svg).toMatchFileSnapshot('golden/before-after.svg');
  });
  test('sensitivity to a rule, one value of which is impossible', async () => {
    const points = [
      { value: 0.5, hosts: null, isCurrent: false },
      { value: 0.6, hosts: 12, isCurrent: false },
      { value: 0.7, hosts: 10, isCurrent: true },
      { value: 0.8, hosts: 9, isCurrent: false },
    ];
    const texts = {
      value: (value: number) => `${value * 100} %`,
      hosts: (hosts: number) => `${hosts} hosts`,
      label: 'CPU target',
    };
    const svg = drawn(sensitivityChart(points, 12, texts, 300));
    await expect(svg).toMatchFileSnapshot('golden/sensitivity.svg');
  });
});

test('no chart names a colour of its own: all are tokens of the site', () => {
  const plan = makePlan(8);
  const svg = drawn(hostHeatChart(heatByResource(plan), heatTexts, width));
  const paints = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint);
  const foreign = paints.filter(
    (paint) => !/^(var\(--|none|currentColor|transparent)/.test(paint ?? ''),
  );
  expect([...new Set(foreign)]).toEqual([]);
});
