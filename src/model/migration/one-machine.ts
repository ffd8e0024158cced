import { type MachineMove, moveMachine } from './machine-move.ts';
import { type Lanes, lanesFor } from './network.ts';
import type { MigrationSettings } from './settings.ts';

/** The migration of the one machine that the settings describe, alone on its link. */
export interface OneMachine {
  readonly lanes: Lanes;
  readonly move: MachineMove;
  /** M/B: no migration is faster. */
  readonly atLeastSeconds: number;
}

export function migrateOne(settings: MigrationSettings): OneMachine {
  const { machine } = settings;
  const lanes = lanesFor(settings, 1);
  const memoryMib = machine.memoryGib * 1024;
  const move = moveMachine({
    memoryMib,
    dirtyMibPerSecond: machine.dirtyMibPerSecond,
    bandwidthMibPerSecond: lanes.mibPerSecond,
    downtimeLimitSeconds: settings.downtimeLimitSeconds,
    maxRounds: settings.maxRounds,
    whenNotConverging: settings.whenNotConverging,
    throttle: settings.throttle,
    diskMib: settings.storage === 'local' ? machine.diskGib * 1024 : 0,
    storageMibPerSecond: settings.storageMibPerSecond,
  });
  return { lanes, move, atLeastSeconds: memoryMib / lanes.mibPerSecond };
}
