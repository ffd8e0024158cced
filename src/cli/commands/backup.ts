import type { BackupAnswer } from '../../model/backup/answer.ts';
import { publicBackup } from '../../model/backup/public-answer.ts';
import {
  type BackupCatalogue,
  parseBackupCatalogue,
  toBackupRules,
} from '../../scenario/backup-catalogue.ts';
import type { ScenarioProblem } from '../../scenario/parse.ts';
import { loadBackupWords } from '../../words/backup.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { backupTexts } from '../backup-texts.ts';
import { type Command, exitCodes, textOption, UsageError } from '../command.ts';
import { readData } from '../read-data.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import type { Texts } from '../texts.ts';

/** Which backup for which machines, and the space, the night and the way back that follow. */
export const backup: Command = {
  name: 'backup',
  options: { scenario: 'text' },
  help: ({ language }) => backupTexts[language].page,
  run: async (request, texts) => {
    const path = textOption(request, 'scenario');
    const scenario = await readScenario(request, texts);
    const catalogue = await readCatalogue();
    const problems = unknownIds(scenario.backup, catalogue);
    if (problems.length > 0) {
      throw new UsageError(
        problems.map((problem) => texts.scenarioProblem(path ?? '', problem)).join('\n'),
      );
    }
    const planner = createLocalPlanner();
    const outcome = request.files.length === 0 ? null : await importAsked(planner, request, texts);
    const answer = await planner.backup(scenario, toBackupRules(catalogue), null);
    await print(answer, catalogue, {
      texts,
      isJson: request.isJson,
      fleet: outcome?.fleet ?? null,
    });
    return (await reportMisfits(answer, catalogue, texts)) ? exitCodes.infeasible : exitCodes.done;
  },
};

async function readCatalogue(): Promise<BackupCatalogue> {
  return parseBackupCatalogue({
    methods: await readData('backup/methods'),
    products: await readData('backup/products'),
    figures: await readData('backup/figures'),
  });
}

/** Methods and products are data, so that a scenario may name one that does not exist. */
function unknownIds(
  { environment, rest, classes }: Parameters<typeof idsOf>[0],
  { methods, products }: BackupCatalogue,
): ScenarioProblem[] {
  const known = methods.map(({ id }) => id);
  const knownProducts = [...products.map(({ id }) => id), 'other'];
  return idsOf({ environment, rest, classes }).flatMap(({ path, id, kind }) => {
    const list = kind === 'method' ? known : knownProducts;
    return list.includes(id)
      ? []
      : [{ path, value: JSON.stringify(id), expected: `one of ${list.join(', ')}` }];
  });
}

interface Named {
  readonly environment: { readonly product: string };
  readonly rest: { readonly method: string | null };
  readonly classes: readonly { readonly method: string | null }[];
}

function idsOf({ environment, rest, classes }: Named) {
  const methods = [
    { path: 'backup.rest.method', id: rest.method },
    ...classes.map(({ method }, index) => ({ path: `backup.classes.${index}.method`, id: method })),
  ].flatMap(({ path, id }) => (id === null ? [] : [{ path, id, kind: 'method' as const }]));
  const product = {
    path: 'backup.environment.product',
    id: environment.product,
    kind: 'product' as const,
  };
  return [product, ...methods];
}

interface Printed {
  readonly texts: Texts;
  readonly isJson: boolean;
  readonly fleet: Parameters<typeof publicBackup>[0];
}

async function print(
  answer: BackupAnswer,
  catalogue: BackupCatalogue,
  { texts, isJson, fleet }: Printed,
) {
  if (isJson) {
    console.log(JSON.stringify(publicBackup(fleet, answer)));
    return;
  }
  const { language } = texts;
  const words = await loadBackupWords(language);
  const nameOf = (id: string | null) =>
    catalogue.methods.find((method) => method.id === id)?.name[language] ?? null;
  console.log(backupTexts[language].plan(answer, words, nameOf));
}

/** Classes with machines that no method fits. Without a fleet the question is the rest's alone. */
async function reportMisfits(
  { classes }: BackupAnswer,
  catalogue: BackupCatalogue,
  { language }: Texts,
): Promise<boolean> {
  const words = await loadBackupWords(language);
  const misfits = classes.filter(({ method, machines }) => method === null && machines > 0);
  for (const { id, name, verdicts } of misfits) {
    const shown = name || (words.classes.known[id] ?? words.classes.unnamed(id));
    console.error(`hostfit: ${shown}: ${words.verdict.none}`);
    for (const { method, because } of verdicts) {
      const title = catalogue.methods.find((own) => own.id === method)?.name[language] ?? method;
      const reasons = because.filter(({ effect }) => effect === 'against').map(words.reason);
      console.error(`hostfit:   ${title}: ${reasons.join(' ')}`);
    }
  }
  return misfits.length > 0;
}
