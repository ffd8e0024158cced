import { type ReadonlySignal, signal } from '@preact/signals';
import type { PlannerClient } from '~/worker/client.ts';
import type { OnProgress, Planner, Progress } from '~/worker/planner.ts';
import { messageOf } from './fleet-session.ts';
import { newestQuestion, quiet } from './newest-question.ts';

/** What the planner is doing for a tool. */
export type ToolWork =
  | { readonly kind: 'rest' }
  | { readonly kind: 'asking'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly message: string };

/** A question of a tool that is asked again at every change, and the newest answer to it. */
export interface ToolAnswer<Question, Answer> {
  /** With the question that it answers: the reader may have moved on. Null before the first answer. */
  readonly answered: ReadonlySignal<{
    readonly question: Question;
    readonly answer: Answer;
  } | null>;
  readonly work: ReadonlySignal<ToolWork>;
  readonly ask: (question: Question) => void;
  /** Ends what runs; the last answer stays. */
  readonly stop: () => void;
  /** Ends what runs and forgets the answer. */
  readonly clear: () => void;
}

/** How long a newer question waits for the running one before that is aborted. */
const patience = 400;

/**
 * Asks the planner one question at a time; of those that come meanwhile only the newest is asked next.
 *
 * @param restMilliseconds how long the reader's hand must rest before it is asked: for questions that take long
 */
export function createToolAnswer<Question, Answer>(
  planner: PlannerClient,
  put: (door: Planner, question: Question, onProgress: OnProgress) => Promise<Answer>,
  restMilliseconds = 0,
): ToolAnswer<Question, Answer> {
  const answered = signal<{ readonly question: Question; readonly answer: Answer } | null>(null);
  const work = signal<ToolWork>({ kind: 'rest' });

  const questions = newestQuestion<Question>(async (question, abort, mayBeInterrupted) => {
    work.value = { kind: 'asking', progress: null };
    if (restMilliseconds > 0) {
      mayBeInterrupted();
      await quiet(restMilliseconds, abort);
      if (abort.aborted) return;
    }
    // Progress goes its own way between threads and may arrive after the answer: then it is news of the past.
    let isSettled = false;
    const onProgress = (progress: Progress) => {
      if (!abort.aborted && !isSettled) work.value = { kind: 'asking', progress };
    };
    try {
      const answer = await planner.ask(abort, (door) => put(door, question, onProgress));
      if (abort.aborted) return;
      answered.value = { question, answer };
      work.value = { kind: 'rest' };
    } catch (error) {
      if (!abort.aborted) work.value = { kind: 'failed', message: messageOf(error) };
    } finally {
      isSettled = true;
    }
  }, patience);

  const stop = () => {
    questions.stop();
    work.value = { kind: 'rest' };
  };
  return {
    answered,
    work,
    ask: questions.ask,
    stop,
    clear() {
      stop();
      answered.value = null;
    },
  };
}
