import type { AvailabilityPolicy } from '../model/availability/policy.ts';
import type { Scenario } from '../model/scenario.ts';
import { parseScenario } from '../scenario/parse.ts';
import { availabilityTexts } from './availability-texts.ts';
import { numberOption, type Request, textOption, UsageError } from './command.ts';
import type { Texts } from './texts.ts';

/** An option's value as a whole number of at least 1, or null where it was not given. */
export function wholeOption(request: Request, name: string, texts: Texts): number | null {
  const value = numberOption(request, name, texts);
  if (value === null || (Number.isInteger(value) && value >= 1)) return value;
  const given = textOption(request, name) ?? '';
  throw new UsageError(availabilityTexts(texts.language).notWhole(`--${name}`, given));
}

/** The scenario with settings from the command line, held against the ranges that a scenario file is held to. */
export function settingOf(
  scenario: Scenario,
  texts: Texts,
  availability: AvailabilityPolicy,
): Scenario {
  const parsed = parseScenario({ ...scenario, availability });
  if (parsed.kind === 'ok') return parsed.scenario;
  throw new UsageError(
    parsed.problems.map((problem) => texts.scenarioProblem('--', problem)).join('\n'),
  );
}
