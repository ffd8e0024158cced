import type { BackupMethod } from '../../../src/model/backup/method.ts';
import { parseBackupCatalogue, toBackupRules } from '../../../src/scenario/backup-catalogue.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { readData } from '../../content/read-content.ts';

export const catalogue = parseBackupCatalogue({
  methods: readData('backup/methods'),
  products: readData('backup/products'),
  figures: readData('backup/figures'),
});
export const rules = toBackupRules(catalogue);

export const methodOf = (id: string) =>
  rules.methods.find((method) => method.id === id) as BackupMethod;

/** A scenario with these settings of backups, the rest as the site starts with. */
export function scenarioWith(backup: unknown) {
  const parsed = parseScenario({ backup });
  if (parsed.kind === 'bad') throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}
