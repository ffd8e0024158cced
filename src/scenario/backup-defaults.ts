import type {
  BackupClass,
  BackupSettings,
  ClassMatch,
  ClassRules,
} from '../model/backup/settings.ts';
import { fromGigabits } from '../model/units.ts';

/*
 * What a plan of backups starts with. Speeds a core, change and reduction are figures of a vendor's guides (content/data/
 * backup/figures.yaml has their sources); the rest are planning habits that the reader changes. What only the reader
 * can know (storage, repository, line, time to install a machine anew) is not limited or not known until said.
 */

const hour = 3600;

const usual: ClassRules = {
  needs: {
    unit: 'system',
    online: true,
    singleFile: true,
    difference: false,
    application: false,
    rawDisk: false,
    hostLoad: 'heavy',
    rpoSeconds: 24 * hour,
    rtoSeconds: null,
    offsite: false,
    immutable: false,
  },
  method: null,
  changePerDayRatio: 0.05,
  keptRatio: 0.5,
  intervalSeconds: 86_400,
  retentionDays: 14,
};

export const noMatch: ClassMatch = {
  os: [],
  application: [],
  environment: [],
  folder: [],
  cluster: [],
  atLeastGib: null,
  atMostGib: null,
  names: [],
};

const databases: BackupClass = {
  ...usual,
  id: 'database',
  name: '',
  match: { ...noMatch, application: ['sql', 'oracle', 'db2', 'postgres', 'database'] },
  needs: { ...usual.needs, unit: 'data', application: true, rpoSeconds: hour },
  changePerDayRatio: 0.1,
};

export const defaultBackup: BackupSettings = {
  environment: {
    product: 'other',
    has: {
      'guest-software': true,
      'management-software': true,
      'image-software': true,
      'array-snapshot': false,
      'array-replication': false,
      'block-storage': false,
      'virtual-proxy': true,
    },
  },
  priorities: {
    'little-load': 2,
    'no-agents': 1,
    'whole-machine': 1,
    'single-file': 1,
    'small-copies': 2,
    'any-product': 0,
    'quick-return': 1,
  },
  classes: [databases],
  rest: usual,
  chain: {
    kind: 'synthetic',
    fullEveryDays: 7,
    spreadFulls: false,
    weekly: 4,
    monthly: 12,
    yearly: 1,
    blockCloning: false,
    growthPerYearRatio: 0.1,
    years: 5,
  },
  window: {
    seconds: 8 * hour,
    proxies: 1,
    coresPerProxy: 8,
    tasksPerCore: 1,
    fullMibPerSecondPerCore: 100,
    incrementalMibPerSecondPerCore: 25,
    tasksPerHost: 4,
    hostMibPerSecond: null,
    lanMibPerSecond: Math.floor(fromGigabits(10)),
    lanRatio: 0.5,
    storageMibPerSecond: null,
    storageRatio: 1,
    repositoryMibPerSecond: null,
    storageBusyRatio: null,
    failureRatio: 0.02,
  },
  restore: {
    fileGib: 1,
    prepareSeconds: 300,
    bootSeconds: 300,
    instantAtOnce: 10,
    streams: 8,
    streamMibPerSecond: 100,
    repositoryMibPerSecond: null,
    storageMibPerSecond: null,
    rebuildSeconds: null,
    arraySeconds: 300,
    logSeconds: 900,
  },
  copies: {
    repositoryMedium: 'disk',
    repositoryImmutable: false,
    hasOffsite: false,
    offsiteMedium: 'object',
    offsiteImmutable: false,
    linkMegabits: null,
    linkHours: 12,
    verified: false,
  },
  sample: { machines: 100, usedGib: 100, hosts: 4 },
};

type Merge = (base: unknown, given: unknown) => unknown;

/** A class of a scenario says what differs from the rest: what it leaves out is taken from the defaults. */
export function withBackupDefaults(given: unknown, merge: Merge): unknown {
  if (typeof given !== 'object' || given === null || !('classes' in given)) return given;
  const { classes } = given;
  if (!Array.isArray(classes)) return given;
  const start = (index: number): BackupClass => ({
    ...usual,
    id: `class-${index + 1}`,
    name: '',
    match: noMatch,
  });
  return { ...given, classes: classes.map((own, index) => merge(start(index), own)) };
}
