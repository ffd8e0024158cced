/** What a benchmark measures separately, in the words of the report's Table 6. */
export const measuredPaths = [
  'cpu',
  'memory',
  'diskRead',
  'diskAsyncWrite',
  'diskSyncWrite',
  'network',
] as const;
export type MeasuredPath = (typeof measuredPaths)[number];

/**
 * One product's measured overhead. Percent never enters the model: 93 % is 0.93.
 * Null is a gap: not measured, or an outlier that the source does not print.
 */
export interface OverheadSet {
  readonly id: string;
  readonly paths: Readonly<Record<MeasuredPath, Measured>>;
}

export interface Measured {
  /** Throughput in one VM ÷ throughput on the physical machine. */
  readonly oneVmRatio: number | null;
  /** Throughput of each of four VMs that run flat out ÷ throughput of one VM alone. */
  readonly fourVmsRatio: number | null;
  /** Contention as fitted to the reader's own benchmark; where it is given, it counts instead of `fourVmsRatio`. */
  readonly law?: FittedLaw | undefined;
}

/** The Universal Scalability Law of one path: `X(n) = γn ÷ (1 + α(n−1) + βn(n−1))`; γ went into `oneVmRatio`. */
export interface FittedLaw {
  readonly alpha: number;
  readonly beta: number;
  /** Machines, each flat out, that keep the host fully busy. */
  readonly vmsAtFull: number;
}
