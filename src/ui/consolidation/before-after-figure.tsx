import { useCallback, useMemo } from 'preact/hooks';
import {
  beforeAfterBars,
  beforeAfterChart,
  type FootprintKey,
} from '~/charts/before-after-chart.ts';
import type { ConsolidationPlan, Footprint } from '~/model/consolidation/answer.ts';
import type { Words } from '~/words/words.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';

export interface BeforeAfterFigureProps {
  readonly words: Words;
  readonly plan: ConsolidationPlan;
}

/** What runs today beside what the plan needs. */
export function BeforeAfterFigure({ words, plan }: BeforeAfterFigureProps) {
  const { beforeAfter: texts } = words.tool.charts;
  return plan.before === null ? (
    <section class="chart">
      <h3>{texts.title}</h3>
      <p class="field-hint">{texts.unknown}</p>
      <FootprintTable words={words} before={null} after={plan.after} />
    </section>
  ) : (
    <Compared words={words} before={plan.before} after={plan.after} />
  );
}

interface ComparedProps {
  readonly words: Words;
  readonly before: Footprint;
  readonly after: Footprint;
}

function Compared({ words, before, after }: ComparedProps) {
  const { beforeAfter: texts } = words.tool.charts;
  const bars = useMemo(() => beforeAfterBars(before, after), [before, after]);
  const options = useCallback(
    (width: number) =>
      beforeAfterChart(
        bars,
        {
          measure: (measure) => words.tool.answer.footprintRows[measure],
          when: { before: words.tool.answer.before, after: words.tool.answer.after },
          value: (measure, value) => measured(words, measure, value),
          label: texts.title,
        },
        width,
      ),
    [bars, words, texts],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about}
      fileName="before-after"
      options={options}
      table={<FootprintTable words={words} before={before} after={after} />}
    />
  );
}

function measured({ format }: Words, measure: FootprintKey, value: number): string {
  switch (measure) {
    case 'memoryGib':
      return format.amount('memory', value);
    case 'meanWatts':
      return value >= 1000 ? format.withUnit(value / 1000, 'kW') : format.withUnit(value, 'W', 0);
    case 'kwhPerYear':
      return format.withUnit(value, 'kWh', 0);
    case 'rackUnits':
      return format.withUnit(value, 'U');
    case 'hosts':
    case 'coreCount':
      return format.count(value);
  }
}

interface FootprintTableProps {
  readonly words: Words;
  readonly before: Footprint | null;
  readonly after: Footprint;
}

function FootprintTable({ words, before, after }: FootprintTableProps) {
  const { answer: texts } = words.tool;
  const cell = (footprint: Footprint | null, measure: FootprintKey) => {
    const value = footprint?.[measure] ?? null;
    return value === null ? texts.unknownHere : measured(words, measure, value);
  };
  const measures = Object.keys(texts.footprintRows) as FootprintKey[];
  return (
    <SimpleTable
      caption={texts.footprint}
      isCaptionHidden
      head={[texts.measure, ...(before === null ? [] : [texts.before]), texts.after]}
      rows={measures.map((measure) => [
        texts.footprintRows[measure],
        ...(before === null ? [] : [cell(before, measure)]),
        cell(after, measure),
      ])}
      figures={[1, 2]}
    />
  );
}
