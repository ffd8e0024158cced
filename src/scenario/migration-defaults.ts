import type { BalancingSettings } from '../model/balancing/settings.ts';
import type { MigrationSettings } from '../model/migration/settings.ts';

/**
 * A migration to start from. Planning habits, each a slider; no product is meant. The throttle is QEMU's
 * (content/data/migration/products.yaml); a link's 94 % is what TCP carries in frames of 1,500 bytes, and gives the
 * 112 MiB/s of a gigabit.
 */
export const defaultMigration: MigrationSettings = {
  product: '',
  hosts: 'auto',
  network: { gigabitsPerSecond: 10, usableRatio: 0.94, kind: 'dedicated', shareRatio: 0.3 },
  capMibPerSecond: null,
  concurrentPerHost: 4,
  concurrentPerCluster: null,
  downtimeLimitSeconds: 0.3,
  maxRounds: 30,
  whenNotConverging: 'fail',
  throttle: { triggerRatio: 0.5, firstRatio: 0.2, stepRatio: 0.1, mostRatio: 0.99 },
  dirtyMibPerSecondPerGib: 5,
  mostDirtyMibPerSecond: 400,
  storage: 'shared',
  movesStorage: true,
  storageMibPerSecond: 500,
  cpu: 'vendor',
  rebootSeconds: 600,
  machine: { memoryGib: 16, dirtyMibPerSecond: 80, diskGib: 100 },
  stay: [],
  devices: [],
  localDisks: [],
};

/** Table 5 names no figures; these are habits of operation, each a slider. */
export const defaultBalancing: BalancingSettings = {
  policy: 'ours',
  mode: 'automatic',
  thresholdRatio: { cpu: 0.8, memory: 0.95 },
  holdSeconds: 600,
  intervalSeconds: 300,
  cooldownSeconds: 1800,
  imbalanceRatio: 0.1,
  reserveRatio: 0.2,
  target: 'lowest',
  switchOff: false,
  moveCores: 1,
  start: 'given',
  newMachine: { vcpus: 4, cpuMhz: 4000, memoryGib: 16 },
  days: 31,
};
