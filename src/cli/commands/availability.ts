import type { AvailabilityEstimate } from '../../model/availability/answer.ts';
import type { Measure } from '../../model/availability/policy.ts';
import { publicAvailability } from '../../model/availability/public-answer.ts';
import type { Scenario } from '../../model/scenario.ts';
import { estimateAvailability } from '../../worker/availability.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { createLocalPool } from '../../worker/local-pool.ts';
import { availabilityTexts, type EstimateLines } from '../availability-texts.ts';
import { type Command, exitCodes, numberOption, type Request } from '../command.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { tellObstacles } from '../tell-obstacles.ts';
import type { Texts } from '../texts.ts';
import { settingOf, wholeOption } from '../with-availability.ts';

/** Simulates years of failures. */
export const availability: Command = {
  name: 'availability',
  options: { scenario: 'text', years: 'text', runs: 'text', seed: 'text' },
  help: ({ language }) => availabilityTexts(language).pages.availability,
  run: async (request, texts) => {
    const settings = await readScenario(request, texts);
    const scenario = withOptions(settings, request, texts);
    const planner = createLocalPlanner();
    const outcome = await importAsked(planner, request, texts);
    const answer = await estimateAvailability(new AbortController().signal, scenario, {
      prepare: (question) => question(planner),
      pool: createLocalPool(planner),
      onProgress: null,
    });
    if (answer.kind === 'impossible') {
      tellObstacles(answer.reasons, { fleet: outcome.fleet, scenario, texts });
    }
    if (request.isJson) console.log(JSON.stringify(publicAvailability(outcome.fleet, answer)));
    else if (answer.kind === 'estimated') {
      console.log(availabilityTexts(texts.language).estimate(linesOf(answer, texts)));
    }
    return answer.kind === 'estimated' ? exitCodes.done : exitCodes.infeasible;
  },
};

function withOptions(scenario: Scenario, request: Request, texts: Texts): Scenario {
  const { availability: settings } = scenario;
  return settingOf(scenario, texts, {
    ...settings,
    years: numberOption(request, 'years', texts) ?? settings.years,
    runs: wholeOption(request, 'runs', texts) ?? settings.runs,
  });
}

function linesOf(answer: AvailabilityEstimate, { words }: Texts): EstimateLines {
  const { format } = words;
  const hours = (value: number) => format.withUnit(value, 'h', 5);
  const { base } = answer;
  const { ci95 } = base.downHours;
  return {
    hours: hours(base.downHours.mean),
    interval: ci95 && `${hours(ci95[0])} – ${hours(ci95[1])}`,
    nines: base.nines === null ? null : format.number(base.nines, 2),
    closedForm: hours(base.closedForm.meanDownHours),
    years: format.number(answer.years),
    runs: format.count(answer.runs),
    hosts: format.count(base.hosts),
    tolerates: format.count(base.tolerates),
    measures: answer.measures.map(({ measure, savedHours }) => ({
      kind: measure.kind,
      value: figureOf(measure, words.format.number),
      saved: savedHours && hours(savedHours.mean),
    })),
    unknown: answer.unknown,
  };
}

function figureOf(measure: Measure, number: (value: number) => string): string {
  switch (measure.kind) {
    case 'spare':
      return number(measure.hosts);
    case 'teaming':
      return number(measure.cards);
    case 'detection':
      return `${number(measure.detectionSeconds)} s`;
    case 'repair':
      return `${number(measure.mttrHours)} h`;
  }
}
