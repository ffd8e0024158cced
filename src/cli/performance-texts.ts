import type { Language } from '../words/format.ts';
import type { HelpPage } from './command.ts';
import { performanceTexts as en } from './performance-texts.en.ts';
import { performanceTexts as ja } from './performance-texts.ja.ts';

/** What the commands `perform` and `fit` say of their own; the rest is in `words/performance`. */
export interface PerformanceTexts {
  readonly perform: HelpPage;
  readonly fit: HelpPage;
  readonly performed: (lines: PerformedLines) => string;
  readonly fitted: (lines: FittedLines) => string;
  readonly badFullVms: (given: number) => string;
  readonly badRow: (file: string, problem: string) => string;
}

/** Figures already in the reader's form. */
export interface PerformedLines {
  readonly hosts: string;
  readonly worstHour: string;
  readonly worstHost: string;
  readonly utilization: string;
  readonly ready: string;
  readonly stretch: string;
  readonly response: string;
  readonly more: string;
  readonly overloads: readonly string[];
  readonly notes: readonly string[];
  readonly perHost: readonly {
    readonly host: string;
    readonly utilization: string;
    readonly stretch: string;
  }[];
}

export interface FittedLines {
  readonly resource: string;
  readonly alpha: string;
  readonly beta: string;
  readonly gamma: string;
  readonly rSquared: string;
  readonly efficiency: string;
}

export const performanceTextsFor = (language: Language): PerformanceTexts =>
  language === 'ja' ? ja : en;
