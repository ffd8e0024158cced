import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { type SensitivityPoint, sensitivityChart } from '~/charts/sensitivity-chart.ts';
import type { SensitivityRow, SensitivitySetting } from '~/model/consolidation/sensitivity.ts';
import type { Words } from '~/words/words.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { Answering } from '../store/answering.ts';

export interface SensitivityFigureProps {
  readonly words: Words;
  readonly answering: Answering;
}

/** The host count as each rule moves alone. Computed once the plan rests, since it is many plans. */
export function SensitivityFigure({ words, answering }: SensitivityFigureProps) {
  const { sensitivity: texts } = words.tool.charts;
  const state = answering.sensitivity.state.value;
  const work = answering.work.value.kind;
  const isAtRest = work === 'rest' || work === 'stopped';
  useEffect(() => {
    if (isAtRest && state.kind === 'none') answering.sensitivity.ask();
  }, [isAtRest, state.kind, answering]);
  return (
    <section class="sensitivity">
      <h3>{texts.title}</h3>
      <p class="field-hint">{texts.about}</p>
      {state.kind === 'asking' && (
        <div class="improving">
          <p class="field-hint">{texts.asking}</p>
          <progress aria-label={texts.asking} max={1} value={state.doneRatio} />
        </div>
      )}
      {state.kind === 'failed' && (
        <p class="notice" data-kind="bad">
          {words.tool.answer.failed(state.message)}
        </p>
      )}
      {state.kind === 'done' && <Multiples words={words} rows={state.value} />}
    </section>
  );
}

function Multiples(props: { readonly words: Words; readonly rows: readonly SensitivityRow[] }) {
  const { words, rows } = props;
  const settings = [...new Set(rows.map(({ setting }) => setting))];
  const highest = Math.max(1, ...rows.map(({ hosts }) => hosts ?? 0));
  return (
    <div class="multiples">
      {settings.map((setting) => (
        <Multiple key={setting} words={words} setting={setting} rows={rows} highest={highest} />
      ))}
    </div>
  );
}

interface MultipleProps {
  readonly words: Words;
  readonly setting: SensitivitySetting;
  readonly rows: readonly SensitivityRow[];
  readonly highest: number;
}

function Multiple({ words, setting, rows, highest }: MultipleProps) {
  const { sensitivity: texts } = words.tool.charts;
  const { label } = words.settings.number[setting];
  const points: readonly SensitivityPoint[] = useMemo(
    () => rows.filter((row) => row.setting === setting).sort((a, b) => a.value - b.value),
    [rows, setting],
  );
  const valueText = useCallback(
    (value: number) =>
      setting.endsWith('Ratio') ? words.format.percent(value) : words.format.number(value, 1),
    [setting, words],
  );
  const options = useCallback(
    (width: number) =>
      sensitivityChart(
        points,
        highest,
        { value: valueText, hosts: words.tool.answer.hostsOf, label },
        width,
      ),
    [points, highest, valueText, words, label],
  );
  return (
    <PlotFigure
      words={words}
      title={label}
      isSmall
      fileName={`sensitivity-${setting}`}
      options={options}
      table={
        <SimpleTable
          caption={label}
          isCaptionHidden
          head={[texts.value, texts.hosts]}
          rows={points.map(({ value, hosts, isCurrent }) => [
            isCurrent ? `${valueText(value)} (${texts.current})` : valueText(value),
            hosts === null ? words.tool.answer.notPossible : words.format.count(hosts),
          ])}
          figures={[1]}
        />
      }
    />
  );
}
