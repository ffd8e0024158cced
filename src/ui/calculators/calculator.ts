import type { CalculatorTexts, FieldTexts, Given, Said } from '~/words/calculators.ts';
import type { Planner } from '~/worker/planner.ts';

/** What a field may hold; `step` is the slider's. */
export interface FieldRange {
  readonly start: number;
  readonly least: number;
  readonly most: number;
  /** Where the slider ends; from there to `most` the figure is typed. */
  readonly sliderMost: number;
  readonly step: number;
  readonly isWhole: boolean;
}

/** A calculator without its words: what it takes, and what it asks the planner. */
export interface Definition<Id extends string, Answer> {
  readonly fields: Readonly<Record<Id, FieldRange>>;
  readonly ask: (planner: Planner, given: Given<Id>) => Promise<Answer>;
}

export type Values = Readonly<Record<string, number>>;

/** A calculator in one language, whatever it computes. */
export interface Calculator {
  readonly title: string;
  readonly formula: string;
  readonly result: string;
  readonly note: string;
  readonly fields: readonly (FieldRange & FieldTexts & { readonly id: string })[];
  /** The values that it begins with: its worked example. */
  readonly start: Values;
  readonly solve: (planner: Planner, values: Values) => Promise<Said>;
}

export function withTexts<Id extends string, Answer>(
  definition: Definition<Id, Answer>,
  texts: CalculatorTexts<Id, Answer>,
): Calculator {
  const ids = Object.keys(definition.fields) as Id[];
  const { title, formula, result, note } = texts;
  return {
    title,
    formula,
    result,
    note,
    fields: ids.map((id) => ({ id, ...definition.fields[id], ...texts.fields[id] })),
    start: Object.fromEntries(ids.map((id) => [id, definition.fields[id].start])),
    solve: async (planner, values) => {
      // Values begin as `start` and change by field: every field is there.
      const given = values as Given<Id>;
      return texts.say(await definition.ask(planner, given), given);
    },
  };
}
