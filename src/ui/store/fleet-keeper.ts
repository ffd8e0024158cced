import { type DBSchema, openDB } from 'idb';
import type { ImportFormat, ImportWarning, SkippedRows } from '~/import/outcome.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';

/** How a fleet was read, kept with it so that the report is still there after a reload. */
export interface ImportReport {
  readonly format: ImportFormat;
  readonly skipped: SkippedRows;
  readonly warnings: readonly ImportWarning[];
}

export interface KeptFleet {
  readonly fleet: Fleet;
  /** Null for a fleet out of a project file. */
  readonly report: ImportReport | null;
}

/** What this browser keeps between visits; nothing of it leaves the browser. */
export interface Keeper {
  readonly fleet: () => Promise<KeptFleet | null>;
  readonly keepFleet: (kept: KeptFleet) => Promise<void>;
  /** Settings with the names of machines, which the address leaves out. */
  readonly scenario: () => Promise<Scenario | null>;
  readonly keepScenario: (scenario: Scenario) => Promise<void>;
  /** Removes everything. */
  readonly wipe: () => Promise<void>;
}

interface Schema extends DBSchema {
  kept: { key: 'fleet' | 'scenario'; value: KeptFleet | Scenario };
}

/**
 * Keeps the fleet in IndexedDB. Where there is none (private windows of some browsers), nothing is kept and the tool
 * works all the same.
 */
export function browserKeeper(): Keeper {
  const opened = openDB<Schema>('hostfit', 1, {
    upgrade: (database) => {
      database.createObjectStore('kept');
    },
  }).catch(() => null);
  const quietly = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch {
      // Storage that is full or forbidden must not stop the planning.
      return null;
    }
  };
  const read = (key: 'fleet' | 'scenario') =>
    quietly(async () => (await (await opened)?.get('kept', key)) ?? null);
  const write = async (key: 'fleet' | 'scenario', value: KeptFleet | Scenario) => {
    await quietly(async () => (await opened)?.put('kept', value, key));
  };
  return {
    fleet: async () => (await read('fleet')) as KeptFleet | null,
    scenario: async () => (await read('scenario')) as Scenario | null,
    keepFleet: (kept) => write('fleet', kept),
    keepScenario: (scenario) => write('scenario', scenario),
    wipe: async () => {
      await quietly(async () => (await opened)?.clear('kept'));
    },
  };
}
