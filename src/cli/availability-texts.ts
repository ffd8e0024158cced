import type { Language } from '../words/format.ts';
import { en } from './availability-texts.en.ts';
import { ja } from './availability-texts.ja.ts';
import type { HelpPage } from './command.ts';

/** What the commands of failures and availability say; figures come in the reader's form. */
export interface AvailabilityTexts {
  readonly pages: { readonly survive: HelpPage; readonly availability: HelpPage };
  readonly survival: (lines: SurvivalLines) => string;
  readonly estimate: (lines: EstimateLines) => string;
  readonly notWhole: (option: string, given: string) => string;
}

export interface SurvivalLines {
  readonly hosts: string;
  readonly tolerates: string;
  readonly failures: string;
  readonly levels: readonly {
    readonly failures: string;
    readonly failed: string;
    readonly checked: string;
    readonly all: string;
    readonly isSample: boolean;
    readonly worst: string;
    readonly hour: string;
    readonly lost: string;
    readonly unplaced: string;
  }[];
  readonly unrestartable: readonly string[];
  readonly more: number;
  /** Null where it was not asked. */
  readonly smallest: { readonly hosts: string | null; readonly cheapest: string | null } | null;
}

export interface EstimateLines {
  readonly hours: string;
  readonly interval: string | null;
  readonly nines: string | null;
  readonly closedForm: string;
  readonly years: string;
  readonly runs: string;
  readonly hosts: string;
  readonly tolerates: string;
  readonly measures: readonly {
    readonly kind: 'spare' | 'teaming' | 'detection' | 'repair';
    readonly value: string;
    readonly saved: string | null;
  }[];
  readonly unknown: readonly ('card' | 'shared' | 'vm' | 'cost')[];
}

export const availabilityTexts = (language: Language): AvailabilityTexts =>
  language === 'ja' ? ja : en;
