import { type ReadonlySignal, signal } from '@preact/signals';
import type { Consolidation } from '~/model/consolidation/answer.ts';
import type { Relaxation } from '~/model/consolidation/relaxations.ts';
import type { SensitivityRow } from '~/model/consolidation/sensitivity.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import { createPlanner, type PlannerClient } from '~/worker/client.ts';
import type { OnProgress, Planner, Progress } from '~/worker/planner.ts';
import type { PlannerPool } from '~/worker/pool.ts';
import { newestQuestion, quiet } from './newest-question.ts';
import { type SideQuestion, sideQuestion } from './side-question.ts';

export interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
}

/** The newest answer, with the question that it answers (the reader may have moved on). */
export interface Answered extends Question {
  readonly answer: Consolidation;
  /** False for a first plan: the whole answer, improved and with its comparisons, is still to come. */
  readonly isWhole: boolean;
}

/** What the planner is doing. */
export type Work =
  | { readonly kind: 'rest' }
  | { readonly kind: 'asking' }
  /** An answer is shown and a better one is looked for. */
  | { readonly kind: 'improving'; readonly progress: Progress | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Answering {
  readonly answered: ReadonlySignal<Answered | null>;
  readonly work: ReadonlySignal<Work>;
  /** The host count at other values of the rules. */
  readonly sensitivity: SideQuestion<readonly SensitivityRow[]>;
  /** Small changes that would save hosts. */
  readonly relaxations: SideQuestion<readonly Relaxation[]>;
  readonly ask: (question: Question) => void;
  /** Ends the search for something better and keeps what is shown. */
  readonly keepBest: () => void;
  /** Makes room for an import; the answer stays. */
  readonly pause: () => void;
  readonly clear: () => void;
}

/** How long a newer question waits for the running one before that is aborted. */
const patience = 400;
/** How long the reader's hand must rest before a better plan is looked for. */
const restMilliseconds = 350;

/** Asks for a plan at every change: a first one at once, a better one while the reader looks at it. */
export function createAnswering(
  planner: PlannerClient,
  startClient: () => PlannerClient = createPlanner,
): Answering {
  const answered = signal<Answered | null>(null);
  const work = signal<Work>({ kind: 'rest' });
  /** The improvement was ended: its answer is the best plan so far. */
  let isStopped = false;
  /** Threads for further seeds; none until they are asked for. */
  let pool: PlannerPool | null = null;

  const keepBest = () => {
    if (work.value.kind !== 'improving') return;
    isStopped = true;
    planner.finishEarly();
    pool?.finishEarly();
  };
  /** Many first plans of the scenario that is answered, changed in one respect. */
  const variations = <Value>(
    ask: (door: Planner, scenario: Scenario, onProgress: OnProgress) => Promise<Value>,
  ) =>
    sideQuestion<Value>((signal, onProgress) => {
      const current = answered.peek();
      if (current === null) throw new Error('nothing has been answered yet');
      // One thread: what is asked now should not wait for the last bit of improvement.
      keepBest();
      const first = { ...current.scenario, effort: 0 };
      return planner.ask(signal, (door) => ask(door, first, onProgress));
    });
  const sensitivity = variations((door, scenario, onProgress) =>
    door.sensitivity(scenario, onProgress),
  );
  const relaxations = variations((door, scenario, onProgress) =>
    door.relaxations(scenario, onProgress),
  );
  const forgetSides = () => {
    sensitivity.forget();
    relaxations.forget();
  };

  /** The same as one thread would answer that tries the seeds one after the other. */
  async function withAllSeeds(
    { fleet, scenario }: Question,
    abort: AbortSignal,
    onProgress: OnProgress,
  ) {
    // Loaded where it is wanted: most readers try one seed.
    const [{ createPool }, { bestPlan, seedScenarios }] = await Promise.all([
      import('~/worker/pool.ts'),
      import('~/model/consolidation/best-plan.ts'),
    ]);
    pool ??= createPool(startClient);
    pool.setFleet(fleet);
    const answers = await pool.run(abort, {
      jobs: seedScenarios(scenario),
      ask: (door, job, tell) => door.consolidate(job, tell),
      onProgress,
    });
    return bestPlan(scenario, answers);
  }

  async function improve(question: Question, abort: AbortSignal) {
    await quiet(restMilliseconds, abort);
    if (abort.aborted) return;
    isStopped = false;
    work.value = { kind: 'improving', progress: null };
    const onProgress = (progress: Progress) => {
      if (!abort.aborted && work.value.kind === 'improving') {
        work.value = { kind: 'improving', progress };
      }
    };
    const answer = await (question.scenario.seedCount === 1
      ? planner.ask(abort, (door) => door.consolidate(question.scenario, onProgress))
      : withAllSeeds(question, abort, onProgress));
    answered.value = { ...question, answer, isWhole: true };
    work.value = { kind: isStopped ? 'stopped' : 'rest' };
  }

  const questions = newestQuestion<Question>(async (question, abort, mayBeInterrupted) => {
    forgetSides();
    work.value = { kind: 'asking' };
    const first = { ...question.scenario, effort: 0 };
    try {
      const answer = await planner.ask(abort, (door) => door.consolidate(first, null));
      if (abort.aborted) return;
      // Also where the first plan is optimal already: only the whole question has the whole answer, with the other
      // demand policies to compare; it is then quickly answered.
      const isWhole = answer.kind === 'impossible' || question.scenario.effort === 0;
      answered.value = { ...question, answer, isWhole };
      work.value = { kind: 'rest' };
      mayBeInterrupted();
      if (!isWhole && !abort.aborted) await improve(question, abort);
    } catch (error) {
      if (!abort.aborted) work.value = { kind: 'failed', message: String(error) };
    }
  }, patience);

  const pause = () => {
    questions.stop();
    forgetSides();
    work.value = { kind: 'rest' };
  };
  return {
    answered,
    work,
    sensitivity,
    ask: questions.ask,
    relaxations,
    keepBest,
    pause,
    clear() {
      pause();
      pool?.dispose();
      pool = null;
      answered.value = null;
    },
  };
}
