import { at } from '../columns.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import type { Question } from '../consolidation/question.ts';
import { sharings } from '../consolidation/sharing.ts';
import { labelAt } from '../fleet/fleet.ts';
import type { Packing } from '../packing/problem.ts';
import { isClean } from '../survival/clean-cluster.ts';
import { type Cluster, clusterOf } from '../survival/cluster.ts';
import type { AvailabilityModel, NamedService } from './model.ts';
import type { AvailabilityPolicy, Measure } from './policy.ts';

/** Services that are told one by one; the largest first. */
const mostServices = 50;
/** Failures at once that are tried for what the cluster tolerates. */
const mostTolerated = 3;

export function modelOf(
  question: Question,
  placed: Placed,
  policy: AvailabilityPolicy,
  services: readonly NamedService[],
): AvailabilityModel {
  const { host, card, shared, vm, restart } = policy;
  return {
    cluster: clusterOf(question, placed),
    slotSeconds: question.axis.slotSeconds,
    tolerates: toleratedBy(question, placed),
    policy: { host, card, shared, vm, restart },
    services: services.map(({ needs, pieces }) => ({ needs, pieces })),
  };
}

/** How many hosts may be down at once, whichever and at whatever hour. */
function toleratedBy(question: Question, placed: Placed): number {
  let tolerates = 0;
  const most = Math.min(mostTolerated, placed.typeOf.length - 1);
  while (tolerates < most && isClean(question, placed, tolerates + 1)) tolerates++;
  return tolerates;
}

/** Applications need all of their machines; machines kept apart stand in for one another. */
export function servicesOf({ fleet, selection }: Question, cluster: Cluster) {
  const { rows } = selection;
  const pieceOfItem = new Int32Array(rows.length);
  for (const [piece, items] of cluster.itemsOf.entries()) {
    for (const member of items) pieceOfItem[member] = piece;
  }
  const found: NamedService[] = [];
  for (const [label, needs] of [
    ['application', 'all'],
    ['antiAffinityGroup', 'any'],
  ] as const) {
    const members = new Map<string, number[]>();
    for (const [member, row] of rows.entries()) {
      const name = labelAt(fleet.labels[label], row);
      if (name === '') continue;
      const list = members.get(name);
      if (list === undefined) members.set(name, [member]);
      else list.push(member);
    }
    for (const [name, items] of members) {
      const pieces = Int32Array.from(new Set(items.map((member) => at(pieceOfItem, member))));
      found.push({ name, needs, workloads: items.length, pieces });
    }
  }
  found.sort((a, b) => b.workloads - a.workloads || (a.name < b.name ? -1 : 1));
  return { listed: found.slice(0, mostServices), more: Math.max(0, found.length - mostServices) };
}

/** The cluster with a measure taken; null where it changes nothing or a figure that it needs is unknown. */
export function withMeasure(
  question: Question,
  placed: Placed,
  policy: AvailabilityPolicy,
  measure: Measure,
):
  | { readonly placed: Placed; readonly policy: AvailabilityPolicy }
  | { readonly refused: 'card-unknown' | 'changes-nothing' } {
  switch (measure.kind) {
    case 'spare':
      return { placed: withHosts(question, placed, measure.hosts), policy };
    case 'teaming':
      if (policy.card.mtbfHours === null) return { refused: 'card-unknown' };
      if (policy.card.perHost === measure.cards) return { refused: 'changes-nothing' };
      return { placed, policy: { ...policy, card: { ...policy.card, perHost: measure.cards } } };
    case 'detection': {
      const { detectionSeconds } = measure;
      if (policy.restart.detectionSeconds === detectionSeconds) {
        return { refused: 'changes-nothing' };
      }
      return { placed, policy: { ...policy, restart: { ...policy.restart, detectionSeconds } } };
    }
    case 'repair': {
      const { mttrHours } = measure;
      if (policy.host.mttrHours === mttrHours) return { refused: 'changes-nothing' };
      return { placed, policy: { ...policy, host: { ...policy.host, mttrHours } } };
    }
  }
}

/** More hosts of the type that most hosts have, and the load spread over all where a spread is found. */
function withHosts(question: Question, placed: Placed, count: number): Placed {
  const counts = question.scenario.hostTypes.map(
    (_, type) => placed.typeOf.filter((other) => other === type).length,
  );
  const type = counts.indexOf(Math.max(...counts));
  const typeOf = Int32Array.from([...placed.typeOf, ...Array.from({ length: count }, () => type)]);
  const { normal, inFailure } = question.placement;
  const packing: Packing = {
    binCount: placed.typeOf.length,
    binOf: placed.hostOf,
    typeOf: placed.typeOf,
    cost: 0,
  };
  for (const sharing of sharings(normal, inFailure, packing, typeOf)) {
    const hostOf = sharing.hostOf();
    if (hostOf !== null) return { hostOf, typeOf };
  }
  return { hostOf: placed.hostOf, typeOf };
}
