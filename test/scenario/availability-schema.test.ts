import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { fromQuery, toQuery } from '../../src/scenario/query.ts';

describe('settings of failures', () => {
  test('come back from the address as they went in', async () => {
    const scenario = {
      ...defaultScenario,
      availability: {
        ...defaultScenario.availability,
        failures: 3,
        racks: 4,
        costPerVmHour: 12_000,
        card: { perHost: 2, mtbfHours: 400_000, mttrHours: 4 },
        shared: [{ name: 'storage', count: 2, needed: 1, mtbfHours: 40_000, mttrHours: 8 }],
      },
    };
    expect(await fromQuery(await toQuery(scenario))).toEqual({ kind: 'ok', scenario });
  });

  test.each([
    [{ failures: 0 }, 'availability.failures', '>=1'],
    [{ host: { mtbfHours: 0 } }, 'availability.host.mtbfHours', '>0'],
    [
      { admission: { cpuReservationRatio: 50 } },
      'availability.admission.cpuReservationRatio',
      '<=1',
    ],
    [{ measures: [{ kind: 'prayer' }] }, 'availability.measures.0.kind', undefined],
    [{ spares: 2 }, 'availability.spares', 'no such setting'],
    [
      { recovery: { stretched: { quorum: 'half' } } },
      'availability.recovery.stretched.quorum',
      'one of none, majority',
    ],
  ])('%j is refused with its place', (availability, path, expected) => {
    const parsed = parseScenario({ availability });
    if (parsed.kind === 'ok') throw new Error('accepted');
    expect(parsed.problems[0]?.path).toBe(path);
    if (expected !== undefined) expect(parsed.problems[0]?.expected).toBe(expected);
  });
});
