import type { SlotAxis } from '../model/consolidation/answer.ts';

/** What a sentence about an answer must be told beside the answer's own figures. */
export interface Context {
  /** Name of a workload by its fleet row. */
  readonly workloadName: (row: number) => string;
  /** Name of a host type by its id in the scenario. */
  readonly hostTypeName: (id: string) => string;
  /** The axis that slot numbers count on; null where it is not known: then the slot's number is said. */
  readonly slots: SlotAxis | null;
}

/** A sentence for every member of a union: a missing one does not compile. */
export type SentencesByKind<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: (
    value: Extract<Union, { readonly kind: Kind }>,
    context: Context,
  ) => string;
};

/** Says one member of a union; the one place that tells the compiler that kind and sentence belong together. */
export function sentence<Union extends { readonly kind: string }>(
  table: SentencesByKind<Union>,
  value: Union,
  context: Context,
): string {
  const say = table[value.kind as Union['kind']] as (value: Union, context: Context) => string;
  return say(value, context);
}

/** The first few names of a long list, and how many were left out. */
export const firstFew = <T>(list: readonly T[], most = 3) => ({
  shown: list.slice(0, most),
  moreCount: Math.max(0, list.length - most),
});
