import type { ComponentChildren } from 'preact';
import type { CostAnswer, OptionCost } from '~/model/cost/answer.ts';
import type { CostOutcome } from '~/model/cost/steps.ts';
import type { CostPageWords } from '~/words/cost.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { type AnswerProps, columnsOf } from './columns.ts';
import { EnergyTable } from './energy-table.tsx';
import { nameOf } from './parts.ts';

interface AnswerViewProps extends Omit<AnswerProps, 'answer'> {
  readonly outcome: CostOutcome;
}

/** The comparison: a sentence, the table, the report's warning, and what it rests on. */
export function AnswerView({ own, catalogue, outcome }: AnswerViewProps) {
  const { cost: answer } = outcome;
  const texts = own.tool.answer;
  const { format } = own.cost;
  return (
    <>
      <Headline own={own} catalogue={catalogue} answer={answer} />
      <ComparisonTable own={own} catalogue={catalogue} answer={answer} />
      {columnsOf(own, answer).map(({ option, name }) => (
        <Warning key={option.id} own={own} option={option} name={name} />
      ))}
      <EnergyTable own={own} catalogue={catalogue} answer={answer} />
      <Sources own={own} catalogue={catalogue} answer={answer} />
      <div class="answer-notes">
        <p>
          <strong>{texts.notCounted}</strong>
          {answer.notCounted.length === 0
            ? texts.everything
            : format.names(answer.notCounted.map((kind) => own.cost.kinds[kind]))}
        </p>
        <p>
          {answer.tax.isIncluded ? texts.taxed(format.percent(answer.tax.ratio, 2)) : texts.untaxed}{' '}
          {texts.paidWhen}
        </p>
        <p class="not-a-quote">{own.cost.notAQuote}</p>
        {answer.uncertainty !== null && (
          <p class="field-hint">{texts.seed(answer.seed, answer.uncertainty.draws)}</p>
        )}
      </div>
    </>
  );
}

/** The first option against staying, in one sentence. */
function Headline({ own, answer }: AnswerProps) {
  const { cost } = own;
  const texts = own.tool.answer;
  const { currency, years, stay } = answer;
  const [asked] = answer.options;
  if (asked === undefined) return null;
  const name = cost.optionName(asked.name, 1);
  const sentence = () => {
    if (!asked.isComplete) return texts.headlineGap(name, asked.missing.length);
    if (asked.saving === null) return texts.stayGap(stay.missing.length);
    const { npv } = asked.saving;
    const amount = cost.money.exact(Math.abs(npv), currency);
    return npv >= 0 ? texts.headline(name, amount, years) : texts.headlineMore(name, amount, years);
  };
  const winner = columnsOf(own, answer).find(({ option }) => option.id === answer.cheapest);
  return (
    <div class="answer-proof" data-optimal={asked.saving !== null && asked.saving.npv >= 0}>
      <p class="headline" data-testid="headline">
        {sentence()}
      </p>
      <p>{winner === undefined ? texts.noCheapest : texts.cheapest(winner.name)}</p>
    </div>
  );
}

/** Hosts fall faster than licences: what the report warned of. */
function Warning({ own, option, name }: { own: CostPageWords; option: OptionCost; name: string }) {
  const hosts = option.shrink.find(({ measure }) => measure === 'hosts')?.ratio;
  const licences = option.shrink.find(({ measure }) => measure === 'licences')?.ratio;
  if (hosts === undefined || licences === undefined || hosts >= licences || hosts >= 1) return null;
  const { percent } = own.cost.format;
  const say = licences > 1 ? own.tool.answer.warningUp : own.tool.answer.warning;
  return (
    <div class="notice" data-kind="warn">
      <p>
        <strong>{name}</strong>: {say(percent(hosts), percent(licences))}
      </p>
    </div>
  );
}

function ComparisonTable({ own, answer }: AnswerProps) {
  const { cost } = own;
  const texts = own.tool.answer;
  const columns = columnsOf(own, answer);
  const exact = (minor: number) => cost.money.exact(minor, answer.currency);
  const sum = ({ isComplete, known }: OptionCost, minor: number): ComponentChildren =>
    isComplete ? (
      exact(minor)
    ) : (
      <>
        <strong class="gap">{texts.incomplete}</strong>
        <small>{texts.known(exact(known.total))}</small>
      </>
    );
  const row = (label: string, cell: (option: OptionCost) => ComponentChildren) => [
    label,
    ...columns.map(({ option }) => cell(option)),
  ];
  const orNone = (value: number | null, say: (value: number) => string) =>
    value === null ? texts.none : say(value);
  const rangeOf = (id: string) => answer.uncertainty?.ranges.find((range) => range.id === id);
  const { rows } = texts;
  return (
    <SimpleTable
      caption={`${texts.caption}, ${texts.over(answer.years)}`}
      head={[texts.measure, ...columns.map(({ name }) => name)]}
      rows={[
        row(rows.hosts, ({ hosts }) => orNone(hosts.count, cost.format.count)),
        row(rows.cores, ({ hosts }) => orNone(hosts.coreCount, cost.format.count)),
        ...answer.counted.map((kind) =>
          row(cost.kinds[kind], (option) => kindCell(own, answer, option, kind)),
        ),
        row(rows.total, (option) => sum(option, option.known.total)),
        row(rows.npv, (option) => (option.isComplete ? exact(option.known.npv) : texts.incomplete)),
        row(rows.saving, ({ saving }) => (saving === null ? texts.none : exact(saving.npv))),
        row(rows.payback, ({ saving }) =>
          saving === null ? texts.none : cost.payback(saving.payback),
        ),
        row(rows.discountedPayback, ({ saving }) =>
          saving === null ? texts.none : cost.payback(saving.discountedPayback),
        ),
        row(rows.range, ({ id }) => {
          const range = rangeOf(id);
          return range === undefined
            ? texts.none
            : `${cost.money.short(range.npv.p10, answer.currency)} – ${cost.money.short(range.npv.p90, answer.currency)}`;
        }),
        row(rows.cheapest, ({ id }) => {
          const range = rangeOf(id);
          return range === undefined || (answer.uncertainty?.ranges.length ?? 0) < 2
            ? texts.none
            : cost.format.percent(range.cheapestRatio);
        }),
      ]}
      figures={columns.map((_, index) => index + 1)}
    />
  );
}

function kindCell(
  own: CostPageWords,
  { currency }: CostAnswer,
  { lines, missing }: OptionCost,
  kind: CostAnswer['counted'][number],
): ComponentChildren {
  const line = lines.find((candidate) => candidate.kind === kind);
  const isMissing = missing.some((gap) => gap.kind === kind);
  if (line !== undefined && !isMissing) return own.cost.money.exact(line.total, currency);
  if (isMissing) return <span class="gap">{own.tool.answer.incomplete}</span>;
  return own.cost.money.exact(0, currency);
}

/** List prices of licences that the figures rest on, with their dates; the rest is the reader's own. */
function Sources({ own, catalogue, answer }: AnswerProps) {
  const listed = new Map<string, string>();
  for (const { parts } of columnsOf(own, answer).flatMap(({ option }) => option.lines)) {
    for (const { name, origin } of parts) {
      if (origin.kind === 'catalogue') listed.set(nameOf(catalogue, name), origin.asOf);
    }
  }
  const { tool } = own;
  return (
    <div class="answer-notes">
      <h3>{tool.print.sources}</h3>
      <ul>
        {[...listed].map(([name, asOf]) => (
          <li key={name}>
            {name}: {tool.detail.listed(asOf)}
          </li>
        ))}
        <li>{tool.detail.yours}</li>
      </ul>
    </div>
  );
}
