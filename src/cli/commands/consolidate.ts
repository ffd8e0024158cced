import { planHostNames } from '../../model/consolidation/host-names.ts';
import { publicConsolidation } from '../../model/consolidation/public-answer.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes } from '../command.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { contextOf, tellObstacles } from '../tell-obstacles.ts';

/** Plans a fleet: how many hosts, with proof. */
export const consolidate: Command = {
  name: 'consolidate',
  options: { scenario: 'text', seed: 'text', effort: 'text' },
  help: (texts) => texts.pages.consolidate,
  run: async (request, texts) => {
    const scenario = await readScenario(request, texts);
    const planner = createLocalPlanner();
    const outcome = await importAsked(planner, request, texts);
    const started = performance.now();
    const answer = await planner.consolidate(scenario, null);
    const seconds = (performance.now() - started) / 1000;
    const context = contextOf(
      { fleet: outcome.fleet, scenario },
      answer.kind === 'planned' ? answer.slots : null,
    );
    if (answer.kind === 'impossible') {
      tellObstacles(answer.reasons, { fleet: outcome.fleet, scenario, texts });
    }
    if (request.isJson) {
      const answerJson = publicConsolidation(outcome.fleet, scenario, answer);
      console.log(JSON.stringify({ ...answerJson, seconds }));
    } else if (answer.kind === 'planned') {
      console.log(texts.plan(answer, planHostNames(answer, scenario), context));
    }
    return answer.kind === 'planned' ? exitCodes.done : exitCodes.infeasible;
  },
};
