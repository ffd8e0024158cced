import { planHostNames } from '../../model/consolidation/host-names.ts';
import { publicConsolidation } from '../../model/consolidation/public-answer.ts';
import type { Scenario } from '../../model/scenario.ts';
import { sentence } from '../../words/sentences.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, numberOption, type Request, textOption } from '../command.ts';
import { importInto, reportImport } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import type { Texts } from '../texts.ts';

/** So many reasons are told on standard error; the JSON document has all. */
const shownReasons = 20;

/** Plans a fleet: how many hosts, with proof. */
export const consolidate: Command = {
  name: 'consolidate',
  options: { scenario: 'text', seed: 'text', effort: 'text' },
  help: (texts) => texts.pages.consolidate,
  run: async (request, texts) => {
    const settings = await readScenario(textOption(request, 'scenario'), texts);
    const scenario = withOptions(settings, request, texts);
    const planner = createLocalPlanner();
    const outcome = await importInto(planner, request.files, texts);
    if (!request.isJson) reportImport(outcome, texts);
    const started = performance.now();
    const answer = await planner.consolidate(scenario, null);
    const seconds = (performance.now() - started) / 1000;
    const context = {
      workloadName: (row: number) => outcome.fleet.names[row] ?? '',
      hostTypeName: (id: string) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
      slots: answer.kind === 'planned' ? answer.slots : null,
    };
    if (answer.kind === 'impossible') {
      for (const reason of answer.reasons.slice(0, shownReasons)) {
        console.error(`hostfit: ${sentence(texts.words.answer.obstacle, reason, context)}`);
      }
      const more = answer.reasons.length - shownReasons;
      if (more > 0) console.error(`hostfit: ${texts.andMore(more)}`);
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

/** --seed and --effort override the scenario's. */
const withOptions = (scenario: Scenario, request: Request, texts: Texts): Scenario => ({
  ...scenario,
  seed: numberOption(request, 'seed', texts) ?? scenario.seed,
  effort: numberOption(request, 'effort', texts) ?? scenario.effort,
});
