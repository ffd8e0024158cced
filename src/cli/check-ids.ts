import type { Scenario } from '../model/scenario.ts';
import { backupIds } from '../scenario/backup-ids.ts';
import { parseCurrentEdition } from '../scenario/current-edition.ts';
import { decisionIds } from '../scenario/decision-ids.ts';
import { costIds, licensingIds } from '../scenario/licensing-ids.ts';
import type { ScenarioProblem } from '../scenario/parse.ts';
import { parseProductLicences } from '../scenario/product-licences.ts';
import { type NamedId, unknownIds } from '../scenario/unknown-id.ts';
import { readBackup, readLicensing } from './read-catalogues.ts';
import { readData } from './read-data.ts';

/** Sections that name ids, and how these are found. */
const readers: Readonly<Record<string, (scenario: Scenario) => Promise<readonly NamedId[]>>> = {
  licensing: async ({ licensing }) => licensingIds(licensing, await readLicensing()),
  cost: async ({ cost }) => costIds(cost, await readLicensing()),
  backup: async ({ backup }) => backupIds(backup, await readBackup()),
  decision: async ({ decision }) => {
    const edition = parseCurrentEdition({
      products: await readData('current/products'),
      criteria: await readData('current/criteria'),
      // Statements name nothing that a scenario can, and are long.
      statements: [],
    });
    const licences = parseProductLicences(
      await readData('current/licences'),
      await readLicensing(),
    );
    return decisionIds(decision, edition, licences);
  },
};

/**
 * Ids in a scenario that no catalogue has. Every command asks, whatever it computes from, as it refuses every other
 * wrong setting; only catalogues of sections that were given are read.
 */
export async function idProblems(
  given: Readonly<Record<string, unknown>>,
  scenario: Scenario,
): Promise<readonly ScenarioProblem[]> {
  const sections = Object.keys(readers).filter((section) => Object.hasOwn(given, section));
  const named: NamedId[] = [];
  for (const section of sections) named.push(...((await readers[section]?.(scenario)) ?? []));
  return unknownIds(named);
}
