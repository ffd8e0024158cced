import type { BackupAnswer } from '~/model/backup/answer.ts';
import type { BackupMethod, BackupRules } from '~/model/backup/method.ts';
import type { BackupSettings } from '~/model/backup/settings.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { BackupWords } from '~/words/backup.ts';
import type { Words } from '~/words/words.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import type { ToolAnswer } from '../store/tool-answer.ts';

export interface ShownSource {
  readonly title: string;
  readonly url: string | null;
  readonly asOf: string;
}

/** A method as the page knows it, in the reader's language. */
export interface ShownMethod {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  readonly note: string;
  readonly era: BackupMethod['era'];
  readonly source: ShownSource;
}

export interface ShownProduct {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly source: ShownSource;
}

export interface ShownFigure {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly source: ShownSource;
}

/** The data of the site that the tool works with. */
export interface BackupData {
  readonly rules: BackupRules;
  readonly methods: readonly ShownMethod[];
  readonly products: readonly ShownProduct[];
  readonly figures: readonly ShownFigure[];
}

export interface BackupQuestion {
  readonly fleet: Fleet | null;
  readonly scenario: Scenario;
}

/** What every panel is given. */
export interface BackupPanelProps {
  readonly words: Words;
  readonly own: BackupWords;
  readonly session: FleetSession;
  readonly data: BackupData;
  readonly answering: ToolAnswer<BackupQuestion, BackupAnswer>;
}

export const settingsOf = ({ scenario }: FleetSession): BackupSettings => scenario.value.backup;

export function change(session: FleetSession, next: (settings: BackupSettings) => BackupSettings) {
  const scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, backup: next(scenario.backup) };
}

export const answerOf = ({ answering }: BackupPanelProps): BackupAnswer | null =>
  answering.answered.value?.answer ?? null;

export const methodName = ({ methods }: BackupData, id: string | null) =>
  methods.find((method) => method.id === id)?.name ?? '';

export const className = (
  { classes }: BackupWords,
  { id, name }: { readonly id: string; readonly name: string },
) => name || (classes.known[id] ?? classes.unnamed(id));
