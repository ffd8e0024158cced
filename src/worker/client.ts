import * as Comlink from 'comlink';
import type { Fleet } from '../model/fleet/fleet.ts';
import { doorOf } from './door.ts';
import { AbortedError, ThreadError } from './errors.ts';
import type { Planner } from './planner.ts';
import { startThread } from './start-thread.ts';

/** The thread was ended because somebody else's question was given up and it did not hear; ask another thread. */
class OutpacedError extends Error {}

/** The door to the planner's thread, as an island sees it. */
export interface PlannerClient {
  /**
   * Asks the planner. When the signal aborts, the caller is told at once, and the thread is asked to stop; a thread
   * that does not hear it soon is ended, and the next question starts another, which is given the fleet again.
   *
   * @throws AbortedError, ThreadError; what the planner throws is our defect
   */
  ask<Answer>(
    signal: AbortSignal,
    question: (planner: Planner) => Promise<Answer>,
  ): Promise<Answer>;
  /** Ends improvement; the question under way is answered with the best plan so far. */
  finishEarly(): void;
  /** The fleet that a new thread is given. Set by an import; call it for a fleet from elsewhere (null: forget it). */
  setFleet(fleet: Fleet | null): void;
  dispose(): void;
}

interface Thread {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<Planner>;
  /** Rejects when the thread ends before it answered: a call pending at `terminate()` would never settle. */
  readonly ended: Promise<never>;
  readonly end: (error: Error) => void;
  fleet: Fleet | null;
}

/** A thread that slices its work hears a stop within this time. */
const graceMilliseconds = 250;

export function createPlanner(startWorker: () => Worker = startThread): PlannerClient {
  let thread: Thread | null = null;
  let fleet: Fleet | null = null;

  function start(): Thread {
    const worker = startWorker();
    let reject: (error: Error) => void = () => {};
    const ended = new Promise<never>((_, rejected) => {
      reject = rejected;
    });
    // Nobody may be waiting when a thread ends: that is no unhandled rejection.
    ended.catch(() => {});
    const started: Thread = {
      worker,
      remote: Comlink.wrap<Planner>(worker),
      ended,
      fleet: null,
      end: (error) => {
        worker.terminate();
        if (thread === started) thread = null;
        reject(error);
      },
    };
    worker.onerror = (event) => started.end(new ThreadError(event.message));
    return started;
  }

  /** The thread with the current fleet in it. */
  async function ready(): Promise<Thread> {
    thread ??= start();
    const current = thread;
    if (fleet !== null && current.fleet !== fleet) {
      const given = fleet;
      current.fleet = given;
      await Promise.race([current.remote.useFleet(given), current.ended]);
    }
    return current;
  }

  /** The thread's planner; a fleet that it imports is kept here for the threads after it. */
  function door(current: Thread): Planner {
    const plain = doorOf(current.remote);
    return doorOf(current.remote, {
      importFiles: async (files, mapping, onProgress) => {
        const outcome = await plain.importFiles(files, mapping, onProgress);
        if (outcome.kind === 'imported') {
          fleet = outcome.fleet;
          current.fleet = fleet;
        }
        return outcome;
      },
    });
  }

  async function askOnce<Answer>(
    signal: AbortSignal,
    question: (planner: Planner) => Promise<Answer>,
  ): Promise<Answer> {
    if (signal.aborted) throw new AbortedError('aborted before it was asked');
    const current = await ready();
    if (signal.aborted) throw new AbortedError('aborted before it was asked');
    const answer = question(door(current));
    return Promise.race([answer, current.ended, whenAborted(signal, current, answer)]);
  }

  return {
    async ask(signal, question) {
      for (;;) {
        try {
          return await askOnce(signal, question);
        } catch (error) {
          // The question given up and this one shared a thread: only the former was to end with it.
          if (!(error instanceof OutpacedError) || signal.aborted) throw error;
        }
      }
    },
    finishEarly() {
      thread?.remote.stop().catch(() => {});
    },
    setFleet(given) {
      fleet = given;
      if (given === null) thread?.end(new AbortedError('the fleet was wiped'));
    },
    dispose() {
      thread?.end(new AbortedError('the planner was disposed of'));
    },
  };
}

/** Rejects when the signal aborts; stops the work, and ends the thread when it does not stop in time. */
function whenAborted(
  signal: AbortSignal,
  thread: Thread,
  answer: Promise<unknown>,
): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = () => {
      reject(new AbortedError('a newer question was asked'));
      thread.remote.stop().catch(() => {});
      const grace = setTimeout(
        () => thread.end(new OutpacedError('the thread did not stop in time')),
        graceMilliseconds,
      );
      const settled = () => clearTimeout(grace);
      answer.then(settled, settled);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const forget = () => signal.removeEventListener('abort', onAbort);
    answer.then(forget, forget);
  });
}
