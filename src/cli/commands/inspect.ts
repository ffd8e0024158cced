import { summarize } from '../../model/consolidation/fleet-summary.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes } from '../command.ts';
import { importInto, reportImport } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';

/** Says what a file holds: format, workloads, totals, profile, and everything that was left out. */
export const inspect: Command = {
  name: 'inspect',
  options: { scenario: 'text' },
  help: (texts) => texts.pages.inspect,
  run: async (request, texts) => {
    const { exclude } = await readScenario(request, texts);
    const outcome = await importInto(createLocalPlanner(), request.files, texts);
    const { format, fleet, skipped, warnings } = outcome;
    const summary = summarize(fleet, exclude);
    if (request.isJson) {
      const rows = skipped.listed.map((problem) => ({
        file: problem.file,
        sheet: problem.sheet,
        row: problem.row,
        column: problem.column,
        value: problem.value,
        reason: problem.kind,
      }));
      const { excluded, ...rest } = summary;
      console.log(
        JSON.stringify({
          format,
          ...rest,
          excluded,
          skippedCount: skipped.count,
          skipped: rows,
          warnings,
        }),
      );
    } else {
      reportImport(outcome, texts);
      console.log(texts.summary(format, summary));
    }
    return exitCodes.done;
  },
};
