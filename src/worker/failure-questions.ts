import type { AdmissionAnswer } from '../model/admission/answer.ts';
import type { AvailabilityImpossible } from '../model/availability/answer.ts';
import type { AvailabilityModel, RunFigures, RunQuestion } from '../model/availability/model.ts';
import type { PreparedAvailability } from '../model/availability/summary.ts';
import type { PlanProgress } from '../model/consolidation/progress.ts';
import type { DemandCache } from '../model/consolidation/question.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { SiteLossAnswer } from '../model/recovery/site-loss.ts';
import type { Scenario } from '../model/scenario.ts';
import type { CleanCluster, Survival, SurvivalImpossible } from '../model/survival/answer.ts';
import type { OnProgress } from './planner.ts';

/** What the planner answers about failures and years. */
export interface FailureQuestions {
  /** Every loss of hosts, in every hour, re-placed for real. */
  survival(scenario: Scenario, onProgress: OnProgress | null): Promise<Survival>;
  /** The smallest cluster that restarts everything after the losses asked for, and which hosts would have to be added. */
  cleanCluster(
    scenario: Scenario,
    onProgress: OnProgress | null,
  ): Promise<CleanCluster | SurvivalImpossible>;
  /** The ways to decide who may start, on the same hosts. */
  admission(scenario: Scenario, onProgress: OnProgress | null): Promise<AdmissionAnswer>;
  /** Makes a simulation of years ready; its stretches of runs may go to any planner (`availability.ts`). */
  prepareAvailability(
    scenario: Scenario,
    onProgress: OnProgress | null,
  ): Promise<PreparedAvailability | AvailabilityImpossible>;
  /** Simulates a stretch of runs. Needs no fleet. */
  simulateRuns(
    model: AvailabilityModel,
    question: RunQuestion,
    onProgress: OnProgress | null,
  ): Promise<RunFigures>;
  /** The loss of the whole site. */
  siteLoss(scenario: Scenario): Promise<SiteLossAnswer>;
}

/** What the answers need of the planner in whose thread they are found. */
export interface FailureContext {
  /** The fleet and its cache, now: another fleet may be given while a part loads. */
  readonly current: () => { readonly fleet: Fleet; readonly cache: DemandCache };
  readonly drive: <Answer>(
    load: () => Promise<Generator<PlanProgress, Answer, boolean>>,
    onProgress: OnProgress | null,
  ) => Promise<Answer>;
}

export const failureAnswers = ({ current, drive }: FailureContext): FailureQuestions => ({
  async survival(scenario, onProgress) {
    const { fleet, cache } = current();
    return drive(async () => {
      const { survivalSteps } = await import('../model/survival/plan-survival.ts');
      return survivalSteps(fleet, scenario, cache);
    }, onProgress);
  },
  async cleanCluster(scenario, onProgress) {
    const { fleet, cache } = current();
    return drive(async () => {
      const { cleanClusterSteps } = await import('../model/survival/plan-survival.ts');
      return cleanClusterSteps(fleet, scenario, cache);
    }, onProgress);
  },
  async admission(scenario, onProgress) {
    const { fleet, cache } = current();
    return drive(async () => {
      const { admissionSteps } = await import('../model/admission/compare.ts');
      return admissionSteps(fleet, scenario, cache);
    }, onProgress);
  },
  async prepareAvailability(scenario, onProgress) {
    const { fleet, cache } = current();
    return drive(async () => {
      const { prepareSteps } = await import('../model/availability/availability.ts');
      return prepareSteps(fleet, scenario, cache);
    }, onProgress);
  },
  simulateRuns: (model, question, onProgress) =>
    drive(async () => {
      const { runSteps } = await import('../model/availability/runs.ts');
      return runSteps(model, question);
    }, onProgress),
  async siteLoss(scenario) {
    const { fleet, cache } = current();
    const { siteLoss } = await import('../model/recovery/site-loss.ts');
    const { buildQuestion } = await import('../model/consolidation/question.ts');
    return siteLoss(buildQuestion(fleet, scenario, cache));
  },
});
