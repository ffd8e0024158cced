import { type ReadonlySignal, signal } from '@preact/signals';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { PerformanceAnswer } from '~/model/performance/answer.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { Progress } from '~/worker/planner.ts';
import { messageOf } from '../store/fleet-session.ts';
import { newestQuestion, quiet } from '../store/newest-question.ts';

export interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
}

export interface Answered extends Question {
  readonly answer: PerformanceAnswer;
  /** False for the hosts of a first plan: those of the improved one are still to come. */
  readonly isWhole: boolean;
}

export type Work =
  | { readonly kind: 'rest' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'improving'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly message: string };

export interface PerformanceAnswering {
  readonly answered: ReadonlySignal<Answered | null>;
  readonly work: ReadonlySignal<Work>;
  readonly ask: (question: Question) => void;
  /** Ends the plan's improvement: the answer is that of the best plan so far. */
  readonly finishEarly: () => void;
  readonly pause: () => void;
  readonly clear: () => void;
}

/** How long a newer question waits for the running one before that is aborted. */
const patience = 400;
/** How long the reader's hand must rest before the plan is improved. */
const restMilliseconds = 350;

/** Asks at every change: for the hosts of a first plan at once, for those of the improved one while the hand rests. */
export function createPerformanceAnswering(planner: PlannerClient): PerformanceAnswering {
  const answered = signal<Answered | null>(null);
  const work = signal<Work>({ kind: 'rest' });

  async function improve(question: Question, abort: AbortSignal) {
    await quiet(restMilliseconds, abort);
    if (abort.aborted) return;
    work.value = { kind: 'improving', progress: null };
    const onProgress = (progress: Progress) => {
      if (!abort.aborted && work.value.kind === 'improving') {
        work.value = { kind: 'improving', progress };
      }
    };
    const answer = await planner.ask(abort, (door) => door.perform(question.scenario, onProgress));
    answered.value = { ...question, answer, isWhole: true };
    work.value = { kind: 'rest' };
  }

  const questions = newestQuestion<Question>(async (question, abort, mayBeInterrupted) => {
    work.value = { kind: 'asking' };
    try {
      const first = { ...question.scenario, effort: 0 };
      const answer = await planner.ask(abort, (door) => door.perform(first, null));
      if (abort.aborted) return;
      const isWhole = answer.kind === 'impossible' || question.scenario.effort === 0;
      answered.value = { ...question, answer, isWhole };
      work.value = { kind: 'rest' };
      mayBeInterrupted();
      if (!isWhole && !abort.aborted) await improve(question, abort);
    } catch (error) {
      if (!abort.aborted) work.value = { kind: 'failed', message: messageOf(error) };
    }
  }, patience);

  const pause = () => {
    questions.stop();
    work.value = { kind: 'rest' };
  };
  return {
    answered,
    work,
    ask: questions.ask,
    finishEarly() {
      if (work.value.kind === 'improving') planner.finishEarly();
    },
    pause,
    clear() {
      pause();
      answered.value = null;
    },
  };
}
