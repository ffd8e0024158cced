import { basename } from 'node:path';
import type { BenchmarkRow } from '../../model/performance/benchmark.ts';
import type { FittedUsl } from '../../model/performance/usl-fit.ts';
import { loadPerformanceWords } from '../../words/performance.ts';
import { sentence } from '../../words/sentences.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, numberOption, type Request, UsageError } from '../command.ts';
import { performanceTextsFor } from '../performance-texts.ts';
import { bytesOf } from '../read-files.ts';
import type { Texts } from '../texts.ts';

/** Fits the reader's own benchmark. */
export const fit: Command = {
  name: 'fit',
  options: { 'full-vms': 'text' },
  help: (texts) => performanceTextsFor(texts.language).fit,
  run: async (request, texts) => {
    const rows = await rowsOf(request, texts);
    const { fits, overhead } = await createLocalPlanner().fitBenchmark(
      rows,
      vmsAtFull(request, texts),
    );
    const own = await loadPerformanceWords(texts.language);
    const ownTexts = performanceTextsFor(texts.language);
    const fitted = fits.filter((one) => one.kind === 'fitted');
    const refused = fits
      .filter((one) => one.kind === 'refused')
      .map(({ path: resource, reason }) => ({
        resource,
        reason,
        message: sentence(own.refusal, reason, noContext),
      }));
    for (const { resource, message } of refused) {
      console.error(`hostfit: ${own.path[resource]}: ${message}`);
    }
    if (request.isJson) {
      const all = fitted.map(publicFit);
      console.log(JSON.stringify({ ...all[0], fits: all, refused, overhead }));
    } else {
      const { number, percent } = texts.words.format;
      const digits = (value: number) => number(value, 6);
      for (const one of fitted) {
        const interval = (name: 'alpha' | 'beta' | 'gamma') =>
          `${digits(one[name])} (${one.ci95[name].map(digits).join(' – ')})`;
        console.log(
          ownTexts.fitted({
            resource: own.path[one.path],
            alpha: interval('alpha'),
            beta: interval('beta'),
            gamma: interval('gamma'),
            rSquared: digits(one.rSquared),
            efficiency: one.efficiency === null ? texts.unknown : percent(one.efficiency, 1),
          }),
        );
      }
    }
    return refused.length > 0 ? exitCodes.infeasible : exitCodes.done;
  },
};

/** Reads the table; what is wrong with it names file, row, column and value. */
async function rowsOf(request: Request, texts: Texts): Promise<readonly BenchmarkRow[]> {
  const [path, ...more] = request.files;
  if (path === undefined) throw new UsageError(texts.noFile);
  if (more.length > 0) throw new UsageError(texts.oneFile);
  const text = new TextDecoder().decode(await bytesOf(path, texts));
  const table = await createLocalPlanner().readBenchmark(text);
  if (table.kind === 'rows') return table.rows;
  const { rowProblem } = await loadPerformanceWords(texts.language);
  const { badRow } = performanceTextsFor(texts.language);
  const file = basename(path);
  throw new UsageError(
    table.problems.map((problem) => badRow(file, rowProblem(problem))).join('\n'),
  );
}

function vmsAtFull(request: Request, texts: Texts): number | null {
  const given = numberOption(request, 'full-vms', texts);
  if (given === null || (Number.isInteger(given) && given >= 2)) return given;
  throw new UsageError(performanceTextsFor(texts.language).badFullVms(given));
}

const noContext = { workloadName: String, hostTypeName: String, slots: null };

/** A fit without the points of its plot, the residuals also by themselves. */
function publicFit({ kind: _kind, path, band: _band, ...rest }: FittedUsl) {
  return { resource: path, ...rest, residuals: rest.rows.map(({ residual }) => residual) };
}
