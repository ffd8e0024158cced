import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ColumnMapping, ImportFile, ImportOutcome, ImportProblem } from '~/import/outcome.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { ScenarioProblem } from '~/scenario/parse.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { Progress } from '~/worker/planner.ts';
import type { ImportReport, Keeper } from './fleet-keeper.ts';
import { openProject } from './project.ts';

/** Where reading a file stands. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'mapping';
      readonly files: readonly ImportFile[];
      readonly mapping: ColumnMapping;
      readonly preview: readonly (readonly string[])[];
      /** The columns could not be guessed; else the reader asked to see them. */
      readonly isNeeded: boolean;
    }
  | { readonly kind: 'refused'; readonly reasons: readonly ImportProblem[] }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done' };

/** A fleet with all that is known of how it was read. */
export interface LoadedFleet {
  readonly fleet: Fleet;
  readonly report: ImportReport | null;
  /** For tables, so that the reader can correct a column; null after a reload. */
  readonly source: {
    readonly files: readonly ImportFile[];
    readonly mapping: ColumnMapping;
  } | null;
}

/** The fleet and the settings of a tool page: how they come in, and how they are forgotten. */
export interface FleetSession {
  readonly loaded: ReadonlySignal<LoadedFleet | null>;
  readonly importing: ReadonlySignal<ImportState>;
  readonly scenario: Signal<Scenario>;
  readonly importFiles: (files: readonly ImportFile[], mapping?: ColumnMapping) => Promise<void>;
  readonly cancelImport: () => void;
  readonly editMapping: () => void;
  /** Takes a fleet that was imported before: from this browser's store or from a project file. */
  readonly takeFleet: (fleet: Fleet, report: ImportReport | null) => void;
  /** Opens a project file; what is wrong with it is returned, and nothing changes then. */
  readonly openProject: (file: Blob) => Promise<readonly ScenarioProblem[]>;
  readonly wipe: () => Promise<void>;
  readonly end: () => void;
}

export interface FleetSessionParts {
  readonly planner: PlannerClient;
  readonly keeper: Keeper;
  readonly start: Scenario;
  /** Called before a file is read: reading and answering share a thread. */
  readonly makeRoom: () => void;
}

/** Rows that the mapping step shows to somebody who corrects a table that was read already. */
const noPreview: readonly (readonly string[])[] = [];

/** Components read its signals and call its functions. */
export function createFleetSession(parts: FleetSessionParts): FleetSession {
  const { planner, keeper, start, makeRoom } = parts;
  const loaded = signal<LoadedFleet | null>(null);
  const importing = signal<ImportState>({ kind: 'idle' });
  const scenario = signal<Scenario>(start);
  let importJob: AbortController | null = null;

  function settle(outcome: ImportOutcome, files: readonly ImportFile[]) {
    switch (outcome.kind) {
      case 'imported': {
        const { fleet, format, skipped, warnings, mapping } = outcome;
        const report: ImportReport = { format, skipped, warnings };
        batch(() => {
          loaded.value = { fleet, report, source: mapping && { files, mapping } };
          importing.value = { kind: 'done' };
        });
        void keeper.keepFleet({ fleet, report });
        return;
      }
      case 'mapping-needed':
        importing.value = {
          kind: 'mapping',
          files,
          mapping: outcome.guess,
          preview: outcome.preview,
          isNeeded: true,
        };
        return;
      case 'refused':
        importing.value = { kind: 'refused', reasons: outcome.reasons };
    }
  }

  async function importFiles(files: readonly ImportFile[], mapping: ColumnMapping | null) {
    importJob?.abort();
    const job = new AbortController();
    importJob = job;
    makeRoom();
    importing.value = { kind: 'running', progress: null };
    const onProgress = (progress: Progress) => {
      if (importJob === job) importing.value = { kind: 'running', progress };
    };
    try {
      const outcome = await planner.ask(job.signal, (door) =>
        door.importFiles(files, mapping, onProgress),
      );
      if (importJob === job) {
        importJob = null;
        settle(outcome, files);
      }
    } catch (error) {
      if (importJob === job) {
        importJob = null;
        importing.value = job.signal.aborted
          ? { kind: 'cancelled' }
          : { kind: 'failed', message: messageOf(error) };
      }
    }
  }

  const session: FleetSession = {
    loaded,
    importing,
    scenario,
    importFiles: (files, mapping) => importFiles(files, mapping ?? null),
    cancelImport() {
      const job = importJob;
      importJob = null;
      job?.abort();
      importing.value = { kind: 'cancelled' };
    },
    editMapping() {
      const source = loaded.value?.source;
      if (source) {
        importing.value = { kind: 'mapping', ...source, preview: noPreview, isNeeded: false };
      }
    },
    takeFleet(fleet, report) {
      importJob?.abort();
      importJob = null;
      planner.setFleet(fleet);
      batch(() => {
        loaded.value = { fleet, report, source: null };
        importing.value = { kind: 'done' };
      });
    },
    async wipe() {
      importJob?.abort();
      importJob = null;
      batch(() => {
        loaded.value = null;
        importing.value = { kind: 'idle' };
        scenario.value = start;
      });
      planner.setFleet(null);
      await keeper.wipe();
    },
    end() {
      importJob?.abort();
      planner.dispose();
    },
    openProject: (file) => openProject(session, keeper, file),
  };
  return session;
}

export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);
