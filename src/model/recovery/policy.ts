/** Recovery at another site: replication to it, hosts in it, and the votes of a cluster that spans both. */
export interface RecoveryPolicy {
  readonly mode: 'asynchronous' | 'synchronous';
  /** Between two replications; counts only where it is asynchronous. */
  readonly intervalSeconds: number;
  /** Data written in a day, as a share of all provisioned disk. */
  readonly changePerDayRatio: number;
  /** The busiest hour's changes as a multiple of the day's mean. */
  readonly peakFactor: number;
  /** Line between the sites, for replication. Null: unknown. */
  readonly lineMegabits: number | null;
  /** Share of what is written that crosses the line, after compression. */
  readonly reducedRatio: number;
  /** Length of the line. */
  readonly distanceKm: number;
  /** Hosts at the other site, of the scenario's first type. */
  readonly hosts: number;
  /** Until somebody decides that the site is lost. */
  readonly decisionSeconds: number;
  /** Until the copies can be written to there. */
  readonly promotionSeconds: number;
  readonly rpoSeconds: number;
  readonly rtoSeconds: number;
  readonly stretched: {
    readonly hostsHere: number;
    readonly hostsThere: number;
    /** A vote at a third place. */
    readonly hasWitness: boolean;
    readonly quorum: 'none' | 'majority';
  };
}
