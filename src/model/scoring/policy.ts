/** What a reader wants of a product: the section `decision` of the scenario. */
export interface DecisionPolicy {
  /** Criterion → weight, 0 or more; a criterion that is not named weighs 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Criteria without which a product is out. */
  readonly mustHave: readonly string[];
  /** Products that are not considered. */
  readonly leftOut: readonly string[];
  /** Product → what it costs, in any one currency and over any one time; out of the cost tool or a quote. */
  readonly costs: Readonly<Record<string, number>>;
  /** Weight of the cost beside the criteria; 0: cost does not count. */
  readonly costWeight: number;
  /** Drawings of weights and of unknown values. */
  readonly samples: number;
}

export const defaultDecision: DecisionPolicy = {
  weights: {},
  mustHave: [],
  leftOut: [],
  costs: {},
  costWeight: 0,
  samples: 20_000,
};
