import * as Comlink from 'comlink';
import type { Planner } from '../../src/worker/planner.ts';

/** A thread that is none: the planner behind a message channel, so that everything passes a structured clone. */
export function fakeThread(planner: Planner, ports: MessagePort[]): Worker {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  Comlink.expose(planner, port2);
  return Object.assign(port1, {
    terminate: () => {
      port1.close();
      port2.close();
    },
    onerror: null,
  }) as unknown as Worker;
}
