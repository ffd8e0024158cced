import { formatFor, type Language } from '~/words/format.ts';

/** A ratio of the data as the source prints it: 0.93 is 93 %. */
export const percentOf = (language: Language, ratio: number) =>
  formatFor(language).percent(ratio, 1);

/** A computed figure with six digits after the point, as a reader checks it by hand. */
export const exact = (value: number) => value.toFixed(6);
