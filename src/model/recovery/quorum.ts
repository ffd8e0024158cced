/** A cluster over two sites, a vote for each host and one for a witness at a third place. */
export interface StretchedCluster {
  readonly hostsHere: number;
  readonly hostsThere: number;
  readonly hasWitness: boolean;
  readonly quorum: 'none' | 'majority';
}

export const siteFailures = ['here', 'there', 'witness', 'link', 'link-and-witness'] as const;
/** What fails: a whole site, the witness, the line between the sites, or the line and the witness. */
export type SiteFailure = (typeof siteFailures)[number];

export interface SiteOutcome {
  readonly failure: SiteFailure;
  /** Votes that each side counts, and those that exist; a side that is gone counts none. */
  readonly votesHere: number;
  readonly votesThere: number;
  readonly votes: number;
  readonly runsHere: boolean;
  readonly runsThere: boolean;
  /** Both sides run without hearing one another: both write, and neither copy is the right one. */
  readonly isSplit: boolean;
}

/**
 * Which side goes on when something between two sites fails. With a majority a side goes on that counts more than half
 * of all votes; there is one such side at most, so never two that write. When only the line between the sites fails,
 * both still reach the witness, and it votes with one of them: this site. Without quorum every side goes on that is
 * there.
 */
export function siteOutcomes(cluster: StretchedCluster): readonly SiteOutcome[] {
  return siteFailures
    .filter((failure) => cluster.hasWitness || !failure.includes('witness'))
    .map((failure) => outcomeOf(cluster, failure));
}

function outcomeOf(cluster: StretchedCluster, failure: SiteFailure): SiteOutcome {
  const { hostsHere, hostsThere, hasWitness, quorum } = cluster;
  const votes = hostsHere + hostsThere + (hasWitness ? 1 : 0);
  const isHere = failure !== 'here';
  const isThere = failure !== 'there';
  const isJoined = isHere && isThere && !failure.startsWith('link');
  const witness = hasWitness && !failure.endsWith('witness') ? 1 : 0;
  const together = hostsHere + hostsThere + witness;
  // The witness votes with one side only: with this one, unless it is gone.
  const votesHere = isHere ? (isJoined ? together : hostsHere + witness) : 0;
  const votesThere = isThere ? (isJoined ? together : hostsThere + (isHere ? 0 : witness)) : 0;
  const goesOn = (own: number) => own > 0 && (quorum === 'none' || 2 * own > votes);
  const runsHere = goesOn(votesHere);
  const runsThere = goesOn(votesThere);
  return {
    failure,
    votesHere,
    votesThere,
    votes,
    runsHere,
    runsThere,
    isSplit: runsHere && runsThere && !isJoined,
  };
}
