import type { OverheadSet } from '../model/performance/overhead-set.ts';
import { type HostType, type Scenario, untold } from '../model/scenario.ts';
import { defaultDecision } from '../model/scoring/policy.ts';
import { defaultAvailability } from './availability-defaults.ts';
import { defaultBackup } from './backup-defaults.ts';
import { defaultCost } from './cost-defaults.ts';
import { failoverDefaults } from './failover-defaults.ts';
import { defaultLicensing } from './licensing-defaults.ts';
import { defaultBalancing, defaultMigration } from './migration-defaults.ts';
import { defaultPerformance } from './performance-defaults.ts';

/** No loss at all: what a plan assumes until the reader chooses a measured product. */
export const noOverhead: OverheadSet = {
  id: 'none',
  paths: {
    cpu: { oneVmRatio: 1, fourVmsRatio: 1 },
    memory: { oneVmRatio: 1, fourVmsRatio: 1 },
    diskRead: { oneVmRatio: 1, fourVmsRatio: 1 },
    diskAsyncWrite: { oneVmRatio: 1, fourVmsRatio: 1 },
    diskSyncWrite: { oneVmRatio: 1, fourVmsRatio: 1 },
    network: { oneVmRatio: 1, fourVmsRatio: 1 },
  },
};

/** A host to start from where a scenario names none: no product, only a size that the reader will change. */
export const defaultHostType: HostType = {
  id: 'host',
  name: '2P 64C 1,024 GiB',
  socketCount: 2,
  coresPerSocket: 32,
  coreMhz: 2400,
  hasHyperThreading: true,
  performancePerMhz: 1,
  memoryGib: 1024,
  ...untold,
};

/**
 * The policies that a plan starts with. They are planning habits, not facts: each is a slider. Four vCPUs a core is
 * the figure of the design literature (content/data); hyper-threading counts for nothing until the reader says so.
 */
export const defaultScenario: Scenario = {
  version: 1,
  seed: 1,
  hostTypes: [defaultHostType],
  demand: {
    kind: 'coincident',
    percentileRatio: 0.95,
    slots: 24,
    utcOffsetHours: 0,
    memory: 'configured',
    assumedCpuRatio: 0.3,
    growthPerYearRatio: 0,
    growthYears: 3,
  },
  capacity: {
    targetRatio: { cpu: 0.7, memory: 0.9, disk: 0.8, iops: 0.7, throughput: 0.7, network: 0.7 },
    headroomRatio: 0,
    vcpusPerCore: 4,
    vmsPerHost: null,
    largestVmVcpus: null,
    largestVmMemoryGib: null,
    hostMemoryGib: 4,
    vmMemoryGib: 0.1,
    hyperThreadingGainRatio: 0,
    pageSharingRatio: 0,
    overhead: noOverhead,
  },
  failure: { tolerate: 1, targetRatio: 0.9, spare: 'spread' },
  failover: failoverDefaults,
  availability: defaultAvailability,
  effort: 1,
  seedCount: 1,
  movesPerHost: null,
  domainCount: 1,
  exclude: { poweredOff: true, templates: true, names: [] },
  rules: { together: [], apart: [], spread: [], groups: [], pinned: {} },
  migration: defaultMigration,
  balancing: defaultBalancing,
  backup: defaultBackup,
  cost: defaultCost,
  performance: defaultPerformance,
  licensing: defaultLicensing,
  decision: defaultDecision,
};
