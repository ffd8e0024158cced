import type { FailoverPolicy, VmClass } from '../model/failover/failover-policy.ts';

/** A class as it starts: what `content/data/ha/assumptions.yaml` says of boots (a test holds them together). */
export const vmClassDefaults: Omit<VmClass, 'id'> = {
  match: null,
  priority: 3,
  rtoSeconds: null,
  bootReadMib: 300,
  bootSeconds: 25,
  applicationSeconds: 60,
  after: null,
};

export const incidentDefaults = { atSeconds: 0, lastsSeconds: null } as const;

/**
 * The failover question as it starts: the first host fails and is not repaired. Timers are those of the profile
 * `vsphere-8` with its gaps filled; a test holds them to the data.
 */
export const failoverDefaults: FailoverPolicy = {
  cluster: 'plan',
  profile: 'vsphere-8',
  timers: {
    heartbeatSeconds: 1,
    detectionSeconds: 10,
    declarationSeconds: 8,
    graceSeconds: 0,
    primarySeconds: 15,
    isolationSeconds: 30,
    isolationResponse: 'leave',
    quorum: 'none',
    selfFenceSeconds: null,
    fencing: 'none',
    fencingSeconds: 0,
    lockSeconds: 10,
    roundSeconds: 0,
    startsPerHost: 4,
    retryCount: 5,
    retrySeconds: 120,
    storageSeconds: 320,
    vmRestartSeconds: null,
    guestSeconds: null,
    publicSeconds: null,
    needsManager: false,
  },
  witness: 'disk',
  cards: { public: 1, management: 1, storage: 1 },
  heartbeatOverPublic: false,
  rackCount: 1,
  storageMibPerSecond: 1200,
  bootSpreadRatio: 0.2,
  startFailureRatio: 0,
  hostBootSeconds: 600,
  placement: 'one-by-one',
  failBackSeconds: null,
  dependencySeconds: 600,
  classes: [{ id: 'all', ...vmClassDefaults, rtoSeconds: 300 }],
  incidents: [{ kind: 'host', host: 0, ...incidentDefaults }],
  horizonSeconds: 3600,
  runs: 50,
};
