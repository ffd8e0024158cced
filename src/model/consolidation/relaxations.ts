import type { Fleet } from '../fleet/fleet.ts';
import type { HostType, Scenario } from '../scenario.ts';
import { planSteps } from './consolidate.ts';
import type { PlanProgress } from './progress.ts';

/** One change of what the reader may change, and what it does to the number of hosts. */
export interface Relaxation {
  readonly change: Change;
  /** Hosts with the change; null where the plan is impossible even so. */
  readonly hosts: number | null;
  /** Hosts without it, planned the same way; null where that is impossible. */
  readonly hostsNow: number | null;
}

/** What is changed; `to` is the new value, in the unit of the setting. */
export type Change =
  | { readonly kind: 'memory-per-host'; readonly hostType: string; readonly to: number }
  | { readonly kind: 'cores-per-socket'; readonly hostType: string; readonly to: number }
  | { readonly kind: 'target-cpu'; readonly to: number }
  | { readonly kind: 'target-memory'; readonly to: number }
  | { readonly kind: 'vcpus-per-core'; readonly to: number }
  | { readonly kind: 'memory-active' }
  | { readonly kind: 'coincident' }
  | { readonly kind: 'tolerate'; readonly to: number }
  | { readonly kind: 'headroom'; readonly to: number };

/**
 * The smallest usual changes that might save hosts, each planned for real: a step of memory or cores in every host,
 * ten points of target utilization, one vCPU a core more, another memory or demand policy, one spare less.
 *
 * Yields between plans; resume with `true` to stop with what is known. Sorted by hosts saved, most first.
 */
export function* relaxationSteps(
  fleet: Fleet,
  scenario: Scenario,
): Generator<PlanProgress, readonly Relaxation[], boolean> {
  const found: Relaxation[] = [];
  const questions = changesOf(fleet, scenario);
  const hostsNow = yield* hostsOf(fleet, scenario, 0);
  for (const [index, { change, changed }] of questions.entries()) {
    const hosts = yield* hostsOf(fleet, changed, (index + 1) / (questions.length + 1));
    if (hosts === 'stopped') break;
    if (hostsNow !== 'stopped') found.push({ change, hosts, hostsNow });
  }
  const saved = ({ hosts, hostsNow: now }: Relaxation) =>
    hosts === null ? -1 : now === null ? Infinity : now - hosts;
  return found.sort((a, b) => saved(b) - saved(a));
}

/** Hosts of a first plan; 'stopped' when asked to. */
function* hostsOf(
  fleet: Fleet,
  scenario: Scenario,
  doneRatio: number,
): Generator<PlanProgress, number | null | 'stopped', boolean> {
  const plan = planSteps(fleet, { ...scenario, effort: 0 });
  let step = plan.next(false);
  while (!step.done) {
    const isStopped: boolean = yield { step: 'packing', doneRatio };
    if (isStopped) return 'stopped';
    step = plan.next(false);
  }
  return step.value.kind === 'planned' ? step.value.hosts : null;
}

interface Candidate {
  readonly change: Change;
  readonly changed: Scenario;
}

function changesOf(fleet: Fleet, scenario: Scenario): Candidate[] {
  return [
    ...scenario.hostTypes.flatMap((type, index) => hostChanges(scenario, type, index)),
    ...policyChanges(fleet, scenario),
  ];
}

/** A step of memory is a quarter of what is there, in whole modules of 64 GiB; a step of cores is an eighth. */
function hostChanges(scenario: Scenario, type: HostType, index: number): Candidate[] {
  const moduleGib = 64;
  const memoryGib =
    type.memoryGib + Math.max(1, Math.round(type.memoryGib / 4 / moduleGib)) * moduleGib;
  const coresPerSocket = type.coresPerSocket + Math.max(1, Math.round(type.coresPerSocket / 8));
  const withType = (changes: Partial<HostType>): Scenario => ({
    ...scenario,
    hostTypes: scenario.hostTypes.map((other, at) =>
      at === index ? { ...other, ...changes } : other,
    ),
  });
  return [
    {
      change: { kind: 'memory-per-host', hostType: type.id, to: memoryGib },
      changed: withType({ memoryGib }),
    },
    {
      change: { kind: 'cores-per-socket', hostType: type.id, to: coresPerSocket },
      changed: withType({ coresPerSocket }),
    },
  ];
}

function policyChanges(fleet: Fleet, scenario: Scenario): Candidate[] {
  const { capacity, demand, failure } = scenario;
  const candidates: Candidate[] = [];
  for (const resource of ['cpu', 'memory'] as const) {
    const to = Math.min(1, Math.round((capacity.targetRatio[resource] + 0.1) * 100) / 100);
    if (to <= capacity.targetRatio[resource]) continue;
    const targetRatio = { ...capacity.targetRatio, [resource]: to };
    candidates.push({
      change: { kind: resource === 'cpu' ? 'target-cpu' : 'target-memory', to },
      changed: { ...scenario, capacity: { ...capacity, targetRatio } },
    });
  }
  if (capacity.vcpusPerCore !== null) {
    const to = capacity.vcpusPerCore + 1;
    candidates.push({
      change: { kind: 'vcpus-per-core', to },
      changed: { ...scenario, capacity: { ...capacity, vcpusPerCore: to } },
    });
  }
  if (capacity.headroomRatio > 0) {
    candidates.push({
      change: { kind: 'headroom', to: 0 },
      changed: { ...scenario, capacity: { ...capacity, headroomRatio: 0 } },
    });
  }
  const hasActive =
    fleet.profile?.columns.memory !== undefined ||
    fleet.use.memory.mean.some((value) => !Number.isNaN(value));
  if (demand.memory === 'configured' && hasActive) {
    candidates.push({
      change: { kind: 'memory-active' },
      changed: { ...scenario, demand: { ...demand, memory: 'active' } },
    });
  }
  if (demand.kind !== 'coincident' && fleet.profile !== null) {
    candidates.push({
      change: { kind: 'coincident' },
      changed: { ...scenario, demand: { ...demand, kind: 'coincident' } },
    });
  }
  if (failure.tolerate > 0) {
    const to = failure.tolerate - 1;
    candidates.push({
      change: { kind: 'tolerate', to },
      changed: { ...scenario, failure: { ...failure, tolerate: to } },
    });
  }
  return candidates;
}
