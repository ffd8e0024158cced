import { at } from '../columns.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import { lossesOf } from '../consolidation/losses.ts';
import { hasPrices } from '../consolidation/placement-problem.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type DemandCache, type Question } from '../consolidation/question.ts';
import { sharings } from '../consolidation/sharing.ts';
import { spareMixes } from '../consolidation/spares.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Packing } from '../packing/problem.ts';
import { hasOneMore, stockOf } from '../packing/stock.ts';
import { seeded } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import type { CleanCluster, ExtraHosts } from './answer.ts';
import { type Cluster, clusterOf } from './cluster.ts';
import { placedOf, usedHosts } from './placed.ts';
import { Replacement } from './replacement.ts';

/** Hosts tried beyond those to be lost before giving up: unlike types may need more than one for one. */
const fewMore = 2;
/** Workloads re-placed in one check at most; beyond it losses are sampled. */
const mostReplaced = 2_000_000;

/** Whether every loss of up to k hosts is re-placed in every hour; ends at the first that is not. */
export function isClean(question: Question, placed: Placed, k: number): boolean {
  const cluster = clusterOf(question, placed);
  if (k >= cluster.hostCount) return false;
  const sets = Array.from({ length: k }, (_, index) => setsToCheck(question, cluster, k - index));
  const replacement = new Replacement(cluster);
  for (let slot = 0; slot < cluster.slotCount; slot++) {
    replacement.turnTo(slot);
    for (const hostSets of sets) {
      for (const hosts of hostSets) if (replacement.lose(hosts).count > 0) return false;
    }
  }
  return true;
}

function setsToCheck({ scenario }: Question, cluster: Cluster, k: number) {
  const perLoss = (k * cluster.pieceCount * cluster.slotCount) / cluster.hostCount;
  const most = Math.max(100, Math.floor(mostReplaced / Math.max(1, perLoss)));
  return [...lossesOf(cluster.hostCount, k, seeded(scenario.seed), most).sets];
}

/**
 * The smallest number of hosts on which the fleet restarts after any loss of k, and how many hosts of each type make
 * the present cluster so. Load is spread anew over the hosts in both, as a cluster's balancer would.
 *
 * @param packing the fleet on as few hosts as were found, without spares
 * @param present the cluster as planned
 */
export function* cleanCluster(
  question: Question,
  packing: Packing,
  present: Placed,
  k: number,
): Generator<PlanProgress, CleanCluster> {
  const smallest = yield* smallestClean(question, packing, k);
  const extras: ExtraHosts[] = [];
  const hasPrice = hasPrices(question.scenario);
  for (const [type, { id, price }] of question.scenario.hostTypes.entries()) {
    yield { step: 'checking', doneRatio: 0.5 + type / (2 * question.scenario.hostTypes.length) };
    const hosts = fewestOfType(question, present, type, k);
    extras.push({
      hostType: id,
      hosts,
      triedUpTo: k + fewMore,
      price: hosts === null || price === null ? null : hosts * price,
    });
  }
  const worth = ({ hosts, price }: ExtraHosts) =>
    hosts === null ? Number.POSITIVE_INFINITY : hasPrice ? (price ?? 0) : hosts;
  const least = Math.min(...extras.map(worth));
  return {
    kind: 'found',
    smallest,
    present: present.typeOf.length,
    extras,
    cheapest:
      least === Number.POSITIVE_INFINITY ? null : extras.findIndex((e) => worth(e) === least),
    isByPrice: hasPrice,
  };
}

function* smallestClean(
  question: Question,
  packing: Packing,
  k: number,
): Generator<PlanProgress, CleanCluster['smallest']> {
  for (let extra = 0; extra <= k + fewMore; extra++) {
    yield { step: 'checking', doneRatio: (0.5 * extra) / (k + fewMore + 1) };
    for (const mix of spareMixes(question.placement.normal, packing, extra)) {
      const typeOf = Int32Array.from([...packing.typeOf, ...mix]);
      if (cleanSharing(question, packing, typeOf, k) === null) continue;
      const hostsByType = question.scenario.hostTypes.map(
        (_, type) => typeOf.filter((other) => other === type).length,
      );
      return { hosts: typeOf.length, hostsByType };
    }
  }
  return null;
}

/** A clean way to spread a packing over given hosts, the most even first, or as packed beside empty hosts. */
function cleanSharing(
  question: Question,
  packing: Packing,
  typeOf: Int32Array,
  k: number,
): Placed | null {
  const { normal, inFailure } = question.placement;
  for (const sharing of sharings(normal, inFailure, packing, typeOf)) {
    const hostOf = sharing.hostOf();
    if (hostOf !== null && isClean(question, { hostOf, typeOf }, k)) return { hostOf, typeOf };
  }
  const asPacked = { hostOf: packing.binOf, typeOf };
  return isClean(question, asPacked, k) ? asPacked : null;
}

function fewestOfType(question: Question, present: Placed, type: number, k: number): number | null {
  if (isClean(question, present, k)) return 0;
  const stock = stockOf(question.placement.normal);
  const used = new Int32Array(stock.available.length);
  for (const other of present.typeOf) used[other] = at(used, other) + 1;
  const { packing, empty } = usedHosts(present);
  const emptyTypes = empty.map((host) => at(present.typeOf, host));
  for (let count = 1; count <= k + fewMore && hasOneMore(stock, used, type); count++) {
    used[type] = at(used, type) + 1;
    const added = Array.from({ length: count }, () => type);
    const typeOf = Int32Array.from([...packing.typeOf, ...emptyTypes, ...added]);
    if (cleanSharing(question, packing, typeOf, k) !== null) return count;
  }
  return null;
}

/** The fleet on as few hosts as are found, without spares; null where it fits nowhere. */
export function* packingWithoutSpares(
  fleet: Fleet,
  scenario: Scenario,
  cache?: DemandCache,
): Generator<PlanProgress, Packing | null, boolean> {
  const failure = { ...scenario.failure, tolerate: 0 };
  const plan = yield* planSteps(fleet, { ...scenario, failure }, cache);
  if (plan.kind === 'impossible') return null;
  return usedHosts(placedOf(buildQuestion(fleet, scenario, cache), plan)).packing;
}
