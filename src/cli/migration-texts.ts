import type { Language } from '../words/format.ts';
import type { HelpPage } from './command.ts';
import { en } from './migration-texts.en.ts';
import { ja } from './migration-texts.ja.ts';

/** What the commands of migration and balancing say of their own. Figures come already in the reader's form. */
export interface MigrationTexts {
  readonly migrate: HelpPage;
  readonly evacuate: HelpPage;
  readonly balance: HelpPage;
  readonly missing: (option: string) => string;
  readonly notWhole: (option: string, given: string) => string;
  readonly notAbove0: (option: string, given: string) => string;
  readonly noFileWanted: (path: string) => string;
  readonly neverConverges: (dirty: string, bandwidth: string) => string;
  readonly migrated: (lines: {
    readonly rounds: string;
    readonly total: string;
    readonly downtime: string;
    readonly converges: boolean;
  }) => string;
  readonly noSuchHost: (host: string, known: readonly string[]) => string;
  readonly noSuchPolicy: (given: string) => string;
  readonly evacuated: (lines: {
    readonly host: string;
    readonly moves: string;
    readonly time: string;
    readonly sent: string;
    readonly order: readonly string[];
  }) => string;
  readonly balanced: (lines: {
    readonly policy: string;
    readonly moves: string;
    readonly over: string;
    readonly imbalance: string;
    readonly energy: string;
    readonly list: readonly string[];
  }) => string;
}

export const migrationTextsFor = (language: Language): MigrationTexts =>
  language === 'ja' ? ja : en;
