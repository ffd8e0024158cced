import type { BenchmarkTable } from '../import/benchmark-table.ts';
import type { ColumnMapping, ImportFile, ImportOutcome } from '../import/outcome.ts';
import type { BackupAnswer } from '../model/backup/answer.ts';
import type { BackupRules } from '../model/backup/method.ts';
import type { Balance } from '../model/balancing/balance.ts';
import type { PolicyId } from '../model/balancing/settings.ts';
import type { Consolidation, ConsolidationImpossible } from '../model/consolidation/answer.ts';
import type { Explained, WhyHere, WhyNot } from '../model/consolidation/explain.ts';
import type { Relaxation } from '../model/consolidation/relaxations.ts';
import type { SensitivityRow } from '../model/consolidation/sensitivity.ts';
import type { CostOutcome } from '../model/cost/steps.ts';
import type { FailoverAnswer } from '../model/failover/answer.ts';
import type { RestartQuestion, RestartTime } from '../model/failover/restart-time.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { Licensing } from '../model/licensing/licensing-steps.ts';
import type { LicensingOptions } from '../model/licensing/options.ts';
import type { Terms } from '../model/licensing/terms.ts';
import type { EvacuationAnswer, PatchAnswer } from '../model/migration/answer.ts';
import type { OneMachine } from '../model/migration/one-machine.ts';
import type { PreCopy, PreCopyQuestion } from '../model/migration/pre-copy.ts';
import type { MigrationSettings } from '../model/migration/settings.ts';
import type { PerformanceAnswer } from '../model/performance/answer.ts';
import type { BenchmarkFit, BenchmarkRow } from '../model/performance/benchmark.ts';
import type { NetworkShare, NetworkShareQuestion } from '../model/performance/network-share.ts';
import type { PageSharing, PageSharingQuestion } from '../model/performance/page-sharing.ts';
import type { PlanSpread } from '../model/performance/plan-spread.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DecisionAnswer, DecisionBasis } from '../model/scoring/answer.ts';
import type { FailureQuestions } from './failure-questions.ts';

/** How far a job has come; advisory, paced to at most 20 a second. */
export interface Progress {
  readonly step: 'reading' | 'parsing' | 'packing' | 'improving' | 'checking' | 'simulating';
  /** 0…1. */
  readonly doneRatio: number;
  /** While packing: the best plan so far and its proven bound. */
  readonly hosts?: number;
  readonly lowerBound?: number;
}
export type OnProgress = (progress: Progress) => void;

/**
 * The planner: one interface, two homes. In the browser it is a Web Worker behind Comlink; in Node the same object is
 * called directly. The fleet is given once and kept, because questions come at every move of a slider.
 *
 * Answers are plain data (they pass a structured clone); what may happen is a value, never an exception.
 */
export interface Planner extends FailureQuestions {
  /** Reads files into a fleet, and keeps it as the current one when it worked. */
  importFiles(
    files: readonly ImportFile[],
    mapping: ColumnMapping | null,
    onProgress: OnProgress | null,
  ): Promise<ImportOutcome>;
  /** Makes an already imported fleet (from IndexedDB or a project file) the current one. */
  useFleet(fleet: Fleet): Promise<void>;
  /** Plans the current fleet. */
  consolidate(scenario: Scenario, onProgress: OnProgress | null): Promise<Consolidation>;
  /** The host count at other values of each slider, for the sensitivity chart. */
  sensitivity(
    scenario: Scenario,
    onProgress: OnProgress | null,
  ): Promise<readonly SensitivityRow[]>;
  /** Which small changes of settings or hosts would save hosts, each planned for real. */
  relaxations(scenario: Scenario, onProgress: OnProgress | null): Promise<readonly Relaxation[]>;
  /** What every host of a plan says to one workload (a fleet row); null for one that the plan does not place. */
  whyHere(scenario: Scenario, plan: Explained, row: number): Promise<WhyHere | null>;
  /** What proves that so few hosts cannot do, if anything does. */
  whyNot(scenario: Scenario, plan: Explained, hosts: number): Promise<WhyNot>;
  /** What staying and the scenario's options cost over the years; needs a fleet only where an option gives no number. */
  cost(
    scenario: Scenario,
    terms: readonly Terms[],
    onProgress: OnProgress | null,
  ): Promise<CostOutcome>;
  /** What happens when the scenario's incidents strike the cluster; the report's test bed needs no fleet. */
  failover(scenario: Scenario, onProgress: OnProgress | null): Promise<FailoverAnswer>;
  /** The rounds, time and downtime of one live migration. Needs no fleet, as the following three. */
  preCopy(question: PreCopyQuestion): Promise<PreCopy>;
  /** From a host's failure to its machines' return. */
  restartTime(question: RestartQuestion): Promise<RestartTime>;
  /** What each machine gets of network cards that all saturate. */
  networkShare(question: NetworkShareQuestion): Promise<NetworkShare>;
  /** What like guests save by keeping identical pages once. */
  pageSharing(question: PageSharingQuestion): Promise<PageSharing>;
  /** Backups of the current fleet, or without one of as many like machines as the scenario gives. */
  backup(
    scenario: Scenario,
    rules: BackupRules,
    onProgress: OnProgress | null,
  ): Promise<BackupAnswer>;
  /** One live migration with what its product does when the copy does not catch up. Needs no fleet. */
  migrateOne(settings: MigrationSettings): Promise<OneMachine>;
  /** Empties a host of the current fleet; null: the fullest. */
  evacuate(
    scenario: Scenario,
    host: string | null,
    onProgress: OnProgress | null,
  ): Promise<EvacuationAnswer>;
  /** Patches all hosts one after the other. */
  patch(scenario: Scenario, onProgress: OnProgress | null): Promise<PatchAnswer>;
  /** Runs rules of dynamic placement over the fleet's profile; null: all of them, and no moves beside. */
  balance(
    scenario: Scenario,
    policies: readonly PolicyId[] | null,
    onProgress: OnProgress | null,
  ): Promise<Balance>;
  /** Plans the current fleet, and says how fast its hosts are in every slot. */
  perform(scenario: Scenario, onProgress: OnProgress | null): Promise<PerformanceAnswer>;
  /** Hosts and response time under the scenario's spreads: some dozens of plans. */
  performanceSpread(
    scenario: Scenario,
    onProgress: OnProgress | null,
  ): Promise<PlanSpread | ConsolidationImpossible>;
  /** Reads a table of the reader's own benchmark. Needs no fleet, as the next one. */
  readBenchmark(text: string): Promise<BenchmarkTable>;
  /** Fits a benchmark, path by path. */
  fitBenchmark(rows: readonly BenchmarkRow[], vmsAtFull: number | null): Promise<BenchmarkFit>;
  /** What must be licensed and what it costs: of plain numbers, or of a plan of the current fleet. */
  license(
    scenario: Scenario,
    terms: readonly Terms[],
    onProgress: OnProgress | null,
  ): Promise<Licensing>;
  /** Sub-clusters for licensed machines, and host types, each planned and billed for real; null without a fleet. */
  licensingOptions(
    scenario: Scenario,
    terms: readonly Terms[],
    onProgress: OnProgress | null,
  ): Promise<LicensingOptions | null>;
  /**
   * Ranks the products by the reader's weights, and says how sure that is. Needs no fleet; with one, or with hosts in
   * the scenario, what each product costs is a criterion.
   */
  decide(
    scenario: Scenario,
    basis: DecisionBasis,
    onProgress: OnProgress | null,
  ): Promise<DecisionAnswer>;
  /** Ends what runs: a plan in improvement is answered with its best so far. */
  stop(): Promise<void>;
}
