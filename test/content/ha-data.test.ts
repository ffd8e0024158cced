import { expect, test } from 'vitest';
import { timerNames } from '../../src/model/failover/ha-timers.ts';
import { haProfileSchema, parseHaCatalogue, toHaTimers } from '../../src/scenario/ha-catalogue.ts';
import { haTimersSchema } from '../../src/scenario/ha-timers-schema.ts';
import { readData } from './read-content.ts';

const catalogue = parseHaCatalogue({
  profiles: readData('ha/profiles'),
  assumptions: readData('ha/assumptions'),
});

test('every gap of every profile is filled by an assumption that says so', () => {
  for (const profile of catalogue.profiles) {
    const { timers, origins } = toHaTimers(profile, catalogue.assumptions);
    expect([profile.id, haTimersSchema.safeParse(timers).success]).toEqual([profile.id, true]);
    expect(origins.map(({ name }) => name)).toEqual([...timerNames]);
    const known = origins.filter(({ figure }) => figure !== null).map(({ name }) => name);
    expect(known.toSorted()).toEqual(Object.keys(profile.timers).toSorted());
  }
});

test('every known timer has a source with a date; low confidence does not parse', () => {
  for (const { id, timers } of catalogue.profiles) {
    for (const [name, figure] of Object.entries(timers)) {
      expect([id, name, (figure?.source.title ?? '').length > 0]).toEqual([id, name, true]);
      expect(figure?.source.asOf).toMatch(/^\d{4}/);
    }
  }
  const [first] = readData('ha/profiles') as Record<string, Record<string, unknown>>[];
  const low = { ...(first?.['timers']?.['detectionSeconds'] as object), confidence: 'low' };
  const changed = { ...first, timers: { ...first?.['timers'], detectionSeconds: low } };
  expect(haProfileSchema.safeParse(first).success).toBe(true);
  expect(haProfileSchema.safeParse(changed).success).toBe(false);
});

test('every timer is in the golden file, so that a change shows what it moves', async () => {
  const lines = catalogue.profiles.flatMap((profile) => {
    const { timers, origins } = toHaTimers(profile, catalogue.assumptions);
    return origins.map(
      ({ name, figure }) =>
        `${profile.id} ${name}: ${timers[name]} (${figure === null ? 'assumed' : figure.source.asOf})`,
    );
  });
  const assumed = catalogue.assumptions.map(({ id, value }) => `assumed ${id}: ${value}`);
  const text = `${[...lines, ...assumed].join('\n')}\n`;
  await expect(text).toMatchFileSnapshot('../golden/ha-data.txt');
});
