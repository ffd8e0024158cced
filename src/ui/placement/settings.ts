import type { BalancingSettings } from '~/model/balancing/settings.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { NumberSetting } from '../parts/setting-field.tsx';

export type FieldId = keyof MigrationWords['placement']['fields'];
type Setting = NumberSetting<BalancingSettings>;
type Plain = {
  [Key in keyof BalancingSettings]: BalancingSettings[Key] extends number ? Key : never;
}[keyof BalancingSettings];
type Range = Omit<Setting, 'get' | 'set' | 'off'>;

const plain = (key: Plain, range: Range): Setting => ({
  ...range,
  get: (settings) => settings[key],
  set: (settings, value) => ({ ...settings, [key]: value }),
});
const threshold = (key: 'cpu' | 'memory'): Setting => ({
  least: 1,
  most: 100,
  step: 1,
  scale: 100,
  get: ({ thresholdRatio }) => thresholdRatio[key],
  set: (settings, value) => ({
    ...settings,
    thresholdRatio: { ...settings.thresholdRatio, [key]: value },
  }),
});
const ofNew = (key: keyof BalancingSettings['newMachine'], range: Range): Setting => ({
  ...range,
  get: ({ newMachine }) => newMachine[key],
  set: (settings, value) => ({
    ...settings,
    newMachine: { ...settings.newMachine, [key]: value },
  }),
});
const minutes = { scale: 1 / 60, step: 1 };

/** Every number of the tool's settings, with its range as shown; the schema has the same in stored figures. */
export const fieldSettings: Readonly<Record<FieldId, Setting>> = {
  cpu: threshold('cpu'),
  memory: threshold('memory'),
  hold: plain('holdSeconds', { ...minutes, least: 0, most: 1440, sliderMost: 120 }),
  interval: plain('intervalSeconds', { ...minutes, least: 1, most: 60 }),
  cooldown: plain('cooldownSeconds', { ...minutes, least: 0, most: 1440, sliderMost: 240 }),
  imbalance: plain('imbalanceRatio', { least: 0, most: 100, sliderMost: 40, step: 1, scale: 100 }),
  reserve: plain('reserveRatio', { least: 0, most: 100, step: 5, scale: 100 }),
  cores: plain('moveCores', { least: 0, most: 64, sliderMost: 8, step: 0.5 }),
  vcpus: ofNew('vcpus', { least: 1, most: 10_000, sliderMost: 32, step: 1 }),
  mhz: ofNew('cpuMhz', { least: 0, most: 1_000_000, sliderMost: 40_000, step: 500 }),
  gib: ofNew('memoryGib', { least: 0, most: 100_000, sliderMost: 256, step: 1 }),
  days: plain('days', { least: 1, most: 31, step: 1 }),
};
