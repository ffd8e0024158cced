import { type CostWords, loadCostWords } from './cost.ts';
import type { Crossing } from './crossing.ts';
import type { Language } from './format.ts';

export type StepId =
  | 'weights'
  | 'products'
  | 'cost'
  | 'fleet'
  | 'answer'
  | 'second'
  | 'changes'
  | 'record';

/** Every text of the decision tool in one language. */
export interface DecisionWords {
  readonly page: {
    readonly lead: string;
    readonly noScript: string;
    readonly loading: string;
    readonly overview: string;
    readonly byCriterion: string;
    readonly method: string;
  };
  readonly steps: Readonly<Record<StepId, string>>;
  readonly weights: {
    readonly help: string;
    readonly scale: string;
    readonly presets: string;
    readonly preset: Readonly<Record<PresetId, string>>;
    readonly mustHave: string;
    readonly mustHaveOf: (criterion: string) => string;
    readonly cost: string;
    readonly costHelp: string;
    /** Beside the weight while it changes nothing. */
    readonly costUnknown: string;
  };
  readonly pairs: {
    readonly title: string;
    readonly help: (comparisons: string) => string;
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
    readonly fit: string;
    readonly mustCarry: string;
    readonly fits: string;
    readonly noFleet: string;
    readonly unchecked: string;
    readonly partly: (resource: 'vcpu' | 'memory') => string;
    readonly tooLarge: (count: number, machines: string) => string;
    /** A machine with what is too much of it: db-01 (96 vCPU, limit 64). */
    readonly machine: (name: string, demand: string, limit: string) => string;
    readonly manyClusters: (
      resource: 'hosts' | 'machines',
      limit: string,
      clusters: string,
    ) => string;
  };
  readonly costs: {
    readonly help: string;
    readonly noHosts: string;
    readonly impossible: string;
    readonly inNumbers: string;
    readonly startNumbers: string;
    readonly noNumbers: string;
    readonly basis: (hosts: string, machines: string | null, isPlan: boolean) => string;
    readonly time: (years: string, discount: string) => string;
    readonly notCounted: (what: string) => string;
    readonly years: string;
    readonly rate: (currency: string) => string;
    readonly rateHelp: string;
    readonly rateAsked: (products: string) => string;
    readonly caption: string;
    readonly licence: string;
    readonly licenceOf: (product: string) => string;
    readonly computed: string;
    readonly own: string;
    readonly ownOf: (product: string) => string;
    readonly ownHelp: (currency: string) => string;
    readonly value: string;
    readonly mark: Readonly<Record<'reader' | 'computed' | 'unknown', string>>;
    /** A figure, or a name, with what is to be known of it. */
    readonly marked: (value: string, mark: string) => string;
    readonly unknown: string;
    readonly noPrice: (licence: string) => string;
    readonly noRate: (currency: string) => string;
    readonly range: (low: string, high: string) => string;
    readonly how: (product: string) => string;
    readonly formula: readonly string[];
    readonly scale: (cheapest: string, dearest: string) => string;
    readonly presentValue: (amount: string) => string;
    readonly others: string;
    readonly sum: string;
    readonly forAll: string;
    readonly why: string;
    readonly sources: string;
  };
  readonly answer: {
    readonly waiting: string;
    readonly failed: (message: string) => string;
    readonly noneLeft: string;
    readonly leads: (product: string, share: string) => string;
    /** Several have the highest score. */
    readonly shared: (products: string) => string;
    /** Of one of those. */
    readonly sharedFirst: (product: string, share: string, near: string) => string;
    /** Who of them is listed first. */
    readonly listed: string;
    readonly near: (product: string, share: string) => string;
    readonly caption: string;
    readonly place: string;
    readonly product: string;
    readonly score: string;
    readonly first: string;
    readonly firstNear: string;
    /** The same below the share of all, where there is no room for a column. */
    readonly nearShort: (share: string) => string;
    readonly doubtful: string;
    readonly none: string;
    readonly outTitle: string;
    readonly out: (product: string, reason: OutText) => string;
    readonly gaps: (unknown: string, of: string) => string;
    readonly how: string;
    readonly method: string;
    readonly formula: readonly string[];
    readonly reasons: (product: string) => string;
    readonly criterion: string;
    readonly weight: string;
    readonly value: string;
    readonly adds: string;
    readonly ranks: string;
    readonly rank: (rank: string) => string;
  };
  readonly second: {
    readonly lead: (second: string, leader: string, share: string) => string;
    /** Its score is the leader's. */
    readonly level: (second: string, leader: string, share: string) => string;
    readonly better: (leader: string, criteria: string) => string;
    readonly noBetter: (leader: string) => string;
    readonly gain: (criterion: string, points: string) => string;
    readonly favouredBy: (criteria: string) => string;
    readonly share: (criterion: string, weight: string, usual: string) => string;
    readonly weight: (criterion: string, crossing: Crossing) => string;
    readonly ownFact: (product: string, criterion: string) => string;
    readonly leaderFact: (leader: string, criterion: string) => string;
    readonly onlyIt: (leader: string, criteria: string) => string;
    readonly ownCost: (product: string, cost: string, now: string | null) => string;
    readonly leaderCost: (leader: string, cost: string, now: string | null) => string;
    readonly when: (second: string, leader: string) => string;
    readonly never: (leader: string) => string;
    readonly none: string;
  };
  readonly changes: {
    readonly flips: string;
    readonly flip: (criterion: string, crossing: Crossing, product: string) => string;
    readonly noFlip: string;
    readonly gaps: string;
    readonly gap: (product: string, criterion: string, leader: string) => string;
    readonly costGap: (product: string, below: string) => string;
    readonly leaderCostGap: (leader: string, above: string, product: string) => string;
    readonly noGap: string;
  };
  readonly record: {
    readonly help: string;
    readonly save: string;
    readonly print: string;
    readonly fileName: string;
    readonly json: string;
    readonly jsonName: string;
    readonly title: string;
    readonly basis: string;
    readonly notAdvice: string;
    readonly date: (date: string) => string;
    readonly decision: string;
    readonly price: string;
    readonly seed: (seed: string, samples: string) => string;
  };
}

/** Why a product is not ranked, with what its sentence names. */
export type OutText =
  | { readonly kind: 'left-out' }
  | { readonly kind: 'lacks'; readonly criterion: string }
  | { readonly kind: 'too-small'; readonly machines: string };

export const presetIds = ['even', 'operation', 'continuity', 'security', 'scale', 'cost'] as const;
export type PresetId = (typeof presetIds)[number];

/** The texts of the tool, with those of amounts and of what is missing for them. */
export interface DecisionPageWords extends DecisionWords {
  readonly cost: CostWords;
}

export async function loadDecisionPageWords(language: Language): Promise<DecisionPageWords> {
  const [own, cost] = await Promise.all([loadDecisionWords(language), loadCostWords(language)]);
  return { ...own, cost };
}

/** Loads one language only. */
export async function loadDecisionWords(language: Language): Promise<DecisionWords> {
  return language === 'ja'
    ? (await import('./ja/decision.ts')).ja
    : (await import('./en/decision.ts')).en;
}
