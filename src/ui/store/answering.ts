import { type ReadonlySignal, signal } from '@preact/signals';
import type { Consolidation } from '~/model/consolidation/answer.ts';
import type { SensitivityRow } from '~/model/consolidation/sensitivity.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { Progress } from '~/worker/planner.ts';
import { newestQuestion, quiet } from './newest-question.ts';

export interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
}

/** The newest answer, with the question that it answers (the reader may have moved on). */
export interface Answered extends Question {
  readonly answer: Consolidation;
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
  readonly sensitivity: ReadonlySignal<Sensitivity>;
  readonly ask: (question: Question) => void;
  /** Ends the search for something better and keeps what is shown. */
  readonly keepBest: () => void;
  /** Makes room for an import; the answer stays. */
  readonly pause: () => void;
  readonly clear: () => void;
  readonly askSensitivity: () => void;
}

/** The host count at other values of the rules, for the answer that is shown. */
export type Sensitivity =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly doneRatio: number }
  | { readonly kind: 'done'; readonly rows: readonly SensitivityRow[]; readonly scenario: Scenario }
  | { readonly kind: 'failed'; readonly message: string };

/** How long a newer question waits for the running one before that is aborted. */
const patience = 400;
/** How long the reader's hand must rest before a better plan is looked for. */
const restMilliseconds = 350;

const nothing: Sensitivity = { kind: 'none' };

/** Asks for a plan at every change: a first one at once, a better one while the reader looks at it. */
export function createAnswering(planner: PlannerClient): Answering {
  const answered = signal<Answered | null>(null);
  const work = signal<Work>({ kind: 'rest' });
  const sensitivity = signal<Sensitivity>(nothing);
  let sensitivityJob: AbortController | null = null;
  /** The reader ended the improvement: its answer is the best plan so far. */
  let isStopped = false;

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
    const answer = await planner.ask(abort, (door) =>
      door.consolidate(question.scenario, onProgress),
    );
    answered.value = { ...question, answer };
    work.value = { kind: isStopped ? 'stopped' : 'rest' };
  }

  const questions = newestQuestion<Question>(async (question, abort, mayBeInterrupted) => {
    sensitivityJob?.abort();
    sensitivity.value = nothing;
    work.value = { kind: 'asking' };
    const first = { ...question.scenario, effort: 0 };
    try {
      const answer = await planner.ask(abort, (door) => door.consolidate(first, null));
      if (abort.aborted) return;
      answered.value = { ...question, answer };
      work.value = { kind: 'rest' };
      mayBeInterrupted();
      const canImprove =
        answer.kind === 'planned' && answer.gap > 0 && question.scenario.effort > 0;
      if (canImprove && !abort.aborted) await improve(question, abort);
    } catch (error) {
      if (!abort.aborted) work.value = { kind: 'failed', message: String(error) };
    }
  }, patience);

  async function askSensitivity() {
    const current = answered.value;
    if (current === null) return;
    sensitivityJob?.abort();
    const job = new AbortController();
    sensitivityJob = job;
    questions.stop();
    work.value = { kind: 'rest' };
    sensitivity.value = { kind: 'asking', doneRatio: 0 };
    const onProgress = ({ doneRatio }: Progress) => {
      if (sensitivityJob === job) sensitivity.value = { kind: 'asking', doneRatio };
    };
    const first = { ...current.scenario, effort: 0 };
    try {
      const rows = await planner.ask(job.signal, (door) => door.sensitivity(first, onProgress));
      if (sensitivityJob === job) {
        sensitivity.value = { kind: 'done', rows, scenario: current.scenario };
      }
    } catch (error) {
      if (sensitivityJob === job && !job.signal.aborted) {
        sensitivity.value = { kind: 'failed', message: String(error) };
      }
    }
  }

  const pause = () => {
    questions.stop();
    sensitivityJob?.abort();
    work.value = { kind: 'rest' };
  };
  return {
    answered,
    work,
    sensitivity,
    ask: questions.ask,
    keepBest() {
      if (work.value.kind !== 'improving') return;
      isStopped = true;
      planner.finishEarly();
    },
    pause,
    clear() {
      pause();
      answered.value = null;
      sensitivity.value = nothing;
    },
    askSensitivity: () => void askSensitivity(),
  };
}
