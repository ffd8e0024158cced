import { at, item } from '../columns.ts';
import type { ConsolidationPlan } from '../consolidation/answer.ts';
import { planHostNames } from '../consolidation/host-names.ts';
import { resourceAndSlot } from '../consolidation/placement-problem.ts';
import { buildQuestion, type Question } from '../consolidation/question.ts';
import { type Fleet, labelAt } from '../fleet/fleet.ts';
import { homesOf, hostsToday, onHostsToday } from '../fleet/hosts-today.ts';
import { noContention } from '../performance/contention-curve.ts';
import type { HostType, Scenario } from '../scenario.ts';
import type { Cluster } from './cluster.ts';
import type { ClassLabel, VmClass } from './failover-policy.ts';

/** A cluster, with what was left out of it. */
export type PlacedCluster =
  | {
      readonly kind: 'cluster';
      readonly cluster: Cluster;
      /** Machines whose host is not known: they take no part. */
      readonly unplaced: number;
    }
  | { readonly kind: 'hosts-unknown' };

/** The cluster that a plan describes. */
export function plannedCluster(
  fleet: Fleet,
  scenario: Scenario,
  plan: ConsolidationPlan,
): PlacedCluster {
  const question = buildQuestion(fleet, scenario);
  const hostOf = Int32Array.from(question.selection.rows, (row) => at(plan.hostOf, row));
  return clusterOf(question, {
    hostOf,
    typeOf: plan.hostTypeIndex,
    hostNames: planHostNames(plan, scenario),
  });
}

/**
 * The fleet on the hosts that it runs on today. A host that does not say its processors or memory cannot be reckoned
 * with; a fleet without any other has no such cluster.
 */
export function todaysCluster(fleet: Fleet, scenario: Scenario): PlacedCluster {
  const today = hostsToday(fleet);
  if (today === null) return { kind: 'hosts-unknown' };
  const { names, typeOf } = today;
  const question = buildQuestion(fleet, onHostsToday(scenario, today));
  const hostOf = homesOf(fleet, question.selection.rows, names);
  if (hostOf.every((host) => host < 0)) return { kind: 'hosts-unknown' };
  return clusterOf(question, { hostOf, typeOf, hostNames: names });
}

interface PlacedHosts {
  readonly hostOf: Int32Array;
  readonly typeOf: Int32Array;
  readonly hostNames: readonly string[];
}

function clusterOf(question: Question, { hostOf, typeOf, hostNames }: PlacedHosts): PlacedCluster {
  const { fleet, scenario, selection, placement } = question;
  const { inFailure, limits } = placement;
  const { dimensionCount } = inFailure;
  const items = Array.from(hostOf.keys()).filter((index) => at(hostOf, index) >= 0);
  const rowOf = new Map(items.map((index, row) => [index, row]));
  const rows = items.map((index) => at(selection.rows, index));
  const classes = classifier(fleet, scenario.failover.classes);
  const demand = new Float64Array(items.length * dimensionCount);
  for (const [row, index] of items.entries()) {
    const from = index * dimensionCount;
    demand.set(inFailure.demand.subarray(from, from + dimensionCount), row * dimensionCount);
  }
  const cluster: Cluster = {
    hostNames,
    vmNames: rows.map((row) => item(fleet.names, row)),
    applications: rows.map((row) => labelAt(fleet.labels.application, row)),
    classOf: Uint8Array.from(rows, classes),
    home: Int32Array.from(items, (index) => at(hostOf, index)),
    dimensions: Array.from({ length: dimensionCount }, (_, d) => resourceAndSlot(limits, d)),
    demand,
    capacity: perHost(typeOf, dimensionCount, (type) => item(inFailure.binTypes, type).capacity),
    effective: perHost(typeOf, dimensionCount, (type) => effectiveOf(question, type)),
    curves: limits.flatMap(({ demand: { slotCount }, capacities }) =>
      Array.from(
        { length: slotCount },
        () => capacities.find((own) => own !== null)?.curve ?? noContention,
      ),
    ),
    coreCount: Int32Array.from(typeOf, (type) => coresOf(item(scenario.hostTypes, type))),
    hostType: typeOf,
    typeOnly: Int32Array.from(items, (index) =>
      inFailure.typeOnly === null ? -1 : at(inFailure.typeOnly, index),
    ),
    mostVmsPerHost: scenario.capacity.vmsPerHost ?? Number.POSITIVE_INFINITY,
    apart: inFailure.apart
      .map((set) => Int32Array.from([...set].flatMap((index) => rowOf.get(index) ?? [])))
      .filter((set) => set.length > 1),
  };
  return { kind: 'cluster', cluster, unplaced: hostOf.length - items.length };
}

const coresOf = ({ socketCount, coresPerSocket }: HostType) => socketCount * coresPerSocket;

function perHost(
  typeOf: Int32Array,
  dimensionCount: number,
  ofType: (type: number) => ArrayLike<number>,
): Float64Array {
  const figures = new Float64Array(typeOf.length * dimensionCount);
  for (const [host, type] of typeOf.entries()) figures.set(ofType(type), host * dimensionCount);
  return figures;
}

function effectiveOf({ placement }: Question, type: number): Float64Array {
  const { limits, inFailure } = placement;
  const effective = new Float64Array(inFailure.dimensionCount).fill(Number.POSITIVE_INFINITY);
  for (const { demand, firstDimension, capacities } of limits) {
    const capacity = capacities[type];
    if (!capacity) continue;
    effective.fill(capacity.effective, firstDimension, firstDimension + demand.slotCount);
  }
  return effective;
}

/** The first class that a machine fits; one that fits none is of the last. */
function classifier(fleet: Fleet, classes: readonly VmClass[]): (row: number) => number {
  const text = (label: ClassLabel, row: number) =>
    label === 'name' ? item(fleet.names, row) : labelAt(fleet.labels[label], row);
  return (row) => {
    const found = classes.findIndex(
      ({ match }) =>
        match === null || text(match.label, row).toLowerCase().includes(match.text.toLowerCase()),
    );
    return found < 0 ? classes.length - 1 : found;
  };
}
