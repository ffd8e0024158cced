import { useEffect, useState } from 'preact/hooks';
import { defaultScenario } from '~/scenario/defaults.ts';
import type { ScenarioProblem } from '~/scenario/parse.ts';
import type { Language } from '~/words/format.ts';
import { loadWords, type Words } from '~/words/words.ts';
import { createPlanner, type PlannerClient } from '~/worker/client.ts';
import { keepAddress, restore } from '../store/continuity.ts';
import { browserKeeper } from '../store/fleet-keeper.ts';
import {
  createFleetSession,
  type FleetSession,
  type FleetSessionParts,
} from '../store/fleet-session.ts';

/** What a tool page works with once everything is loaded. */
export interface FleetTool<Session extends FleetSession, Own> {
  readonly words: Words;
  /** The tool's own texts. */
  readonly own: Own;
  readonly session: Session;
  readonly planner: PlannerClient;
  /** What is wrong with the settings in the address; they are not used then. */
  readonly problems: readonly ScenarioProblem[];
}

export interface FleetToolParts<Session extends FleetSession, Own> {
  readonly loadOwn: (language: Language) => Promise<Own>;
  /** Makes the tool's session out of the common one; called once. Its `end` is called when the page is left. */
  readonly createSession: (parts: Omit<FleetSessionParts, 'makeRoom'>) => Session;
}

/**
 * The common life of a tool page: a planner's thread, the fleet and the settings that this browser keeps (shared by
 * all tools), the settings in the address, and the texts of one language. Null until all of it is there.
 *
 * @param parts must be the same object at every call: define it outside the component
 */
export function useFleetTool<Session extends FleetSession, Own>(
  language: Language,
  parts: FleetToolParts<Session, Own>,
): FleetTool<Session, Own> | null {
  const [ready, setReady] = useState<FleetTool<Session, Own> | null>(null);
  useEffect(() => {
    const keeper = browserKeeper();
    const planner = createPlanner();
    const session = parts.createSession({ planner, keeper, start: defaultScenario });
    let forget = () => {};
    const start = async () => {
      const [words, own, problems] = await Promise.all([
        loadWords(language),
        parts.loadOwn(language),
        restore(session, keeper),
      ]);
      forget = keepAddress(session, keeper);
      setReady({ words, own, session, planner, problems });
    };
    void start();
    return () => {
      forget();
      session.end();
    };
  }, [language, parts]);
  return ready;
}

/** For tools that keep no more than the fleet and the settings. */
export const plainSession = (parts: Omit<FleetSessionParts, 'makeRoom'>) =>
  createFleetSession({ ...parts, makeRoom: () => {} });
