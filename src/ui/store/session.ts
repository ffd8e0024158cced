import { effect } from '@preact/signals';
import { type Answering, createAnswering } from './answering.ts';
import { createFleetSession, type FleetSession, type FleetSessionParts } from './fleet-session.ts';

/** All that the consolidation tool knows while the page is open. */
export interface Session extends FleetSession {
  readonly answering: Answering;
}

export type SessionParts = Omit<FleetSessionParts, 'makeRoom'>;

/** A fleet session whose every change of fleet or settings asks for a plan. */
export function createSession(parts: SessionParts): Session {
  const answering = createAnswering(parts.planner);
  const session = createFleetSession({ ...parts, makeRoom: answering.pause });
  const stopAnswering = effect(() => {
    const fleet = session.loaded.value?.fleet ?? null;
    const scenario = session.scenario.value;
    if (fleet === null) answering.clear();
    else answering.ask({ fleet, scenario });
  });
  return {
    ...session,
    answering,
    end() {
      stopAnswering();
      answering.clear();
      session.end();
    },
  };
}
