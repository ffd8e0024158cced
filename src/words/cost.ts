import type { CostWords } from './en/cost.ts';
import type { CostToolWords } from './en/cost-tool.ts';
import type { Language } from './format.ts';

export type { CostWords } from './en/cost.ts';
export type { CostToolWords } from './en/cost-tool.ts';

/** Loads one language, and of the tools' texts only these. */
export async function loadCostWords(language: Language): Promise<CostWords> {
  return language === 'ja' ? (await import('./ja/cost.ts')).ja : (await import('./en/cost.ts')).en;
}

/** Everything that the tool's page says of itself. */
export interface CostPageWords {
  readonly cost: CostWords;
  readonly tool: CostToolWords;
}

export async function loadCostPageWords(language: Language): Promise<CostPageWords> {
  const [cost, tool] = await Promise.all([
    loadCostWords(language),
    language === 'ja'
      ? import('./ja/cost-tool.ts').then(({ ja }) => ja)
      : import('./en/cost-tool.ts').then(({ en }) => en),
  ]);
  return { cost, tool };
}
