import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  energyUse,
  meanPower,
  powerAt,
  shapeOf,
  straightLine,
} from '../../../src/model/cost/power.ts';
import { energyFactors, powerCurves } from '../../../src/scenario/cost-catalogue.ts';
import { defaultCost } from '../../../src/scenario/cost-defaults.ts';
import { medianPower, parseSpecpower } from '../../../src/scenario/specpower.ts';
import { readData } from '../../content/read-content.ts';
import { specpowerCsv } from '../../fixtures/specpower/make-specpower.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ours = text('../../../content/data/cost/specpower.csv');
const rows = parseSpecpower(ours);
const curves = powerCurves.parse(readData('cost/power-curves'));

describe('the power of a host', () => {
  const watts = fc.double({ min: 0, max: 1000, noNaN: true });
  const load = fc.double({ min: 0, max: 1, noNaN: true });
  const shapes = fc.constantFrom(straightLine, ...curves.map((curve) => shapeOf(curve.watts)));

  test('lies between idle and full, and never falls as the load rises', () => {
    fc.assert(
      fc.property(fc.tuple(watts, watts), shapes, load, load, ([idle, rise], shape, a, b) => {
        const power = { idleWatts: idle, fullWatts: idle + rise, shape };
        const [low, high] = [powerAt(power, Math.min(a, b)), powerAt(power, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(idle - 1e-9);
        expect(high).toBeLessThanOrEqual(idle + rise + 1e-9);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  test('is idle plus load times the rise on a straight line', () => {
    fc.assert(
      fc.property(watts, watts, load, (idle, rise, ratio) => {
        const power = { idleWatts: idle, fullWatts: idle + rise, shape: straightLine };
        expect(powerAt(power, ratio)).toBeCloseTo(idle + rise * ratio, 6);
      }),
    );
  });

  test.each(curves)('$id is measured at every tenth of its load', ({ watts: measured }) => {
    const [idleWatts = 0] = measured;
    const power = { idleWatts, fullWatts: measured.at(-1) ?? 0, shape: shapeOf(measured) };
    for (const [tenth, value] of measured.entries()) {
      expect(powerAt(power, tenth / 10)).toBeCloseTo(value, 9);
    }
  });

  test('of a curve that is no straight line is not that of the mean load', () => {
    const measured = curves.find(({ id }) => id === 'x3550-m3-x5675')?.watts ?? [];
    const power = { idleWatts: 58.4, fullWatts: 222, shape: shapeOf(measured) };
    const ratio = Float32Array.of(0, 1);
    // Half the time idle, half at full load: (58.4 + 222) ÷ 2; steady at half load it was measured at 140 W.
    expect(meanPower(power, { ratio, from: 0, count: 2 })).toBeCloseTo(140.2, 9);
    expect(powerAt(power, 0.25)).toBeCloseTo((109 + 118) / 2, 9);
  });

  test('becomes energy, heat and CO₂ of a year', () => {
    // 1 kW for a year: 8,760 kWh, 3,412 BTU/h; × PUE 1.5 = 13,140 kWh; × 0.4 kg = 5,256 kg.
    const use = energyUse(1000, 1.5, 0.4);
    expect(use.hostKwhPerYear).toBe(8760);
    expect(use.siteKwhPerYear).toBe(13_140);
    expect(use.co2KgPerYear).toBeCloseTo(5256, 9);
    expect(use.heatBtuPerHour).toBeCloseTo(3412.142, 6);
    expect(energyUse(1000, 1.5, null).co2KgPerYear).toBeNull();
  });
});

describe('the SPECpower table', () => {
  test('is the source, row by row', () => {
    const source = text('../../fixtures/specpower/specpower-2026-03-09.csv');
    expect(ours).toBe(specpowerCsv(source));
    expect(rows).toHaveLength(1088);
  });

  test('has the figures of single rows as the source prints them', () => {
    expect(rows.find(({ row }) => row === 628)).toMatchObject({
      cpu: 'Intel Xeon E5450',
      socketCount: 2,
      coreCount: 8,
      idleWatts: 180,
      fullWatts: 288,
      published: '2007-12',
    });
  });

  test('agrees with the host types of the catalogue that cite a row of it', () => {
    const types = readData('host-types') as {
      id: string;
      source: { locator?: string };
      power: { idleWatts: number; fullWatts: number } | null;
    }[];
    const cited = types.flatMap(({ id, source, power }) => {
      const row = /^row (\d+)$/.exec(source.locator ?? '')?.[1];
      return row === undefined || power === null ? [] : [{ id, row: Number(row), power }];
    });
    expect(cited.length).toBeGreaterThan(5);
    for (const { id, row, power } of cited) {
      const found = rows.find((candidate) => candidate.row === row);
      expect([id, found?.idleWatts, found?.fullWatts]).toEqual([
        id,
        power.idleWatts,
        power.fullWatts,
      ]);
    }
  });

  // Medians of two-socket systems by years of publication, computed apart from this project.
  test.each([
    { from: 2007, to: 2009, count: 92, idle: 137, full: 244 },
    { from: 2010, to: 2012, count: 158, idle: 64, full: 250 },
    { from: 2013, to: 2016, count: 35, idle: 50, full: 266 },
    { from: 2017, to: 2019, count: 66, idle: 54, full: 414 },
    { from: 2020, to: 2022, count: 65, idle: 115, full: 491 },
    { from: 2023, to: 2024, count: 105, idle: 152, full: 736 },
    { from: 2025, to: 2026, count: 40, idle: 191, full: 830 },
  ])('has the median of $from to $to', ({ from, to, count, idle, full }) => {
    const median = medianPower(rows, { socketCount: 2, from, to });
    expect(median?.count).toBe(count);
    expect(Math.abs((median?.idleWatts ?? 0) - idle)).toBeLessThan(1);
    expect(Math.abs((median?.fullWatts ?? 0) - full)).toBeLessThan(1);
  });

  test('has the ends of the measured curves', () => {
    for (const [id, row] of [
      ['ml110-g5-3075', 619],
      ['x3550-m3-x5675', 748],
    ] as const) {
      const curve = curves.find((entry) => entry.id === id)?.watts ?? [];
      const found = rows.find((candidate) => candidate.row === row);
      expect([curve[0], curve.at(-1)]).toEqual([found?.idleWatts, found?.fullWatts]);
    }
  });
});

test('the total cost begins with the first sourced figure of each kind', () => {
  const factors = energyFactors.parse(readData('cost/energy-factors'));
  const first = (kind: string) => factors.find((entry) => entry.kind === kind);
  expect(defaultCost.energy.pricePerKwh).toEqual({
    amount: first('electricity')?.value,
    currency: first('electricity')?.currency,
  });
  expect(defaultCost.energy.coolingFactor).toBe(first('cooling')?.value);
  expect(defaultCost.energy.co2KgPerKwh).toBe(first('emission')?.value);
});
