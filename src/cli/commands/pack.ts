import { pack as packItems } from '../../model/packing/pack.ts';
import type { PackingProblem } from '../../model/packing/problem.ts';
import {
  type Command,
  exitCodes,
  numberOption,
  type Request,
  textOption,
  toNumber,
  UsageError,
} from '../command.ts';
import { importTable } from '../item-table.ts';
import { bytesOf } from '../read-files.ts';
import { tellReasons } from '../tell-obstacles.ts';
import type { Texts } from '../texts.ts';

/** Packs a plain vector-packing instance: a table of items (id, then one number a resource) into equal bins. */
export const pack: Command = {
  name: 'pack',
  options: { bin: 'text', seed: 'text', effort: 'text' },
  help: (texts) => texts.pages.pack,
  run: async (request, texts) => {
    const [path, ...more] = request.files;
    if (path === undefined) throw new UsageError(texts.noFile);
    if (more.length > 0) throw new UsageError(texts.oneFile);
    const bin = binOf(request, texts);
    const table = importTable(path, await bytesOf(path, texts), texts);
    if (table.resourceCount !== bin.length) {
      throw new UsageError(texts.binLength(path, table.resourceCount, bin.length));
    }
    const started = performance.now();
    const outcome = packItems(problemOf(table.demand, bin), {
      seed: numberOption(request, 'seed', texts) ?? 1,
      effort: numberOption(request, 'effort', texts) ?? 1,
    });
    const seconds = (performance.now() - started) / 1000;
    if (outcome.kind === 'impossible') {
      tellReasons(outcome.reasons, (misfit) => texts.misfit(misfit, table.ids), texts);
      if (request.isJson) {
        const reasons = outcome.reasons.map((misfit) => texts.publicMisfit(misfit, table.ids));
        console.log(JSON.stringify({ kind: 'impossible', reasons, seconds }));
      }
      return exitCodes.infeasible;
    }
    const { packing, bound } = outcome;
    if (request.isJson) {
      const assignment = table.ids.map((id, index) => ({ id, bin: packing.binOf[index] }));
      console.log(
        JSON.stringify({ bins: packing.binCount, lowerBound: bound.bins, assignment, seconds }),
      );
    } else console.log(texts.packed(packing.binCount, bound.bins, seconds));
    return exitCodes.done;
  },
};

/** The bin's capacities, as `--bin 96,576,4800,6300` gives them. */
function binOf(request: Request, texts: Texts): Float64Array {
  const bin = textOption(request, 'bin');
  if (bin === null) throw new UsageError(texts.noBin);
  const parts = bin.split(',').map((part) => toNumber('--bin', part, texts));
  return Float64Array.from(parts);
}

function problemOf(demand: Float64Array, capacity: Float64Array): PackingProblem {
  const dimensionCount = capacity.length;
  return {
    itemCount: demand.length / dimensionCount,
    dimensionCount,
    demand,
    resourceOf: Int32Array.from({ length: dimensionCount }, (_, dimension) => dimension),
    binTypes: [{ capacity, cost: 1, available: Infinity, maxItems: Infinity }],
    apart: [],
    together: [],
    typeOnly: null,
  };
}
