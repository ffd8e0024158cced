import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredPaths } from '../../src/model/performance/overhead-set.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { performanceSchemas } from '../../src/scenario/performance-catalogue.ts';
import { fromQuery, toQuery } from '../../src/scenario/query.ts';
import { readData } from '../content/read-content.ts';

const ratio = fc.double({ min: 0.01, max: 1, noNaN: true });
const settings: fc.Arbitrary<Scenario> = fc
  .record({
    loadRatio: fc.double({ min: 0.1, max: 10, noNaN: true }),
    benchmark: fc.array(
      fc.record({
        path: fc.constantFrom(...measuredPaths),
        vms: fc.integer({ min: 1, max: 1000 }),
        throughput: fc.double({ min: 0.1, max: 1e9, noNaN: true }),
        physical: fc.option(fc.double({ min: 0.1, max: 1e9, noNaN: true })),
      }),
      { maxLength: 20 },
    ),
    vmsAtFull: fc.option(fc.integer({ min: 2, max: 1000 })),
    law: fc.record({ alpha: ratio, beta: ratio, vmsAtFull: fc.integer({ min: 2, max: 64 }) }),
  })
  .map(({ law, ...performance }) => {
    const { capacity } = defaultScenario;
    const cpu = { oneVmRatio: 0.9, fourVmsRatio: null, law };
    const paths = { ...capacity.overhead.paths, cpu };
    return {
      ...defaultScenario,
      capacity: { ...capacity, overhead: { id: 'own', paths } },
      performance: { ...defaultScenario.performance, ...performance },
    };
  });

test('a benchmark and its fitted law come back from the address as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (given) => {
      expect(await fromQuery(await toQuery(given))).toEqual({ kind: 'ok', scenario: given });
    }),
    { numRuns: 30 },
  );
});

test('the name of the VM that is added stays out of the address', async () => {
  const performance = { ...defaultScenario.performance, moreLike: 'payroll-01' };
  expect(await toQuery({ ...defaultScenario, performance })).toBe('');
});

test('ends of a spread that are out of order are a problem with its place', () => {
  const level = { low: 1, likely: 0.5, high: 2 };
  expect(parseScenario({ performance: { spreads: { level } } })).toEqual({
    kind: 'bad',
    problems: [
      {
        path: 'performance.spreads.level',
        value: JSON.stringify(level),
        expected: 'low <= likely <= high',
      },
    ],
  });
});

test('every memory technique has a source with a date; low confidence does not parse', () => {
  const entries = readData('performance/memory-techniques') as Record<string, unknown>[];
  for (const entry of entries) {
    expect(performanceSchemas.memoryTechnique.parse(entry).source.asOf).toMatch(/^\d{4}/);
  }
  const low = { ...entries[0], confidence: 'low' };
  expect(performanceSchemas.memoryTechnique.safeParse(low).success).toBe(false);
});
