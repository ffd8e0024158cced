import type { BackupAnswer } from '../../model/backup/answer.ts';
import { publicBackup } from '../../model/backup/public-answer.ts';
import { type BackupCatalogue, toBackupRules } from '../../scenario/backup-catalogue.ts';
import { loadBackupWords } from '../../words/backup.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { backupTexts } from '../backup-texts.ts';
import { type Command, exitCodes } from '../command.ts';
import { readBackup } from '../read-catalogues.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import type { Texts } from '../texts.ts';

/** Which backup for which machines, and the space, the night and the way back that follow. */
export const backup: Command = {
  name: 'backup',
  options: { scenario: 'text' },
  help: ({ language }) => backupTexts[language].page,
  run: async (request, texts) => {
    const scenario = await readScenario(request, texts);
    const catalogue = await readBackup();
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
