import type { Scenario } from '../model/scenario.ts';
import { defaultScenario } from '../scenario/defaults.ts';
import { parseScenario, type ScenarioProblem } from '../scenario/parse.ts';
import { isPlain } from '../scenario/plain.ts';
import { idProblems } from './check-ids.ts';
import { numberOption, type Request, textOption, UsageError } from './command.ts';
import { bytesOf } from './read-files.ts';
import { withNamedEntries } from './read-named.ts';
import type { Texts } from './texts.ts';

/**
 * Reads a scenario file: any part of a scenario, as JSON. In place of a host type it may name one of the catalogue
 * (`"hostTypes": ["id"]` or `{ "catalogue": "id", "memoryGib": 768 }`), and likewise an overhead set
 * (`"overhead": "id"`), a product's limits of migration and a product's timers (`"failover": { "timers": "id" }`).
 *
 * --seed and --effort override it, in the commands that have them.
 *
 * @throws UsageError with every wrong value and unknown id, each with its place and what was expected
 */
export async function readScenario(request: Request, texts: Texts): Promise<Scenario> {
  const path = textOption(request, 'scenario');
  if (path === null) return withOptions(defaultScenario, request, texts);
  const given = readJson(path, await bytesOf(path, texts), texts);
  const { raw, problems } = await withNamedEntries(given, texts.language);
  const parsed = parseScenario(raw);
  const found: readonly ScenarioProblem[] =
    parsed.kind === 'bad'
      ? parsed.problems
      : await idProblems(isPlain(raw) ? raw : {}, parsed.scenario);
  if (parsed.kind === 'ok' && problems.length + found.length === 0) {
    return withOptions(parsed.scenario, request, texts);
  }
  throw new UsageError(
    [...problems, ...found].map((problem) => texts.scenarioProblem(path, problem)).join('\n'),
  );
}

const withOptions = (scenario: Scenario, request: Request, texts: Texts): Scenario => ({
  ...scenario,
  seed: numberOption(request, 'seed', texts) ?? scenario.seed,
  effort: numberOption(request, 'effort', texts) ?? scenario.effort,
});

function readJson(path: string, bytes: Uint8Array, texts: Texts): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UsageError(texts.notJson(path, error instanceof Error ? error.message : ''));
  }
}
