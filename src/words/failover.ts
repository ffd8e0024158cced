import type { FailoverWords } from './en/failover.ts';
import type { Language } from './format.ts';

export type { FailoverWords } from './en/failover.ts';

/** Loads one language, and of the tools' texts only these. */
export async function loadFailoverWords(language: Language): Promise<FailoverWords> {
  return language === 'ja'
    ? (await import('./ja/failover.ts')).ja
    : (await import('./en/failover.ts')).en;
}
