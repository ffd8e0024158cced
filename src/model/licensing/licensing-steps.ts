import type { Consolidation, ConsolidationImpossible } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { type BreakEven, byCores, byMachines, byYears } from './break-even.ts';
import { type Estate, estateOfNumbers, machinesWith } from './estate.ts';
import { estateOfClusters, softwareOf } from './fleet-estate.ts';
import {
  compareHypervisors,
  type HypervisorCost,
  type LicenseAnswer,
  type LicenseNote,
  license,
} from './license.ts';
import type { LicensingPolicy } from './policy.ts';
import { type Era, type Software, software, type Terms } from './terms.ts';

/** The answer to 'what must be licensed, and what does it cost'. */
export type Licensing = Licensed | ConsolidationImpossible | { readonly kind: 'no-fleet' };

export interface Licensed extends LicenseAnswer {
  readonly kind: 'licensed';
  readonly estate: EstateSummary;
  /** The same estate under every hypervisor of the chosen one's time. */
  readonly hypervisors: readonly HypervisorCost[];
  readonly breakEvens: readonly BreakEven[];
}

export interface EstateSummary {
  readonly from: 'numbers' | 'fleet';
  readonly hosts: number;
  readonly sockets: number;
  readonly cores: number;
  readonly machines: number;
  readonly vcpus: number;
  readonly runs: Readonly<Record<Software, number>>;
}

/** Licences of plain numbers, or of a plan of the fleet. */
export function* licensingSteps(
  fleet: Fleet | null,
  scenario: Scenario,
  terms: readonly Terms[],
): Generator<PlanProgress, Licensing, boolean> {
  const { licensing: policy, failure } = scenario;
  const of = (
    estate: Estate,
    from: EstateSummary['from'],
    notes: readonly LicenseNote[],
  ): Licensed => {
    const question = { estate, policy, tolerate: failure.tolerate, terms };
    const answer = license(question);
    const era = terms.find(({ id }) => id === policy.hypervisor)?.era ?? 'today';
    const estateSummary = summaryOf(estate, from);
    return {
      kind: 'licensed',
      ...answer,
      notes: [...notes, ...answer.notes],
      estate: estateSummary,
      hypervisors: compareHypervisors(question, era),
      breakEvens: breakEvensOf(estate, estateSummary, { policy, terms, era }),
    };
  };
  if (policy.numbers !== null) return of(estateOfNumbers(policy.numbers), 'numbers', []);
  if (fleet === null) return { kind: 'no-fleet' };
  const plan: Consolidation = yield* planSteps(fleet, scenario);
  if (plan.kind === 'impossible') return plan;
  const { mask, notes } = softwareOf(fleet, policy);
  return of(estateOfClusters(fleet, mask, [plan], scenario.hostTypes), 'fleet', notes);
}

interface CurveChoice {
  readonly policy: LicensingPolicy;
  readonly terms: readonly Terms[];
  readonly era: Era;
}

/** On a host like the estate's first: guests' editions by machines, hypervisors by cores and by years. */
function breakEvensOf(
  { hosts }: Estate,
  { machines, vcpus, cores }: EstateSummary,
  { policy, terms, era }: CurveChoice,
): BreakEven[] {
  const [host] = hosts;
  if (host === undefined || machines === 0) return [];
  const vcpusPerMachine = Math.max(1, Math.round(vcpus / machines));
  const perHost = Math.ceil(machines / hosts.length);
  const guests = terms.filter(
    ({ covers, id, family }) =>
      covers === 'windows' && (family === policy.choices.windows || id === policy.choices.windows),
  );
  const hypervisors = terms.filter(
    ({ layer, rule, era: own, isSaleUncertain }) =>
      layer === 'hypervisor' && own === era && rule.metric !== 'none' && !isSaleUncertain,
  );
  const shape = { ...host, vcpusPerMachine };
  return [
    byMachines(guests, host, vcpusPerMachine, policy),
    byCores(hypervisors, { ...shape, machinesPerCore: machines / cores }, policy),
    byYears(guests, { ...shape, machines: perHost }, policy),
    // Where all are paid by the year, nothing changes with the years.
    ...(hypervisors.some(({ offer }) => offer.per === 'once')
      ? [byYears(hypervisors, { ...shape, machines: perHost }, policy)]
      : []),
  ].filter(({ curves }) => curves.length > 0);
}

export function summaryOf(estate: Estate, from: EstateSummary['from']): EstateSummary {
  const counts = software.map((which) => [which, machinesWith(estate, which)] as const);
  return {
    from,
    hosts: estate.hosts.length,
    sockets: estate.hosts.reduce((sum, { socketCount }) => sum + socketCount, 0),
    cores: estate.hosts.reduce(
      (sum, { socketCount, coresPerSocket }) => sum + socketCount * coresPerSocket,
      0,
    ),
    machines: estate.hostOf.length,
    vcpus: estate.vcpuCount.reduce((sum, vcpus) => sum + vcpus, 0),
    runs: Object.fromEntries(counts) as Record<Software, number>,
  };
}

/** Runs steps to their end without improvement being seen. */
export function finish<Step, Answer>(steps: Generator<Step, Answer, boolean>): Answer {
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}
