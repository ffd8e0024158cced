import type { Decision } from './decide.ts';

/** Digits that a share of drawings is worth: with 20,000 of them its standard error is below 0.004. */
const digits = 1e4;
const rounded = (value: number) => Math.round(value * digits) / digits;

/** A decision as the command line and the downloads say it. */
export function publicDecision(decision: Decision) {
  const out = decision.out.map(({ product, reason }) => ({ product, ...reason }));
  if (decision.kind === 'none-left') return { kind: decision.kind, ranking: [], flips: [], out };
  const { ranking, flips, gaps, decisiveGaps, samples } = decision;
  return {
    kind: decision.kind,
    ranking: ranking.map(({ product, score, firstRankShare, ...rest }) => ({
      product,
      score: rounded(score.middle),
      scoreLow: rounded(score.low),
      scoreHigh: rounded(score.high),
      firstRankShare: rounded(firstRankShare),
      firstRankShareNear: rounded(rest.firstRankShareNear),
      rankShares: rest.rankShares.map(rounded),
      doubtful: rest.doubtful,
    })),
    flips: flips.map(({ weight, flipsAt, ...flip }) => ({
      ...flip,
      weight: rounded(weight),
      flipsAt: rounded(flipsAt),
    })),
    gaps,
    decisiveGaps,
    out,
    samples,
  };
}
