import type { CostPart, OptionCost } from '~/model/cost/answer.ts';
import type { Currency } from '~/model/licensing/money.ts';
import type { CostPageWords } from '~/words/cost.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { type AnswerProps, columnsOf } from './columns.ts';
import { type CostToolCatalogue, nameOf } from './parts.ts';

/** An amount as the product that it is: `4 hosts × ¥2,000,000`. */
export function productOf({ cost }: CostPageWords, part: CostPart, to: Currency): string {
  const factors = part.factors.map(({ name, value }) =>
    name === 'price' ? cost.money.price(value, part.currency) : cost.factorUnits[name](value),
  );
  const shown = part.currency === to ? factors : [...factors, `${part.currency} → ${to}`];
  return shown.join(' × ');
}

/** Every amount opened: by kind and year, and each with its factors. */
export function DetailPanel({ own, catalogue, answer }: AnswerProps) {
  return (
    <div class="details">
      <p class="field-hint">{own.tool.detail.yours}</p>
      {columnsOf(own, answer).map(({ option, name }) => (
        <details key={option.id}>
          <summary>{own.tool.detail.open(name)}</summary>
          <YearTable own={own} option={option} name={name} currency={answer.currency} />
          <PartTable
            own={own}
            catalogue={catalogue}
            option={option}
            name={name}
            currency={answer.currency}
          />
        </details>
      ))}
    </div>
  );
}

interface TableProps {
  readonly own: CostPageWords;
  readonly option: OptionCost;
  readonly name: string;
  readonly currency: Currency;
}

export function YearTable({ own, option, name, currency }: TableProps) {
  const { cost, tool } = own;
  const exact = (minor: number) => cost.money.exact(minor, currency);
  return (
    <SimpleTable
      caption={tool.charts.cashFlow(name)}
      head={[
        tool.detail.kind,
        ...option.byYear.map((_, year) => tool.charts.year(year)),
        tool.detail.total,
      ]}
      rows={[
        ...option.lines.map(({ kind, byYear, total }) => [
          cost.kinds[kind],
          ...byYear.map(exact),
          exact(total),
        ]),
        [tool.detail.total, ...option.byYear.map(exact), exact(option.known.total)],
      ]}
      figures={[...option.byYear.map((_, year) => year + 1), option.byYear.length + 1]}
    />
  );
}

interface PartTableProps extends TableProps {
  readonly catalogue: CostToolCatalogue;
}

/** A page shows so many; a file has all. */
const mostParts = 60;

/** Whose price an amount is made of. */
export function originOf({ tool }: CostPageWords, catalogue: CostToolCatalogue, part: CostPart) {
  const { origin } = part;
  if (origin.kind === 'catalogue') return tool.detail.listed(origin.asOf);
  if (origin.kind === 'host-type') return tool.detail.hostType;
  const price = part.factors.find(({ name }) => name === 'price')?.value;
  const cited = catalogue.factors.find(
    ({ kind, value, currency }) =>
      part.kind === 'energy' &&
      kind === 'electricity' &&
      value === price &&
      currency === part.currency,
  );
  return cited === undefined ? tool.detail.own : tool.detail.listed(cited.source.asOf);
}

function PartTable({ own, catalogue, option, name, currency }: PartTableProps) {
  const { cost, tool } = own;
  const parts = option.lines.flatMap((line) => line.parts);
  const more = parts.length - mostParts;
  return (
    <>
      <SimpleTable
        caption={tool.detail.open(name)}
        head={[
          tool.detail.what,
          tool.detail.year,
          tool.detail.product,
          tool.detail.origin,
          tool.detail.amount,
        ]}
        rows={parts
          .slice(0, mostParts)
          .map((part) => [
            part.name === ''
              ? cost.kinds[part.kind]
              : `${cost.kinds[part.kind]}: ${nameOf(catalogue, part.name)}`,
            tool.charts.year(part.year),
            productOf(own, part, currency),
            originOf(own, catalogue, part),
            cost.money.exact(part.minor, currency),
          ])}
        figures={[4]}
      />
      {more > 0 && <p class="field-hint">{tool.detail.more(more)}</p>}
    </>
  );
}
