import type { CountStep } from '../model/licensing/count.ts';
import type { licensingWords } from './en/licensing.ts';
import type { Language } from './format.ts';

/** Every text of the licence tool, its command and its pages. Typed by the English one. */
export type LicensingWords = typeof licensingWords;

/** A sentence for every step of a count. */
export type StepSentences = {
  readonly [Step in CountStep['step']]: (step: Extract<CountStep, { step: Step }>) => string;
};

/** A product with its name in the reader's language. */
export interface NamedProduct {
  readonly id: string;
  readonly name: string;
}

export async function loadLicensingWords(language: Language): Promise<LicensingWords> {
  return language === 'ja'
    ? (await import('./ja/licensing.ts')).licensingWords
    : (await import('./en/licensing.ts')).licensingWords;
}

/** Says one step; the one place that tells the compiler that step and sentence belong together. */
export function stepSentence(words: LicensingWords, step: CountStep): string {
  const say = words.step[step.step] as (step: CountStep) => string;
  return say(step);
}

type Kinds = 'lineNote' | 'note';

/** The same for the notes of lines and of a whole answer. */
export function noteSentence(
  words: LicensingWords,
  table: Kinds,
  note: { readonly kind: string },
): string {
  const sentences = words[table] as unknown as Readonly<
    Record<string, (note: unknown, context: unknown) => string>
  >;
  return sentences[note.kind]?.(note, null) ?? '';
}
