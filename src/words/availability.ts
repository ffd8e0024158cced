import type { en } from './en/availability.ts';
import type { Language } from './format.ts';

/** Every text of the tool of failures and years, typed by the English one. */
export type AvailabilityWords = typeof en;

/** Loads one language; only the tool's page pays for it. */
export async function loadAvailabilityWords(language: Language): Promise<AvailabilityWords> {
  return language === 'ja'
    ? (await import('./ja/availability.ts')).ja
    : (await import('./en/availability.ts')).en;
}
