import type { MigrationSettings } from '~/model/migration/settings.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { FleetSession } from '../store/fleet-session.ts';

/** A product that the reader may take limits from. */
export interface ProductChoice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly sources: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly asOf: string;
  }[];
  /** The settings that the sources tell, at 1 and at 10 Gb/s. */
  readonly limits: Readonly<Record<'slow' | 'fast', Partial<MigrationSettings>>>;
}

export interface PanelProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly session: FleetSession;
  readonly planner: PlannerClient;
}

/** Changes the migration's part of the scenario. */
export function setMigration(session: FleetSession, migration: MigrationSettings) {
  session.scenario.value = { ...session.scenario.peek(), migration };
}
