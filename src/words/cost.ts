import type { CostWords } from './en/cost.ts';
import type { Language } from './format.ts';

export type { CostWords } from './en/cost.ts';

/** Loads one language, and of the tools' texts only these. */
export async function loadCostWords(language: Language): Promise<CostWords> {
  return language === 'ja' ? (await import('./ja/cost.ts')).ja : (await import('./en/cost.ts')).en;
}
