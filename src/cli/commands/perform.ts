import type { Performance } from '../../model/performance/answer.ts';
import {
  type PublicPerformed,
  publicPerformance,
} from '../../model/performance/public-performance.ts';
import { loadPerformanceWords, type PerformanceWords } from '../../words/performance.ts';
import { type Context, sentence } from '../../words/sentences.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes } from '../command.ts';
import { type PerformedLines, performanceTextsFor } from '../performance-texts.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { contextOf, tellObstacles } from '../tell-obstacles.ts';
import type { Texts } from '../texts.ts';

/** So many overloads are told in words; the JSON document has all. */
const shownOverloads = 20;

/** Says how fast the hosts of a plan are. */
export const perform: Command = {
  name: 'perform',
  options: { scenario: 'text', seed: 'text', effort: 'text' },
  help: (texts) => performanceTextsFor(texts.language).perform,
  run: async (request, texts) => {
    const scenario = await readScenario(request, texts);
    const planner = createLocalPlanner();
    const outcome = await importAsked(planner, request, texts);
    const started = performance.now();
    const answer = await planner.perform(scenario, null);
    const seconds = (performance.now() - started) / 1000;
    const context = contextOf(
      { fleet: outcome.fleet, scenario },
      answer.kind === 'performed' ? answer.slots : null,
    );
    if (answer.kind === 'impossible') {
      tellObstacles(answer.reasons, { fleet: outcome.fleet, scenario, texts });
    }
    const told = publicPerformance(outcome.fleet, scenario, answer);
    if (request.isJson) console.log(JSON.stringify({ ...told, seconds }));
    else if (answer.kind === 'performed' && told.kind === 'performed') {
      const own = await loadPerformanceWords(texts.language);
      const lines = linesOf({ answer, told, own, texts, context });
      console.log(performanceTextsFor(texts.language).performed(lines));
    }
    return answer.kind === 'performed' ? exitCodes.done : exitCodes.infeasible;
  },
};

interface Told {
  readonly answer: Performance;
  readonly told: PublicPerformed;
  readonly own: PerformanceWords;
  readonly texts: Texts;
  readonly context: Context;
}

function linesOf({ answer, told, own, texts, context }: Told): PerformedLines {
  const { format } = texts.words;
  const ratio = (value: number | null) =>
    value === null ? own.overloaded : format.percent(value, 1);
  const times = (value: number | null) =>
    value === null ? own.overloaded : own.answer.times(value);
  const { worstHour, moreVms, hosts, overloaded } = told;
  return {
    hosts: format.count(hosts.length),
    worstHour: format.slot(worstHour.slot, told.slots),
    worstHost: worstHour.host,
    utilization: ratio(worstHour.cpuUtilization),
    ready: ratio(worstHour.readyShare),
    stretch: times(worstHour.stretch),
    response: times(worstHour.responseRatio),
    more: moreVms.vms === null ? own.answer.unlimited : format.count(moreVms.vms),
    overloads: [
      ...answer.overloaded
        .slice(0, shownOverloads)
        .map((overload, index) =>
          own.overload(
            overload,
            overloaded[index]?.host ?? '',
            format.slot(overload.slot, told.slots),
            [
              format.amount(overload.resource, overload.demand),
              format.amount(overload.resource, overload.capacity),
            ],
          ),
        ),
      ...(overloaded.length > shownOverloads
        ? [texts.andMore(overloaded.length - shownOverloads)]
        : []),
    ],
    notes: answer.notes.map((note) => sentence(own.note, note, context)),
    perHost: hosts.map(({ host, cpuUtilization, stretch }) => ({
      host,
      utilization: ratio(cpuUtilization),
      stretch: times(stretch),
    })),
  };
}
