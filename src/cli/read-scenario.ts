import type { Scenario } from '../model/scenario.ts';
import {
  type Catalogue,
  parseCatalogue,
  toHostType,
  toOverheadSet,
} from '../scenario/catalogue.ts';
import { parseScenario } from '../scenario/parse.ts';
import { isPlain } from '../scenario/plain.ts';
import { numberOption, type Request, textOption, UsageError } from './command.ts';
import { withMigrationProduct } from './migration-product.ts';
import { readData } from './read-data.ts';
import { bytesOf } from './read-files.ts';
import { withHaProfile } from './read-ha-profile.ts';
import type { Texts } from './texts.ts';

/**
 * Reads a scenario file: any part of a scenario, as JSON. In place of a host type it may name one of the catalogue
 * (`"hostTypes": ["id"]` or `{ "catalogue": "id", "memoryGib": 768 }`), and likewise an overhead set
 * (`"overhead": "id"`) and a product's timers (`"failover": { "timers": "id" }`).
 *
 * --seed and --effort override it, in the commands that have them.
 */
export async function readScenario(request: Request, texts: Texts): Promise<Scenario> {
  const path = textOption(request, 'scenario');
  const raw = path === null ? {} : readJson(path, await bytesOf(path, texts), texts);
  const named = withCatalogue(raw, await readCatalogue(), texts);
  const filled = await withMigrationProduct(named, texts);
  const parsed = parseScenario(await withHaProfile(filled, texts));
  if (parsed.kind === 'ok') return withOptions(parsed.scenario, request, texts);
  throw new UsageError(
    parsed.problems.map((problem) => texts.scenarioProblem(path ?? '', problem)).join('\n'),
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

async function readCatalogue(): Promise<Catalogue> {
  return parseCatalogue({
    hostTypes: await readData('host-types'),
    overheads: await readData('overheads'),
  });
}

/** Puts the catalogue's entries where a scenario names them; leaves the rest to the schema. */
function withCatalogue(raw: unknown, catalogue: Catalogue, texts: Texts): unknown {
  if (!isPlain(raw)) return raw;
  const hostType = (given: unknown): unknown => {
    const id = isPlain(given) ? given['catalogue'] : given;
    if (typeof id !== 'string') return given;
    const entry = catalogue.hostTypes.find((candidate) => candidate.id === id);
    if (entry === undefined) {
      throw new UsageError(
        texts.notInCatalogue(
          id,
          catalogue.hostTypes.map((known) => known.id),
        ),
      );
    }
    if (!isPlain(given)) return toHostType(entry, texts.language);
    const { catalogue: _id, ...changes } = given;
    return { ...toHostType(entry, texts.language), ...changes };
  };
  const { hostTypes, capacity } = raw;
  return {
    ...raw,
    ...(Array.isArray(hostTypes) ? { hostTypes: hostTypes.map(hostType) } : {}),
    ...(isPlain(capacity) && typeof capacity['overhead'] === 'string'
      ? { capacity: { ...capacity, overhead: overheadSet(capacity['overhead'], catalogue, texts) } }
      : {}),
  };
}

function overheadSet(id: string, catalogue: Catalogue, texts: Texts) {
  const entry = catalogue.overheads.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    throw new UsageError(
      texts.notInCatalogue(
        id,
        catalogue.overheads.map((known) => known.id),
      ),
    );
  }
  return toOverheadSet(entry);
}
