import type { Language } from './format.ts';

/** Texts of the panel that tells where machines go and why; loaded with the panel. */
export type PlacementWords = typeof import('./en/placement.ts')['placementWords'];

export async function loadPlacementWords(language: Language): Promise<PlacementWords> {
  return language === 'ja'
    ? (await import('./ja/placement.ts')).placementWords
    : (await import('./en/placement.ts')).placementWords;
}
