import type { en } from './en.ts';
import type { Language } from './format.ts';

/** Every text of the tools in one language. Typed by the English one: a missing text does not compile. */
export type Words = typeof en;

/** Loads one language only: a reader of one does not pay for the other. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'ja' ? (await import('./ja.ts')).ja : (await import('./en.ts')).en;
}
