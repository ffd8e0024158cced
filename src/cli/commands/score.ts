import { publicDecision } from '../../model/scoring/public-decision.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes } from '../command.ts';
import { readDecision } from '../read-decision.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { scoreTexts } from '../score-texts.ts';

/** Which product by the reader's weights, and how sure that is. */
export const score: Command = {
  name: 'score',
  options: { scenario: 'text' },
  help: ({ language }) => scoreTexts[language].page,
  run: async (request, texts) => {
    const scenario = await readScenario(request, texts);
    const data = await readDecision();
    const planner = createLocalPlanner();
    const fleet =
      request.files.length === 0 ? null : (await importAsked(planner, request, texts)).fleet;
    const answer = await planner.decide(scenario, data.basis, null);
    const own = scoreTexts[texts.language];
    if (answer.decision.kind === 'none-left') console.error(`hostfit: ${own.noneLeft}`);
    if (request.isJson) console.log(JSON.stringify(publicDecision(answer, scenario, fleet)));
    else console.log(own.decision({ answer, scenario, data, fleet }));
    return answer.decision.kind === 'ranked' ? exitCodes.done : exitCodes.infeasible;
  },
};
