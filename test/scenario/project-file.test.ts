import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { decodeProject, encodeProject, isProject } from '../../src/scenario/project-file.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';

const fleet = fleetOf([
  { name: '会計 DB', vcpus: 4, memoryGib: 32, profile: { cpu: [1, Number.NaN, 3] } },
  { vcpus: 2, use: { memory: { mean: 2 } }, powerState: 1 },
]);

describe('a project file', () => {
  test('brings settings and fleet back as they were', () => {
    const text = encodeProject({ ...defaultScenario, seed: 9 }, fleet);
    expect(isProject(text)).toBe(true);
    expect(decodeProject(text)).toEqual({
      kind: 'project',
      scenario: { ...defaultScenario, seed: 9 },
      fleet,
    });
  });

  test('that is cut short, changed or something else is a problem, never an exception', () => {
    const text = encodeProject(defaultScenario, fleet);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 5 }), (place, other) => {
        const damaged = text.slice(0, place) + other + text.slice(place + other.length);
        expect(['project', 'bad']).toContain(decodeProject(damaged).kind);
        expect(decodeProject(text.slice(0, place)).kind).toBe('bad');
      }),
    );
  });

  test.each([
    ['', ''],
    ['[]', ''],
    ['{"format":"hostfit-project","version":99}', 'version'],
    ['{"format":"hostfit-project","version":1,"scenario":{"seed":-1}}', 'scenario.seed'],
  ])('%s is refused at "%s"', (text, path) => {
    expect(decodeProject(text)).toMatchObject({ kind: 'bad', problems: [{ path }] });
  });
});
