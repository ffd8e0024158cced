import { effect } from '@preact/signals';
import type { AdmissionAnswer } from '~/model/admission/answer.ts';
import type { Availability } from '~/model/availability/answer.ts';
import type { SiteLossAnswer } from '~/model/recovery/site-loss.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { CleanCluster, Survival, SurvivalImpossible } from '~/model/survival/answer.ts';
import { estimateAvailability } from '~/worker/availability.ts';
import { createPlanner } from '~/worker/client.ts';
import { createPool } from '~/worker/pool.ts';
import {
  createFleetSession,
  type FleetSession,
  type FleetSessionParts,
} from '../store/fleet-session.ts';
import { type SideQuestion, sideQuestion } from '../store/side-question.ts';
import { createToolAnswer, type ToolAnswer } from '../store/tool-answer.ts';

/** The fleet, the settings, and what is asked about failures: some at every change, some when the reader wants it. */
export interface FailureSession extends FleetSession {
  readonly survival: ToolAnswer<Scenario, Survival>;
  readonly admission: ToolAnswer<Scenario, AdmissionAnswer>;
  readonly site: ToolAnswer<Scenario, SiteLossAnswer>;
  readonly clean: SideQuestion<CleanCluster | SurvivalImpossible>;
  readonly years: SideQuestion<{ readonly scenario: Scenario; readonly answer: Availability }>;
}

/** How long the reader's hand rests before a question that takes seconds is asked. */
const rest = 350;

export function createFailureSession(parts: Omit<FleetSessionParts, 'makeRoom'>): FailureSession {
  const { planner } = parts;
  const pool = createPool(createPlanner);
  const survival = createToolAnswer<Scenario, Survival>(
    planner,
    (door, scenario, tell) => door.survival(scenario, tell),
    rest,
  );
  const admission = createToolAnswer<Scenario, AdmissionAnswer>(
    planner,
    (door, scenario, tell) => door.admission(scenario, tell),
    2 * rest,
  );
  const site = createToolAnswer<Scenario, SiteLossAnswer>(
    planner,
    (door, scenario) => door.siteLoss(scenario),
    rest,
  );
  const answers = [survival, admission, site];
  const session = createFleetSession({
    ...parts,
    makeRoom: () => {
      for (const answer of answers) answer.stop();
    },
  });
  const clean = sideQuestion((abort, tell) =>
    planner.ask(abort, (door) => door.cleanCluster(session.scenario.peek(), tell)),
  );
  const years = sideQuestion(async (abort, tell) => {
    const scenario = session.scenario.peek();
    const answer = await estimateAvailability(abort, scenario, {
      prepare: (question) => planner.ask(abort, question),
      pool,
      onProgress: tell,
    });
    return { scenario, answer };
  });
  const stopAsking = effect(() => {
    const loaded = session.loaded.value;
    const scenario = session.scenario.value;
    clean.forget();
    if (loaded === null) {
      for (const answer of answers) answer.clear();
      years.forget();
    } else for (const answer of answers) answer.ask(scenario);
  });
  return {
    ...session,
    survival,
    admission,
    site,
    clean,
    years,
    end() {
      stopAsking();
      for (const answer of answers) answer.stop();
      years.forget();
      clean.forget();
      pool.dispose();
      session.end();
    },
  };
}
