import type { FailoverPolicy, VmClass } from '../model/failover/failover-policy.ts';
import { fromGigabits } from '../model/units.ts';
import { failoverDefaults, incidentDefaults, vmClassDefaults } from './failover-defaults.ts';

/**
 * A machine of the report's time: a Windows boot that reads 560 MiB (500 to 600 MB were measured for Windows 7, source
 * `thinscale-boot`) and takes 45 s besides (assumed).
 */
const machineOf2008: VmClass = {
  id: 'all',
  ...vmClassDefaults,
  rtoSeconds: 90,
  bootReadMib: 560,
  bootSeconds: 45,
};

const testBed: FailoverPolicy = {
  ...failoverDefaults,
  cluster: 'test-bed',
  profile: 'vi3',
  timers: {
    ...failoverDefaults.timers,
    detectionSeconds: 15,
    declarationSeconds: 0,
    primarySeconds: 0,
    isolationSeconds: 12,
    storageSeconds: null,
  },
  classes: [machineOf2008],
  storageMibPerSecond: Math.round(fromGigabits(1)),
};

/** The report's five failure points as scenarios on its test bed, by their ids in `failure-points.yaml`. */
export const failoverPresets = {
  host: testBed,
  'virtual-machine': {
    ...testBed,
    incidents: [{ kind: 'vm', vm: 0, ...incidentDefaults }],
  },
  'public-network': {
    ...testBed,
    incidents: [{ kind: 'network', network: 'public', ...incidentDefaults }],
  },
  'migration-network': {
    ...testBed,
    incidents: [{ kind: 'network', network: 'management', ...incidentDefaults }],
  },
  'iscsi-network': {
    ...testBed,
    incidents: [{ kind: 'network', network: 'storage', ...incidentDefaults }],
  },
} as const satisfies Readonly<Record<string, FailoverPolicy>>;

export type FailoverPreset = keyof typeof failoverPresets;
