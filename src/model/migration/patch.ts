import type { Cluster } from '../cluster/cluster.ts';
import { ClusterLoads, type Fullest, fullestOf } from '../cluster/loads.ts';
import { at } from '../columns.ts';
import { type Evacuation, evacuate } from './evacuation.ts';
import type { Stuck } from './targets.ts';

/** One host's turn. */
export interface PatchStep {
  readonly host: number;
  readonly moves: number;
  readonly startSeconds: number;
  readonly evacuationSeconds: number;
  readonly endSeconds: number;
  readonly sentMib: number;
  /** Fullest of the hosts that carry the load while this one is away. */
  readonly fullest: Fullest | null;
}

export interface Patch {
  /** In order. */
  readonly steps: readonly PatchStep[];
  /** Whether every host had its turn. */
  readonly isComplete: boolean;
  /** Hosts that could not be emptied at any time, with the machines that found no place. */
  readonly refused: readonly { readonly host: number; readonly stuck: readonly Stuck[] }[];
  /** Of the hosts that had their turn. */
  readonly seconds: number;
  readonly moves: number;
  readonly sentMib: number;
}

export interface PatchProgress {
  readonly step: 'checking';
  readonly doneRatio: number;
}

/**
 * Patches a cluster host by host: a host is emptied, restarted, and takes machines again; then the next. The host
 * with the fewest machines is first, so that an empty one stands ready for the others. A host that cannot be emptied
 * waits until another has been done; when none can, the patching ends there and says which machines hold it up.
 */
export function* patchSteps(cluster: Cluster): Generator<PatchProgress, Patch, boolean> {
  const hostCount = cluster.typeOf.length;
  const { rebootSeconds } = cluster.scenario.migration;
  const hostOf = cluster.hostOf.slice();
  const waiting = new Set(cluster.typeOf.keys());
  const steps: PatchStep[] = [];
  let refused: Evacuation[] = [];
  let now = 0;
  while (waiting.size > 0) {
    const found = nextHost(cluster, hostOf, waiting);
    refused = found.refused;
    if (found.evacuation === null) break;
    const { host, moves, seconds, sentMib } = found.evacuation;
    for (const move of moves) hostOf[move.item] = move.to;
    const loads = new ClusterLoads(cluster, hostOf);
    const others = [...cluster.typeOf.keys()].filter((other) => other !== host);
    const end = now + seconds + rebootSeconds;
    steps.push({
      host,
      moves: moves.length,
      startSeconds: now,
      evacuationSeconds: seconds,
      endSeconds: end,
      sentMib,
      fullest: fullestOf(loads, others),
    });
    now = end;
    waiting.delete(host);
    if (yield { step: 'checking', doneRatio: steps.length / hostCount }) break;
  }
  return {
    steps,
    isComplete: waiting.size === 0,
    refused: waiting.size === 0 ? [] : refused.map(({ host, stuck }) => ({ host, stuck })),
    seconds: now,
    moves: steps.reduce((sum, { moves }) => sum + moves, 0),
    sentMib: steps.reduce((sum, step) => sum + step.sentMib, 0),
  };
}

/** The waiting host with the fewest machines that can be emptied now. */
function nextHost(cluster: Cluster, hostOf: Int32Array, waiting: ReadonlySet<number>) {
  const counts = new Int32Array(cluster.typeOf.length);
  for (const host of hostOf) if (host >= 0) counts[host] = at(counts, host) + 1;
  const order = [...waiting].sort((a, b) => at(counts, a) - at(counts, b) || a - b);
  const refused: Evacuation[] = [];
  for (const host of order) {
    const evacuation = evacuate(cluster, host, hostOf);
    if (evacuation.stuck.length === 0) return { evacuation, refused };
    refused.push(evacuation);
  }
  return { evacuation: null, refused };
}
