import { at, item } from '../columns.ts';
import type { ConsolidationPlan, Obstacle } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import { planHostNames } from '../consolidation/host-names.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type Question } from '../consolidation/question.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { cpuKey } from './cpu.ts';
import { placedToday } from './placed-today.ts';

/** Hosts and the machines on them: what moves are planned in. */
export interface Cluster {
  readonly source: 'today' | 'plan';
  readonly fleet: Fleet;
  /** The scenario with the host types of these hosts. */
  readonly scenario: Scenario;
  /** Demand, capacities and rules: item i is fleet row `question.selection.rows[i]`. */
  readonly question: Question;
  readonly hostNames: readonly string[];
  /** Host type of each host. */
  readonly typeOf: Int32Array;
  /** Running machines may move between hosts of the same group: one cluster, compatible CPUs. */
  readonly groupOf: Int32Array;
  /** Host of each item. */
  readonly hostOf: Int32Array;
  readonly notes: readonly ClusterNote[];
}

export type ClusterNote =
  /** The CPU of so many hosts is not told: machines on them are only moved among them. */
  | { readonly kind: 'cpu-unknown'; readonly hosts: number }
  /** Running machines whose host the list does not tell, or does not describe; they are left out. */
  | { readonly kind: 'host-unknown'; readonly workloads: number };

export type ClusterOutcome =
  | { readonly kind: 'found'; readonly cluster: Cluster }
  | {
      readonly kind: 'impossible';
      readonly reasons: readonly (Obstacle | { readonly kind: 'hosts-unknown' })[];
    };

/** The cluster of the last question, which often serves the next: settings of migration do not change where machines
 * are. Whoever asks, keeps it; one cache for one fleet. */
export interface ClusterCache {
  last: { readonly key: string; readonly cluster: Cluster } | null;
}

const keyOf = ({ migration, balancing: _, ...rest }: Scenario) =>
  JSON.stringify([rest, migration.hosts, migration.cpu]);

/**
 * Finds the hosts that a fleet runs on: those that it names, or those that a plan gives it. `auto` takes the fleet's
 * own where it describes the host of every running machine, and plans otherwise.
 */
export function* clusterSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache: ClusterCache = { last: null },
): Generator<PlanProgress, ClusterOutcome, boolean> {
  const key = keyOf(scenario);
  if (cache.last?.key === key) {
    const { cluster } = cache.last;
    const { migration, balancing } = scenario;
    const current = { ...cluster, scenario: { ...cluster.scenario, migration, balancing } };
    return { kind: 'found', cluster: current };
  }
  let isStopped = false;
  const steps = search(fleet, scenario);
  let step = steps.next(false);
  while (!step.done) {
    isStopped = yield step.value;
    step = steps.next(isStopped);
  }
  // A plan that was stopped is not what the same question would give in full.
  if (step.value.kind === 'found' && !isStopped) {
    cache.last = { key, cluster: step.value.cluster };
  }
  return step.value;
}

function* search(
  fleet: Fleet,
  scenario: Scenario,
): Generator<PlanProgress, ClusterOutcome, boolean> {
  const { hosts: wanted } = scenario.migration;
  if (wanted !== 'plan') {
    const today = clusterToday(fleet, scenario);
    const isWhole = today?.notes.every(({ kind }) => kind !== 'host-unknown') ?? false;
    if (today !== null && (wanted === 'today' || isWhole)) return { kind: 'found', cluster: today };
    if (wanted === 'today') return { kind: 'impossible', reasons: [{ kind: 'hosts-unknown' }] };
  }
  const plan = yield* planSteps(fleet, scenario);
  if (plan.kind === 'impossible') return plan;
  return { kind: 'found', cluster: clusterOfPlan(fleet, scenario, plan) };
}

function clusterOfPlan(fleet: Fleet, scenario: Scenario, plan: ConsolidationPlan): Cluster {
  const question = buildQuestion(fleet, scenario);
  const typeOf = plan.hostTypeIndex;
  const cpus = Array.from(typeOf, (type) => {
    const { id, name } = item(scenario.hostTypes, type);
    return { cluster: '', model: name, exact: id };
  });
  return {
    source: 'plan',
    fleet,
    scenario,
    question,
    hostNames: planHostNames(plan, scenario),
    typeOf,
    hostOf: question.selection.rows.map((row) => at(plan.hostOf, row)),
    ...grouped(typeOf, cpus, scenario),
  };
}

function clusterToday(fleet: Fleet, scenario: Scenario): Cluster | null {
  const today = placedToday(fleet, scenario);
  if (today === null) return null;
  const { hosts, question, hostOf, left } = today;
  const cpus = Array.from(hosts.rows, (row) => {
    const { cluster, cpuModel } = item(fleet.hosts, row);
    return { cluster, model: cpuModel, exact: cpuModel };
  });
  const groups = grouped(hosts.typeOf, cpus, scenario);
  const lost: ClusterNote[] = left > 0 ? [{ kind: 'host-unknown', workloads: left }] : [];
  return {
    source: 'today',
    fleet,
    scenario: today.scenario,
    question,
    hostNames: hosts.names,
    typeOf: hosts.typeOf,
    hostOf,
    groupOf: groups.groupOf,
    notes: [...groups.notes, ...lost],
  };
}

interface CpuOfHost {
  readonly cluster: string;
  /** As the list or the catalogue names it; may be empty. */
  readonly model: string;
  readonly exact: string;
}

/** Numbers the groups of hosts that running machines may move within. */
function grouped(
  typeOf: Int32Array,
  cpus: readonly CpuOfHost[],
  { migration }: Scenario,
): Pick<Cluster, 'groupOf' | 'notes'> {
  const keys = cpus.map(({ cluster, model, exact }) => {
    const cpu = cpuKey(model, exact, migration.cpu);
    return { text: `${cluster}\n${cpu ?? ''}`, isKnown: cpu !== null };
  });
  const numbers = new Map<string, number>();
  const groupOf = Int32Array.from(keys, ({ text }) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  const hosts = keys.filter(({ isKnown }) => !isKnown).length;
  const isOneKind =
    new Set(typeOf).size <= 1 && new Set(cpus.map(({ cluster }) => cluster)).size <= 1;
  const isAsked = migration.cpu !== 'any' && !isOneKind;
  return { groupOf, notes: isAsked && hosts > 0 ? [{ kind: 'cpu-unknown', hosts }] : [] };
}
