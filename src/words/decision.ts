import type { Language } from './format.ts';

/** Every text of the decision tool in one language. */
export interface DecisionWords {
  readonly page: {
    readonly lead: string;
    readonly noScript: string;
    readonly loading: string;
    readonly overview: string;
    readonly byCriterion: string;
  };
  readonly steps: Readonly<
    Record<'weights' | 'products' | 'fleet' | 'answer' | 'changes' | 'record', string>
  >;
  readonly weights: {
    readonly help: string;
    readonly scale: string;
    readonly presets: string;
    readonly preset: Readonly<Record<PresetId, string>>;
    readonly mustHave: string;
    readonly mustHaveOf: (criterion: string) => string;
    readonly cost: string;
    readonly costHelp: string;
  };
  readonly pairs: {
    readonly title: string;
    readonly help: string;
    readonly pair: (first: string, second: string) => string;
    readonly level: (level: number, first: string, second: string) => string;
    readonly use: string;
    readonly consistent: (ratio: string) => string;
    readonly contradictory: (ratio: string) => string;
  };
  readonly products: {
    readonly help: string;
    readonly consider: (product: string) => string;
    readonly product: string;
    readonly cost: string;
    readonly costOf: (product: string) => string;
    readonly yours: string;
    readonly fit: string;
    readonly fits: string;
    readonly noFleet: string;
    readonly unchecked: string;
    readonly tooLarge: (count: number, names: string) => string;
  };
  readonly answer: {
    readonly waiting: string;
    readonly failed: (message: string) => string;
    readonly noneLeft: string;
    readonly leads: (product: string, share: string) => string;
    readonly near: (product: string, share: string) => string;
    readonly caption: string;
    readonly place: string;
    readonly product: string;
    readonly score: string;
    readonly first: string;
    readonly firstNear: string;
    readonly doubtful: string;
    readonly none: string;
    readonly outTitle: string;
    readonly out: (product: string, criterion: string | null) => string;
    readonly gaps: (unknown: string, of: string) => string;
    readonly how: string;
    readonly formula: readonly string[];
    readonly reasons: (product: string) => string;
    readonly criterion: string;
    readonly weight: string;
    readonly value: string;
    readonly adds: string;
    readonly second: (first: string, second: string, criteria: string) => string;
    readonly noSecond: (first: string, second: string) => string;
    readonly ranks: string;
    readonly rank: (rank: string) => string;
  };
  readonly changes: {
    readonly flips: string;
    readonly flip: (criterion: string, at: string, now: string, product: string) => string;
    readonly noFlip: string;
    readonly gaps: string;
    readonly gap: (product: string, criterion: string, leader: string) => string;
    readonly noGap: string;
  };
  readonly record: {
    readonly help: string;
    readonly save: string;
    readonly print: string;
    readonly fileName: string;
    readonly title: string;
    readonly basis: string;
    readonly notAdvice: string;
  };
}

export const presetIds = ['even', 'operation', 'continuity', 'security', 'scale'] as const;
export type PresetId = (typeof presetIds)[number];

/** Loads one language only. */
export async function loadDecisionWords(language: Language): Promise<DecisionWords> {
  return language === 'ja'
    ? (await import('./ja/decision.ts')).ja
    : (await import('./en/decision.ts')).en;
}
