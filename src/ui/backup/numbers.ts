import type { BackupSettings, ClassRules } from '~/model/backup/settings.ts';
import type { BackupNumberId, BackupWords } from '~/words/backup.ts';

export type UnitKey = keyof BackupWords['units'] | '%' | '';

/** A number of the settings as the reader sees it: its unit, its range and its step as shown. */
export interface NumberSpec<Of> {
  readonly id: BackupNumberId;
  readonly unit: UnitKey;
  /** Value of the model for 1 as shown: 3600 for hours, 0.01 for per cent. */
  readonly factor: number;
  readonly least: number;
  readonly most: number;
  /** Where the slider ends, if before `most`. */
  readonly sliderMost?: number;
  readonly step: number;
  /** As shown, where the figure may be left open. */
  readonly whenOn?: number;
  readonly get: (of: Of) => number | null;
  readonly set: (of: Of, value: number | null) => Of;
}

interface Shown {
  readonly unit: UnitKey;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly factor?: number;
  readonly sliderMost?: number;
  readonly whenOn?: number;
}

const counted = (least: number, most: number, sliderMost = most): Shown => ({
  unit: '',
  least,
  most,
  sliderMost,
  step: 1,
});
const percent = (least: number, most: number, step = 1): Shown => ({
  unit: '%',
  factor: 0.01,
  least,
  most,
  step,
});
const time = (unit: 'hours' | 'minutes', most: number, step: number): Shown => ({
  unit,
  factor: unit === 'hours' ? 3600 : 60,
  least: step,
  most,
  step,
});
const speed = (sliderMost: number, whenOn?: number): Shown => ({
  unit: 'rate',
  least: 1,
  most: 1_000_000,
  sliderMost,
  step: 1,
  ...(whenOn === undefined ? {} : { whenOn }),
});

type NumberKey<Part> = {
  [Key in keyof Part]: Part[Key] extends number | null ? Key : never;
}[keyof Part];
type PartName = 'chain' | 'window' | 'restore' | 'copies' | 'sample';

function of<Name extends PartName>(
  part: Name,
  key: NumberKey<BackupSettings[Name]>,
  id: BackupNumberId,
  shown: Shown,
): NumberSpec<BackupSettings> {
  return {
    factor: 1,
    ...shown,
    id,
    get: (settings) => settings[part][key] as number | null,
    set: (settings, value) => ({ ...settings, [part]: { ...settings[part], [key]: value } }),
  };
}

export const sampleNumbers = [
  of('sample', 'machines', 'sampleMachines', counted(1, 100_000, 1000)),
  of('sample', 'usedGib', 'sampleGib', { ...counted(1, 1_000_000, 2000), unit: 'gib' }),
  of('sample', 'hosts', 'sampleHosts', counted(1, 100_000, 100)),
];

export const chainNumbers = [
  of('chain', 'fullEveryDays', 'fullEvery', { ...counted(1, 366, 31), unit: 'days' }),
  of('chain', 'weekly', 'weekly', counted(0, 1000, 52)),
  of('chain', 'monthly', 'monthly', counted(0, 1000, 36)),
  of('chain', 'yearly', 'yearly', counted(0, 1000, 10)),
  of('chain', 'growthPerYearRatio', 'growth', percent(0, 100)),
  of('chain', 'years', 'years', { ...counted(1, 15), unit: 'years' }),
];

export const windowNumbers = [
  of('window', 'seconds', 'window', time('hours', 48, 0.5)),
  of('window', 'proxies', 'proxies', counted(1, 1000, 32)),
  of('window', 'coresPerProxy', 'cores', counted(1, 1000, 64)),
  of('window', 'tasksPerHost', 'tasksPerHost', counted(1, 1000, 50)),
  of('window', 'lanMibPerSecond', 'lanSpeed', speed(12_000, 1192)),
  of('window', 'lanRatio', 'lanShare', percent(1, 100)),
  of('window', 'storageMibPerSecond', 'storageSpeed', speed(20_000, 2000)),
  of('window', 'repositoryMibPerSecond', 'repositorySpeed', speed(10_000, 1000)),
];

export const moreWindowNumbers = [
  of('window', 'tasksPerCore', 'tasks', counted(1, 16)),
  of('window', 'fullMibPerSecondPerCore', 'fullSpeed', speed(1000)),
  of('window', 'incrementalMibPerSecondPerCore', 'incrementalSpeed', speed(500)),
  of('window', 'hostMibPerSecond', 'hostSpeed', speed(5000, 500)),
  of('window', 'storageRatio', 'storageShare', percent(1, 100)),
  of('window', 'storageBusyRatio', 'busy', { ...percent(0, 100), whenOn: 30 }),
  of('window', 'failureRatio', 'failures', percent(0, 100)),
];

export const restoreNumbers = [
  of('restore', 'streams', 'streams', counted(1, 1000, 128)),
  of('restore', 'streamMibPerSecond', 'streamSpeed', speed(1000)),
  of('restore', 'repositoryMibPerSecond', 'repositoryRead', speed(10_000, 1000)),
  of('restore', 'storageMibPerSecond', 'storageWrite', speed(20_000, 2000)),
  of('restore', 'prepareSeconds', 'prepare', { ...time('minutes', 1440, 1), sliderMost: 60 }),
  of('restore', 'bootSeconds', 'boot', { ...time('minutes', 1440, 1), sliderMost: 60 }),
  of('restore', 'instantAtOnce', 'instant', counted(1, 100_000, 200)),
  of('restore', 'rebuildSeconds', 'rebuild', {
    ...time('hours', 1000, 0.5),
    sliderMost: 24,
    whenOn: 2,
  }),
  of('restore', 'arraySeconds', 'array', { ...time('minutes', 1440, 1), sliderMost: 60 }),
  of('restore', 'logSeconds', 'log', { ...time('minutes', 1440, 1), sliderMost: 120 }),
  of('restore', 'fileGib', 'file', { ...counted(1, 100_000, 100), unit: 'gib' }),
];

export const lineNumbers = [
  of('copies', 'linkMegabits', 'link', {
    unit: 'megabits',
    least: 1,
    most: 1_000_000,
    sliderMost: 10_000,
    step: 1,
    whenOn: 1000,
  }),
  of('copies', 'linkHours', 'linkHours', { unit: 'hours', least: 0.5, most: 24, step: 0.5 }),
];

const ofRules = (
  key: 'changePerDayRatio' | 'keptRatio' | 'retentionDays',
  id: BackupNumberId,
  shown: Shown,
): NumberSpec<ClassRules> => ({
  factor: 1,
  ...shown,
  id,
  get: (rules) => rules[key],
  set: (rules, value) => ({ ...rules, [key]: value }),
});
const ofNeeds = (
  key: 'rpoSeconds' | 'rtoSeconds',
  id: BackupNumberId,
  shown: Shown,
): NumberSpec<ClassRules> => ({
  factor: 1,
  ...shown,
  id,
  get: ({ needs }) => needs[key],
  set: (rules, value) => ({ ...rules, needs: { ...rules.needs, [key]: value } }),
});

export const rpoNumber = ofNeeds('rpoSeconds', 'rpo', {
  ...time('hours', 1000, 0.25),
  sliderMost: 48,
  whenOn: 24,
});
export const rtoNumber = ofNeeds('rtoSeconds', 'rto', {
  ...time('hours', 1000, 0.25),
  sliderMost: 48,
  whenOn: 4,
});
export const dataNumbers = [
  ofRules('changePerDayRatio', 'change', percent(0, 100, 0.5)),
  ofRules('keptRatio', 'kept', percent(1, 100)),
  ofRules('retentionDays', 'retention', { ...counted(1, 3660, 90), unit: 'days' }),
];
