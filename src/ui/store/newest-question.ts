/**
 * Runs one question at a time. Of those that come meanwhile only the newest is asked next: a slider asks sixty times
 * a second and the reader wants the last answer. A question that keeps the newer one waiting longer than `patience`
 * is aborted; so is one that has said, by calling `mayBeInterrupted`, that it only improves what is already shown.
 */
export interface NewestQuestion<Question> {
  readonly ask: (question: Question) => void;
  /** Ends the running question and forgets the waiting one. */
  readonly stop: () => void;
}

export type Run<Question> = (
  question: Question,
  signal: AbortSignal,
  mayBeInterrupted: () => void,
) => Promise<void>;

export function newestQuestion<Question>(
  run: Run<Question>,
  patienceMilliseconds: number,
): NewestQuestion<Question> {
  let waiting: { readonly question: Question } | null = null;
  let running: AbortController | null = null;
  let isInterruptible = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function start(question: Question) {
    const controller = new AbortController();
    running = controller;
    isInterruptible = false;
    try {
      await run(question, controller.signal, () => {
        isInterruptible = true;
        if (waiting !== null) controller.abort();
      });
    } finally {
      clearTimeout(timer);
      running = null;
      const next = waiting;
      waiting = null;
      if (next !== null) void start(next.question);
    }
  }

  return {
    ask(question) {
      if (running === null) {
        void start(question);
        return;
      }
      const { signal } = running;
      const abort = () => {
        if (running?.signal === signal) running.abort();
      };
      if (isInterruptible) {
        waiting = { question };
        abort();
        return;
      }
      if (waiting === null) timer = setTimeout(abort, patienceMilliseconds);
      waiting = { question };
    },
    stop() {
      waiting = null;
      running?.abort();
    },
  };
}

/** Resolves after a while, or at once when the signal aborts. */
export const quiet = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
