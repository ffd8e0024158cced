import type { CostAnswer } from '~/model/cost/answer.ts';
import type { CostPageWords } from '~/words/cost.ts';
import { csvText } from '../parts/csv.ts';
import { columnsOf } from './columns.ts';
import { originOf, productOf } from './detail-panel.tsx';
import { type CostToolCatalogue, namedGap, nameOf } from './parts.ts';

/** Every amount of every column and year with its factors; amounts in whole units of the currency. */
export function costCsv(
  own: CostPageWords,
  catalogue: CostToolCatalogue,
  answer: CostAnswer,
): string {
  const { currency, decimals } = answer;
  const rows = columnsOf(own, answer).flatMap(({ option, name }) =>
    option.lines.flatMap(({ kind, parts }) =>
      parts.map((part) => [
        name,
        own.cost.kinds[kind],
        nameOf(catalogue, part.name),
        part.year,
        part.minor / 10 ** decimals,
        currency,
        productOf(own, part, currency),
        originOf(own, catalogue, part),
      ]),
    ),
  );
  const gaps = columnsOf(own, answer).flatMap(({ option, name }) =>
    option.missing.map((gap) => [
      name,
      own.cost.kinds[gap.kind],
      nameOf(catalogue, gap.name),
      '',
      own.tool.answer.incomplete,
      '',
      own.cost.missing(namedGap(catalogue, gap)),
      '',
    ]),
  );
  return csvText([[...own.tool.keep.csvHead], ...rows, ...gaps, [own.cost.notAQuote]]);
}
