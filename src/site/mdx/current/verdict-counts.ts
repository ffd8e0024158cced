import type { Verdict } from '~/model/scoring/problem.ts';

/** The verdicts in the order in which a reader meets them, best first; null is what is not known. */
export const verdictOrder = ['meets', 'partly', 'lacks', 'stated', null] as const;

/** Whether a verdict says that a criterion is met, in part or not: what is only stated judges nothing. */
export const isJudgement = (verdict: Verdict | null) => verdict !== null && verdict !== 'stated';

export interface VerdictCount {
  readonly verdict: Verdict | null;
  readonly count: number;
}

/** How often each verdict was given, in their order; those that nobody got are left out. */
export const verdictCounts = (verdicts: readonly (Verdict | null)[]): readonly VerdictCount[] =>
  verdictOrder
    .map((verdict) => ({
      verdict,
      count: verdicts.filter((other) => other === verdict).length,
    }))
    .filter(({ count }) => count > 0);
