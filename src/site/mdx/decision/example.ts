import { type Decision, decideSteps } from '~/model/scoring/decide.ts';
import { pairwiseWeights } from '~/model/scoring/pairwise.ts';
import { defaultDecision } from '~/model/scoring/policy.ts';

const exactly = (yen: number) => ({ low: yen, middle: yen, high: yen });

export type RankedDecision = Extract<Decision, { readonly kind: 'ranked' }>;

/** Three invented products by two criteria and their cost: what the method page computes. */
export function decisionExample(): RankedDecision {
  const steps = decideSteps(
    {
      products: ['x', 'y', 'z'],
      criteria: ['ha', 'gpu'],
      verdicts: ['meets', 'meets', 'meets', null, 'lacks', 'meets'],
    },
    { ...defaultDecision, weights: { ha: 2, gpu: 3 }, mustHave: ['ha'], costWeight: 2 },
    1,
    {
      costs: { x: exactly(12_000_000), y: exactly(8_000_000), z: exactly(6_000_000) },
      tooSmall: [],
    },
  );
  for (let step = steps.next(false); ; step = steps.next(false)) {
    if (!step.done) continue;
    if (step.value.kind !== 'ranked') throw new Error('the example leaves products');
    return step.value;
  }
}

/** Three groups: the first a little more important than the second, clearly more than the third; the second a little more. */
export const pairsExample = () =>
  pairwiseWeights(Float64Array.of(1, 3, 5, 1 / 3, 1, 3, 1 / 5, 1 / 3, 1), 3);
