import { plot } from '@observablehq/plot';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { downtimeChart, downtimeSteps } from '~/charts/downtime-chart.ts';
import { ganttChart } from '~/charts/gantt-chart.ts';
import type { Incident } from '~/model/failover/failover-policy.ts';
import { ganttBars } from '~/ui/failover/gantt-bars.ts';
import { isSame, toggled } from '~/ui/failover/parts.ts';

const link = (host: number, atSeconds = 0): Incident => ({
  kind: 'link',
  host,
  network: 'storage',
  atSeconds,
  lastsSeconds: null,
});

test('a point that is pressed twice is as before, whenever it was to break', () => {
  const before = [link(0), link(1)];
  expect(toggled(toggled(before, link(2)), link(2, 300))).toEqual(before);
  expect(toggled(before, link(1, 60))).toEqual([link(0)]);
  expect(isSame(link(0), { ...link(0), kind: 'card' } as Incident)).toBe(false);
});

const changes = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 99 }),
    vm: fc.nat(3),
    state: fc.integer({ min: 0, max: 11 }),
  }),
  { maxLength: 40 },
);

test('the bars of each machine cover the time watched without gap or overlap', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const sorted = list.toSorted((a, b) => a.at - b.at);
      const states = {
        at: Float64Array.from(sorted, ({ at }) => at),
        vm: Int32Array.from(sorted, ({ vm }) => vm),
        state: Uint8Array.from(sorted, ({ state }) => state),
        host: new Int32Array(sorted.length),
      };
      const rows = new Map([0, 1, 2, 3].map((vm) => [vm, `vm ${vm}`]));
      const bars = ganttBars(states, rows, 100);
      for (const name of rows.values()) {
        const own = bars.filter(({ row }) => row === name);
        let until = 0;
        for (const bar of own) {
          expect(bar.from).toBe(until);
          until = bar.until;
        }
        expect(until).toBe(100);
      }
    }),
  );
});

test('outages without an end keep the line of a distribution below the top', () => {
  const outages = {
    id: 'all',
    downSeconds: Float64Array.of(60, 70, 80),
    endless: 1,
    rtoSeconds: 75,
  };
  const steps = downtimeSteps(outages);
  expect(steps.at(-1)).toEqual({ id: 'all', seconds: 80, ratio: 0.75 });
  expect(downtimeSteps({ ...outages, downSeconds: new Float64Array() })).toEqual([]);
});

test('both charts draw', () => {
  const { document } = new JSDOM('').window;
  const bars = [{ row: 'vm-1', from: 0, until: 60, state: 'down' as const }];
  const texts = { state: String, time: String, percent: String, label: 'chart' };
  const drawn = [
    ganttChart(bars, ['vm-1'], texts, 640),
    downtimeChart(
      [{ id: 'all', downSeconds: Float64Array.of(60, 70), endless: 0, rtoSeconds: 65 }],
      texts,
      640,
    ),
  ].map((options) => plot({ ...options, document }).outerHTML);
  expect(drawn[0]).toContain('vm-1');
  expect(drawn[1]).toContain('stroke-dasharray');
  for (const svg of drawn) expect(svg).not.toContain('NaN');
});
