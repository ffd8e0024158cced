import { expect, test } from 'vitest';
import { energyFactors, powerCurves, sourcedTable } from '../../src/scenario/cost-catalogue.ts';
import { readData } from './read-content.ts';

const factors = energyFactors.parse(readData('cost/energy-factors'));
const curves = powerCurves.parse(readData('cost/power-curves'));
const tables = (readData('cost/specpower') as unknown[]).map((entry) => sourcedTable.parse(entry));

test('every figure of the total cost has a source, a date and more than low confidence', () => {
  for (const { id, source, confidence } of [...factors, ...curves, ...tables]) {
    expect([id, source.title !== '', /^\d{4}/.test(source.asOf)]).toEqual([id, true, true]);
    expect(['high', 'medium']).toContain(confidence);
  }
  const [first] = readData('cost/energy-factors') as Record<string, unknown>[];
  expect(energyFactors.safeParse([{ ...first, confidence: 'low' }]).success).toBe(false);
});

test('a price has a currency, and nothing else has one', () => {
  for (const { id, kind, currency } of factors) {
    expect([id, currency !== null]).toEqual([id, kind === 'electricity']);
  }
});

test('every number is in the golden file, so that a change shows what it moves', async () => {
  const lines = [
    ...factors.map(({ id, value, unit, source }) => `${id}: ${value} ${unit.en} (${source.asOf})`),
    ...curves.map(({ id, watts, source }) => `${id}: ${watts.join(' ')} W (${source.asOf})`),
    ...tables.map(({ id, rows, source }) => `${id}: ${rows} rows (${source.asOf})`),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/cost-data.txt');
});
