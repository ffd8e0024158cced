/**
 * Counts work in units that are the same on every machine: about one visit to one dimension of one bin each. The
 * model has no clock, so this is what budgets, progress and the chunks of an anytime run are measured in.
 */
export interface Work {
  done: number;
}

/** Units in one unit of effort: about a second on a 2-core laptop. */
export const unitsPerEffort = 60_000_000;
