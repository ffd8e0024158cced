import type { RestartTime } from '../model/failover/restart-time.ts';
import type { PreCopy } from '../model/migration/pre-copy.ts';
import type { NetworkShare } from '../model/performance/network-share.ts';
import type { PageSharing } from '../model/performance/page-sharing.ts';
import type { Language } from './format.ts';

/** What a calculator is given, by field, in the units of its fields. */
export type Given<Id extends string> = Readonly<Record<Id, number>>;

/** An answer in words. */
export interface Said {
  /** The figure that answers, alone. */
  readonly result: string;
  readonly sentence: string;
  /** How the figure comes about, in order. */
  readonly steps: readonly string[];
  readonly isWarning: boolean;
}

export interface FieldTexts {
  /** In the formula. */
  readonly symbol: string;
  readonly label: string;
  readonly help: string;
  readonly unit: string;
}

export interface CalculatorTexts<Id extends string, Answer> {
  readonly title: string;
  readonly formula: string;
  readonly fields: Readonly<Record<Id, FieldTexts>>;
  /** What the result is called. */
  readonly result: string;
  readonly say: (answer: Answer, given: Given<Id>) => Said;
  /** What a reader should know of it whatever the figures are. */
  readonly note: string;
}

export type PreCopyField = 'memory' | 'dirty' | 'bandwidth' | 'limit' | 'rounds';
export type RestartField =
  | 'heartbeat'
  | 'missed'
  | 'declaration'
  | 'machines'
  | 'hosts'
  | 'starts'
  | 'boot'
  | 'application';
export type NetworkField = 'machines' | 'cards' | 'speed';
export type SharingField = 'guests' | 'memory' | 'identical' | 'kinds';

export interface CalculatorWords {
  readonly calculators: {
    readonly 'live-migration': CalculatorTexts<PreCopyField, PreCopy>;
    readonly 'restart-time': CalculatorTexts<RestartField, RestartTime>;
    readonly 'network-share': CalculatorTexts<NetworkField, NetworkShare>;
    readonly 'page-sharing': CalculatorTexts<SharingField, PageSharing>;
  };
  readonly steps: string;
  readonly formula: string;
  readonly failed: string;
  /** Of a field with a slider. */
  readonly settings: {
    readonly unlimited: string;
    readonly slider: (label: string) => string;
    readonly limited: (label: string) => string;
    readonly reset: (label: string) => string;
  };
}

export type CalculatorKind = keyof CalculatorWords['calculators'];

/** Loads one language, and of the tools' texts only these: a page that is read should not pay for a tool. */
export async function loadCalculatorWords(language: Language): Promise<CalculatorWords> {
  return language === 'ja'
    ? (await import('./ja/calculators.ts')).ja
    : (await import('./en/calculators.ts')).en;
}
