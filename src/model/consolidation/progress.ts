/** How far a plan has come; yielded between pieces of work, in no unit of time. */
export interface PlanProgress {
  readonly step: 'packing' | 'improving' | 'checking';
  /** 0…1. */
  readonly doneRatio: number;
  /** The best plan so far and its proven bound, spare hosts included. */
  readonly hosts?: number;
  readonly lowerBound?: number;
}
