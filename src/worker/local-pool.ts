import type { PlannerClient } from './client.ts';
import { AbortedError } from './errors.ts';
import type { Planner } from './planner.ts';
import { createPool, type PlannerPool } from './pool.ts';

/** The pool where there are no threads: one planner, asked one job after the other, with the same answers. */
export const createLocalPool = (planner: Planner): PlannerPool =>
  createPool(() => clientOf(planner), { threads: 1 });

/** The planner itself, with the manners of one in a thread. */
function clientOf(planner: Planner): PlannerClient {
  let given: Promise<void> = Promise.resolve();
  return {
    async ask(signal, question) {
      await given;
      if (signal.aborted) throw new AbortedError('aborted before it was asked');
      let onAbort = () => {};
      const aborted = new Promise<never>((_, reject) => {
        onAbort = () => {
          planner.stop().catch(() => {});
          reject(new AbortedError('a newer question was asked'));
        };
      });
      signal.addEventListener('abort', onAbort, { once: true });
      const answer = question(planner);
      try {
        return await Promise.race([answer, aborted]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
    finishEarly() {
      planner.stop().catch(() => {});
    },
    setFleet(fleet) {
      if (fleet !== null) given = planner.useFleet(fleet);
    },
    dispose() {
      planner.stop().catch(() => {});
    },
  };
}
