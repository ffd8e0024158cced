import type { ImportFile, ImportOutcome } from '../import/outcome.ts';
import type { BackupAnswer } from '../model/backup/answer.ts';
import type { ClusterCache } from '../model/cluster/cluster.ts';
import type { Consolidation } from '../model/consolidation/answer.ts';
import type { DemandCache } from '../model/consolidation/question.ts';
import type { Relaxation } from '../model/consolidation/relaxations.ts';
import type { SensitivityRow } from '../model/consolidation/sensitivity.ts';
import type { PlanCache } from '../model/cost/option-hosts.ts';
import type { CostOutcome } from '../model/cost/steps.ts';
import type { FailoverAnswer } from '../model/failover/answer.ts';
import { restartTime } from '../model/failover/restart-time.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { Licensing } from '../model/licensing/licensing-steps.ts';
import type { Terms } from '../model/licensing/terms.ts';
import { preCopy } from '../model/migration/pre-copy.ts';
import { networkShare } from '../model/performance/network-share.ts';
import { pageSharing } from '../model/performance/page-sharing.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DecisionAnswer } from '../model/scoring/answer.ts';
import { failureAnswers } from './failure-questions.ts';
import type { OnProgress, Planner, Progress } from './planner.ts';

/** How long the thread may work before it looks at its messages. */
const sliceMilliseconds = 30;
/** Progress is worth showing 20 times a second, no oftener. */
const progressMilliseconds = 50;

/**
 * The planner itself, in the thread that calls it. Long work is done in slices, so that `stop` is heard; the answer
 * does not depend on how the slices fall, unless it is stopped.
 *
 * What only some questions need is loaded with the first of them: a calculator in a text is to load neither importers
 * nor the packing.
 */
export function createLocalPlanner(): Planner {
  let fleet: Fleet | null = null;
  let cache: DemandCache = { last: null };
  let clusterCache: ClusterCache = { last: null };
  let costPlans: PlanCache = { plans: new Map() };
  /** Counts the stops asked for: a run that sees the count change ends with its best. */
  let stops = 0;

  /** Drives a generator of the model to its end, slice by slice. */
  async function drive<Answer>(
    load: () => Promise<Generator<Progress, Answer, boolean>>,
    onProgress: OnProgress | null,
  ): Promise<Answer> {
    const stopsBefore = stops;
    const steps = await load();
    let sliceStart = performance.now();
    let lastProgress = Number.NEGATIVE_INFINITY;
    for (let step = steps.next(false); ; step = steps.next(stops !== stopsBefore)) {
      if (step.done) return step.value;
      const now = performance.now();
      if (onProgress !== null && now - lastProgress >= progressMilliseconds) {
        onProgress(step.value);
        lastProgress = now;
      }
      if (now - sliceStart >= sliceMilliseconds) {
        await nextMessage();
        sliceStart = performance.now();
      }
    }
  }

  function keep(given: Fleet) {
    fleet = given;
    cache = { last: null };
    clusterCache = { last: null };
    costPlans = { plans: new Map() };
  }

  function current(): Fleet {
    if (fleet === null) throw new Error('no fleet has been given to the planner');
    return fleet;
  }

  return {
    async importFiles(files: readonly ImportFile[], mapping, onProgress): Promise<ImportOutcome> {
      const { importFiles } = await import('../import/import-files.ts');
      const outcome = await importFiles(
        files,
        mapping,
        onProgress && ((step, doneRatio) => onProgress({ step, doneRatio })),
      );
      if (outcome.kind === 'imported') keep(outcome.fleet);
      return outcome;
    },
    async useFleet(given: Fleet): Promise<void> {
      keep(given);
    },
    async consolidate(scenario: Scenario, onProgress): Promise<Consolidation> {
      // Both now: another fleet may be given while the parts load.
      const [given, demandCache] = [current(), cache];
      return drive(async () => {
        const { planSteps } = await import('../model/consolidation/consolidate.ts');
        return planSteps(given, scenario, demandCache);
      }, onProgress);
    },
    async sensitivity(scenario: Scenario, onProgress): Promise<readonly SensitivityRow[]> {
      const given = current();
      return drive(async () => {
        const { sensitivitySteps } = await import('../model/consolidation/sensitivity.ts');
        return sensitivitySteps(given, scenario);
      }, onProgress);
    },
    async relaxations(scenario: Scenario, onProgress): Promise<readonly Relaxation[]> {
      const given = current();
      return drive(async () => {
        const { relaxationSteps } = await import('../model/consolidation/relaxations.ts');
        return relaxationSteps(given, scenario);
      }, onProgress);
    },
    async cost(scenario: Scenario, terms: readonly Terms[], onProgress): Promise<CostOutcome> {
      const [given, plans] = [fleet, costPlans];
      return drive(async () => {
        const { costSteps } = await import('../model/cost/steps.ts');
        return costSteps(given, scenario, terms, plans);
      }, onProgress);
    },
    async backup(scenario, rules, onProgress): Promise<BackupAnswer> {
      const given = fleet;
      return drive(async () => {
        const { backupSteps } = await import('../model/backup/plan.ts');
        return backupSteps(given, scenario, rules);
      }, onProgress);
    },
    async license(scenario: Scenario, terms: readonly Terms[], onProgress): Promise<Licensing> {
      const given = fleet;
      return drive(async () => {
        const { licensingSteps } = await import('../model/licensing/licensing-steps.ts');
        return licensingSteps(given, scenario, terms);
      }, onProgress);
    },
    async licensingOptions(scenario: Scenario, terms: readonly Terms[], onProgress) {
      const given = fleet;
      return drive(async () => {
        const { licensingOptionSteps } = await import('../model/licensing/options.ts');
        return licensingOptionSteps(given, scenario, terms);
      }, onProgress);
    },
    async decide(scenario, basis, onProgress): Promise<DecisionAnswer> {
      const [given, plans] = [fleet, costPlans];
      return drive(async () => {
        const { decisionSteps } = await import('../model/scoring/answer.ts');
        return decisionSteps(given, scenario, basis, plans);
      }, onProgress);
    },
    async failover(scenario: Scenario, onProgress): Promise<FailoverAnswer> {
      const given = fleet;
      return drive(async () => {
        const { failoverSteps } = await import('../model/failover/failover.ts');
        return failoverSteps(given, scenario);
      }, onProgress);
    },
    async whyHere(scenario, plan, row) {
      const [given, demandCache] = [current(), cache];
      const { whyHere } = await import('../model/consolidation/explain.ts');
      const { buildQuestion } = await import('../model/consolidation/question.ts');
      return whyHere(buildQuestion(given, scenario, demandCache), plan, row);
    },
    async whyNot(scenario, plan, hosts) {
      const [given, demandCache] = [current(), cache];
      const { whyNot } = await import('../model/consolidation/explain.ts');
      const { buildQuestion } = await import('../model/consolidation/question.ts');
      return whyNot(buildQuestion(given, scenario, demandCache), plan, hosts);
    },
    preCopy: async (question) => preCopy(question),
    restartTime: async (question) => restartTime(question),
    networkShare: async (question) => networkShare(question),
    pageSharing: async (question) => pageSharing(question),
    async migrateOne(settings) {
      const { migrateOne } = await import('../model/migration/one-machine.ts');
      return migrateOne(settings);
    },
    async evacuate(scenario, host, onProgress) {
      const [given, clusters] = [current(), clusterCache];
      return drive(async () => {
        const { evacuationSteps } = await import('../model/migration/answer.ts');
        return evacuationSteps(given, scenario, host, clusters);
      }, onProgress);
    },
    async patch(scenario, onProgress) {
      const [given, clusters] = [current(), clusterCache];
      return drive(async () => {
        const { patchAnswerSteps } = await import('../model/migration/answer.ts');
        return patchAnswerSteps(given, scenario, clusters);
      }, onProgress);
    },
    async balance(scenario, policies, onProgress) {
      const [given, clusters] = [current(), clusterCache];
      return drive(async () => {
        const { balanceSteps } = await import('../model/balancing/balance.ts');
        return balanceSteps(given, scenario, policies, clusters);
      }, onProgress);
    },
    async perform(scenario, onProgress) {
      const [given, demandCache] = [current(), cache];
      return drive(async () => {
        const { performSteps } = await import('../model/performance/perform.ts');
        return performSteps(given, scenario, demandCache);
      }, onProgress);
    },
    async performanceSpread(scenario, onProgress) {
      const given = current();
      return drive(async () => {
        const { planSpreadSteps } = await import('../model/performance/plan-spread.ts');
        return planSpreadSteps(given, scenario);
      }, onProgress);
    },
    async readBenchmark(text) {
      const { readBenchmarkTable } = await import('../import/benchmark-table.ts');
      return readBenchmarkTable(text);
    },
    async fitBenchmark(rows, vmsAtFull) {
      const { fitBenchmark } = await import('../model/performance/benchmark.ts');
      return fitBenchmark(rows, vmsAtFull);
    },
    ...failureAnswers({ current: () => ({ fleet: current(), cache }), drive }),
    async stop(): Promise<void> {
      stops++;
    },
  };
}

/** Lets the thread hear its messages. */
const nextMessage = () => new Promise<void>((resolve) => setTimeout(resolve));
