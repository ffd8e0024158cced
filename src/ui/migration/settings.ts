import type { MigrationSettings } from '~/model/migration/settings.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { NumberSetting } from '../parts/setting-field.tsx';

export type FieldId = keyof MigrationWords['settings']['fields'];
type Setting = NumberSetting<MigrationSettings>;
type Plain = {
  [Key in keyof MigrationSettings]: MigrationSettings[Key] extends number ? Key : never;
}[keyof MigrationSettings];

type Range = Omit<Setting, 'get' | 'set' | 'off'>;

const plain = (key: Plain, range: Range): Setting => ({
  ...range,
  get: (settings) => settings[key],
  set: (settings, value) => ({ ...settings, [key]: value }),
});
const ofNetwork = (
  key: 'gigabitsPerSecond' | 'usableRatio' | 'shareRatio',
  range: Range,
): Setting => ({
  ...range,
  get: ({ network }) => network[key],
  set: (settings, value) => ({ ...settings, network: { ...settings.network, [key]: value } }),
});
const ofMachine = (key: keyof MigrationSettings['machine'], range: Range): Setting => ({
  ...range,
  get: ({ machine }) => machine[key],
  set: (settings, value) => ({ ...settings, machine: { ...settings.machine, [key]: value } }),
});

const percent = { least: 1, most: 100, step: 1, scale: 100 };

/** Every number of the tool's settings, with its range as shown; the schema has the same in stored figures. */
export const fieldSettings: Readonly<Record<FieldId, Setting>> = {
  memory: ofMachine('memoryGib', { least: 0.1, most: 100_000, sliderMost: 256, step: 1 }),
  dirty: ofMachine('dirtyMibPerSecond', { least: 0, most: 100_000, sliderMost: 2000, step: 5 }),
  disk: ofMachine('diskGib', { least: 0, most: 1_000_000, sliderMost: 2000, step: 10 }),
  gigabits: ofNetwork('gigabitsPerSecond', { least: 0.01, most: 1000, sliderMost: 100, step: 1 }),
  usable: ofNetwork('usableRatio', percent),
  share: ofNetwork('shareRatio', percent),
  cap: {
    least: 1,
    most: 100_000,
    sliderMost: 2000,
    step: 1,
    whenOn: 64,
    get: ({ capMibPerSecond }) => capMibPerSecond,
    set: (settings, capMibPerSecond) => ({ ...settings, capMibPerSecond }),
    off: (settings) => ({ ...settings, capMibPerSecond: null }),
  },
  perHost: plain('concurrentPerHost', { least: 1, most: 64, sliderMost: 16, step: 1 }),
  perCluster: {
    least: 1,
    most: 1000,
    sliderMost: 64,
    step: 1,
    whenOn: 5,
    get: ({ concurrentPerCluster }) => concurrentPerCluster,
    set: (settings, concurrentPerCluster) => ({ ...settings, concurrentPerCluster }),
    off: (settings) => ({ ...settings, concurrentPerCluster: null }),
  },
  limit: plain('downtimeLimitSeconds', { least: 0, most: 2000, sliderMost: 5, step: 0.1 }),
  rounds: plain('maxRounds', { least: 0, most: 1000, sliderMost: 60, step: 1 }),
  dirtyPerGib: plain('dirtyMibPerSecondPerGib', { least: 0, most: 1000, sliderMost: 50, step: 1 }),
  mostDirty: plain('mostDirtyMibPerSecond', {
    least: 0,
    most: 100_000,
    sliderMost: 5000,
    step: 50,
  }),
  storageRate: plain('storageMibPerSecond', {
    least: 1,
    most: 100_000,
    sliderMost: 4000,
    step: 50,
  }),
  reboot: plain('rebootSeconds', { least: 0, most: 1440, sliderMost: 60, step: 1, scale: 1 / 60 }),
};
