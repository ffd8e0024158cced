import { at, item } from '../columns.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type DemandCache, type Question } from '../consolidation/question.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { placedOf } from '../survival/placed.ts';
import { type Admission, admitByPolicy } from './admit.ts';
import type { AdmissionAnswer, AdmissionKind, AdmissionRow } from './answer.ts';
import { admissionKinds } from './answer.ts';
import { failoverCapacity } from './percentage.ts';
import { type AdmissionProblem, admissionProblem } from './problem.ts';
import { admitByProof } from './proof.ts';
import { slotAdmission } from './slots.ts';
import { overfullHosts, worstRestart } from './worst-restart.ts';

/**
 * Lets the fleet ask for admission on the hosts of its own plan, machine by machine, under each policy; and then lets
 * hosts fail for real. Placement rules are left out: what is compared is how room is counted.
 */
export function* admissionSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache?: DemandCache,
): Generator<PlanProgress, AdmissionAnswer, boolean> {
  const plan = yield* planSteps(fleet, scenario, cache);
  if (plan.kind === 'impossible') {
    const { reasons, notes, seed } = plan;
    return { kind: 'impossible', reasons, notes, seed };
  }
  const question = buildQuestion(fleet, scenario, cache);
  return yield* compareAdmission(question, placedOf(question, plan));
}

export function* compareAdmission(
  question: Question,
  placed: Placed,
): Generator<PlanProgress, AdmissionAnswer> {
  const failures = Math.min(
    Math.max(1, question.scenario.failure.tolerate),
    Math.max(1, placed.typeOf.length - 1),
  );
  const problem = admissionProblem(question, placed.typeOf, failures);
  const rows: AdmissionRow[] = [];
  for (const [turn, policy] of admissionKinds.entries()) {
    yield { step: 'checking', doneRatio: turn / admissionKinds.length };
    const admission = yield* admit(problem, policy);
    rows.push(rowOf(question, problem, policy, admission));
  }
  return {
    kind: 'compared',
    hostTypeIndex: placed.typeOf,
    failures,
    asked: problem.asked.length,
    fleetCount: question.selection.rows.length,
    rows,
    notes: question.notes,
    seed: question.scenario.seed,
  };
}

function* admit(
  problem: AdmissionProblem,
  policy: AdmissionKind,
): Generator<PlanProgress, Admission> {
  return policy === 'proof' ? yield* admitByProof(problem) : admitByPolicy(problem, policy);
}

function rowOf(
  question: Question,
  problem: AdmissionProblem,
  policy: AdmissionKind,
  admission: Admission,
): AdmissionRow {
  const { hosts, failures, reservations, asked, cap, reservedRatio } = problem;
  const machines = Array.from(admission.rank, (rank) => item(reservations, at(asked, rank)));
  const slots = policy === 'slots' ? slotAdmission(hosts, machines, cap) : null;
  return {
    policy,
    admitted: admission.rank.length,
    promised: policy === 'none' ? null : failures,
    startable: worstRestart(problem, admission, 'reservation'),
    served: worstRestart(problem, admission, 'demand'),
    overfullHosts: overfullHosts(question, problem, admission),
    slots: slots && {
      slot: slots.slot,
      total: slots.slotsOf.reduce((all, own) => all + own, 0),
      used: slots.used,
      tolerates: slots.tolerates,
    },
    percentage:
      policy === 'percentage' ? { ...failoverCapacity(hosts, machines), reservedRatio } : null,
    endedAfterRefusals: admission.endedAfterRefusals,
  };
}
