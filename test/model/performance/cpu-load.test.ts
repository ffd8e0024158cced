import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noContention, twoPointCurve } from '../../../src/model/performance/contention-curve.ts';
import {
  type CpuQuestion,
  cpuLoad,
  mostDemandRatio,
  overcommitFactor,
  overcommitLoss,
} from '../../../src/model/performance/cpu-load.ts';
import { stretch } from '../../../src/model/performance/response-time.ts';
import { performanceSchemas } from '../../../src/scenario/performance-catalogue.ts';
import { defaultPerformance } from '../../../src/scenario/performance-defaults.ts';
import { readData } from '../../content/read-content.ts';

const plain: CpuQuestion = {
  demandRatio: 0.7,
  efficiency: 1,
  curve: noContention,
  coreCount: 8,
  vcpuCount: 8,
  overcommitLossRatio: 0.2585,
};
const questions: fc.Arbitrary<CpuQuestion> = fc.record({
  demandRatio: fc.double({ min: 0.001, max: 1.2, noNaN: true }),
  efficiency: fc.double({ min: 0.5, max: 1, noNaN: true }),
  curve: fc.double({ min: 0.4, max: 1, noNaN: true }).map(twoPointCurve),
  coreCount: fc.integer({ min: 1, max: 128 }),
  vcpuCount: fc.integer({ min: 1, max: 1024 }),
  overcommitLossRatio: fc.double({ min: 0, max: 2, noNaN: true }),
});

test('with no loss of any kind a host is as busy as it is asked, and stretches as the queue says', () => {
  const load = cpuLoad(plain);
  expect(load.busy).toBe(0.7);
  expect(load.stretch).toBeCloseTo(1.112751, 6);
  expect(load.slowdown).toBe(1);
});

test('more demand is never faster; a worse product never faster', () => {
  fc.assert(
    fc.property(questions, fc.double({ min: 1, max: 1.5, noNaN: true }), (asked, factor) => {
      const load = cpuLoad(asked);
      const moreDemand = cpuLoad({ ...asked, demandRatio: asked.demandRatio * factor });
      const worse = cpuLoad({ ...asked, efficiency: asked.efficiency / factor });
      expect(moreDemand.response).toBeGreaterThanOrEqual(load.response * (1 - 1e-12));
      expect(worse.response).toBeGreaterThanOrEqual(load.response * (1 - 1e-12));
    }),
  );
});

test('a load that is not overloaded agrees with itself: work done = work asked', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const load = cpuLoad(asked);
      if (load.busy === Infinity) return;
      // Each unit of processor time does 1 ÷ slowdown of what it does on a physical machine.
      expect(load.busy / load.slowdown / asked.demandRatio).toBeCloseTo(1, 6);
      const told = stretch(asked.coreCount, load.busy);
      expect(told.kind === 'stretched' && told.factor).toBe(load.stretch);
    }),
  );
});

test('overloaded is never a number, and begins where the most demand ends', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const most = mostDemandRatio(asked);
      expect(cpuLoad({ ...asked, demandRatio: most * 1.02 }).response).toBe(Infinity);
      expect(cpuLoad({ ...asked, demandRatio: most * 0.98 }).busy).toBeLessThan(1);
    }),
  );
});

test('vCPUs that are idle, or no more than the processors, cost nothing', () => {
  expect(overcommitFactor({ ...plain, vcpuCount: 8 }, 0.99)).toBe(1);
  expect(overcommitFactor({ ...plain, vcpuCount: 800 }, 0.1)).toBeCloseTo(1, 6);
  expect(overcommitFactor({ ...plain, vcpuCount: 800, overcommitLossRatio: 0 }, 0.99)).toBe(1);
});

test('Friedman’s host: four guests with two vCPUs each, flat out on four cores, take 370 minutes', () => {
  const [raw] = readData('performance/overcommit') as unknown[];
  const measured = performanceSchemas.overcommit.parse(raw);
  const loss = overcommitLoss(measured);
  expect(loss).toBeCloseTo(defaultPerformance.overcommitLossRatio, 4);
  const factor = overcommitFactor({ coreCount: 4, vcpuCount: 8, overcommitLossRatio: loss }, 1);
  expect(147 * 2 * factor).toBeCloseTo(370, 9);
});
