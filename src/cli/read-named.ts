import { toHostType, toOverheadSet } from '../scenario/catalogue.ts';
import { defaultHostType } from '../scenario/defaults.ts';
import { toHaTimers } from '../scenario/ha-catalogue.ts';
import { withProduct } from '../scenario/migration-catalogue.ts';
import { defaultMigration } from '../scenario/migration-defaults.ts';
import type { ScenarioProblem } from '../scenario/parse.ts';
import { isPlain } from '../scenario/plain.ts';
import { type NamedId, unknownIds } from '../scenario/unknown-id.ts';
import type { Language } from '../words/format.ts';
import { readHaCatalogue, readHostCatalogue, readMigrationProducts } from './read-catalogues.ts';

/** A scenario as it was written, with entries of catalogues where it named them. */
export interface Filled {
  readonly raw: unknown;
  /** Ids that no catalogue has; the scenario goes on as if they were not there, so that all else can be checked too. */
  readonly problems: readonly ScenarioProblem[];
}

type Plain = Readonly<Record<string, unknown>>;
type Fill = (raw: Plain, language: Language) => Promise<Filled>;

/** Puts the catalogues' entries where a scenario names them; leaves the rest to the schema. */
export async function withNamedEntries(raw: unknown, language: Language): Promise<Filled> {
  if (!isPlain(raw)) return { raw, problems: [] };
  let filled: Filled = { raw, problems: [] };
  for (const fill of [hostTypes, overhead, migrationLimits, timers]) {
    const { raw: next, problems } = await fill(filled.raw as Plain, language);
    filled = { raw: next, problems: [...filled.problems, ...problems] };
  }
  return filled;
}

/** The problem of an id that was looked for in vain. */
const notFound = (path: string, id: string, entries: readonly { readonly id: string }[]) =>
  unknownIds([{ path, id, known: entries.map((entry) => entry.id) } satisfies NamedId]);

/** `"hostTypes": ["id"]`, or `{ "catalogue": "id", "memoryGib": 768 }` with changes. */
const hostTypes: Fill = async (raw, language) => {
  const { hostTypes: given } = raw;
  if (!Array.isArray(given)) return { raw, problems: [] };
  const { hostTypes: known } = await readHostCatalogue();
  const filled = given.map((one: unknown, index): Filled => {
    const id = isPlain(one) ? one['catalogue'] : one;
    if (typeof id !== 'string') return { raw: one, problems: [] };
    const entry = known.find((candidate) => candidate.id === id);
    // One that is not known keeps its place, and its name for the rules that ask for it.
    const type = entry ? toHostType(entry, language) : { ...defaultHostType, id };
    const { catalogue: _, ...changes } = isPlain(one) ? one : {};
    const path = `hostTypes.${index}${isPlain(one) ? '.catalogue' : ''}`;
    return { raw: { ...type, ...changes }, problems: entry ? [] : notFound(path, id, known) };
  });
  return {
    raw: { ...raw, hostTypes: filled.map((one) => one.raw) },
    problems: filled.flatMap(({ problems }) => problems),
  };
};

/** `"capacity": { "overhead": "id" }`. */
const overhead: Fill = async (raw) => {
  const { capacity } = raw;
  if (!isPlain(capacity) || typeof capacity['overhead'] !== 'string') return { raw, problems: [] };
  const { overhead: id, ...rest } = capacity;
  const { overheads } = await readHostCatalogue();
  const entry = overheads.find((candidate) => candidate.id === id);
  return entry
    ? { raw: { ...raw, capacity: { ...rest, overhead: toOverheadSet(entry) } }, problems: [] }
    : {
        raw: { ...raw, capacity: rest },
        problems: notFound('capacity.overhead', id as string, overheads),
      };
};

/** `"migration": { "product": "id" }`: its limits; what the scenario says itself wins over them. */
const migrationLimits: Fill = async (raw) => {
  const { migration } = raw;
  if (!isPlain(migration)) return { raw, problems: [] };
  const { product: id, ...rest } = migration;
  if (typeof id !== 'string' || id === '') return { raw, problems: [] };
  const products = await readMigrationProducts();
  const found = products.find((product) => product.id === id);
  if (found === undefined) {
    const problems = notFound('migration.product', id, products);
    return { raw: { ...raw, migration: rest }, problems };
  }
  const network = isPlain(migration['network']) ? migration['network'] : {};
  const gigabits = network['gigabitsPerSecond'];
  const { network: _, ...limits } = withProduct(
    {
      ...defaultMigration,
      network: {
        ...defaultMigration.network,
        ...(typeof gigabits === 'number' ? { gigabitsPerSecond: gigabits } : {}),
      },
    },
    found,
  );
  return { raw: { ...raw, migration: { ...limits, ...migration } }, problems: [] };
};

/** `"failover": { "timers": "id" }`. */
const timers: Fill = async (raw) => {
  const { failover } = raw;
  if (!isPlain(failover) || typeof failover['timers'] !== 'string') return { raw, problems: [] };
  const { timers: id, ...rest } = failover;
  const { profiles, assumptions } = await readHaCatalogue();
  const profile = profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) {
    const problems = notFound('failover.timers', id as string, profiles);
    return { raw: { ...raw, failover: rest }, problems };
  }
  const own = { profile: profile.id, ...rest, timers: toHaTimers(profile, assumptions).timers };
  return { raw: { ...raw, failover: own }, problems: [] };
};
