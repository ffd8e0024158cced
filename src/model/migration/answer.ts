import {
  type Cluster,
  type ClusterCache,
  type ClusterNote,
  type ClusterOutcome,
  clusterSteps,
} from '../cluster/cluster.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { type Evacuation, evacuate, fullestHost } from './evacuation.ts';
import { type Patch, patchSteps } from './patch.ts';

/** Where the hosts come from, and how to name what an answer speaks of by number. */
export interface ClusterNames {
  readonly source: Cluster['source'];
  readonly hostNames: readonly string[];
  /** Fleet row of each item. */
  readonly rows: Int32Array;
  readonly notes: readonly ClusterNote[];
}

type Impossible = Extract<ClusterOutcome, { kind: 'impossible' }>;

export type EvacuationAnswer =
  | (ClusterNames & { readonly kind: 'evacuated'; readonly evacuation: Evacuation })
  | (ClusterNames & { readonly kind: 'no-such-host'; readonly host: string })
  | Impossible;

export type PatchAnswer =
  | (ClusterNames & { readonly kind: 'patched'; readonly patch: Patch })
  | Impossible;

const namesOf = ({ source, hostNames, question, notes }: Cluster): ClusterNames => ({
  source,
  hostNames,
  rows: question.selection.rows,
  notes,
});

/** @param host the host's name; null for the fullest */
export function* evacuationSteps(
  fleet: Fleet,
  scenario: Scenario,
  host: string | null,
  cache?: ClusterCache,
): Generator<PlanProgress, EvacuationAnswer, boolean> {
  const outcome = yield* clusterSteps(fleet, scenario, cache);
  if (outcome.kind === 'impossible') return outcome;
  const { cluster } = outcome;
  const names = namesOf(cluster);
  const number = host === null ? fullestHost(cluster) : cluster.hostNames.indexOf(host);
  if (number < 0) return { kind: 'no-such-host', host: host ?? '', ...names };
  return { kind: 'evacuated', evacuation: evacuate(cluster, number), ...names };
}

export function* patchAnswerSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache?: ClusterCache,
): Generator<PlanProgress, PatchAnswer, boolean> {
  const outcome = yield* clusterSteps(fleet, scenario, cache);
  if (outcome.kind === 'impossible') return outcome;
  const patch = yield* patchSteps(outcome.cluster);
  return { kind: 'patched', patch, ...namesOf(outcome.cluster) };
}
