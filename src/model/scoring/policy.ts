/** What a reader wants of a product: the section `decision` of the scenario. */
export interface DecisionPolicy {
  /** Criterion → weight, 0 or more; a criterion that is not named weighs 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Criteria without which a product is out. */
  readonly mustHave: readonly string[];
  /** Products that are not considered. */
  readonly leftOut: readonly string[];
  /** A product that cannot carry a machine of the fleet is out. */
  readonly mustCarryFleet: boolean;
  /**
   * Product → the reader's own figure for what it costs: the whole of it, as present value over the years and in whole
   * units of the currency of the total cost. Stands in place of what is computed.
   */
  readonly costs: Readonly<Record<string, number>>;
  /** Product → the licence that it is bought by, of those that it is sold as; one that is not named takes the first. */
  readonly editions: Readonly<Record<string, string>>;
  /** Weight of the cost beside the criteria; counts once two products have a cost. 0: cost does not count. */
  readonly costWeight: number;
  /** Drawings of weights and of unknown values. */
  readonly samples: number;
}

export const defaultDecision: DecisionPolicy = {
  weights: {},
  mustHave: [],
  leftOut: [],
  mustCarryFleet: true,
  costs: {},
  editions: {},
  costWeight: 1,
  samples: 20_000,
};
