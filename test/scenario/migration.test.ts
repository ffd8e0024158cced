import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { fromQuery, toQuery } from '../../src/scenario/query.ts';

describe('settings of migration and balancing', () => {
  test.each([
    [{ migration: { maxRounds: -1 } }, 'migration.maxRounds'],
    [{ migration: { network: { usableRatio: 94 } } }, 'migration.network.usableRatio'],
    [{ migration: { whenNotConverging: 'hope' } }, 'migration.whenNotConverging'],
    [{ balancing: { thresholdRatio: { cpu: 80 } } }, 'balancing.thresholdRatio.cpu'],
    [{ balancing: { policy: 'D' } }, 'balancing.policy'],
    [{ balancing: { days: 32 } }, 'balancing.days'],
  ])('%j is refused with its place', (raw, path) => {
    const parsed = parseScenario(raw);
    expect(parsed.kind === 'bad' && parsed.problems.map((problem) => problem.path)).toEqual([path]);
  });

  test('they come through the address, but names of machines stay out of it', async () => {
    const scenario = {
      ...defaultScenario,
      migration: { ...defaultScenario.migration, maxRounds: 5, stay: ['secret-vm'] },
      balancing: { ...defaultScenario.balancing, holdSeconds: 900 },
    };
    const parsed = await fromQuery(await toQuery(scenario));
    if (parsed.kind !== 'ok') throw new Error('expected settings');
    expect(parsed.scenario.migration).toEqual({
      ...defaultScenario.migration,
      maxRounds: 5,
    });
    expect(parsed.scenario.balancing.holdSeconds).toBe(900);
  });
});
