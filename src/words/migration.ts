import type { en } from './en/migration.ts';
import type { Language } from './format.ts';

/** Texts of the migration and placement tools and commands, typed by the English ones. */
export type MigrationWords = typeof en;

/** Names of what an answer speaks of by number. */
export interface MoveNames {
  readonly workload: (item: number) => string;
  readonly host: (host: number) => string;
}

/** Loads one language, by itself: other tools do not pay for it. */
export async function loadMigrationWords(language: Language): Promise<MigrationWords> {
  return language === 'ja'
    ? (await import('./ja/migration.ts')).ja
    : (await import('./en/migration.ts')).en;
}
