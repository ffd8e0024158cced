import { useCallback, useState } from 'preact/hooks';
import { cashFlowChart } from '~/charts/cash-flow-chart.ts';
import { kindColours, optionColours } from '~/charts/cost-chart-colours.ts';
import { costRangeChart } from '~/charts/cost-range-chart.ts';
import { cumulativeCostChart } from '~/charts/cumulative-cost-chart.ts';
import { shrinkChart } from '~/charts/shrink-chart.ts';
import { tornadoChart } from '~/charts/tornado-chart.ts';
import type { OptionCost } from '~/model/cost/answer.ts';
import type { Words } from '~/words/words.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { type AnswerProps, columnsOf } from './columns.ts';
import { YearTable } from './detail-panel.tsx';

export interface ChartsProps extends AnswerProps {
  readonly words: Words;
}

interface ColumnProps extends ChartsProps {
  readonly option: OptionCost;
  readonly name: string;
}

/** The charts of a comparison. Loaded when the reader comes near: Plot is most of the tool's weight. */
export function ChartsPanel(props: ChartsProps) {
  const { own, answer } = props;
  const columns = columnsOf(own, answer);
  const [chosen, setChosen] = useState(answer.options[0]?.id ?? 'stay');
  const column = columns.find(({ option }) => option.id === chosen) ?? columns[0];
  if (column === undefined) return null;
  return (
    <div class="charts">
      <Cumulative {...props} />
      <ChoiceField
        label={own.tool.charts.option}
        value={column.option.id}
        options={columns.map(({ option, name }) => ({ value: option.id, label: name }))}
        onValue={setChosen}
      />
      <Shrunk {...props} {...column} />
      <CashFlow {...props} {...column} />
      <Tornado {...props} {...column} />
      <Ranges {...props} />
    </div>
  );
}

function Cumulative({ words, own, answer }: ChartsProps) {
  const texts = own.tool.charts;
  const lines = columnsOf(own, answer).map(({ option, name }, index) => ({
    name,
    colour: optionColours[index] ?? 'var(--ink)',
    byYear: option.cumulative,
  }));
  const options = useCallback(
    (width: number) =>
      cumulativeCostChart(
        lines,
        {
          label: texts.cumulative,
          year: texts.year,
          amount: (minor) => own.cost.money.short(minor, answer.currency),
        },
        width,
      ),
    [answer, own],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.cumulative}
      about={texts.cumulativeAbout}
      fileName="cumulative-cost"
      options={options}
      controls={<Legend entries={lines.map(({ name, colour }) => [name, colour])} />}
      table={
        <SimpleTable
          caption={texts.cumulative}
          isCaptionHidden
          head={[texts.yearHead, ...lines.map(({ name }) => name)]}
          rows={answer.stay.cumulative.map((_, year) => [
            texts.year(year),
            ...lines.map(({ byYear }) => own.cost.money.exact(byYear[year] ?? 0, answer.currency)),
          ])}
          figures={lines.map((_, index) => index + 1)}
        />
      }
    />
  );
}

/** Colours named. Attributes, not styles: the site's policy refuses inline styles. */
function Legend({ entries }: { entries: readonly (readonly [string, string])[] }) {
  return (
    <ul class="swatches">
      {entries.map(([name, colour]) => (
        <li key={name}>
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="2" fill={colour} />
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}

function CashFlow({ words, own, answer, option, name }: ColumnProps) {
  const texts = own.tool.charts;
  const highest = Math.max(...[answer.stay, ...answer.options].flatMap(({ byYear }) => byYear));
  const options = useCallback(
    (width: number) =>
      cashFlowChart(
        option.lines,
        highest,
        {
          label: texts.cashFlow(name),
          year: texts.year,
          kind: (kind) => own.cost.kinds[kind],
          amount: (minor) => own.cost.money.short(minor, answer.currency),
          exact: (minor) => own.cost.money.exact(minor, answer.currency),
        },
        width,
      ),
    [option, own, name, highest],
  );
  if (option.lines.length === 0) return <p class="field-hint">{texts.none}</p>;
  return (
    <PlotFigure
      words={words}
      title={texts.cashFlow(name)}
      about={texts.cashFlowAbout}
      fileName={`cash-flow-${option.id}`}
      options={options}
      controls={
        <Legend
          entries={option.lines.map(({ kind }) => [own.cost.kinds[kind], kindColours[kind]])}
        />
      }
      table={<YearTable own={own} option={option} name={name} currency={answer.currency} />}
    />
  );
}

function Shrunk({ words, own, answer, option, name }: ColumnProps) {
  const texts = own.tool.charts;
  const { percent, count, withUnit } = own.cost.format;
  const options = useCallback(
    (width: number) =>
      shrinkChart(
        option.shrink,
        { label: texts.shrink(name), measure: (m) => texts.measures[m], ratio: (r) => percent(r) },
        width,
      ),
    [option, own, name],
  );
  const shown = (measure: string, value: number) => {
    if (measure === 'hosts' || measure === 'cores') return count(value);
    if (measure === 'watts') return withUnit(value, 'W', 0);
    return own.cost.money.exact(value, answer.currency);
  };
  if (option.shrink.length === 0) return null;
  return (
    <PlotFigure
      words={words}
      title={texts.shrink(name)}
      about={texts.shrinkAbout}
      fileName={`left-of-today-${option.id}`}
      options={options}
      table={
        <SimpleTable
          caption={texts.shrink(name)}
          isCaptionHidden
          head={[own.tool.answer.measure, texts.before, texts.after, texts.ratio]}
          rows={option.shrink.map(({ measure, before, after, ratio }) => [
            texts.measures[measure],
            shown(measure, before),
            shown(measure, after),
            percent(ratio),
          ])}
          figures={[1, 2, 3]}
        />
      }
    />
  );
}

function Tornado({ words, own, answer, option, name }: ColumnProps) {
  const texts = own.tool.charts;
  const swings = (option.tornado ?? []).slice(0, 10);
  const said = option.saving?.npv ?? option.known.npv;
  const change = (ratio: number) => {
    const percent = Math.round((ratio - 1) * 100);
    return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`;
  };
  const amount = (minor: number) => own.cost.money.short(minor, answer.currency);
  const options = useCallback(
    (width: number) =>
      tornadoChart(
        swings,
        said,
        { label: texts.tornado(name), driver: (d) => own.cost.drivers[d], amount, change },
        width,
      ),
    [option, own, name],
  );
  if (swings.length === 0) return null;
  return (
    <PlotFigure
      words={words}
      title={texts.tornado(name)}
      about={option.saving === null ? texts.tornadoCost : texts.tornadoSaving}
      fileName={`what-matters-${option.id}`}
      options={options}
      table={
        <SimpleTable
          caption={texts.tornado(name)}
          isCaptionHidden
          head={[texts.input, texts.low, texts.high]}
          rows={swings.map(({ driver, low, high, lowRatio, highRatio }) => [
            own.cost.drivers[driver],
            `${change(lowRatio)}: ${own.cost.money.exact(low, answer.currency)}`,
            `${change(highRatio)}: ${own.cost.money.exact(high, answer.currency)}`,
          ])}
          figures={[1, 2]}
        />
      }
    />
  );
}

function Ranges({ words, own, answer }: ChartsProps) {
  const texts = own.tool.charts;
  const ranges = columnsOf(own, answer).flatMap(({ option, name }, index) => {
    const found = answer.uncertainty?.ranges.find(({ id }) => id === option.id);
    const colour = optionColours[index] ?? 'var(--ink)';
    return found === undefined ? [] : [{ name, colour, npv: found.npv }];
  });
  const amount = (minor: number) => own.cost.money.short(minor, answer.currency);
  const options = useCallback(
    (width: number) => costRangeChart(ranges, { label: texts.range, amount }, width),
    [answer, own],
  );
  if (ranges.length === 0) return null;
  const exact = (minor: number) => own.cost.money.exact(minor, answer.currency);
  return (
    <PlotFigure
      words={words}
      title={texts.range}
      about={texts.rangeAbout}
      fileName="cost-range"
      options={options}
      table={
        <SimpleTable
          caption={texts.range}
          isCaptionHidden
          head={[texts.option, 'P10', 'P50', 'P90']}
          rows={ranges.map(({ name, npv }) => [
            name,
            exact(npv.p10),
            exact(npv.p50),
            exact(npv.p90),
          ])}
          figures={[1, 2, 3]}
        />
      }
    />
  );
}
