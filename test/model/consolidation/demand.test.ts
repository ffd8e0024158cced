import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDemand, type Demand } from '../../../src/model/consolidation/demand.ts';
import { percentile } from '../../../src/model/consolidation/percentile.ts';
import type { Resource } from '../../../src/model/fleet/resources.ts';
import type { DemandPolicy, Scenario } from '../../../src/model/scenario.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf, type TestWorkload } from './fleets.ts';

const scenarioWith = (demand: Partial<DemandPolicy>, capacity = {}): Scenario => ({
  ...defaultScenario,
  demand: { ...defaultScenario.demand, ...demand },
  capacity: { ...defaultScenario.capacity, vmMemoryGib: 0, ...capacity },
});

function demandOf(workloads: readonly TestWorkload[], scenario: Scenario): Demand {
  const rows = Int32Array.from(workloads, (_, row) => row);
  return buildDemand(fleetOf(workloads), rows, scenario);
}

const valuesOf = (demand: Demand, resource: Resource) =>
  Array.from(demand.resources.find((each) => each.resource === resource)?.values ?? []);

const kinds = (demand: Demand) => demand.notes.map(({ kind }) => kind);

describe('demand', () => {
  const use = fc.double({ min: 0, max: 1e5, noNaN: true });
  const week = fc.array(fc.option(use, { nil: Number.NaN }), { minLength: 168, maxLength: 168 });

  test('hour by hour never asks for more than all peaks at once, and peaks never for less than a percentile', () => {
    fc.assert(
      fc.property(fc.array(week, { minLength: 1, maxLength: 5 }), (profiles) => {
        const workloads = profiles.map((cpu) => ({ profile: { cpu }, cpuProvisionedMhz: 1e5 }));
        const peaks = (kind: DemandPolicy['kind']) => {
          const demand = demandOf(
            workloads,
            scenarioWith({ kind, slots: 168, percentileRatio: 0.9 }),
          );
          const { slotCount } = demand.axis;
          return workloads.map((_, i) =>
            Math.max(...valuesOf(demand, 'cpu').slice(i * slotCount, (i + 1) * slotCount)),
          );
        };
        const [coincident, peak, percentileOf] = [
          peaks('coincident'),
          peaks('peak'),
          peaks('percentile'),
        ];
        for (const i of workloads.keys()) {
          expect(coincident[i]).toBeLessThanOrEqual(peak[i] as number);
          expect(percentileOf[i]).toBeLessThanOrEqual(peak[i] as number);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is finite and never negative, whatever is unknown', () => {
    const unknowable = fc.option(use, { nil: undefined });
    const workload = fc.record({
      vcpus: fc.option(fc.integer({ min: 1, max: 64 }), { nil: undefined }),
      memoryGib: unknowable,
      diskGib: unknowable,
      cpuProvisionedMhz: unknowable,
      cpu: fc.option(
        fc.array(fc.option(use, { nil: Number.NaN }), { minLength: 48, maxLength: 48 }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(workload, { minLength: 1, maxLength: 6 }),
        fc.constantFrom<DemandPolicy['kind'][]>('peak', 'percentile', 'coincident'),
        fc.constantFrom<DemandPolicy['slots'][]>(24, 168, 'all'),
        (list, kind, slots) => {
          const workloads = list.map(({ cpu, ...rest }) => ({
            ...(Object.fromEntries(
              Object.entries(rest).filter(([, value]) => value !== undefined),
            ) as TestWorkload),
            ...(cpu === undefined ? {} : { profile: { cpu } }),
          }));
          const { resources } = demandOf(workloads, scenarioWith({ kind, slots }));
          for (const { values } of resources) {
            for (const value of values) expect(value >= 0 && Number.isFinite(value)).toBe(true);
          }
        },
      ),
    );
  });

  test('an hour of the day is the percentile of that hour on all days, in the fleet’s own time', () => {
    // Two days that start at midnight UTC; 9 hours further east the first sample is of 9 o'clock.
    const cpu = Array.from({ length: 48 }, (_, hour) => (hour === 0 ? 50 : hour === 24 ? 70 : 1));
    const demand = demandOf(
      [{ profile: { cpu } }],
      scenarioWith({ kind: 'coincident', slots: 24, percentileRatio: 1, utcOffsetHours: 9 }),
    );
    expect(demand.axis).toMatchObject({ kind: 'day', slotCount: 24 });
    expect(valuesOf(demand, 'cpu').indexOf(70)).toBe(9);
  });

  test('the week starts on Monday', () => {
    // Unix time starts on a Thursday: its first hour is hour 72 of the week.
    const cpu = Array.from({ length: 168 }, (_, hour) => (hour === 0 ? 9 : 1));
    const demand = demandOf(
      [{ profile: { cpu } }],
      scenarioWith({ kind: 'coincident', slots: 168, percentileRatio: 1 }),
    );
    expect(valuesOf(demand, 'cpu').indexOf(9)).toBe(72);
  });

  test('a gap is filled from the same hour of another day, and counted', () => {
    const cpu = Array.from({ length: 48 }, (_, hour) => hour % 24);
    cpu[30] = Number.NaN;
    const demand = demandOf(
      [{ profile: { cpu } }],
      scenarioWith({ kind: 'coincident', slots: 'all' }),
    );
    expect(valuesOf(demand, 'cpu')[30]).toBe(6);
    expect(demand.notes).toContainEqual({ kind: 'gaps-filled', resource: 'cpu', slots: 1 });
  });

  test('CPU that nobody measured is assumed as a share of what is provisioned, and counted', () => {
    const demand = demandOf(
      [{ vcpus: 2, cpuProvisionedMhz: 4000 }, { vcpus: 2 }],
      scenarioWith({ kind: 'peak', assumedCpuRatio: 0.25 }),
    );
    expect(valuesOf(demand, 'cpu')).toEqual([1000, 0.25 * 2 * 2400]);
    expect(demand.notes).toContainEqual({ kind: 'cpu-assumed', workloads: 2, ratio: 0.25 });
  });

  test('a peak that is only known as a mean is said to be one', () => {
    const demand = demandOf([{ use: { cpu: { mean: 500 } } }], scenarioWith({ kind: 'peak' }));
    expect(valuesOf(demand, 'cpu')).toEqual([500]);
    expect(kinds(demand)).toContain('peak-from-mean');
  });

  test('active memory falls back to what is configured, and the hypervisor takes its share for each VM', () => {
    const demand = demandOf(
      [{ memoryGib: 8, use: { memory: { max: 3 } } }, { memoryGib: 4 }],
      scenarioWith({ kind: 'peak', memory: 'active' }, { vmMemoryGib: 0.5 }),
    );
    expect(valuesOf(demand, 'memory')).toEqual([3.5, 4.5]);
    expect(demand.notes).toContainEqual({ kind: 'memory-active-unknown', workloads: 1 });
  });

  test('growth multiplies everything, year by year', () => {
    const demand = demandOf(
      [{ memoryGib: 8, vcpus: 2, use: { cpu: { max: 100 } } }],
      scenarioWith({ kind: 'peak', growthPerYearRatio: 0.1, growthYears: 2 }),
    );
    expect(valuesOf(demand, 'cpu')[0]).toBeCloseTo(121, 9);
    expect(valuesOf(demand, 'memory')[0]).toBeCloseTo(9.68, 9);
    expect(valuesOf(demand, 'vcpu')[0]).toBeCloseTo(2.42, 9);
  });

  test('a resource that no workload knows is left out', () => {
    const demand = demandOf([{ memoryGib: 1 }], scenarioWith({ kind: 'peak' }));
    expect(demand.resources.map(({ resource }) => resource)).toEqual(['cpu', 'memory']);
  });
});

describe('percentile', () => {
  test('is always a value that occurred, and that at least its share does not exceed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: 0 }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, ratio) => {
          const found = percentile(Float64Array.from(values), ratio);
          expect(values).toContain(found);
          const below = values.filter((value) => value <= found).length;
          expect(below / values.length).toBeGreaterThanOrEqual(ratio - 1e-6);
        },
      ),
    );
  });

  test.each([
    [[1, 2, 3, 4], 0.5, 2],
    [[4, 3, Number.NaN, 2, 1], 0.75, 3],
    [Array.from({ length: 20 }, (_, i) => i + 1), 0.95, 19],
    [[Number.NaN], 0.5, Number.NaN],
    [[], 1, Number.NaN],
  ])('of %j at %f is %f', (values, ratio, expected) => {
    expect(percentile(Float64Array.from(values), ratio)).toBe(expected);
  });
});
