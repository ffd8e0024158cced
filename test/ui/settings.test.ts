import { expect, test } from 'vitest';
import { defaultScenario } from '~/scenario/defaults.ts';
import { parseScenario } from '~/scenario/parse.ts';
import { advancedSettings, simpleSettings } from '~/ui/consolidation/settings.ts';

const settings = [...simpleSettings, ...advancedSettings];

test('every setting is there once', () => {
  const ids = settings.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(settings)('$id reads what it wrote, and touches nothing else', (setting) => {
  for (const value of [setting.least, setting.most]) {
    const changed = setting.set(defaultScenario, value);
    expect(setting.get(changed)).toBe(value);
    expect(setting.set(changed, setting.get(defaultScenario))).toEqual(defaultScenario);
    for (const other of settings) {
      if (other !== setting) expect(other.get(changed)).toBe(other.get(defaultScenario));
    }
  }
});

test.each(settings)('$id can be set to nothing that the scenario refuses', (setting) => {
  const ends = [setting.least, setting.most, ...(setting.whenOn ? [setting.whenOn, null] : [])];
  for (const value of ends) {
    expect(parseScenario(setting.set(defaultScenario, value)).kind).toBe('ok');
  }
});

test.each(settings)('$id starts within its slider', (setting) => {
  const start = setting.get(defaultScenario);
  if (start !== null) {
    expect(start).toBeGreaterThanOrEqual(setting.least);
    expect(start).toBeLessThanOrEqual(setting.most);
  }
});
